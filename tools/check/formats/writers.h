// The functions behind the table of formats, each in a file of its name.
#pragma once

#include "tools/check/formats.h"
#include "tools/check/formats/places.h"

namespace nnscan::check {

std::string write_text(const Report& report, const FormatOptions& options);
std::string write_concise(const Report& report, const FormatOptions& options);
std::string write_json(const Report& report, const FormatOptions& options);
std::string write_sarif(const Report& report, const FormatOptions& options);
std::string write_github(const Report& report, const FormatOptions& options);
std::string write_gitlab(const Report& report, const FormatOptions& options);
std::string write_junit(const Report& report, const FormatOptions& options);

}  // namespace nnscan::check
