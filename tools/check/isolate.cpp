#include "tools/check/isolate.h"

#include <poll.h>
#include <signal.h>
#ifdef __linux__
#include <sys/prctl.h>
#endif
#ifdef __GLIBC__
#include <malloc.h>
#include <sys/mman.h>
#endif
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <chrono>
#include <climits>
#include <cstdint>
#include <cstdio>
#include <memory>
#include <stdexcept>
#include <vector>

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

void prepare_to_fork() {
#ifdef __GLIBC__
  constexpr size_t kReserved = size_t{1} << 30;  // bytes of address space, not of memory
  constexpr size_t kHugePage = size_t{2} << 20, kStep = 64 << 10;
  mallopt(M_ARENA_MAX, 1);
  mallopt(M_TOP_PAD, static_cast<int>(kReserved));
  mallopt(M_TRIM_THRESHOLD, INT_MAX);
  mallopt(M_MMAP_THRESHOLD, 16 << 20);
  auto end_of_heap = [] { return reinterpret_cast<uintptr_t>(sbrk(0)); };
  const uintptr_t before = end_of_heap();
  std::vector<std::unique_ptr<char[]>> taken;
  while (end_of_heap() == before && taken.size() < 1024) taken.push_back(std::make_unique_for_overwrite<char[]>(kStep));
  uintptr_t begin = (before + kHugePage - 1) & ~(kHugePage - 1), end = end_of_heap();
  if (end > begin) madvise(reinterpret_cast<void*>(begin), end - begin, MADV_HUGEPAGE);
#endif
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
