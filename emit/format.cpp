#include "emit/format.h"

#include "emit/dot.h"
#include "emit/html/html.h"
#include "emit/json.h"
#include "emit/mermaid.h"
#include "emit/onnx/onnxtxt.h"
#include "emit/onnx/write.h"
#include "emit/ssa.h"

namespace nnscan {

namespace {

constexpr Format kFormats[] = {
    {"onnx", false, "the ONNX model", emit_onnx},
    {"onnxtxt", true, "the ONNX model in ONNX's textual syntax", emit_onnxtxt},
    {"ssa", true, "the graph as nnscan's own text", emit_ssa},
    {"dot", true, "a Graphviz drawing, modules as clusters", emit_dot},
    {"json", true, "the graph as JSON (docs/json.md)", emit_json},
    {"mermaid", true, "a Mermaid flowchart of the modules, for Markdown", emit_mermaid},
    {"html", true, "a page with the interactive graph (docs/view.md)", emit_html},
};

}  // namespace

std::span<const Format> formats() { return kFormats; }

const Format* find_format(std::string_view name) {
  for (const Format& format : kFormats)
    if (format.name == name) return &format;
  return nullptr;
}

std::string format_names(std::string_view separator) {
  std::string names;
  for (const Format& format : kFormats)
    (names += names.empty() ? "" : separator) += format.name;
  return names;
}

}  // namespace nnscan
