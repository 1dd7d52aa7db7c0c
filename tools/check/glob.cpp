#include "tools/check/glob.h"

#include <fnmatch.h>

#include <filesystem>

namespace nnscan::check {

namespace fs = std::filesystem;

namespace {

fs::path relative_to(const std::string& folder, const std::string& path) {
  std::error_code error;
  return fs::path(path).lexically_proximate(folder.empty() ? fs::current_path(error)
                                                           : fs::path(folder));
}

bool is_match(std::string pattern, const fs::path& relative) {
  if (pattern.starts_with("./")) pattern.erase(0, 2);
  if (pattern.size() > 1 && pattern.back() == '/') pattern.pop_back();
  return fnmatch(pattern.c_str(), relative.filename().c_str(), 0) == 0 ||
         fnmatch(pattern.c_str(), relative.c_str(), 0) == 0;
}

}  // namespace

bool Glob::matches(const std::string& path) const {
  return is_match(pattern, relative_to(folder, path));
}

bool Glob::covers(const std::string& path) const {
  for (fs::path at = relative_to(folder, path); at.has_filename(); at = at.parent_path())
    if (is_match(pattern, at)) return true;
  return false;
}

}  // namespace nnscan::check
