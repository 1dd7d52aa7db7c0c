#include "tools/check/isolate.h"

#include <poll.h>
#include <signal.h>
#ifdef __linux__
#include <sys/prctl.h>
#endif
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <chrono>
#include <cstdio>
#include <stdexcept>

namespace nnscan::check {

namespace {

using Clock = std::chrono::steady_clock;

int wait_for(pid_t pid) {
  int status = 0;
  while (waitpid(pid, &status, 0) < 0 && errno == EINTR) {
  }
  return status;
}

}  // namespace

bool write_all(int fd, std::string_view text) {
  while (!text.empty()) {
    ssize_t written = write(fd, text.data(), text.size());
    if (written < 0 && errno == EINTR) continue;
    if (written <= 0) return false;
    text.remove_prefix(static_cast<size_t>(written));
  }
  return true;
}

Worker start_worker(const std::function<void(int fd)>& work) {
  int ends[2];
  if (pipe(ends) != 0) throw std::runtime_error("no pipe to a worker");
  std::fflush(nullptr);  // a child must not write what its parent has buffered
  pid_t pid = fork();
  if (pid < 0) throw std::runtime_error("no process for a worker");
  if (pid == 0) {
#ifdef __linux__
    prctl(PR_SET_PDEATHSIG, SIGKILL);  // whoever is ended takes its children along
#endif
    close(ends[0]);
    int status = 0;
    try {
      work(ends[1]);
    } catch (...) {
      status = 3;
    }
    close(ends[1]);
    _exit(status);
  }
  close(ends[1]);
  return {pid, ends[0]};
}

Outcome in_child(const std::function<std::string()>& work, double seconds) {
  Worker child = start_worker([&](int fd) { write_all(fd, work()); });
  Outcome outcome;
  auto end = Clock::now() + std::chrono::duration<double>(seconds);
  char part[65536];
  while (true) {
    auto left = std::chrono::duration_cast<std::chrono::milliseconds>(end - Clock::now()).count();
    pollfd ready{child.fd, POLLIN, 0};
    int seen = left > 0 ? poll(&ready, 1, static_cast<int>(left)) : 0;
    if (seen < 0 && errno == EINTR) continue;
    if (seen <= 0) {
      outcome.late = true;
      kill(child.pid, SIGKILL);
      break;
    }
    ssize_t got = read(child.fd, part, sizeof part);
    if (got < 0 && errno == EINTR) continue;
    if (got <= 0) break;
    outcome.output.append(part, static_cast<size_t>(got));
  }
  close(child.fd);
  int status = wait_for(child.pid);
  if (WIFSIGNALED(status) && !outcome.late) outcome.signal = WTERMSIG(status);
  if (WIFEXITED(status) && WEXITSTATUS(status) != 0) outcome.signal = SIGABRT;
  return outcome;
}

}  // namespace nnscan::check
