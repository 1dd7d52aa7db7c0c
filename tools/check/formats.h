// How a report is written: one function a format.
#pragma once

#include <span>
#include <string>

#include "tools/check/report.h"

namespace nnscan::check {

struct FormatOptions {
  bool color = false;
  bool summary = false;
};
struct Format {
  const char* name;
  std::string (*write)(const Report&, const FormatOptions&);
};
// The first is the default.
std::span<const Format> formats();

}  // namespace nnscan::check
