#include "frontend/python/overlays.h"

#include <algorithm>
#include <charconv>
#include <filesystem>
#include <fstream>
#include <optional>
#include <utility>

namespace nnscan::py {

namespace fs = std::filesystem;

namespace {

// Sorted by module.
constexpr Overlay kOverlays[] = {
    {"transformers.utils.auto_docstring", "4.57", "5.24", true},
    {"transformers.utils.import_utils", "4.57", "5.24", false},
};

std::optional<std::pair<int, int>> major_minor(std::string_view version) {
  std::pair<int, int> parts{0, 0};
  const char* end = version.data() + version.size();
  auto [after_major, error] = std::from_chars(version.data(), end, parts.first);
  if (error != std::errc()) return std::nullopt;
  if (after_major != end && *after_major == '.') std::from_chars(after_major + 1, end, parts.second);
  return parts;
}

// What `__version__ = "5.24.0"` at the margin of a file says.
std::string assigned_version(const std::string& path) {
  std::ifstream in(path);
  for (std::string line; std::getline(in, line);) {
    if (!line.starts_with("__version__")) continue;
    size_t open = line.find_first_of("\"'");
    size_t close = open == std::string::npos ? open : line.find(line[open], open + 1);
    if (close != std::string::npos) return line.substr(open + 1, close - open - 1);
  }
  return "";
}

}  // namespace

std::span<const Overlay> overlays() { return kOverlays; }

const Overlay* find_overlay(std::string_view module) {
  auto at = std::ranges::lower_bound(kOverlays, module, {}, &Overlay::module);
  return at != std::end(kOverlays) && at->module == module ? &*at : nullptr;
}

bool covers(const Overlay& overlay, std::string_view version) {
  auto wanted = major_minor(version);
  return wanted && *major_minor(overlay.oldest) <= *wanted && *wanted <= *major_minor(overlay.newest);
}

std::string installed_version(const std::string& root, const std::string& package) {
  for (const char* file : {"/__init__.py", "/_version.py"})
    if (std::string found = assigned_version(root + "/" + package + file); !found.empty()) return found;
  std::error_code error;
  std::string prefix = package + "-", suffix = ".dist-info";
  for (const fs::directory_entry& entry : fs::directory_iterator(root, error)) {
    std::string name = entry.path().filename().string();
    if (name.starts_with(prefix) && name.ends_with(suffix) && name.size() > prefix.size() + suffix.size())
      return name.substr(prefix.size(), name.size() - prefix.size() - suffix.size());
  }
  return "";
}

}  // namespace nnscan::py
