#include "tools/check/worker.h"

#include <poll.h>
#include <signal.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#include <atomic>
#include <chrono>
#include <map>
#include <memory>
#include <new>
#include <set>

#include "emit/emit.h"
#include "frontend/torch/entry.h"
#include "frontend/torch/workspace.h"
#include "tools/check/entry_runs.h"
#include "tools/check/isolate.h"

namespace nnscan::check {

namespace {

// What all workers share: who takes which job.
struct Board {
  std::atomic<size_t> next{0};
};

class SharedBoard {
 public:
  SharedBoard() {
    void* memory = mmap(nullptr, sizeof(Board), PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    if (memory == MAP_FAILED) throw std::bad_alloc();
    board_ = new (memory) Board;
  }
  ~SharedBoard() { munmap(board_, sizeof(Board)); }
  SharedBoard(const SharedBoard&) = delete;
  Board* operator->() { return board_; }

 private:
  Board* board_;
};

class FileChecker {
 public:
  FileChecker(const WorkOptions& options, int fd) : options_(options), fd_(fd) {}

  void check(const Job& job) {
    if (!workspace_ || root_ != job.file.root) {
      sources_told_ = 0;
      Options options = options_.analysis;
      options.whole_files = true;
      workspace_ = std::make_unique<torch::Workspace>(options);
      root_ = job.file.root;
    }
    Session& session = workspace_->session();
    workspace_->interp().restart_steps();
    file_ = nullptr;
    std::vector<torch::Entry> entries;
    workspace_->guarded("this file", [&] {
      py::ModuleObj* file = workspace_->load(job.file.path);
      if (job.find_entries) entries = torch::entries_of(workspace_->interp(), file);
      file_ = file;
    });
    Json of_file{{"file", job.file.path}, {"diagnostics", diagnostics_of(session)}};
    if (!file_ || session.sink.has_errors()) {
      send(of_file);
      tell_sources(job);
      workspace_.reset();  // what it left half done would reach the next file
      sources_told_ = 0;
      return;
    }
    for (const Wanted& wanted : job.wanted) check(job, wanted);
    for (const torch::Entry& entry : entries) check(job, entry);
    tell_sources(job);
  }

 private:
  void send(const Json& message) {
    if (!write_all(fd_, line_of(message))) _exit(0);  // nobody listens any more
  }

  // What the job's answers depend on: files that were read, packages that were not there, paths
  // that models asked about.
  void tell_sources(const Job& job) {
    const SourceMap& sources = workspace_->session().sources;
    Json read = Json::array();
    for (; sources_told_ < sources.size(); ++sources_told_) {
      const SourceFile& source = sources[FileId{static_cast<uint32_t>(sources_told_)}];
      if (!source.is_prelude) read.push_back(source.path);
    }
    py::Interp& in = workspace_->interp();
    send({{"file", job.file.path}, {"sources", read}, {"missing", in.missing_packages}, {"asked", in.asked_paths}});
  }

  void check(const Job& job, const torch::Entry& entry) {
    for (const Wanted& wanted : job.wanted)
      if (wanted.configured && wanted.name == entry.name) return;
    Json message{{"file", job.file.path}, {"entry", described(entry, workspace_->session().sources)}};
    if (entry.needs_arguments) {
      message["outcome"] = "needs arguments";
      message["default_call"] = entry.default_call;
      return send(message);
    }
    analyse(job, {entry.name, entry.name, {}, {}, false}, message);
  }

  void check(const Job& job, const Wanted& wanted) {
    Json message{{"file", job.file.path}};
    torch::Entry entry{wanted.name, "class", "", false, "", {}, true};
    workspace_->guarded("this file", [&] {
      for (const torch::Entry& known : torch::entries_of(workspace_->interp(), file_))
        if (known.name == wanted.name) entry = known;
    });
    message["entry"] = described(entry, workspace_->session().sources);
    message["entry"]["call"] = wanted.call;
    message["entry"]["configured"] = wanted.configured;
    analyse(job, wanted, message);
  }

