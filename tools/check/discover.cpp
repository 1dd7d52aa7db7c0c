#include "tools/check/discover.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <set>

namespace nnscan::check {

namespace fs = std::filesystem;

namespace {

constexpr size_t kLargest = 16 << 20;  // bytes of a source file

// Every module class derives, in the end, from a class of that name.
bool may_hold_module(const std::string& path, bool& readable) {
  std::ifstream in(path, std::ios::binary);
  readable = in.good();
  std::error_code error;
  uintmax_t size = fs::file_size(path, error);
  std::string text(error ? 0 : std::min<uintmax_t>(size, kLargest), '\0');
  in.read(text.data(), static_cast<std::streamsize>(text.size()));
  return text.find("Module") != std::string::npos && text.find("torch") != std::string::npos;
}

std::string root_of(const std::string& file) {
  fs::path folder = fs::path(file).parent_path();
  std::error_code error;
  while (folder.has_filename() && fs::is_regular_file(folder / "__init__.py", error)) folder = folder.parent_path();
  return folder.string();
}

bool is_environment(const fs::path& folder) {
  std::error_code error;
  return fs::exists(folder / "pyvenv.cfg", error);
}

// Whether a pattern matches the path, or a folder that it is in.
bool is_covered(const std::string& path, const std::vector<Glob>& globs) {
  std::error_code error;
  std::string absolute = fs::absolute(path, error).lexically_normal().string();
  return std::any_of(globs.begin(), globs.end(),
                     [&](const Glob& glob) { return glob.covers(absolute); });
}

class Walk {
 public:
  Walk(const std::vector<Glob>& exclude, Discovery& found) : exclude_(exclude), found_(found) {}

  void folder(const fs::path& at) {
    std::error_code error;
    if (!visited_.insert(fs::canonical(at, error).string()).second) return;
    std::vector<fs::directory_entry> entries;
    for (const auto& entry : fs::directory_iterator(at, fs::directory_options::skip_permission_denied, error))
      entries.push_back(entry);
    std::sort(entries.begin(), entries.end());
    for (const fs::directory_entry& entry : entries) {
      std::string name = entry.path().filename().string();
      if (name[0] == '.' || excluded(entry.path())) continue;
      if (entry.is_directory(error)) {
        if (name != "__pycache__" && name != "node_modules" && !is_environment(entry.path())) folder(entry.path());
      } else if (entry.is_regular_file(error) && entry.path().extension() == ".py") {
        file(entry.path());
      }
    }
  }

  void file(const fs::path& path) {
    std::error_code error;
    SourcePath source = source_path(path.string());
    // Links may lead to one file by several ways.
    if (!files_.insert(fs::weakly_canonical(path, error).string()).second) return;
    bool readable = false;
    if (may_hold_module(source.path, readable)) {
      found_.files.push_back(std::move(source));
    } else if (!readable) {
      found_.error = "cannot read `" + path.string() + "`";
    } else {
      found_.others.push_back(std::move(source.path));
    }
  }

 private:
  bool excluded(const fs::path& path) const {
    std::error_code error;
    std::string absolute = fs::absolute(path, error).lexically_normal().string();
    return std::any_of(exclude_.begin(), exclude_.end(), [&](const Glob& glob) { return glob.matches(absolute); });
  }

  const std::vector<Glob>& exclude_;
  Discovery& found_;
  std::set<std::string> visited_, files_;
};

}  // namespace

SourcePath source_path(const std::string& path) {
  std::error_code error;
  std::string absolute = fs::absolute(path, error).lexically_normal().string();
  return {absolute, root_of(absolute)};
}

Discovery discover(const std::vector<std::string>& paths, const Exclusion& exclude) {
  Discovery found;
  Walk walk(exclude.globs, found);
  for (const std::string& path : paths) {
    std::error_code error;
    if (!fs::exists(path, error)) {
      found.error = "cannot read `" + path + "`: no such file or folder";
    } else if (!exclude.named_too || !is_covered(path, exclude.globs)) {
      fs::is_directory(path, error) ? walk.folder(path) : walk.file(path);
    }
    if (!found.error.empty()) return found;
  }
  std::sort(found.files.begin(), found.files.end(), [](const SourcePath& a, const SourcePath& b) {
    return std::tie(a.root, a.path) < std::tie(b.root, b.path);
  });
  return found;
}

}  // namespace nnscan::check
