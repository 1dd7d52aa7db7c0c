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
#include "frontend/torch/advice.h"
#include "frontend/torch/entry.h"
#include "frontend/torch/parameters.h"
#include "frontend/torch/workspace.h"
#include "tools/check/isolate.h"
#include "tools/check/trials.h"
#include "tools/report.h"

namespace nnscan::check {

namespace {

constexpr int kMaxAttempts = 64;
constexpr const char* kOfArguments[] = {"`TypeError", "`ValueError", "`AssertionError", "NoneType"};

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

Json diagnostics_of(const Session& session, size_t from = 0) {
  Json all = Json::array();
  for (size_t i = from; i < session.sink.all().size(); ++i) all.push_back(to_json(session.sink.all()[i], session.sources));
  return all;
}

// Defaults are often None where a value is needed after all: a constructor that will not do without
// says so by raising an exception.
bool is_for_want_of_arguments(const Json& result) {
  if (result["outcome"] != "not built" || result["diagnostics"].empty()) return false;
  const Json& d = result["diagnostics"][0];
  if (d["code"] != static_cast<int>(Code::kPythonRaised)) return false;
  const std::string message = d["message"];
  return std::any_of(std::begin(kOfArguments), std::end(kOfArguments),
                     [&](const char* part) { return message.find(part) != std::string::npos; });
}

// Where the classes of a module and of all its submodules are defined.
Json classes_of(torch::Workspace& workspace, py::Value module) {
  Json classes = Json::array();
  workspace.guarded("the model's modules", [&] {
    std::set<const py::ClassObj*> seen;
    for (const py::Obj* each : torch::modules_of(workspace.interp(), module))
      for (const py::ClassObj* cls : each->cls->mro)
        if (seen.insert(cls).second && cls->span.valid() && !workspace.session().sources[cls->span.file].is_prelude)
          classes.push_back(to_json(cls->span, workspace.session().sources));
  });
  return classes;
}

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

  Json described(const torch::Entry& entry) const {
    return {{"name", entry.name}, {"call", entry.name}, {"kind", entry.kind},
            {"span", to_json(entry.span, workspace_->session().sources)}, {"configured", false},
            {"module", entry.gives_module},
            {"parameters", entry.kind == "class" && !entry.arguments.empty() && entry.arguments != "()"}};
  }

  void check(const Job& job, const torch::Entry& entry) {
    for (const Wanted& wanted : job.wanted)
      if (wanted.configured && wanted.name == entry.name) return;
    Json message{{"file", job.file.path}, {"entry", described(entry)}};
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
    message["entry"] = described(entry);
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
    Json result = in_own_process(request, wanted.configured);
    if (!wanted.configured && wanted.call == wanted.name && message["entry"]["parameters"] && is_for_want_of_arguments(result)) {
      result["outcome"] = "needs arguments";
      result["reason"] = result["diagnostics"][0]["message"];
      result["diagnostics"] = Json::array();
    }
    message.update(result);
    message["seconds"] = std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
    send(message);
    prepare_next(result);
  }

  Json in_own_process(const torch::AnalysisRequest& request, bool configured) {
    Outcome outcome = in_child([&] { return line_of(built_and_run(request, configured)); }, options_.seconds);
    return outcome.ok() ? Json::parse(outcome.output) : broken(outcome);
  }

  // What an analysis read will be read by the next one too: then it is there already.
  void prepare_next(const Json& result) {
    for (const Json& name : result.value("imported", Json::array()))
      workspace_->guarded("an imported file", [&] { workspace_->interp().import_module(name, false); });
    for (const Json& name : result.value("missing", Json::array())) workspace_->interp().missing_packages.insert(name);
    for (const Json& path : result.value("asked", Json::array())) workspace_->interp().asked_paths.insert(path);
  }

  // What follows runs in children: the session is spoiled afterwards.

  Json built_and_run(const torch::AnalysisRequest& request, bool configured) {
    Session& session = workspace_->session();
    py::Interp& in = workspace_->interp();
    size_t reports = session.sink.size();
    std::set<std::string> before;
    for (const auto& [name, module] : in.modules) before.insert(name);
    in.restart_steps();
    Json result;
    torch::Built built = workspace_->build(file_, request, nullptr);
    if (built.module.is_unbound()) {
      const char* outcome = "not built";
      if (session.sink.size() > reports) {
        const Diagnostic& first = session.sink.all()[reports];
        if (first.code == Code::kEntryNotAModule) outcome = "no module";
        // `def block(**kwargs)`: that it hands on what it was not given shows in the call only.
        else if (first.code == Code::kPythonRaised && first.message.find("() missing ") != std::string::npos) outcome = "needs arguments";
      }
      result = {{"outcome", outcome}, {"diagnostics", Json::array()}};
      if (outcome != std::string("needs arguments")) result["diagnostics"] = diagnostics_of(session, reports);
    } else {
      result = {{"outcome", "refused"}, {"diagnostics", diagnostics_of(session, reports)}};
      if (built.ok && !configured && !torch::has_forward(in, built.module)) result["outcome"] = "no forward";
      else if (built.ok) result = analysed(built, request);
      result["classes"] = classes_of(*workspace_, built.module);
    }
    std::set<std::string> imported;
    for (const auto& [name, module] : in.modules)
      if (!before.count(name)) imported.insert(name);
    for (const Json& name : result.value("imported", Json::array())) imported.insert(name);
    result["imported"] = imported;
    result["missing"] = in.missing_packages;
    result["asked"] = in.asked_paths;
    return result;
  }

