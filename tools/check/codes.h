// Which codes somebody means: `NN401`, or the start of several, such as the family `NN4`.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "ir/base/diagnostic.h"

namespace nnscan::check {

using Codes = std::vector<std::string>;  // codes and starts of codes

// "", or what is wrong with it: nothing begins so.
std::string problem_with_code(const std::string& code);
// `NN1, NN2`, several texts of which are one list. The first problem is written to `problem`.
Codes split_codes(const std::vector<std::string>& texts, std::string& problem);

// How long the longest of `codes` is that means this one; 0: none does.
size_t match(const Codes& codes, Code code);
// Whether a selection reports it. What names it more closely counts, and ignoring where both do as
// much. An empty `select` is everything.
bool selects(const Codes& select, const Codes& ignore, Code code);

}  // namespace nnscan::check
