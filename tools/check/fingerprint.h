// What a finding is known by from one run to the next.
#pragma once

#include <string>
#include <vector>

#include "tools/check/report.h"

namespace nnscan::check {

// One for each finding of the report, in order, all different: code, file, message, and the text of
// its line, not the line's number, so that edits elsewhere in the file change nothing. Of several
// that agree in all that, each has its number.
std::vector<std::string> fingerprints(const Report& report);

}  // namespace nnscan::check
