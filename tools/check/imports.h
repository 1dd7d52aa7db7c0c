// Which files may import which, from their text alone.
#pragma once

#include <set>
#include <string>
#include <vector>

namespace nnscan::check {

// Those of `files` that import one of `changed`, or a file that does. An import statement that
// holds the name of a file, or of its folder for an `__init__.py`, counts: rather too many than too
// few.
std::set<std::string> importers_of(const std::set<std::string>& changed,
                                   const std::vector<std::string>& files);

}  // namespace nnscan::check
