// The spellings of numbers and strings inside a pickle: decimal lines and escapes of protocol 0,
// little-endian integers of the later ones.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>

namespace nnscan::checkpoint {

// An int64, or nothing of that size: the caller keeps the spelling. Absent: not a number.
struct Integer {
  int64_t value = 0;
  bool fits = true;
};
std::optional<Integer> parse_decimal(std::string_view digits);
// Two's complement, little-endian, any length; empty is 0.
Integer parse_little_endian(std::string_view bytes);
std::optional<double> parse_float(std::string_view digits);

// The bytes between the quotes of a Python literal ('it\'s\n', \x escapes are bytes).
std::optional<std::string> parse_escapes(std::string_view text);
// The UTF-8 of Python's raw-unicode-escape: \uXXXX and \UXXXXXXXX, and nothing else.
std::optional<std::string> parse_unicode_escapes(std::string_view text);

}  // namespace nnscan::checkpoint
