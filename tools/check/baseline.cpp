#include "tools/check/baseline.h"

#include <compare>
#include <filesystem>
#include <fstream>
#include <map>
#include <set>

#include <nlohmann/json.hpp>

#include "emit/output.h"
#include "frontend/syntax/layout.h"

namespace nnscan::check {

namespace fs = std::filesystem;
using Json = nlohmann::ordered_json;

namespace {

constexpr int kVersion = 1;

struct Known {
  std::string path, code, message, scope, line;
  auto operator<=>(const Known&) const = default;
};

std::string folder_of(const std::string& file) {
  std::error_code error;
  return fs::absolute(file, error).parent_path().lexically_normal().string();
}

std::string trimmed(std::string_view text) {
  size_t begin = text.find_first_not_of(" \t\r");
  if (begin == std::string_view::npos) return "";
  return std::string(text.substr(begin, text.find_last_not_of(" \t\r") + 1 - begin));
}

// What becomes of a text when it is written as JSON and read: bytes that are no UTF-8 are replaced.
std::string as_written(const std::string& text) {
  return Json::parse(Json(text).dump(-1, ' ', false, Json::error_handler_t::replace))
      .get<std::string>();
}

// Describes findings so that they are known again; each file is parsed once.
class Describer {
 public:
  Describer(const Report& report, std::string folder)
      : report_(report), folder_(std::move(folder)) {}

  Known describe(const Finding& f) {
    const Diagnostic& d = f.diagnostic;
    Known known{"", info(d.code).id, d.message, f.entries.empty() ? "" : f.entries.front(), ""};
    if (!d.span.valid()) return known;
    const SourceFile& file = report_.sources[d.span.file];
    known.path =
        file.path.empty() ? file.shown : fs::path(file.path).lexically_proximate(folder_).string();
    auto [layout, fresh] = layouts_.try_emplace(d.span.file.index);
    if (fresh) layout->second = syntax::layout_of(file.text);
    known.scope = layout->second.definition_at(d.span.begin);
    known.line = trimmed(report_.sources.line_text(d.span.file, d.span.begin));
    for (std::string* text : {&known.path, &known.message, &known.line}) *text = as_written(*text);
    return known;
  }

 private:
  const Report& report_;
  std::string folder_;
  std::map<uint32_t, syntax::Layout> layouts_;
};

// The findings of a baseline, each as often as it may occur.
std::string read(const std::string& file, std::multiset<Known>& known) {
  std::ifstream in(file);
  if (!in) return "cannot read `" + file + "`";
  try {
    Json json = Json::parse(in);
    if (json.at("version") != kVersion)
      return "`" + file + "` is a baseline of another version of nnscan";
    for (const Json& f : json.at("findings"))
      known.insert({f.at("path"), f.at("code"), f.at("message"), f.at("scope"), f.at("line")});
  } catch (const Json::exception&) {
    return "`" + file + "` is not a baseline";
  }
  return "";
}

}  // namespace

std::string apply_baseline(const std::string& file, const std::vector<SourcePath>& checked,
                           Report& report, std::vector<std::string>& stale) {
  std::multiset<Known> known;
  if (std::string error = read(file, known); !error.empty())
    return error + "; --write-baseline makes one";
  std::string folder = folder_of(file);
  Describer describer(report, folder);
  std::erase_if(report.findings, [&](const Finding& f) {
    auto at = known.find(describer.describe(f));
    if (at == known.end()) return false;
    known.erase(at);
    return true;
  });
  std::set<std::string> looked_at;
  for (const SourcePath& source : checked) looked_at.insert(source.path);
  for (const Known& left : known) {
    std::string path = (fs::path(folder) / left.path).lexically_normal().string();
    std::error_code error;
    if (looked_at.count(path) || !fs::exists(path, error))
      stale.push_back(shown_path(path) + ": " + left.code + ": " + left.message);
  }
  return "";
}

std::string write_baseline(const std::string& file, const Report& report) {
  Describer describer(report, folder_of(file));
  std::multiset<Known> known;
  for (const Finding& f : report.findings) known.insert(describer.describe(f));
  Json findings = Json::array();
  for (const Known& k : known)
    findings.push_back({{"path", k.path},
                        {"code", k.code},
                        {"message", k.message},
                        {"scope", k.scope},
                        {"line", k.line}});
  Json json{{"version", kVersion}, {"findings", findings}};
  return write_text(file, json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n");
}

}  // namespace nnscan::check
