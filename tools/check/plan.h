// What a check works on: the files below its paths, those of configured entries, and of all these
// perhaps only the changed ones.
#pragma once

#include "tools/check/check.h"
#include "tools/check/discover.h"

namespace nnscan::check {

struct Plan {
  Discovery found;
  // Whether it is over whole folders: who uses a function of theirs is then among the files.
  bool whole = false;
  std::string error, hint;

  std::vector<Job> jobs(const Settings& settings) const;
};

Plan make_plan(const Settings& settings);

}  // namespace nnscan::check
