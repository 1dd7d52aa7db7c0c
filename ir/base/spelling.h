// What a misspelt name was meant to be, for hints.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace nnscan {

// The nearest of the candidates, by insertions, deletions, substitutions and exchanges of neighbours, of which
// CPython's hints count a change of case as half of one; empty where none is near, or the name is one of them.
std::string meant_by(std::string_view name, const std::vector<std::string>& candidates);
// The same for a name that may well be right, as one of torch's that is not supported: a slip of the
// finger, and nothing that makes another name of torch's of it (`conv2d` and `conv3d`).
std::string slip_of(std::string_view name, const std::vector<std::string>& candidates);
std::string did_you_mean(const std::string& meant);  // empty for an empty one

}  // namespace nnscan
