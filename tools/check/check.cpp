#include "tools/check/check.h"

#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <thread>

#include "tools/check/discover.h"
#include "tools/check/formats.h"
#include "tools/check/uses.h"
#include "tools/check/verdicts.h"
#include "tools/report.h"

namespace nnscan::check {

int run(const Settings& options) {
  auto formats = check::formats();
  auto format = std::find_if(formats.begin(), formats.end(), [&](const Format& f) { return f.name == options.format; });
  if (format == formats.end()) {
    std::string names;
    for (const Format& f : formats) names += std::string(names.empty() ? "" : ", ") + f.name;
    print_error("--format: no `" + options.format + "`", "there are " + names);
    return 2;
  }
  Discovery found = discover(options.paths, options.exclude);
  if (!found.error.empty()) {
    print_error(found.error);
    return 2;
  }
  Report report;
  report.files = found.files.size();
  report.skipped = found.skipped;
  Verdicts verdicts(report);
  WorkOptions work{options.analysis, options.jobs ? options.jobs : std::max(1u, std::thread::hardware_concurrency()),
                   options.seconds};
  std::vector<Job> jobs;
  for (const SourcePath& file : found.files) jobs.push_back({file, true, {}});
  auto take = [&](const Json& message) { verdicts.take(message); };
  run_jobs(jobs, work, take);
  // Classes that need arguments: with those that the sources themselves give them somewhere.
  run_jobs(uses_of(verdicts.open(), found.files), work, take);
  verdicts.finish();
  std::string text = format->write(report, {isatty(1) && !std::getenv("NO_COLOR"), options.summary});
  std::fwrite(text.data(), 1, text.size(), stdout);
  bool errors = std::any_of(report.findings.begin(), report.findings.end(), [](const Finding& f) {
    return info(f.diagnostic.code).severity == Severity::kError;
  });
  return leave(errors && !options.exit_zero ? 1 : 0);
}

}  // namespace nnscan::check
