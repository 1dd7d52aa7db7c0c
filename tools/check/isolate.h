// Work in processes of its own: what it breaks, uses or takes too long for, ends there.
#pragma once

#include <sys/types.h>

#include <functional>
#include <string>

namespace nnscan::check {

struct Outcome {
  std::string output;  // what the work wrote
  int signal = 0;      // that ended it; 0: none
  bool late = false;   // it was ended after `seconds`
  bool ok() const { return signal == 0 && !late; }
};

// Forks, runs `work` in the child and gives what it returned.
Outcome in_child(const std::function<std::string()>& work, double seconds);

// A child that goes on by itself and writes lines to `fd`; the parent reads them.
struct Worker {
  pid_t pid = -1;
  int fd = -1;
};
// Puts the memory of this process, from now on, on huge pages where the system has them: a fork copies one
// entry for each page, and a child faults once for each. To be called before threads start.
void prepare_to_fork();

Worker start_worker(const std::function<void(int fd)>& work);
// Everything, or false.
bool write_all(int fd, std::string_view text);

}  // namespace nnscan::check
