#include "tools/check/imports.h"

#include <cctype>
#include <filesystem>
#include <fstream>
#include <map>
#include <sstream>
#include <string_view>

namespace nnscan::check {

namespace fs = std::filesystem;

namespace {

bool in_word(char c) {
  return std::isalnum(static_cast<unsigned char>(c)) || c == '_' ||
         static_cast<unsigned char>(c) >= 0x80;
}

// Where the import statement that begins at `at` ends: its line, or the lines of its parenthesis.
size_t end_of_statement(std::string_view text, size_t at) {
  bool open = false;
  for (; at < text.size(); ++at) {
    char c = text[at];
    if (c == '(')
      open = true;
    else if (c == ')')
      open = false;
    else if (c == '#')
      at = std::min(text.find('\n', at), text.size()) - 1;
    else if (c == '\\')
      ++at;
    else if (c == '\n' && !open)
      break;
  }
  return std::min(at, text.size());
}

void add_words(std::string_view text, std::set<std::string, std::less<>>& words) {
  for (size_t at = 0; at < text.size();) {
    size_t end = at;
    while (end < text.size() && in_word(text[end])) ++end;
    if (end > at) words.emplace(text.substr(at, end - at));
    at = std::max(end, at + 1);
  }
}

// All names in import statements.
std::set<std::string, std::less<>> imported_names(const std::string& path) {
  std::stringstream stream;
  stream << std::ifstream(path, std::ios::binary).rdbuf();
  std::string_view text = stream.view();
  std::set<std::string, std::less<>> words;
  for (size_t line = 0; line < text.size();) {
    size_t begin = std::min(text.find_first_not_of(" \t", line), text.size());
    std::string_view rest = text.substr(begin);
    bool imports = rest.starts_with("import") || rest.starts_with("from");
    size_t end =
        imports ? end_of_statement(text, begin) : std::min(text.find('\n', begin), text.size());
    if (imports) add_words(text.substr(begin, end - begin), words);
    line = end + 1;
  }
  return words;
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
