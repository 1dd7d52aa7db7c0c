// Names and constants in the text form, written and read: what text_print.cpp and text_parse.cpp
// agree on.
#pragma once

#include <string>
#include <string_view>

#include "ir/constant.h"

namespace nnscan::text_form {

inline constexpr int64_t kShortLength = 8;  // constants up to here stand where they are used

bool is_name_character(char c);
// Bare where letters, digits, `_` and `.` suffice, else quoted.
std::string name(std::string_view name);
std::string quoted(std::string_view text);

// Shortest digits that give the number back; floats always show that they are.
std::string number(double value);
std::string number(float value);

// `0.5` for rank 0, `splat(0.5)` where all elements have the same bits, else `[0.5, 1.0]`.
std::string elements(const Constant& constant);
// Whether the constant stands where it is used.
bool is_short(const Constant& constant);
// One element from its text; false if it is none of that dtype.
bool read_element(DType dtype, std::string_view text, std::byte* to);

}  // namespace nnscan::text_form
