// What a check is at, on standard error: with -v a line for each file and entry; else, when it takes
// long and a person watches a terminal, one line that changes.
#pragma once

#include <chrono>
#include <string>

#include "tools/check/wire.h"

namespace nnscan::check {

class Progress {
 public:
  Progress(bool verbose, bool quiet);
  ~Progress();  // takes the line away

  // What is to come, then what happens; of several files at once, what happened last is shown.
  void expect(size_t files) { files_ = files, file_ = 0; }
  void starts(const std::string& path);
  void begins(const std::string& path, const std::string& entry);
  void ended(const Json& message);  // as workers tell of an entry
  // To be called now and then, if somebody watches: something may have gone on for long.
  void refresh();
  bool watched() const { return style_ == Style::kLine; }

 private:
  enum class Style { kSilent, kLine, kLog };
  Style style_;
  size_t files_ = 0, file_ = 0;
  std::string now_;    // the line
  std::string shown_;  // what stands there of it
  std::chrono::steady_clock::time_point next_;  // no change before then
};

}  // namespace nnscan::check
