// One line a finding, as compilers print them: what editors jump by and `grep` counts.
#include <fmt/format.h>

#include "tools/check/formats/writers.h"

namespace nnscan::check {

namespace {

// File names and messages may hold line breaks.
std::string one_line(std::string text) {
  for (char& c : text)
    if (static_cast<unsigned char>(c) < 0x20 || c == 0x7f) c = ' ';
  return text;
}

}  // namespace

std::string write_concise(const Report& report, const FormatOptions&) {
  std::string text;
  for (const Finding& f : report.findings) {
    const CodeInfo& code = info(f.diagnostic.code);
    Span span = span_of(f, report);
    std::string place = "nnscan";
    if (span.valid()) {
      Position at = report.sources.start(span);
      place = fmt::format("{}:{}:{}", file_of(span, report.sources), at.line, at.column);
    }
    text += one_line(fmt::format("{}: {}[{}]: {}", place, name_of(code.severity), code.id, f.diagnostic.message)) + "\n";
  }
  return text;
}

}  // namespace nnscan::check
