#include "tools/check/worker.h"

#include <poll.h>
#include <signal.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <new>

#include "emit/emit.h"
#include "frontend/python/interp.h"
#include "tools/check/file_checker.h"
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

void work(const std::vector<Job>& jobs, const WorkOptions& options, SharedBoard& board, int fd) {
  prepare_to_fork();
  py::on_deep_stack([&] {
    prepare_emission();
    FileChecker checker(options, [fd](const Json& message) {
      if (!write_all(fd, line_of(message))) _exit(0);  // nobody listens any more
    });
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

// The parent's side: reads what workers say until all have ended, and starts another where one died.
class Team {
 public:
  Team(const std::vector<Job>& jobs, const WorkOptions& options, const std::function<void(const Json&)>& on_message)
      : jobs_(jobs), options_(options), on_message_(on_message) {}

  void run() {
    for (unsigned i = 0; i < std::min<size_t>(options_.jobs, jobs_.size()); ++i) start();
    const int patience = options_.progress && options_.progress->watched() ? 200 : -1;  // milliseconds
    while (!listeners_.empty()) {
      if (options_.progress) options_.progress->refresh();
      std::vector<pollfd> ready;
      for (const Listener& l : listeners_) ready.push_back({l.worker.fd, POLLIN, 0});
      if (poll(ready.data(), ready.size(), patience) <= 0) continue;
      for (size_t i = ready.size(); i-- > 0;)
        if (ready[i].revents && !listen(listeners_[i])) bury(i);
    }
  }

 private:
  void start() {
    listeners_.push_back({start_worker([&](int fd) { work(jobs_, options_, board_, fd); }), "", 0, false});
  }

  // False at the end of what it says.
  bool listen(Listener& l) {
    char part[65536];
    ssize_t got = read(l.worker.fd, part, sizeof part);
    if (got < 0) return true;
    l.pending.append(part, static_cast<size_t>(got));
    size_t begin = 0;
    for (size_t end; (end = l.pending.find('\n', begin)) != std::string::npos; begin = end + 1)
      take(l, Json::parse(l.pending.begin() + static_cast<ptrdiff_t>(begin), l.pending.begin() + static_cast<ptrdiff_t>(end)));
    l.pending.erase(0, begin);
    return got > 0;
  }

  void take(Listener& listener, const Json& message) {
    Progress* progress = options_.progress;
    if (message.contains("taken")) {
      listener.taken = message["taken"], listener.any = true;
      if (progress) progress->starts(jobs_[listener.taken].file.path);
    } else if (message.contains("begins")) {
      if (progress) progress->begins(message["file"], message["begins"]);
    } else {
      if (progress && !message.contains("sources")) progress->ended(message);
      on_message_(message);
    }
  }

  void bury(size_t at) {
    const Listener l = std::move(listeners_[at]);
    listeners_.erase(listeners_.begin() + static_cast<ptrdiff_t>(at));
    close(l.worker.fd);
    int status = 0;
    waitpid(l.worker.pid, &status, 0);
    bool died = !WIFEXITED(status) || WEXITSTATUS(status) != 0;
    if (!died || !l.any) return;
    on_message_({{"file", jobs_[l.taken].file.path}, {"died", true}});
    start();
  }

  const std::vector<Job>& jobs_;
  const WorkOptions& options_;
  const std::function<void(const Json&)>& on_message_;
  SharedBoard board_;
  std::vector<Listener> listeners_;
};

}  // namespace

void run_jobs(const std::vector<Job>& jobs, const WorkOptions& options, const std::function<void(const Json&)>& on_message) {
  Team(jobs, options, on_message).run();
}

}  // namespace nnscan::check
