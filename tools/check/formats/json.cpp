// Everything that a report holds.
#include <nlohmann/json.hpp>

#include "tools/check/formats/diagnostic_json.h"
#include "tools/check/formats/writers.h"

namespace nnscan::check {

namespace {

using Json = nlohmann::ordered_json;

const char* id_of(Verdict verdict) {
  switch (verdict) {
    case Verdict::kExact: return "exact";
    case Verdict::kAssumptions: return "assumptions";
    case Verdict::kRefused: return "refused";
    case Verdict::kPart: return "part";
    case Verdict::kNotAnalysed: return "not analysed";
  }
  return "";
}

Json finding_json(const Finding& f, const Report& report) {
  Json row = diagnostic_json(f.diagnostic, report.sources);
  row["entries"] = f.entries;
  row["similar"] = f.similar;
  return row;
}

Json entry_json(const Entry& e, const Report& report) {
  return {{"name", e.name}, {"kind", e.kind}, {"file", file_of(e.span, report.sources)},
          {"line", region_of(e.span, report.sources).line}, {"verdict", id_of(e.verdict)},
          {"reason", e.reason}, {"seconds", e.seconds}};
}

}  // namespace

std::string write_json(const Report& report, const FormatOptions&) {
  Json all{{"version", 1}, {"diagnostics", Json::array()}, {"entries", Json::array()}};
  for (const Finding& f : report.findings) all["diagnostics"].push_back(finding_json(f, report));
  for (const Entry& e : report.entries) all["entries"].push_back(entry_json(e, report));
  all["files"] = report.files;
  all["skipped"] = report.skipped;
  return all.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace nnscan::check
