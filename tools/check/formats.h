// How a report is written: one function a format, each in a file of its own below formats/.
#pragma once

#include <span>
#include <string>

#include "tools/check/report.h"

namespace nnscan::check {

struct FormatOptions {
  bool color = false;
};
struct Format {
  const char* name;
  bool for_people;  // tables and the closing line go with it
  std::string (*write)(const Report&, const FormatOptions&);
};
// The first is the default.
std::span<const Format> formats();
// By name; null: there is none.
const Format* format_named(std::string_view name);
std::string format_names(std::string_view separator);

}  // namespace nnscan::check
