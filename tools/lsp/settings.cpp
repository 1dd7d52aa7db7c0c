#include "tools/lsp/settings.h"

#include <filesystem>

#include "tools/check/settings.h"

namespace nnscan::lsp {

namespace {

namespace fs = std::filesystem;

class Reader {
 public:
  Reader(const Json& section, std::vector<std::string>& problems)
      : section_(section), problems_(problems) {}

  // `inlayHints.enable` is a member of an object, or a key with a dot in it.
  const Json& find(const std::string& key) const {
    const Json& whole = at(section_, key.c_str());
    if (!whole.is_null()) return whole;
    size_t dot = key.find('.');
    if (dot == std::string::npos) return whole;
    return at(section_, key.substr(0, dot).c_str(), key.substr(dot + 1).c_str());
  }
  void read(const char* key, bool& out) {
    const Json& value = find(key);
    if (value.is_boolean())
      out = value;
    else
      complain(key, value, "true or false");
  }
  void read(const char* key, int64_t& out, int64_t least, int64_t most) {
    const Json& value = find(key);
    if (value.is_number_integer() && value >= least && value <= most)
      out = value;
    else
      complain(key, value,
               "a whole number from " + std::to_string(least) + " to " + std::to_string(most));
  }
  void read(const char* key, double& out) {
    const Json& value = find(key);
    if (value.is_number() && value > 0)
      out = value;
    else
      complain(key, value, "a number above 0");
  }
  void read(const char* key, std::vector<std::string>& out) {
    const Json& value = find(key);
    bool texts = value.is_array() && std::all_of(value.begin(), value.end(),
                                                 [](const Json& item) { return item.is_string(); });
    if (texts)
      out = value.get<std::vector<std::string>>();
    else
      complain(key, value, "a list of strings");
  }

 private:
  void complain(const char* key, const Json& value, const std::string& wanted) {
    if (!value.is_null())
      problems_.push_back("nnscan." + std::string(key) + ": " + wanted + " is wanted, not " +
                          text_of(value));
  }
  const Json& section_;
  std::vector<std::string>& problems_;
};

void read_codes(std::vector<std::string>& codes, const char* key,
                std::vector<std::string>& problems) {
  std::string problem;
  check::split_codes(codes, problem);
  if (problem.empty()) return;
  problems.push_back("nnscan." + std::string(key) + ": " + problem);
  codes.clear();
}

}  // namespace

Settings settings_from(const Json& section, std::vector<std::string>& problems) {
  Settings s;
  Reader reader(section, problems);
  reader.read("inlayHints.enable", s.hints);
  reader.read("inlayHints.parameters", s.parameter_hints);
  reader.read("inlayHints.returns", s.return_hints);
  reader.read("inlayHints.maximumLength", s.hint_length, 8, 10'000);
  reader.read("codeLens.enable", s.lenses);
  reader.read("diagnostics.enable", s.diagnostics);
  reader.read("select", s.select);
  reader.read("ignore", s.ignore);
  reader.read("include", s.include);
  reader.read("opset", s.opset, 11, 20);
  reader.read("debounce", s.debounce, 0, 60'000);
  reader.read("pause", s.pause, 0, 600'000);
  reader.read("timeout", s.timeout);
  read_codes(s.select, "select", problems);
  read_codes(s.ignore, "ignore", problems);
  return s;
}

check::Settings project_settings(const Settings& settings, const std::string& path,
                                 const std::string& folder, std::string& problem) {
  check::Settings project;
  project.paths = {path};
  project.analysis.opset = static_cast<int>(settings.opset);
  project.select = settings.select;
  project.ignore = settings.ignore;
  project.seconds = settings.timeout;
  if (!check::read_settings_file(project))
    problem = "the settings in the pyproject.toml above " + path +
              " are not all understood; `nnscan check` says where";
  project.seconds = settings.timeout;
  project.paths = {path};
  for (const std::string& include : settings.include)
    project.analysis.include.push_back((fs::path(folder) / include).lexically_normal().string());
  return project;
}

bool is_excluded(const check::Settings& project, const std::string& path) {
  auto is_of_it = [&](const check::Job& job) { return job.file.path == path; };
  if (std::any_of(project.entries.begin(), project.entries.end(), is_of_it)) return false;
  const std::vector<check::Glob>& globs = project.exclude.globs;
  return std::any_of(globs.begin(), globs.end(),
                     [&](const check::Glob& glob) { return glob.covers(path); });
}

}  // namespace nnscan::lsp
