#include "tools/check/formats/diagnostic_json.h"

#include "tools/check/fix.h"
#include "tools/check/formats/places.h"

namespace nnscan::check {

namespace {

using Json = nlohmann::ordered_json;

Json place(Span span, const SourceMap& sources) {
  Region at = region_of(span, sources);
  return {{"file", file_of(span, sources)}, {"line", at.line}, {"column", at.column}};
}

Json edit(const Diagnostic& d, const SourceMap& sources) {
  std::optional<Fix> fix = fix_of(d, sources);
  if (!fix) return nullptr;
  Region at = region_of({d.span.file, fix->place.begin, fix->place.end}, sources);
  return {{"title", fix->title}, {"line", at.line}, {"column", at.column},
          {"end_line", at.end_line}, {"end_column", at.end_column}, {"text", fix->text}};
}

}  // namespace

Json diagnostic_json(const Diagnostic& d, const SourceMap& sources) {
  Region at = region_of(d.span, sources);
  Json row = place(d.span, sources);
  row["end_line"] = at.end_line;
  row["end_column"] = at.end_column;
  row["code"] = info(d.code).id;
  row["severity"] = name_of(info(d.code).severity);
  row["message"] = d.message;
  row["hint"] = d.hint;
  row["fix"] = edit(d, sources);
  row["chain"] = Json::array();
  row["notes"] = Json::array();
  for (const CallSite& call : d.chain) {
    row["chain"].push_back(place(call.span, sources));
    row["chain"].back()["function"] = call.function;
  }
  for (const Note& note : d.notes) {
    row["notes"].push_back(place(note.span, sources));
    row["notes"].back()["message"] = note.message;
  }
  return row;
}

}  // namespace nnscan::check
