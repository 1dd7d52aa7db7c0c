// Finds the most frequent mistake of all: the head of a compound statement without its `:`. The
// grammar recovers from it so badly that its own errors name other lines.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace nnscan::syntax {

constexpr const char* kMissingColon = "expected `:` at the end of this line";

// Where the colon should stand: behind the last character of the head.
std::optional<uint32_t> missing_colon(std::string_view text);

}  // namespace nnscan::syntax
