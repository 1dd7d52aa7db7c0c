#include "tools/check/imports.h"

#include <filesystem>
#include <fstream>
#include <map>
#include <ranges>
#include <sstream>
#include <string_view>

#include "frontend/syntax/import_statements.h"

namespace nnscan::check {

namespace fs = std::filesystem;

namespace {

// All names in import statements.
std::set<std::string, std::less<>> imported_names(const std::string& path) {
  std::stringstream stream;
  stream << std::ifstream(path, std::ios::binary).rdbuf();
  std::set<std::string, std::less<>> names;
  for (const syntax::ImportStatement& statement : syntax::import_statements(stream.view())) {
    for (const auto part : std::views::split(statement.module, '.')) names.emplace(std::string_view(part.begin(), part.end()));
    for (const auto& [name, bound] : statement.names) names.emplace(name);
  }
  return names;
}

// The last part of the name that a file is imported by.
std::string module_name(const std::string& path) {
  fs::path file(path);
  return file.stem() == "__init__" ? file.parent_path().filename().string() : file.stem().string();
}

}  // namespace

std::set<std::string> importers_of(const std::set<std::string>& changed,
                                   const std::vector<std::string>& files) {
  std::map<std::string, std::vector<std::string>, std::less<>> by_name;  // who imports such a name
  for (const std::string& file : files)
    for (const std::string& name : imported_names(file)) by_name[name].push_back(file);
  std::set<std::string> found, names;
  std::vector<std::string> open;
  auto visit = [&](const std::string& path) {
    if (path.ends_with(".py") && names.insert(module_name(path)).second)
      open.push_back(module_name(path));
  };
  for (const std::string& path : changed) visit(path);
  while (!open.empty()) {
    auto at = by_name.find(open.back());
    open.pop_back();
    if (at == by_name.end()) continue;
    for (const std::string& file : at->second)
      if (found.insert(file).second) visit(file);
  }
  return found;
}

}  // namespace nnscan::check
