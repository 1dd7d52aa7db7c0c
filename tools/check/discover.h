// Which files a check reads.
#pragma once

#include <string>
#include <vector>

#include "tools/check/glob.h"

namespace nnscan::check {

struct SourcePath {
  std::string path;  // absolute
  std::string root;  // the folder that its imports start from: above its outermost package
};

struct Discovery {
  std::vector<SourcePath> files;  // sorted by root, then path; no repeats
  std::vector<std::string> others;  // Python files whose text names no module
  std::string error;              // a path that cannot be read
};

// What a check leaves out.
struct Exclusion {
  std::vector<Glob> globs;
  bool named_too = false;  // also paths that are named outright
};

// The Python files at and below `paths` whose text can define an nn.Module. Hidden folders,
// virtual environments, caches and what `exclude` matches are left out below a folder; where named
// outright, only what `exclude` says so of.
Discovery discover(const std::vector<std::string>& paths, const Exclusion& exclude);

// One file, whatever its text.
SourcePath source_path(const std::string& path);

}  // namespace nnscan::check
