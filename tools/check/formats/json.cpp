// Everything that a report holds. Columns are in characters; a finding about a whole run has line 0.
#include <nlohmann/json.hpp>

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

Json place(Span span, const Report& report) {
  Region at = region_of(span, report.sources);
  return {{"file", file_of(span, report.sources)}, {"line", at.line}, {"column", at.column}};
}

Json finding_json(const Finding& f, const Report& report) {
  const Diagnostic& d = f.diagnostic;
  Region at = region_of(d.span, report.sources);
  Json row = place(d.span, report);
  row["end_line"] = at.end_line;
  row["end_column"] = at.end_column;
  row["code"] = info(d.code).id;
  row["severity"] = name_of(info(d.code).severity);
  row["message"] = d.message;
  row["hint"] = d.hint;
  row["chain"] = Json::array();
  row["notes"] = Json::array();
  for (const CallSite& call : d.chain) {
    row["chain"].push_back(place(call.span, report));
    row["chain"].back()["function"] = call.function;
  }
  for (const Note& note : d.notes) {
    row["notes"].push_back(place(note.span, report));
    row["notes"].back()["message"] = note.message;
  }
  row["entries"] = f.entries;
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
