#include "tools/check/report.h"

#include <filesystem>
#include <fstream>
#include <sstream>

namespace nnscan::check {

namespace fs = std::filesystem;

const char* name_of(Verdict verdict) {
  switch (verdict) {
    case Verdict::kExact: return "exact";
    case Verdict::kAssumptions: return "exact under assumptions";
    case Verdict::kRefused: return "refused";
    case Verdict::kPart: return "part of others";
    case Verdict::kNotAnalysed: return "not analysed";
  }
  return "";
}

FileId Report::file(const std::string& path, const std::string& shown) {
  auto [at, fresh] = ids_.try_emplace(path.empty() ? shown : path);
  if (fresh) {
    std::stringstream text;
    if (!path.empty()) text << std::ifstream(path, std::ios::binary).rdbuf();
    at->second = sources.add(path, shown, text.str(), path.empty());
  }
  return at->second;
}

std::string shown_path(const std::string& path) {
  std::error_code error;
  fs::path relative = fs::relative(path, fs::current_path(error), error);
  std::string text = relative.string();
  return error || text.empty() || text.starts_with("../..") ? path : text;
}

}  // namespace nnscan::check
