// Which files git says are changed.
#pragma once

#include <set>
#include <string>
#include <vector>

namespace nnscan::check {

struct Changed {
  std::set<std::string> files;  // absolute, links followed
  std::string error, hint;      // there is no git, no repository, no such revision
};

// Files of the repositories that hold `paths` which differ from HEAD, staged or not, and those that
// git does not know and does not ignore. With `since`, also what was committed after HEAD's branch
// left that revision.
Changed changed_files(const std::vector<std::string>& paths, const std::string& since);

}  // namespace nnscan::check
