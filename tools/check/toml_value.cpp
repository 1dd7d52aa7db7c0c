#include "tools/check/toml_value.h"

#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>

#include <fmt/format.h>

#include "tools/check/report.h"
#include "tools/report.h"

namespace nnscan::check {

namespace fs = std::filesystem;

namespace {

const char* kind_of(const toml::node& node) {
  switch (node.type()) {
    case toml::node_type::none:
      return "nothing";
    case toml::node_type::table:
      return "a table";
    case toml::node_type::array:
      return "a list";
    case toml::node_type::string:
      return "a string";
    case toml::node_type::integer:
      return "an integer";
    case toml::node_type::floating_point:
      return "a float";
    case toml::node_type::boolean:
      return "a boolean";
    case toml::node_type::date:
      return "a date";
    case toml::node_type::time:
      return "a time";
    case toml::node_type::date_time:
      return "a date and time";
  }
  return "";
}

}  // namespace

TomlFile::TomlFile(const std::string& path) : path_(path), shown_(shown_path(path)) {
  folder_ = fs::absolute(path).parent_path().lexically_normal().string();
}

const toml::table* TomlFile::parse() {
  std::ifstream in(path_, std::ios::binary);
  std::string text{std::istreambuf_iterator<char>(in), {}};
  if (!in) {
    print_error("cannot read `" + shown_ + "`");
    good_ = false;
    return nullptr;
  }
  try {
    table_ = toml::parse(std::string_view(text), path_);
  } catch (const toml::parse_error& error) {
    fail(error.source(), std::string(error.description()));
    return nullptr;
  }
  return &table_;
}

void TomlFile::fail(const toml::source_region& at, const std::string& message,
                    const std::string& hint) {
  std::fprintf(stderr, "%s:%u:%u: error: %s\n", shown_.c_str(), at.begin.line, at.begin.column,
               message.c_str());
  if (!hint.empty()) std::fprintf(stderr, "  hint: %s\n", hint.c_str());
  good_ = false;
}

std::string TomlFile::resolve(const std::string& path) const {
  return (fs::path(folder_) / path).lexically_normal().string();
}

void TomlValue::wrong_type(const char* wanted) const {
  fail(fmt::format("`{}` is {}; it must be {}", key, kind_of(node), wanted));
}

void TomlValue::text(std::string& out) const {
  if (auto value = node.as_string())
    out = value->get();
  else
    wrong_type("a string");
}

void TomlValue::flag(bool& out) const {
  if (auto value = node.as_boolean())
    out = value->get();
  else
    wrong_type("`true` or `false`");
}

void TomlValue::seconds(double& out) const {
  auto value = node.value<double>();
  if (!node.is_number())
    wrong_type("a number of seconds");
  else if (!(*value > 0))
    fail(fmt::format("`{}` is {}; it must be more than 0", key, *value));
  else
    out = *value;
}

const int64_t* TomlValue::integer_between(int64_t lowest, int64_t highest) const {
  auto value = node.as_integer();
  if (!value) return wrong_type("an integer"), nullptr;
  if (value->get() >= lowest && value->get() <= highest) return &value->get();
  fail(fmt::format("`{}` is {}; it goes from {} to {}", key, value->get(), lowest, highest));
  return nullptr;
}

std::vector<std::string> TomlValue::texts() const {
  std::vector<std::string> out;
  const toml::array* list = node.as_array();
  if (!list) return wrong_type("a list of strings"), out;
  for (const toml::node& one : *list) {
    std::string text;
    TomlValue{file, key + "[" + std::to_string(out.size()) + "]", one}.text(text);
    out.push_back(std::move(text));
  }
  return out;
}

const toml::table* TomlValue::table() const {
  if (!node.is_table()) wrong_type("a table");
  return node.as_table();
}

}  // namespace nnscan::check
