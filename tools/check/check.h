// `nnscan check PATH...`: which models below the paths can be exported, and which lines are why not.
#pragma once

#include <set>
#include <string>
#include <vector>

#include "frontend/session.h"
#include "tools/check/codes.h"
#include "tools/check/discover.h"
#include "tools/check/glob.h"
#include "tools/check/worker.h"

namespace nnscan::check {

struct Settings {
  std::vector<std::string> paths;
  std::string config;           // a settings file; empty: the pyproject.toml above the first path
  std::set<std::string> given;  // options on the command line: settings files do not change them
  std::string format = "text", output = "-";
  Exclusion exclude;
  std::vector<std::string> select, ignore;  // lists of codes, separated by commas
  bool summary = false, statistics = false, exit_zero = false;
  bool quiet = false, verbose = false;
  unsigned jobs = 0;  // 0: as many as there are processors
  double seconds = 60;
  std::string baseline, write_baseline;
  bool use_cache = true;
  std::string cache_folder;  // empty: the user's own
  bool changed_only = false;
  std::string changed_since;  // a revision; empty: HEAD
  Options analysis;

  // From settings files only.
  struct FileIgnores {
    Glob files;
    Codes codes;
  };
  std::vector<FileIgnores> per_file_ignores;
  std::vector<Job> entries;  // configured ones, each with its file

  bool only_changed() const { return changed_only || !changed_since.empty(); }
};

// 0: nothing found; 1: something; 2: wrong usage, or a file that cannot be read.
int run(const Settings& options);

}  // namespace nnscan::check
