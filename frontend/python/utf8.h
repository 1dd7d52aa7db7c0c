// Python strings index code points; ours are UTF-8.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace nnscan::py {

bool is_ascii(std::string_view text);
size_t utf8_length(std::string_view text);  // in code points
std::vector<std::string_view> utf8_chars(std::string_view text);
std::string utf8_encode(uint32_t code_point);
uint32_t utf8_decode(std::string_view character);  // of one character

}  // namespace nnscan::py
