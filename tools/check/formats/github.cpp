// Workflow commands of GitHub's runner, which shows them at their lines of a pull request:
// https://docs.github.com/actions/reference/workflows-and-actions/workflow-commands
#include <fmt/format.h>

#include "tools/check/formats/writers.h"

namespace nnscan::check {

namespace {

std::string escaped(std::string_view text, bool property) {
  std::string result;
  for (char c : text) {
    bool special = c == '%' || c == '\r' || c == '\n' || (property && (c == ':' || c == ','));
    if (special) result += fmt::format("%{:02X}", static_cast<unsigned char>(c));
    else result += c;
  }
  return result;
}

const char* command_of(Severity severity) {
  return severity == Severity::kNote ? "notice" : name_of(severity);
}

}  // namespace

std::string write_github(const Report& report, const FormatOptions&) {
  std::string text;
  for (const Finding& f : report.findings) {
    const CodeInfo& code = info(f.diagnostic.code);
    std::string place;  // the order of all is that of GitHub's toolkit
    if (Span span = span_of(f, report); span.valid()) {
      Region at = region_of(span, report.sources);
      place = fmt::format(",file={},line={},endLine={}", escaped(file_of(span, report.sources), true), at.line, at.end_line);
      // The runner drops columns of more than one line, with a warning.
      if (at.line == at.end_line) place += fmt::format(",col={},endColumn={}", at.column, at.end_column);
    }
    text += fmt::format("::{} title={}{}::{}\n", command_of(code.severity),
                        escaped(fmt::format("nnscan {}: {}", code.id, code.title), true), place,
                        escaped(message_of(f.diagnostic), false));
  }
  return text;
}

}  // namespace nnscan::check
