#include "tools/check/settings.h"

#include <algorithm>
#include <filesystem>
#include <iterator>

#include "frontend/torch/input_spec.h"
#include "ir/base/spelling.h"
#include "tools/check/toml_value.h"
#include "tools/report.h"

namespace nnscan::check {

namespace fs = std::filesystem;

namespace {

std::string joined(const std::vector<std::string>& names) {
  std::string all;
  for (const std::string& name : names) all += (all.empty() ? "" : ", ") + name;
  return all;
}

void report_unknown(TomlFile& file, const toml::key& key, const std::string& where,
                    const std::vector<std::string>& known) {
  std::string name(key.str()), guess = meant_by(name, known);
  file.fail(key.source(), "`" + where + "` has no key `" + name + "`",
            guess.empty() ? "there are " + joined(known) : "did you mean `" + guess + "`?");
}

Codes codes_in(const TomlValue& value) {
  std::string problem;
  Codes codes = split_codes(value.texts(), problem);
  if (!problem.empty()) value.fail("`" + value.key + "`: " + problem);
  return codes;
}

void read_exclude(const TomlValue& value, Settings& settings) {
  for (std::string& pattern : value.texts())
    settings.exclude.globs.push_back({std::move(pattern), value.file.folder()});
}

void read_include(const TomlValue& value, Settings& settings) {
  for (const std::string& folder : value.texts())
    settings.analysis.include.push_back(value.file.resolve(folder));
}

void read_baseline(const TomlValue& value, Settings& settings) {
  std::string path;
  value.text(path);
  settings.baseline = value.file.resolve(path);
}

void read_cache_folder(const TomlValue& value, Settings& settings) {
  std::string path;
  value.text(path);
  settings.cache_folder = value.file.resolve(path);
}

void read_per_file_ignores(const TomlValue& value, Settings& settings) {
  const toml::table* table = value.table();
  if (!table) return;
  for (const auto& [key, codes] : *table) {
    std::string pattern(key.str());
    settings.per_file_ignores.push_back(
        {{pattern, value.file.folder()}, codes_in({value.file, pattern, codes})});
  }
}

// The file that `pkg.net` or `path/net.py` is; empty: none.
std::string file_of_entry(const TomlFile& file, const std::string& written,
                          const Settings& settings) {
  std::error_code error;
  std::string direct = file.resolve(written);
  if (written.ends_with(".py")) return fs::is_regular_file(direct, error) ? direct : "";
  std::string relative = written;
  std::replace(relative.begin(), relative.end(), '.', '/');
  std::vector<std::string> folders{file.folder(), file.resolve("src")};
  for (const std::string& folder : settings.analysis.include)
    folders.push_back(fs::absolute(folder, error).string());
  for (const std::string& folder : folders) {
    for (const char* end : {".py", "/__init__.py"}) {
      fs::path path = (fs::path(folder) / (relative + end)).lexically_normal();
      if (fs::is_regular_file(path, error)) return path.string();
    }
  }
  return "";
}

// The specifications of a list, each parsed; what is wrong with one is a problem at its place.
template <class Spec>
void read_specs(const TomlValue& value,
                std::variant<Spec, std::string> (*parse)(const std::string&),
                std::vector<Spec>& out) {
  std::vector<std::string> texts = value.texts();
  for (size_t i = 0; i < texts.size() && value.file.good(); ++i) {
    auto spec = parse(texts[i]);
    if (auto* problem = std::get_if<std::string>(&spec))
      value.file.fail((*value.node.as_array())[i].source(), *problem);
    else
      out.push_back(std::get<Spec>(spec));
  }
}

void read_entry(TomlFile& file, const toml::key& key, const toml::node& node, Settings& settings) {
  const std::string name(key.str());
  const toml::table* table = TomlValue{file, name, node}.table();
  if (!table) return;
  size_t colon = name.find(':');
  if (colon == std::string::npos || colon == 0 || colon + 1 == name.size())
    return file.fail(key.source(), "`" + name + "` names no entry",
                     "write it as `package.module:Class` or `path/file.py:Class`");
  std::string path = file_of_entry(file, name.substr(0, colon), settings);
  if (path.empty())
    return file.fail(key.source(), "there is no file for `" + name.substr(0, colon) + "`",
                     "it is looked up in this folder, in its `src` and in those of `include`");
  Wanted wanted;
  wanted.configured = true;
  wanted.call = name.substr(colon + 1);
  wanted.name = wanted.call.substr(0, wanted.call.find('('));
  for (const auto& [part, value] : *table) {
    TomlValue one{file, std::string(part.str()), value};
    if (part == "inputs")
      read_specs(one, parse_input, wanted.inputs);
    else if (part == "set")
      read_specs(one, parse_set, wanted.sets);
    else if (part != "args")
      report_unknown(file, part, name, {"args", "inputs", "set"});
    else if (wanted.call != wanted.name)
      file.fail(part.source(), "`" + name + "` has arguments already");
    else {
      std::string args;
      one.text(args);
      wanted.call += "(" + args + ")";
    }
  }
  settings.entries.push_back({source_path(path), false, {std::move(wanted)}});
}

void read_entries(const TomlValue& value, Settings& settings) {
  const toml::table* table = value.table();
  if (!table) return;
  for (const auto& [key, entry] : *table) read_entry(value.file, key, entry, settings);
}

using V = const TomlValue&;
using S = Settings&;

struct Key {
  const char* name;
  const char* option;  // of the command line, which wins; null: there is none
  void (*read)(V value, S settings);
};

constexpr int64_t kMany = int64_t{1} << 62;

// `include` comes before `entries`, which are looked up there.
constexpr Key kKeys[] = {
    {"select", "select", [](V v, S s) { s.select = codes_in(v); }},
    {"ignore", "ignore", [](V v, S s) { s.ignore = codes_in(v); }},
    {"exclude", "exclude", read_exclude},
    {"force-exclude", "force-exclude", [](V v, S s) { v.flag(s.exclude.named_too); }},
    {"include", "I", read_include},
    {"format", "format", [](V v, S s) { v.text(s.format); }},
    {"summary", "summary", [](V v, S s) { v.flag(s.summary); }},
    {"statistics", "statistics", [](V v, S s) { v.flag(s.statistics); }},
    {"exit-zero", "exit-zero", [](V v, S s) { v.flag(s.exit_zero); }},
    {"baseline", "baseline", read_baseline},
    {"cache-dir", "cache-dir", read_cache_folder},
    {"jobs", "jobs", [](V v, S s) { v.integer(1, 1024, s.jobs); }},
    {"timeout", "timeout", [](V v, S s) { v.seconds(s.seconds); }},
    {"opset", "opset", [](V v, S s) { v.integer(11, 20, s.analysis.opset); }},
    {"as-export", "as-export", [](V v, S s) { v.flag(s.analysis.as_export); }},
    {"train", "train", [](V v, S s) { v.flag(s.analysis.train); }},
    {"max-steps", "max-steps", [](V v, S s) { v.integer(1, kMany, s.analysis.limits.steps); }},
    {"max-unroll", "max-unroll", [](V v, S s) { v.integer(0, kMany, s.analysis.limits.unrolled); }},
    {"max-depth", "max-depth", [](V v, S s) { v.integer(10, 5000, s.analysis.limits.depth); }},
    {"per-file-ignores", nullptr, read_per_file_ignores},
    {"entries", nullptr, read_entries},
};

bool read_table(TomlFile& file, const toml::table& table, Settings& settings) {
  std::vector<std::string> known;
  for (const Key& key : kKeys) known.push_back(key.name);
  for (const auto& [key, value] : table)
    if (std::find(known.begin(), known.end(), key.str()) == known.end())
      report_unknown(file, key, "[tool.nnscan]", known);
  for (const Key& key : kKeys) {
    const toml::node* value = table.get(key.name);
    if (!value) continue;
    // What the command line says as well is read all the same, for what is wrong with it.
    Settings unused;
    bool given = key.option && settings.given.count(key.option);
    key.read({file, key.name, *value}, given ? unused : settings);
  }
  return file.good();
}

const toml::table* nnscan_table(const toml::table& whole) {
  return whole["tool"]["nnscan"].as_table();
}

bool read_named_file(Settings& settings) {
  TomlFile file(settings.config);
  const toml::table* whole = file.parse();
  if (!whole) return false;
  if (const toml::table* table = nnscan_table(*whole)) return read_table(file, *table, settings);
  print_error("`" + settings.config + "` has no table [tool.nnscan]");
  return false;
}

}  // namespace

bool read_settings_file(Settings& settings) {
  if (!settings.config.empty()) return read_named_file(settings);
  std::error_code error;
  fs::path folder = fs::absolute(settings.paths.front(), error).lexically_normal();
  for (;; folder = folder.parent_path()) {
    fs::path path = folder / "pyproject.toml";
    if (fs::is_regular_file(path, error)) {
      TomlFile file(path.string());
      const toml::table* whole = file.parse();
      if (!whole) return false;
      if (const toml::table* table = nnscan_table(*whole))
        return read_table(file, *table, settings);
    }
    if (!folder.has_relative_path()) return true;
  }
}

}  // namespace nnscan::check
