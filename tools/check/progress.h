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

  void expect(size_t files) { files_ = files, file_ = 0; }
  void starts(const std::string& path);  // a file
  void ended(const Json& message);       // an entry, as workers tell of it

 private:
  void show(const std::string& what);

  enum class Style { kSilent, kLine, kLog };
  Style style_;
  size_t files_ = 0, file_ = 0;
  bool shown_ = false;
  std::chrono::steady_clock::time_point next_;  // not before then
};

}  // namespace nnscan::check
