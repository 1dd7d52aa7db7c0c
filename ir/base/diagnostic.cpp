#include "ir/base/diagnostic.h"

#include <algorithm>

#include <fmt/format.h>

#include "ir/base/open_text.h"
#include "ir/base/severity.h"

namespace nnscan {

namespace {

constexpr size_t kWindow = 120;  // the most of a source line that is shown, in bytes
constexpr size_t kInnerCalls = 8, kOuterCalls = 4;  // of a long chain, what is shown
constexpr size_t kBefore = 80;   // how much of it stands before the place

struct Colors {
  const char *bold = "", *severity = "", *marker = "", *end = "";
};

Colors colors_for(Severity severity) {
  const char* tint = severity == Severity::kError     ? "\x1b[1;31m"
                     : severity == Severity::kWarning ? "\x1b[1;33m"
                                                      : "\x1b[1;36m";
  return {"\x1b[1m", tint, "\x1b[1;32m", "\x1b[0m"};
}

std::string place(Span span, const SourceMap& sources) {
  if (!span.valid()) return "nnscan";
  Position at = sources.start(span);
  return fmt::format("{}:{}:{}", sources[span.file].shown, at.line, at.column);
}

bool starts_character(char c) { return (static_cast<unsigned char>(c) & 0xc0) != 0x80; }

// Terminals act on control characters; only tabs are wanted.
std::string printable(std::string_view text) {
  std::string result(text);
  for (char& c : result)
    if (static_cast<unsigned char>(c) < 0x20 && c != '\t') c = ' ';
  return result;
}

// Blanks as wide as `text`, tabs kept.
std::string blanks(std::string_view text) {
  std::string result;
  for (char c : text)
    if (starts_character(c)) result += c == '\t' ? '\t' : ' ';
  return result;
}

// The source line, and below it a caret at the place with tildes to the span's end or the
// line's, whichever is first. A long line is cut around the place.
std::string excerpt(Span span, const SourceMap& sources, const Colors& colors) {
  std::string_view line = sources.line_text(span.file, span.begin);
  size_t at = std::min<size_t>(sources.start(span).column - 1, line.size());
  size_t length = std::min<size_t>(span.end > span.begin ? span.end - span.begin : 1,
                                   line.size() - at);
  size_t from = line.size() > kWindow && at > kBefore ? at - kBefore : 0;
  while (from < at && !starts_character(line[from])) ++from;
  size_t to = std::min(line.size(), from + kWindow);
  while (to < line.size() && !starts_character(line[to])) ++to;
  length = std::min(length, to - std::min(at, to));
  size_t width = blanks(line.substr(at, length)).size();
  std::string marks = "^" + std::string(width > 1 ? width - 1 : 0, '~');
  return fmt::format("    {}\n    {}{}{}{}\n", printable(line.substr(from, to - from)),
                     blanks(line.substr(from, at - from)), colors.marker, marks, colors.end);
}

bool has_line(Span span, const SourceMap& sources) {
  return span.valid() && span.begin <= sources[span.file].text.size();
}

}  // namespace

const char* name_of(Severity severity) {
  switch (severity) {
    case Severity::kError: return "error";
    case Severity::kWarning: return "warning";
    case Severity::kNote: return "note";
  }
  return "";
}

void DiagnosticSink::report(Diagnostic diagnostic) {
  diagnostic.message = without_marks(std::move(diagnostic.message));
  diagnostic.hint = without_marks(std::move(diagnostic.hint));
  auto same = [&](const Diagnostic& other) {
    return other.code == diagnostic.code && other.span == diagnostic.span &&
           other.message == diagnostic.message;
  };
  if (std::any_of(diagnostics_.begin(), diagnostics_.end(), same)) return;
  if (info(diagnostic.code).severity == Severity::kError) ++errors_;
  diagnostics_.push_back(std::move(diagnostic));
}

void DiagnosticSink::note(Note note) {
  for (Diagnostic& diagnostic : diagnostics_) {
    if (info(diagnostic.code).severity != Severity::kError) continue;
    diagnostic.notes.push_back(std::move(note));
    return;
  }
}

void DiagnosticSink::truncate(size_t size) {
  if (size >= diagnostics_.size()) return;
  diagnostics_.erase(diagnostics_.begin() + static_cast<ptrdiff_t>(size), diagnostics_.end());
  errors_ = static_cast<size_t>(
      std::count_if(diagnostics_.begin(), diagnostics_.end(), [](const Diagnostic& diagnostic) {
        return info(diagnostic.code).severity == Severity::kError;
      }));
}

std::string render(const Diagnostic& diagnostic, const SourceMap& sources, bool color) {
  const CodeInfo& code = info(diagnostic.code);
  Colors colors = color ? colors_for(code.severity) : Colors{};
  std::string text = fmt::format("{}{}:{} {}{}[{}]:{} {}\n", colors.bold,
                                 place(diagnostic.span, sources), colors.end, colors.severity,
                                 name_of(code.severity), code.id, colors.end, diagnostic.message);
  if (has_line(diagnostic.span, sources)) text += excerpt(diagnostic.span, sources, colors);
  // Innermost first: the nearest call is read first.
  size_t calls = diagnostic.chain.size();
  for (size_t i = 0; i < calls; ++i) {
    if (calls > kInnerCalls + kOuterCalls && i == kInnerCalls) {
      text += fmt::format("  … {} more calls\n", calls - kInnerCalls - kOuterCalls);
      i = calls - kOuterCalls;
    }
    const CallSite& site = diagnostic.chain[calls - 1 - i];
    text += fmt::format("  called from {} in `{}`\n", place(site.span, sources), site.function);
  }
  for (const Note& note : diagnostic.notes) {
    text += fmt::format("  note: {}: {}\n", place(note.span, sources), note.message);
    if (has_line(note.span, sources)) text += excerpt(note.span, sources, colors);
  }
  if (!diagnostic.hint.empty()) text += fmt::format("  hint: {}\n", diagnostic.hint);
  return text;
}

}  // namespace nnscan
