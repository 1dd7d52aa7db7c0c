// `nnscan ops`: every torch name that is understood, with its ONNX operators and lowest opset.
#include <algorithm>
#include <cstdio>
#include <nlohmann/json.hpp>

#include "frontend/torch/catalogue.h"
#include "tools/extract.h"
#include "tools/report.h"

namespace nnscan {

namespace {

using torch::CatalogueRow;
using Rows = std::vector<CatalogueRow>;

std::string joined(const std::vector<std::string>& words) {
  std::string text;
  for (const std::string& word : words) text += (text.empty() ? "" : ", ") + word;
  return text;
}

std::string lowering(const CatalogueRow& row) {
  return row.refused ? "refused" : row.operators.empty() ? "-" : joined(row.operators);
}

// "11", or "16 (GridSample)": some form of it needs an operator that older opsets lack.
std::string opset(const CatalogueRow& row) {
  return std::to_string(row.opset) + (row.needs.empty() ? "" : " (" + joined(row.needs) + ")");
}

void print_text(const Rows& rows) {
  size_t width = 0;
  for (const CatalogueRow& row : rows) width = std::max(width, row.name.size());
  for (const CatalogueRow& row : rows)
    std::printf("%-*s  %-8s  %s  %s\n", static_cast<int>(width), row.name.c_str(), row.kind.c_str(), opset(row).c_str(),
                lowering(row).c_str());
}

void print_json(const Rows& rows) {
  nlohmann::ordered_json list = nlohmann::ordered_json::array();
  for (const CatalogueRow& row : rows)
    list.push_back({{"name", row.name}, {"kind", row.kind}, {"refused", row.refused}, {"operators", row.operators},
                    {"lowest_opset", row.opset}, {"needs", row.needs}});
  std::puts(list.dump(1).c_str());
}

void print_markdown(const Rows& rows) {
  std::puts(
      "# Torch names\n\n"
      "What `nnscan ops --format markdown` prints: every name of torch that is understood, the ONNX operators that its\n"
      "lowering may use (one call uses some of them, depending on its arguments), and the lowest opset at which all its\n"
      "forms can be written; operators in brackets are those that need it. `-`: it only arranges values. *refused*: a\n"
      "diagnostic says why.\n\n"
      "| name | kind | opset | operators |\n|---|---|---|---|");
  for (const CatalogueRow& row : rows)
    std::printf("| `%s` | %s | %s | %s |\n", row.name.c_str(), row.kind.c_str(), opset(row).c_str(), lowering(row).c_str());
}

constexpr struct {
  const char* name;
  void (*print)(const Rows&);
} kFormats[] = {{"text", print_text}, {"json", print_json}, {"markdown", print_markdown}};

}  // namespace

int ops(const std::string& format, const Options& options) {
  for (const auto& row : kFormats) {
    if (format != row.name) continue;
    Session session(options);
    row.print(torch::catalogue(session));
    print_reports(session);
    return session.sink.has_errors() ? 1 : 0;
  }
  print_error("unknown format `" + format + "`", "text, json or markdown");
  return 2;
}

}  // namespace nnscan
