// `nnscan check PATH...`: which models below the paths can be exported, and which lines are why not.
#pragma once

#include <string>
#include <vector>

#include "frontend/session.h"

namespace nnscan::check {

struct Settings {
  std::vector<std::string> paths;
  std::string format = "text", output = "-";
  std::vector<std::string> exclude;
  bool summary = false, statistics = false, exit_zero = false;
  bool quiet = false, verbose = false;
  unsigned jobs = 0;  // 0: as many as there are processors
  double seconds = 60;
  Options analysis;
};

// 0: nothing found; 1: something; 2: wrong usage, or a file that cannot be read.
int run(const Settings& options);

}  // namespace nnscan::check
