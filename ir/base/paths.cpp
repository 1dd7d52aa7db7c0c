#include "ir/base/paths.h"

#include <filesystem>

namespace nnscan {

std::string shown_path(const std::string& path) {
  namespace fs = std::filesystem;
  std::error_code error;
  std::string text = fs::relative(path, fs::current_path(error), error).string();
  return error || text.empty() || text.starts_with("../..") ? path : text;
}

}  // namespace nnscan
