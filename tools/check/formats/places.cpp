#include "tools/check/formats/places.h"

#include <algorithm>

namespace nnscan::check {

namespace {

constexpr std::string_view kByteOrderMark = "\xef\xbb\xbf";  // no character of the first line

// The column of `offset`, whose line begins `column - 1` bytes before it.
uint32_t characters_to(const SourceFile& file, uint32_t offset, uint32_t column) {
  std::string_view text = file.text;
  std::string_view before = text.substr(std::min<size_t>(offset - (column - 1), text.size()));
  before = before.substr(0, column - 1);
  if (offset < column && before.starts_with(kByteOrderMark)) before.remove_prefix(kByteOrderMark.size());
  auto starts = [](char c) { return (static_cast<unsigned char>(c) & 0xc0) != 0x80; };
  return 1 + static_cast<uint32_t>(std::count_if(before.begin(), before.end(), starts));
}

}  // namespace

Region region_of(Span span, const SourceMap& sources) {
  if (!span.valid()) return {};
  const SourceFile& file = sources[span.file];
  Position begin = sources.start(span), end = sources.position(span.file, std::max(span.begin, span.end));
  return {begin.line, characters_to(file, span.begin, begin.column), end.line,
          characters_to(file, std::max(span.begin, span.end), end.column)};
}

const std::string& file_of(Span span, const SourceMap& sources) {
  static const std::string kNone;
  return span.valid() ? sources[span.file].shown : kNone;
}

Span span_of(const Finding& finding, const Report& report) {
  if (finding.diagnostic.span.valid()) return finding.diagnostic.span;
  for (const Entry& entry : report.entries)
    if (!finding.entries.empty() && key_of(entry, report) == finding.entries[0]) return entry.span;
  return {};
}

std::string key_of(const Entry& entry, const Report& report) {
  return file_of(entry.span, report.sources) + ":" + entry.name;
}

std::string message_of(const Diagnostic& diagnostic) {
  return diagnostic.hint.empty() ? diagnostic.message : diagnostic.message + "\nhint: " + diagnostic.hint;
}

}  // namespace nnscan::check
