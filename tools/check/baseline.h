// Findings that are known and accepted: a file of them, so that only new ones are reported.
//
// One is known again by its file (relative to the folder of the baseline), code, message, the
// function or class that it stands in and the text of its line. Line numbers change with every edit
// above.
#pragma once

#include "tools/check/discover.h"
#include "tools/check/report.h"

namespace nnscan::check {

// Takes the known findings out of the report. `stale`: those of the files that were checked, or
// that are gone, which no longer occur, a line each. What is wrong with the file is returned.
std::string apply_baseline(const std::string& file, const std::vector<SourcePath>& checked,
                           Report& report, std::vector<std::string>& stale);
// Writes all findings of the report; what went wrong.
std::string write_baseline(const std::string& file, const Report& report);

}  // namespace nnscan::check
