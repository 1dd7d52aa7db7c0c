#include "tools/check/wire.h"

#include <fmt/format.h>

namespace nnscan::check {

std::string packed(const std::string& path) {
  std::string text;
  for (char c : path) {
    auto byte = static_cast<unsigned char>(c);
    if (byte < 0x80 && c != '%') text += c;
    else text += fmt::format("%{:02x}", byte);
  }
  return text;
}

std::string unpacked(const std::string& text) {
  std::string path;
  for (size_t i = 0; i < text.size(); ++i) {
    if (text[i] != '%') path += text[i];
    else path += static_cast<char>(std::stoi(text.substr(i + 1, 2), nullptr, 16)), i += 2;
  }
  return path;
}

std::string line_of(const Json& message) {
  return message.dump(-1, ' ', false, Json::error_handler_t::replace) + "\n";
}

Json to_json(Span span, const SourceMap& sources) {
  if (!span.valid()) return nullptr;
  const SourceFile& file = sources[span.file];
  return {packed(file.path), file.shown, span.begin, span.end};
}

Span span_from(const Json& json, Report& report) {
  if (json.is_null()) return {};
  return {report.file(unpacked(json[0].get<std::string>()), json[1].get<std::string>()), json[2], json[3]};
}

Json to_json(const Diagnostic& d, const SourceMap& sources) {
  Json chain = Json::array(), notes = Json::array();
  for (const CallSite& call : d.chain) chain.push_back({to_json(call.span, sources), call.function});
  for (const Note& note : d.notes) notes.push_back({to_json(note.span, sources), note.message});
  return {{"code", static_cast<int>(d.code)}, {"span", to_json(d.span, sources)}, {"message", d.message},
          {"hint", d.hint}, {"chain", chain}, {"notes", notes}};
}

Diagnostic diagnostic_from(const Json& json, Report& report) {
  Diagnostic d{static_cast<Code>(json["code"].get<int>()), span_from(json["span"], report), json["message"], json["hint"], {}, {}};
  for (const Json& call : json["chain"]) d.chain.push_back({span_from(call[0], report), call[1]});
  for (const Json& note : json["notes"]) d.notes.push_back({span_from(note[0], report), note[1]});
  return d;
}

Json to_json(const torch::Learnt& learnt) {
  Json dtypes = Json::object(), sizes = Json::array(), names = Json::array(), same = Json::array();
  for (const auto& [path, dtype] : learnt.dtypes) dtypes[path] = static_cast<int>(dtype);
  for (const auto& [at, size] : learnt.sizes) sizes.push_back({at.first, at.second, size});
  for (const auto& [at, name] : learnt.names) names.push_back({at.first, at.second, name});
  for (const auto& [at, other] : learnt.same) same.push_back({at.first, at.second, other.first, other.second});
  return {{"ranks", learnt.ranks}, {"dtypes", dtypes}, {"sizes", sizes}, {"names", names}, {"same", same},
          {"lists", learnt.lists}};
}

torch::Learnt learnt_from(const Json& json) {
  torch::Learnt learnt;
  learnt.ranks = json["ranks"].get<std::map<std::string, int>>();
  learnt.lists = json["lists"].get<std::map<std::string, size_t>>();
  for (const auto& [path, dtype] : json["dtypes"].items()) learnt.dtypes[path] = static_cast<DType>(dtype.get<int>());
  auto at = [](const Json& row) { return std::make_pair(row[0].get<std::string>(), row[1].get<size_t>()); };
  for (const Json& row : json["sizes"]) learnt.sizes[at(row)] = row[2];
  for (const Json& row : json["names"]) learnt.names[at(row)] = row[2];
  for (const Json& row : json["same"]) learnt.same[at(row)] = {row[2].get<std::string>(), row[3].get<size_t>()};
  return learnt;
}

}  // namespace nnscan::check
