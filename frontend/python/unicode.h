// What Python's str methods and regular expressions ask of code points.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace nnscan::py {

bool is_alpha(char32_t c);
bool is_alnum(char32_t c);
bool is_digit(char32_t c);  // a decimal digit of any script
bool is_space(char32_t c);
bool is_printable(char32_t c);
bool is_upper(char32_t c);
bool is_lower(char32_t c);
char32_t to_lower(char32_t c);  // of one code point to one; others stay
char32_t to_upper(char32_t c);

std::u32string to_code_points(std::string_view utf8);
std::string to_utf8(std::u32string_view text);

}  // namespace nnscan::py
