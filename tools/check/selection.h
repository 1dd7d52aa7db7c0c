// Which findings somebody wants to hear of: --select, --ignore, per-file-ignores.
#pragma once

#include "tools/check/check.h"
#include "tools/check/report.h"

namespace nnscan::check {

struct Selection {
  Codes select, ignore;
  std::vector<Settings::FileIgnores> per_file;
};
// What the settings say; `problem` is what is wrong with it.
Selection selection_of(const Settings& settings, std::string& problem);
void apply_selection(Report& report, const Selection& selection);

}  // namespace nnscan::check
