#include "tools/check/report.h"

#include <algorithm>
#include <fstream>
#include <sstream>
#include <tuple>

namespace nnscan::check {

const char* name_of(Verdict verdict) {
  switch (verdict) {
    case Verdict::kExact: return "exact";
    case Verdict::kAssumptions: return "exact under assumptions";
    case Verdict::kRefused: return "refused";
    case Verdict::kPart: return "part of others";
    case Verdict::kNotAnalysed: return "not analysed";
  }
  return "";
}

FileId Report::file(const std::string& path, const std::string& shown) {
  auto [at, fresh] = ids_.try_emplace(path.empty() ? shown : path);
  if (fresh) {
    std::stringstream text;
    if (!path.empty()) text << std::ifstream(path, std::ios::binary).rdbuf();
    at->second = sources.add(path, shown, text.str(), path.empty());
  }
  return at->second;
}

FileId Report::add(const std::string& path, const std::string& shown, std::string text) {
  auto [at, fresh] = ids_.try_emplace(path);
  if (fresh) at->second = sources.add(path, shown, std::move(text), false);
  return at->second;
}

void sort_findings(Report& report) {
  auto place = [&](const Finding& finding) {
    Span span = finding.diagnostic.span;
    return span.valid() ? std::make_tuple(std::string_view(report.sources[span.file].shown), span.begin, span.end)
                        : std::make_tuple(std::string_view(), 0u, 0u);
  };
  std::stable_sort(report.findings.begin(), report.findings.end(),
                   [&](const Finding& a, const Finding& b) { return place(a) < place(b); });
}

}  // namespace nnscan::check
