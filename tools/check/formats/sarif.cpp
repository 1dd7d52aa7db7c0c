// SARIF 2.1.0, https://docs.oasis-open.org/sarif/sarif/v2.1.0: what code scanning services and
// editors read. Calls become a code flow, notes related locations, codes the rules, which
// bring their pages along.
#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "tools/check/fingerprint.h"
#include "tools/check/fix.h"
#include "tools/check/formats/writers.h"
#include "tools/explain/explain.h"

namespace nnscan::check {

namespace {

using Json = nlohmann::ordered_json;

constexpr const char* kRoot = "%SRCROOT%";  // relative paths start from there

std::string percent_encoded(std::string_view path) {
  constexpr std::string_view kPlain =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~/";
  std::string uri;
  for (char c : path) {
    if (kPlain.find(c) != std::string_view::npos) uri += c;
    else uri += fmt::format("%{:02X}", static_cast<unsigned char>(c));
  }
  return uri;
}

Json artifact(const std::string& path) {
  if (path.starts_with('/')) return {{"uri", "file://" + percent_encoded(path)}};
  return {{"uri", percent_encoded(path)}, {"uriBaseId", kRoot}};
}

Json region(Span span, const Report& report) {
  Region at = region_of(span, report.sources);
  return {{"startLine", at.line}, {"startColumn", at.column}, {"endLine", at.end_line}, {"endColumn", at.end_column}};
}

Json location(Span span, const Report& report) {
  if (!span.valid()) return Json::object();
  return {{"physicalLocation", {{"artifactLocation", artifact(file_of(span, report.sources))}, {"region", region(span, report)}}}};
}

Json location(Span span, const std::string& message, const Report& report) {
  Json place = location(span, report);
  place["message"] = {{"text", message}};
  return place;
}

// The calls, outermost first, and the place that they lead to.
Json code_flow(const Diagnostic& d, const Report& report) {
  Json steps = Json::array();
  for (const CallSite& call : d.chain)
    steps.push_back({{"location", location(call.span, "called from `" + call.function + "`", report)}});
  steps.push_back({{"location", location(d.span, d.message, report)}});
  return {{"threadFlows", {{{"locations", steps}}}}};
}

Json fix_json(const Fix& fix, FileId file, const Report& report) {
  Span span{file, fix.place.begin, fix.place.end};
  Json replacement{{"deletedRegion", region(span, report)}, {"insertedContent", {{"text", fix.text}}}};
  Json change{{"artifactLocation", artifact(file_of(span, report.sources))}, {"replacements", Json::array({replacement})}};
  return {{"description", {{"text", fix.title}}}, {"artifactChanges", Json::array({change})}};
}

Json result(const Finding& f, size_t rule_index, const std::string& fingerprint, const Report& report) {
  const Diagnostic& d = f.diagnostic;
  Json row{{"ruleId", info(d.code).id}, {"ruleIndex", rule_index}, {"level", name_of(info(d.code).severity)},
           {"message", {{"text", message_of(d)}}}};
  Span span = span_of(f, report);
  row["locations"] = Json::array();
  if (span.valid()) row["locations"].push_back(location(span, report));
  if (!d.chain.empty()) row["codeFlows"] = Json::array({code_flow(d, report)});
  for (const Note& note : d.notes) row["relatedLocations"].push_back(location(note.span, note.message, report));
  if (std::optional<Fix> fix = fix_of(d, report.sources)) row["fixes"] = Json::array({fix_json(*fix, d.span.file, report)});
  row["partialFingerprints"] = {{"nnscan/v1", fingerprint}};
  if (!f.entries.empty()) row["properties"] = {{"entries", f.entries}};
  return row;
}

Json rule(const CodeInfo& code) {
  Json row{{"id", code.id}, {"shortDescription", {{"text", code.title}}},
           {"defaultConfiguration", {{"level", name_of(code.severity)}}}};
  for (const Page& page : pages())
    if (page.code == code.id) row["help"] = {{"text", plain_text(page.markdown)}, {"markdown", page.markdown}};
  return row;
}

}  // namespace

std::string write_sarif(const Report& report, const FormatOptions&) {
  std::map<Code, size_t> index;  // of the rules that have results
  for (const Finding& f : report.findings) index[f.diagnostic.code];
  Json rules = Json::array();
  for (auto& [code, at] : index) {
    at = rules.size();
    rules.push_back(rule(info(code)));
  }
  Json results = Json::array();
  std::vector<std::string> prints = fingerprints(report);
  for (size_t i = 0; i < prints.size(); ++i) {
    const Finding& f = report.findings[i];
    results.push_back(result(f, index[f.diagnostic.code], prints[i], report));
  }
  Json driver{{"name", "nnscan"}, {"version", NNSCAN_VERSION}, {"semanticVersion", NNSCAN_VERSION}, {"rules", rules}};
  Json run{{"tool", {{"driver", driver}}},
           {"columnKind", "unicodeCodePoints"},
           {"originalUriBaseIds", {{kRoot, {{"description", {{"text", "the folder that nnscan ran in"}}}}}}},
           {"results", results}};
  Json log{{"$schema", "https://json.schemastore.org/sarif-2.1.0.json"}, {"version", "2.1.0"}, {"runs", Json::array({run})}};
  return log.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace nnscan::check
