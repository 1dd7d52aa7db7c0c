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

// The Python files at and below `paths` whose text can define an nn.Module. Hidden folders,
// virtual environments, caches and what `exclude` matches are left out below a folder, never where
// named outright.
Discovery discover(const std::vector<std::string>& paths, const std::vector<Glob>& exclude);

// One file, whatever its text.
SourcePath source_path(const std::string& path);

}  // namespace nnscan::check
