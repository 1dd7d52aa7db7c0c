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
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <chrono>
#include <climits>
#include <cmath>
#include <cstdint>
#include <cstdio>
#include <memory>
#include <stdexcept>
#include <utility>
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

size_t memory_in_use() {
#if defined(__GLIBC__) && __GLIBC_PREREQ(2, 33)
  struct mallinfo2 info = mallinfo2();
  return info.uordblks + info.hblkhd;
#else
  return 0;
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

double processor_seconds() {
  double seconds = 0;
  for (int who : {RUSAGE_SELF, RUSAGE_CHILDREN}) {
    rusage usage{};
    getrusage(who, &usage);
    for (const timeval& part : {usage.ru_utime, usage.ru_stime})
      seconds += static_cast<double>(part.tv_sec) + static_cast<double>(part.tv_usec) * 1e-6;
  }
  return seconds;
}

Outcome in_child(const std::function<std::string()>& work, double seconds) {
  Series child([&](const Series::Say& say) { say(work()); });
  Outcome outcome = child.next(seconds);
  if (outcome.ok() && outcome.output.empty()) outcome.signal = SIGABRT;  // it ended without an answer
  return outcome;
}

Series::Series(const std::function<void(const Say& say)>& work)
    : child_(start_worker([&](int fd) {
        work([fd](const std::string& line) {
          if (!write_all(fd, line)) _exit(0);  // nobody listens any more
        });
      })) {}

Series::~Series() {
  if (child_.pid > 0) end();
}

// Ends the child if it has not ended; how it did.
int Series::end() {
  close(child_.fd);
  kill(child_.pid, SIGKILL);
  return wait_for(std::exchange(child_.pid, -1));
}

// Processor time of the child so far, where the system tells; else nothing, and the clock decides.
double Series::taken() const {
#ifdef __linux__
  clockid_t clock;
  timespec time{};
  if (clock_getcpuclockid(child_.pid, &clock) == 0 && clock_gettime(clock, &time) == 0)
    return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_nsec) * 1e-9;
#endif
  return 0;
}

Outcome Series::next(double seconds) {
  Outcome outcome;
  const double before = taken();
  const auto end_by_clock = Clock::now() + std::chrono::duration<double>(seconds * kClock);
  char part[65536];
  for (size_t searched = 0;;) {
    if (size_t at = pending_.find('\n', searched); at != std::string::npos) {
      outcome.output = pending_.substr(0, at + 1);
      pending_.erase(0, at + 1);
      return outcome;
    }
    searched = pending_.size();
    double left = std::min(seconds - (taken() - before),
                           std::chrono::duration<double>(end_by_clock - Clock::now()).count());
    if (left <= 0) {
      outcome.late = true;
      end();
      return outcome;
    }
    pollfd ready{child_.fd, POLLIN, 0};
    if (poll(&ready, 1, static_cast<int>(std::ceil(std::min(left, 3600.0) * 1000))) <= 0) continue;
    ssize_t got = read(child_.fd, part, sizeof part);
    if (got < 0 && errno == EINTR) continue;
    if (got > 0) {
      pending_.append(part, static_cast<size_t>(got));
      continue;
    }
    close(child_.fd);
    int status = wait_for(std::exchange(child_.pid, -1));
    if (WIFSIGNALED(status)) outcome.signal = WTERMSIG(status);
    if (WIFEXITED(status) && WEXITSTATUS(status) != 0) outcome.signal = SIGABRT;
    return outcome;
  }
}

}  // namespace nnscan::check
