// The format mini-language of Python's format() for strings, integers and floats. A bad
// specification leaves a message in `error`.
#pragma once

#include <cstdint>
#include <string>

namespace nnscan::py {

std::string format_string(const std::string& text, const std::string& spec, std::string& error);
std::string format_int(int64_t value, const std::string& spec, std::string& error);
std::string format_float(double value, const std::string& spec, std::string& error);
std::string float_repr(double value);
std::string string_repr(const std::string& text);

}  // namespace nnscan::py
