// Patterns for paths, as settings and options write them.
#pragma once

#include <string>

namespace nnscan::check {

// Matches a file or folder by its name, or by its path relative to the folder that the pattern is
// written for; `*` goes over slashes.
struct Glob {
  std::string pattern;
  std::string folder;  // absolute; empty: the working directory

  bool matches(const std::string& path) const;
  // Or a folder that it is in.
  bool covers(const std::string& path) const;
};

}  // namespace nnscan::check
