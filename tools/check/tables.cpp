#include "tools/check/tables.h"

#include <fmt/format.h>

#include <algorithm>

namespace nnscan::check {

namespace {

std::string counted(size_t count, const char* one, const char* more) {
  return fmt::format("{} {}", count, count == 1 ? one : more);
}

}  // namespace

std::string summary_table(const Report& report) {
  std::string text;
  for (const Entry& entry : report.entries) {
    Position at = report.sources.start(entry.span);
    text += fmt::format("{}:{}: {} {}{}\n", report.sources[entry.span.file].shown, at.line, entry.name,
                        name_of(entry.verdict), entry.reason.empty() ? "" : ": " + entry.reason);
  }
  return text;
}

std::string statistics_table(const Report& report) {
  std::map<Code, size_t> counts;
  for (const Finding& f : report.findings) ++counts[f.diagnostic.code];
  std::vector<std::pair<Code, size_t>> rows(counts.begin(), counts.end());
  std::stable_sort(rows.begin(), rows.end(), [](const auto& a, const auto& b) { return a.second > b.second; });
  std::string text;
  for (const auto& [code, count] : rows)
    text += fmt::format("{:>6}  {}  {}\n", count, info(code).id, info(code).title);
  return text;
}

std::string closing_line(const Report& report) {
  size_t counts[5] = {};
  for (const Entry& entry : report.entries) ++counts[static_cast<size_t>(entry.verdict)];
  std::string text = counted(report.entries.size(), "entry", "entries") + " in " + counted(report.files, "file", "files");
  for (size_t i = 0; i < 5; ++i)
    if (counts[i]) text += fmt::format(", {} {}", counts[i], name_of(static_cast<Verdict>(i)));
  return text + "\n";
}

}  // namespace nnscan::check
