#include "tools/check/check.h"

#include <algorithm>
#include <cstdio>
#include <thread>

#include "emit/output.h"
#include "tools/check/discover.h"
#include "tools/check/formats.h"
#include "tools/check/progress.h"
#include "tools/check/tables.h"
#include "tools/check/uses.h"
#include "tools/check/verdicts.h"
#include "tools/report.h"

namespace nnscan::check {

namespace {

Report analyse(const Discovery& found, const Settings& options) {
  Report report;
  report.files = found.files.size();
  report.skipped = found.skipped;
  Verdicts verdicts(report);
  Progress progress(options.verbose, options.quiet);
  WorkOptions work{options.analysis, options.jobs ? options.jobs : std::max(1u, std::thread::hardware_concurrency()),
                   options.seconds, &progress};
  auto take = [&](const Json& message) { verdicts.take(message); };
  auto run = [&](const std::vector<Job>& jobs) {
    progress.expect(jobs.size());
    run_jobs(jobs, work, take);
  };
  std::vector<Job> jobs;
  for (const SourcePath& file : found.files) jobs.push_back({file, true, {}});
  run(jobs);
  // Classes that need arguments: with those that the sources themselves give them somewhere.
  run(uses_of(verdicts.open(), found.files));
  verdicts.finish();
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

int usage_error(const std::string& message, const std::string& hint = "") {
  print_error(message, hint);
  return 2;
}

}  // namespace

int run(const Settings& options) {
  const Format* format = format_named(options.format);
  if (!format) return usage_error("--format: no `" + options.format + "`", "there are " + format_names(", "));
  Discovery found = discover(options.paths, options.exclude);
  if (!found.error.empty()) return usage_error(found.error);
  OutputFile out;
  if (std::string error = out.open(options.output); !error.empty()) return usage_error(error);
  Report report = analyse(found, options);
  if (options.quiet) std::erase_if(report.findings, [](const Finding& f) { return !is_error(f); });
  out.write(write(report, options, *format, use_color(out.is_terminal())));
  if (std::string error = out.commit(); !error.empty()) return usage_error(error);
  bool errors = std::any_of(report.findings.begin(), report.findings.end(), is_error);
  return leave(errors && !options.exit_zero ? 1 : 0);
}

}  // namespace nnscan::check
