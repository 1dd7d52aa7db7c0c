#include "tools/check/selection.h"

#include <algorithm>

namespace nnscan::check {

Selection selection_of(const Settings& settings, std::string& problem) {
  std::string in_select, in_ignore;
  Selection selection{split_codes(settings.select, in_select),
                      split_codes(settings.ignore, in_ignore), settings.per_file_ignores};
  if (!in_select.empty())
    problem = "--select: " + in_select;
  else if (!in_ignore.empty())
    problem = "--ignore: " + in_ignore;
  return selection;
}

void apply_selection(Report& report, const Selection& selection) {
  std::erase_if(report.findings, [&](const Finding& f) {
    const Diagnostic& d = f.diagnostic;
    if (!selects(selection.select, selection.ignore, d.code)) return true;
    if (!d.span.valid()) return false;
    const SourceFile& file = report.sources[d.span.file];
    return std::any_of(selection.per_file.begin(), selection.per_file.end(),
                       [&](const Settings::FileIgnores& ignores) {
                         return match(ignores.codes, d.code) > 0 && ignores.files.covers(file.path);
                       });
  });
}

}  // namespace nnscan::check