  void analyse(const Job& job, const Wanted& wanted, Json& message) {
    torch::AnalysisRequest request;
    request.file = job.file.path;
    request.entry = wanted.call;
    request.inputs = wanted.inputs;
    request.sets = wanted.sets;
    request.options = options_.analysis;
    if (options_.progress) send({{"file", job.file.path}, {"begins", wanted.call}});
    auto begin = std::chrono::steady_clock::now();
    Json result = EntryRuns(*workspace_, file_, options_.seconds).apart(request, wanted.configured);
    find_want_of_arguments(result, message["entry"], wanted.configured || wanted.call != wanted.name);
    message.update(result);
    message["seconds"] = std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
    send(message);
    prepare_next(result);
  }

  // What an analysis read will be read by the next one too: then it is there already.
  void prepare_next(const Json& result) {
    for (const Json& name : result.value("imported", Json::array()))
      workspace_->guarded("an imported file", [&] { workspace_->interp().import_module(name, false); });
    for (const Json& name : result.value("missing", Json::array())) workspace_->interp().missing_packages.insert(name);
    for (const Json& path : result.value("asked", Json::array())) workspace_->interp().asked_paths.insert(path);
  }

  const WorkOptions& options_;
  int fd_;
  std::unique_ptr<torch::Workspace> workspace_;
  std::string root_;
  size_t sources_told_ = 0;
  py::ModuleObj* file_ = nullptr;
};

void work(const std::vector<Job>& jobs, const WorkOptions& options, SharedBoard& board, int fd) {
  prepare_to_fork();
  py::on_deep_stack([&] {
    prepare_emission();
    FileChecker checker(options, fd);
    for (size_t i = board->next++; i < jobs.size(); i = board->next++) {
      write_all(fd, line_of({{"taken", i}}));
      checker.check(jobs[i]);
    }
    _exit(0);  // the kernel takes the memory back at once
  });
}

struct Listener {
  Worker worker;
  std::string pending;
  size_t taken = 0;
  bool any = false;
};

}  // namespace

void run_jobs(const std::vector<Job>& jobs, const WorkOptions& options, const std::function<void(const Json&)>& on_message) {
  SharedBoard board;
  std::vector<Listener> listeners;
  auto start = [&] {
    listeners.push_back({start_worker([&](int fd) { work(jobs, options, board, fd); }), "", 0, false});
  };
  for (unsigned i = 0; i < std::min<size_t>(options.jobs, jobs.size()); ++i) start();
  auto take = [&](Listener& listener, const Json& message) {
    if (message.contains("taken")) {
      listener.taken = message["taken"], listener.any = true;
      if (options.progress) options.progress->starts(jobs[listener.taken].file.path);
    } else if (message.contains("begins")) {
      if (options.progress) options.progress->begins(message["file"], message["begins"]);
    } else {
      if (options.progress && !message.contains("sources")) options.progress->ended(message);
      on_message(message);
    }
  };
  const int patience = options.progress && options.progress->watched() ? 200 : -1;  // milliseconds
  char part[65536];
  while (!listeners.empty()) {
    if (options.progress) options.progress->refresh();
    std::vector<pollfd> ready;
    for (const Listener& l : listeners) ready.push_back({l.worker.fd, POLLIN, 0});
    if (poll(ready.data(), ready.size(), patience) <= 0) continue;
    for (size_t i = ready.size(); i-- > 0;) {
      if (!ready[i].revents) continue;
      Listener& l = listeners[i];
      ssize_t got = read(l.worker.fd, part, sizeof part);
      if (got < 0) continue;
      l.pending.append(part, static_cast<size_t>(got));
      size_t begin = 0;
      for (size_t end; (end = l.pending.find('\n', begin)) != std::string::npos; begin = end + 1) {
        Json message = Json::parse(l.pending.begin() + static_cast<ptrdiff_t>(begin), l.pending.begin() + static_cast<ptrdiff_t>(end));
        take(l, message);
      }
      l.pending.erase(0, begin);
      if (got > 0) continue;
      close(l.worker.fd);
      int status = 0;
      waitpid(l.worker.pid, &status, 0);
      bool died = !WIFEXITED(status) || WEXITSTATUS(status) != 0;
      std::string file = l.any ? jobs[l.taken].file.path : "";
      listeners.erase(listeners.begin() + static_cast<ptrdiff_t>(i));
      if (died && !file.empty()) {
        on_message({{"file", file}, {"died", true}});
        start();
      }
    }
  }
}

}  // namespace nnscan::check
