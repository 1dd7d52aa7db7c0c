// The diagnostics as the exporter prints them, each with its line and calls.
#include <fmt/format.h>

#include "tools/check/formats/writers.h"

namespace nnscan::check {

std::string write_text(const Report& report, const FormatOptions& options) {
  std::string text;
  for (const Finding& f : report.findings) {
    text += render(f.diagnostic, report.sources, options.color);
    if (f.similar) text += fmt::format("  and {} more like it here, of other parts of the model\n", f.similar);
    if (f.entries.size() > 1 || (!f.entries.empty() && !f.diagnostic.span.valid())) {
      text += fmt::format("  in {}", f.entries[0]);
      if (f.entries.size() > 1) text += fmt::format(" and {} more", f.entries.size() - 1);
      text += "\n";
    }
  }
  return text;
}

}  // namespace nnscan::check
