// The table of output formats. Adding one is its file and a row in format.cpp.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "emit/emit.h"

namespace nnscan {

struct Format {
  const char* name;     // what --emit takes
  bool text;            // may go to a terminal
  const char* summary;  // for --help
  EmitResult (*write)(const EmitInput&);
};

std::span<const Format> formats();
const Format* find_format(std::string_view name);  // null: no such format
std::string format_names(std::string_view separator = ", ");  // "onnx, onnxtxt, …"

}  // namespace nnscan
