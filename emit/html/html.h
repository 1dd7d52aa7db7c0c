// The page of the interactive graph: one file with the view (editors/graph), which is embedded in the
// executable, and the graph as JSON.
#pragma once

#include <string>
#include <string_view>

#include "emit/emit.h"

namespace nnscan {

EmitResult emit_html(const EmitInput& input);
std::string html_text(const EmitInput& input);

// The page before and after the graph's JSON, made at build time.
struct Page {
  std::string_view before, after;
};
Page embedded_page();

}  // namespace nnscan