  // As the entry is declared, or with what is found out of its inputs.
  Json analysed(const torch::Built& built, const torch::AnalysisRequest& request) {
    auto run = [&](const torch::AnalysisRequest& one, torch::Learnt& learnt) { return settled(built, one, learnt); };
    if (!request.inputs.empty()) {
      torch::Learnt learnt;
      return run(request, learnt);
    }
    Json result = Trials(run, sizes_named_by(workspace_->interp(), built.module)).result(request);
    if (std::string what = result.value("supposed", ""); !what.empty()) add_supposed(result, what);
    return result;
  }

  void add_supposed(Json& result, const std::string& what) {
    Json d = to_json({Code::kAssumption, {}, "the graph is exact under the assumption that " + what, "", {}, {}},
                     workspace_->session().sources);
    d["span"] = result["place"];
    result["assumptions"].push_back(d);
  }

  // Runs of forward until one teaches nothing more about the inputs.
  Json settled(const torch::Built& built, const torch::AnalysisRequest& request, torch::Learnt& learnt) {
    Json refused;
    for (int attempts = 0; attempts < kMaxAttempts; ++attempts) {
      Outcome outcome = in_child([&] { return line_of(forward(built, request, learnt)); }, options_.seconds);
      if (!outcome.ok()) return broken(outcome);
      Json result = Json::parse(outcome.output);
      if (!result.contains("learnt")) return prefer_refusals(std::move(result), refused);
      learnt = learnt_from(result["learnt"]);
      refused = std::move(result["refused"]);
    }
    return {{"outcome", "refused"}};
  }

  // As an export does: what is learnt behind a refusal may be wrong, and an exception come of that.
  static Json prefer_refusals(Json result, Json& refused) {
    auto raised = [](const Json& d) {
      auto code = static_cast<Code>(d["code"].get<int>());
      return code == Code::kPythonRaised || code == Code::kShapeMismatch || code == Code::kDTypeMismatch;
    };
    const Json& found = result["diagnostics"];
    if (!refused.empty() && std::any_of(found.begin(), found.end(), raised)) result["diagnostics"] = std::move(refused);
    return result;
  }

  Json forward(const torch::Built& built, const torch::AnalysisRequest& request, torch::Learnt& learnt) {
    Session& session = workspace_->session();
    size_t reports = session.sink.size(), assumptions = session.graph.assumptions.size();
    std::set<std::string> before;
    for (const auto& [name, module] : workspace_->interp().modules) before.insert(name);
    torch::Attempt attempt = workspace_->forward(file_, built, request, learnt);
    if (attempt.again) return {{"learnt", to_json(learnt)}, {"refused", diagnostics_of(session, reports)}};
    std::vector<Assumption> assumed(session.graph.assumptions.begin() + static_cast<ptrdiff_t>(assumptions),
                                    session.graph.assumptions.end());
    if (!session.sink.has_errors()) {
      EmitOptions emission;
      emission.opset = request.options.opset;
      EmitResult written = try_emit(session.graph, session.dims, session.sources, emission);
      for (Diagnostic& d : nnscan::diagnostics_of(session, written)) session.sink.report(std::move(d));
      if (!written.ok() && !session.sink.has_errors())
        session.sink.report({Code::kInternal, attempt.place, written.error, "please report this with the model file", {}, {}});
      assumed.insert(assumed.end(), written.assumptions.begin(), written.assumptions.end());
    }
    bool refused = session.sink.has_errors();
    if (!refused) torch::advise(workspace_->interp(), built);
    Json result{{"outcome", refused ? "refused" : "graph"}, {"diagnostics", diagnostics_of(session, reports)},
                {"assumptions", Json::array()}, {"imported", Json::array()},
                {"place", to_json(attempt.place, session.sources)}, {"inputs", attempt.inputs},
                {"kept", attempt.kept}};
    if (!attempt.open.empty()) result["open"] = to_json(attempt.open);
    for (const auto& [name, module] : workspace_->interp().modules)
      if (!before.count(name)) result["imported"].push_back(name);
    if (!refused)
      for (const Assumption& a : assumed) result["assumptions"].push_back(to_json(nnscan::assumed(a), session.sources));
    return result;
  }

  Json broken(const Outcome& outcome) const {
    Diagnostic d{outcome.late ? Code::kLimitSteps : Code::kInternal,
                 {file_->file, 0, 0},
                 outcome.late ? "the analysis took longer than " + std::to_string(static_cast<int>(options_.seconds)) + " s"
                              : "the analysis ended by signal " + std::to_string(outcome.signal),
                 outcome.late ? "" : "please report this with the model file", {}, {}};
    return {{"outcome", "refused"}, {"diagnostics", Json::array({to_json(d, workspace_->session().sources)})}, {"broken", true}};
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
