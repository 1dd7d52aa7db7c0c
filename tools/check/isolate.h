// Work in processes of its own: what it breaks, uses or takes too long for, ends there.
#pragma once

#include <sys/types.h>

#include <functional>
#include <string>

namespace nnscan::check {

struct Outcome {
  std::string output;  // what the work gave
  int signal = 0;      // that ended it; 0: none
  bool late = false;   // it was ended because it took too long
  bool ok() const { return signal == 0 && !late; }
};

// Time limits count the time of processors, of which a busy machine gives less in a second; by the clock
// the work may take kClock times as long.
constexpr double kClock = 10;
// What this process, and those that it has waited for, have taken so far.
double processor_seconds();

// Forks, runs `work` in the child and gives what it returned, one line.
Outcome in_child(const std::function<std::string()>& work, double seconds);

// A child that goes on by itself and writes lines to `fd`; the parent reads them.
struct Worker {
  pid_t pid = -1;
  int fd = -1;
};
// Puts the memory of this process, from now on, on huge pages where the system has them: a fork copies one
// entry for each page, and a child faults once for each. To be called before threads start.
void prepare_to_fork();

// Bytes that were allocated and not freed, where the system counts them; else 0.
size_t memory_in_use();

Worker start_worker(const std::function<void(int fd)>& work);
// Everything, or false.
bool write_all(int fd, std::string_view text);

// A child that does one thing after another and says a line of each. It ends with this object.
class Series {
 public:
  using Say = std::function<void(const std::string& line)>;
  explicit Series(const std::function<void(const Say& say)>& work);
  ~Series();
  Series(const Series&) = delete;

  // The next line. None, though all is well: there is nothing more.
  Outcome next(double seconds);

 private:
  double taken() const;
  int end();
  Worker child_;
  std::string pending_;
};

}  // namespace nnscan::check
