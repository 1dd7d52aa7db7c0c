// Which files a check reads.
#pragma once

#include <string>
#include <vector>

namespace nnscan::check {

struct SourcePath {
  std::string path;  // absolute
  std::string root;  // the folder that its imports start from: above its outermost package
};

struct Discovery {
  std::vector<SourcePath> files;  // sorted by root, then path; no repeats
  size_t skipped = 0;             // Python files whose text names no module
  std::string error;              // a path that cannot be read
};

// The Python files at and below `paths` whose text can define an nn.Module. Hidden folders,
// virtual environments, caches and what `exclude` matches (glob over the path relative to the
// working directory, or a folder's name) are left out below a folder, never where named outright.
Discovery discover(const std::vector<std::string>& paths, const std::vector<std::string>& exclude);

}  // namespace nnscan::check
