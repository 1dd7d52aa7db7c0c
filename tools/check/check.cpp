#include "tools/check/check.h"

#include <algorithm>
#include <cstdio>
#include <map>
#include <thread>

#include "emit/output.h"
#include "tools/check/baseline.h"
#include "tools/check/cache.h"
#include "tools/check/formats.h"
#include "tools/check/hints.h"
#include "tools/check/plan.h"
#include "tools/check/progress.h"
#include "tools/check/selection.h"
#include "tools/check/settings.h"
#include "tools/check/suppress.h"
#include "tools/check/tables.h"
#include "tools/check/uses.h"
#include "tools/check/verdicts.h"
#include "tools/report.h"

namespace nnscan::check {

namespace {

Report analyse(const Plan& plan, const Settings& options, const std::string& cache_folder) {
  Report report;
  report.files = plan.found.files.size();
  report.skipped = plan.found.others.size();
  Verdicts verdicts(report);
  Progress progress(options.verbose, options.quiet);
  WorkOptions work{options.analysis, options.jobs ? options.jobs : std::max(1u, std::thread::hardware_concurrency()),
                   options.seconds, &progress};
  std::vector<std::string> files = plan.found.others;
  for (const SourcePath& file : plan.found.files) files.push_back(file.path);
  Cache cache(cache_folder, work, files);
  auto run = [&](const std::vector<Job>& jobs) {
    // By file: what is merged must not depend on who was done first.
    std::map<std::string, std::vector<Json>> said;
    std::vector<Job> left;
    for (const Job& job : jobs) {
      if (auto known = cache.known(job)) said[job.file.path] = std::move(*known);
      else left.push_back(job);
    }
    progress.expect(left.size());
    cache.begins(left);
    run_jobs(left, work, [&](const Json& message) {
      cache.note(message);
      if (!message.contains("sources")) said[message["file"]].push_back(message);
    });
    cache.ends();
    for (const auto& [file, messages] : said)
      for (const Json& message : messages) verdicts.take(message);
  };
  run(plan.jobs(options));
  // Classes that need arguments: with those that the sources themselves give them somewhere.
  run(uses_of(verdicts.open(), plan.found.files));
  cache.save();
  verdicts.finish();
  speak_of_settings(report);
  return report;
}

bool is_error(const Finding& f) { return info(f.diagnostic.code).severity == Severity::kError; }

// Tables and the closing line belong to a report for people; one for programs holds nothing else,
// and tables that were asked for go to standard error.
std::string write(const Report& report, const Settings& options, const Format& format, bool color) {
  std::string text = format.write(report, {color}), tables;
  if (options.summary) tables += summary_table(report);
  if (options.statistics) tables += statistics_table(report);
  if (format.for_people) return text + tables + (options.quiet ? "" : closing_line(report));
  std::fputs(tables.c_str(), stderr);
  return text;
}

// Findings of the baseline that are gone are said once, for whoever keeps the file.
std::string keep_new(const Settings& settings, const Plan& plan, Report& report) {
  constexpr size_t kShown = 10;
  std::vector<std::string> gone;
  std::string error = apply_baseline(settings.baseline, plan.found.files, report, gone);
  if (gone.empty() || settings.quiet) return error;
  std::fprintf(stderr, "nnscan: of the baseline, %zu no longer %s; `--write-baseline %s` writes it anew\n", gone.size(),
               gone.size() == 1 ? "occurs" : "occur", shown_path(settings.baseline).c_str());
  for (size_t i = 0; i < std::min(gone.size(), kShown); ++i) std::fprintf(stderr, "  %s\n", gone[i].c_str());
  if (gone.size() > kShown) std::fprintf(stderr, "  … and %zu more\n", gone.size() - kShown);
  return error;
}

int write_new_baseline(const std::string& file, const Report& report) {
  if (std::string error = write_baseline(file, report); !error.empty()) {
    print_error("--write-baseline: " + error);
    return 2;
  }
  std::fprintf(stderr, "nnscan: wrote %zu findings to %s\n", report.findings.size(), file.c_str());
  return leave(0);
}

int usage_error(const std::string& message, const std::string& hint = "") {
  print_error(message, hint);
  return 2;
}

}  // namespace

int run(const Settings& options) {
  Settings settings = options;
  if (!read_settings_file(settings)) return 2;
  const Format* format = format_named(settings.format);
  if (!format) return usage_error("--format: no `" + settings.format + "`", "there are " + format_names(", "));
  std::string problem;
  Selection selection = selection_of(settings, problem);
  if (!problem.empty()) return usage_error(problem);
  Plan plan = make_plan(settings);
  if (!plan.error.empty()) return usage_error(plan.error, plan.hint);
  CachePlace cache = settings.use_cache && settings.analysis.prelude_folder.empty() ? cache_place(settings.cache_folder) : CachePlace{};
  if (!cache.problem.empty()) return usage_error(cache.problem);
  OutputFile out;
  if (std::string error = out.open(settings.output); !error.empty()) return usage_error(error);

  Report report = analyse(plan, settings, cache.folder);
  apply_comments(report, plan.found.files, plan.whole);
  apply_selection(report, selection);
  if (!settings.write_baseline.empty()) return write_new_baseline(settings.write_baseline, report);
  if (!settings.baseline.empty())
    if (std::string error = keep_new(settings, plan, report); !error.empty()) return usage_error("--baseline: " + error);
  if (settings.quiet) std::erase_if(report.findings, [](const Finding& f) { return !is_error(f); });

  out.write(write(report, settings, *format, use_color(out.is_terminal())));
  if (std::string error = out.commit(); !error.empty()) return usage_error(error);
  bool errors = std::any_of(report.findings.begin(), report.findings.end(), is_error);
  return leave(errors && !settings.exit_zero ? 1 : 0);
}

}  // namespace nnscan::check
