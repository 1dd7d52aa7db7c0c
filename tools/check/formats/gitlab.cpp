// GitLab's Code Quality report, https://docs.gitlab.com/ci/testing/code_quality: findings beside
// the lines of a merge request, told apart by their fingerprints.
#include <nlohmann/json.hpp>

#include "tools/check/fingerprint.h"
#include "tools/check/formats/writers.h"

namespace nnscan::check {

namespace {

using Json = nlohmann::ordered_json;

const char* severity_of(Severity severity) {
  switch (severity) {
    case Severity::kError: return "major";
    case Severity::kWarning: return "minor";
    case Severity::kNote: return "info";
  }
  return "";
}

}  // namespace

std::string write_gitlab(const Report& report, const FormatOptions&) {
  Json all = Json::array();
  std::vector<std::string> prints = fingerprints(report);
  for (size_t i = 0; i < prints.size(); ++i) {
    const Finding& f = report.findings[i];
    const CodeInfo& code = info(f.diagnostic.code);
    Span span = span_of(f, report);
    Region at = region_of(span, report.sources);
    // GitLab takes no finding without a place.
    Json lines{{"begin", std::max(1u, at.line)}, {"end", std::max(1u, at.end_line)}};
    all.push_back({{"description", message_of(f.diagnostic)}, {"check_name", code.id},
                   {"fingerprint", prints[i]}, {"severity", severity_of(code.severity)},
                   {"location", {{"path", span.valid() ? file_of(span, report.sources) : "."}, {"lines", lines}}}});
  }
  return all.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace nnscan::check
