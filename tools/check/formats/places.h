// Places and texts as other programs want them. Spans count bytes; here columns count characters
// (Unicode code points), lines and columns start from 1, and ends are just past the last character.
#pragma once

#include <string>
#include <string_view>

#include "ir/base/severity.h"
#include "tools/check/report.h"

namespace nnscan::check {

struct Region {
  uint32_t line = 0, column = 0, end_line = 0, end_column = 0;  // all 0: no place
};
Region region_of(Span span, const SourceMap& sources);

// How messages name the span's file; "" for none.
const std::string& file_of(Span span, const SourceMap& sources);

// Where a finding stands; one about a whole run stands at the first entry that it holds for.
Span span_of(const Finding& finding, const Report& report);

// `FILE:NAME`, as findings name their entries.
std::string key_of(const Entry& entry, const Report& report);

// The message, and the hint in a line of its own where there is one.
std::string message_of(const Diagnostic& diagnostic);

}  // namespace nnscan::check
