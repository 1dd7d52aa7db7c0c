#include "tools/check/formats.h"

#include <fmt/format.h>

#include <nlohmann/json.hpp>

namespace nnscan::check {

namespace {

using Json = nlohmann::json;

std::string table(const Report& report) {
  std::string text;
  for (const Entry& entry : report.entries) {
    Position at = report.sources.start(entry.span);
    text += fmt::format("{}:{}: {} {}{}\n", report.sources[entry.span.file].shown, at.line, entry.name,
                        name_of(entry.verdict), entry.reason.empty() ? "" : ": " + entry.reason);
  }
  return text;
}

std::string closing(const Report& report) {
  size_t counts[5] = {};
  for (const Entry& entry : report.entries) ++counts[static_cast<size_t>(entry.verdict)];
  std::string text = fmt::format("{} entries in {} files", report.entries.size(), report.files);
  for (size_t i = 0; i < 5; ++i)
    if (counts[i]) text += fmt::format(", {} {}", counts[i], name_of(static_cast<Verdict>(i)));
  return text + "\n";
}

std::string write_text(const Report& report, const FormatOptions& options) {
  std::string text;
  for (const Finding& f : report.findings) {
    text += render(f.diagnostic, report.sources, options.color);
    if (f.entries.size() > 1 || !f.diagnostic.span.valid()) {
      text += fmt::format("  in {}", f.entries[0]);
      if (f.entries.size() > 1) text += fmt::format(" and {} more", f.entries.size() - 1);
      text += "\n";
    }
  }
  if (options.summary) text += table(report);
  return text + closing(report);
}

constexpr Format kFormats[] = {
    {"text", write_text},
};

}  // namespace

std::span<const Format> formats() { return kFormats; }

}  // namespace nnscan::check
