// What is said of a report as a whole, for people.
#pragma once

#include <string>

#include "tools/check/report.h"

namespace nnscan::check {

std::string summary_table(const Report& report);     // the verdict on each entry
std::string statistics_table(const Report& report);  // findings by code, most frequent first
std::string closing_line(const Report& report);

}  // namespace nnscan::check
