#include "tools/check/plan.h"

#include <algorithm>
#include <filesystem>

#include "tools/check/changed.h"
#include "tools/check/imports.h"

namespace nnscan::check {

namespace fs = std::filesystem;

namespace {

// Whether `path` is one of `roots` or below one.
bool is_below(const fs::path& path, const std::vector<std::string>& roots) {
  return std::any_of(roots.begin(), roots.end(), [&](const std::string& root) {
    std::error_code error;
    fs::path relative = path.lexically_relative(fs::absolute(root, error).lexically_normal());
    return !relative.empty() && *relative.begin() != "..";
  });
}

// Files of configured entries are checked whatever their text, and even where they are excluded.
void add_configured(const Settings& settings, std::vector<SourcePath>& files) {
  for (const Job& job : settings.entries) {
    bool known = std::any_of(files.begin(), files.end(),
                             [&](const SourcePath& f) { return f.path == job.file.path; });
    if (!known && is_below(job.file.path, settings.paths)) files.push_back(job.file);
  }
}

// Changed files, and those whose models a change may reach.
void keep_changed(const Settings& settings, Plan& plan) {
  Changed changed = changed_files(settings.paths, settings.changed_since);
  plan.error = changed.error;
  plan.hint = changed.hint;
  std::vector<std::string> all = plan.found.others;
  for (const SourcePath& file : plan.found.files) all.push_back(file.path);
  std::set<std::string> importers = importers_of(changed.files, all);
  std::erase_if(plan.found.files, [&](const SourcePath& file) {
    std::error_code error;
    return !importers.count(file.path) &&
           !changed.files.count(fs::canonical(file.path, error).string());
  });
}

}  // namespace

std::vector<Job> Plan::jobs(const Settings& settings) const {
  std::vector<Job> jobs;
  for (const SourcePath& file : found.files) {
    Job& job = jobs.emplace_back(Job{file, true, {}});
    for (const Job& configured : settings.entries)
      if (configured.file.path == file.path)
        job.wanted.insert(job.wanted.end(), configured.wanted.begin(), configured.wanted.end());
  }
  return jobs;
}

Plan make_plan(const Settings& settings) {
  Plan plan;
  plan.found = discover(settings.paths, settings.exclude);
  plan.error = plan.found.error;
  if (!plan.error.empty()) return plan;
  add_configured(settings, plan.found.files);
  if (settings.only_changed()) keep_changed(settings, plan);
  std::error_code error;
  plan.whole = !settings.only_changed() &&
               std::any_of(settings.paths.begin(), settings.paths.end(),
                           [&](const std::string& path) { return fs::is_directory(path, error); });
  return plan;
}

}  // namespace nnscan::check
