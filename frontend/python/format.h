// The format mini-language of Python's format() for strings, integers and floats. A bad
// specification leaves a message in `error`.
#pragma once

#include <cstdint>
#include <functional>
#include <string>

namespace nnscan::py {

std::string format_string(const std::string& text, const std::string& spec, std::string& error);
std::string format_int(int64_t value, const std::string& spec, std::string& error);
// The digits come from a function of the base, 2, 8, 10 or 16, without sign.
std::string format_digits(bool negative, const std::function<std::string(unsigned)>& digits,
                          const std::string& spec, std::string& error);
std::string format_float(double value, const std::string& spec, std::string& error);
std::string float_repr(double value);
std::string string_repr(const std::string& text);
std::string ascii_only(const std::string& text);  // the rest as escapes

}  // namespace nnscan::py
