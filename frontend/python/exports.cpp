#include "frontend/python/exports.h"

#include <algorithm>
#include <cctype>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string_view>
#include <vector>

namespace nnscan::py {

namespace fs = std::filesystem;

namespace {

// What stands between the brackets of `__all__ = [...]` at the margin.
std::string_view listed_names(std::string_view text) {
  for (size_t at = text.find("__all__"); at != std::string_view::npos; at = text.find("__all__", at + 1)) {
    if (at != 0 && text[at - 1] != '\n') continue;
    size_t open = text.find_first_of("[(", at), close = text.find_first_of("])", open);
    if (close != std::string_view::npos) return text.substr(open, close - open);
  }
  return {};
}

bool offers(const fs::path& file, const std::string& name) {
  std::ifstream in(file, std::ios::binary);
  std::string text{std::istreambuf_iterator<char>(in), {}};
  std::string_view names = listed_names(text);
  return names.find("\"" + name + "\"") != names.npos || names.find("'" + name + "'") != names.npos;
}

// "distilbert" of "distil_bert" and of "DistilBert".
std::string compact(const std::string& name) {
  std::string out;
  for (char c : name)
    if (c != '_') out += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  return out;
}

// How many characters of the name the folder's name begins it with.
size_t likeness(const fs::path& folder, const std::string& name) {
  std::string start = compact(folder.filename().string());
  return compact(name).starts_with(start) ? start.size() : 0;
}

std::string search(const fs::path& folder, const std::string& name, const std::string& prefix) {
  std::error_code error;
  std::vector<fs::path> files, folders;
  for (const fs::directory_entry& entry : fs::directory_iterator(folder, error)) {
    std::string file = entry.path().filename().string();
    if (entry.is_directory(error)) {
      if (file != "__pycache__") folders.push_back(entry.path());
    } else if (entry.path().extension() == ".py" && file != "__init__.py" && !file.starts_with("convert_") &&
               !file.starts_with("modular_")) {
      files.push_back(entry.path());
    }
  }
  std::ranges::sort(files);
  for (const fs::path& file : files)
    if (offers(file, name)) return prefix + file.stem().string();
  std::ranges::sort(folders, [&](const fs::path& a, const fs::path& b) {
    size_t x = likeness(a, name), y = likeness(b, name);
    return x != y ? x > y : a < b;
  });
  for (const fs::path& below : folders)
    if (std::string found = search(below, name, prefix + below.filename().string() + "."); !found.empty()) return found;
  return "";
}

}  // namespace

std::string exporting_module(const std::string& path, const std::string& name) {
  std::error_code error;
  fs::path folder = path;
  if (fs::is_regular_file(folder, error)) folder = folder.parent_path();
  return search(folder, name, "");
}

}  // namespace nnscan::py
