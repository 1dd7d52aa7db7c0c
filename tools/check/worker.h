// The analyses of a check, in worker processes. One worker reads files of one import root with one
// interpreter, so that what they import is read once, and analyses each entry in a child of its own.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "frontend/session.h"
#include "frontend/torch/input_spec.h"
#include "tools/check/discover.h"
#include "tools/check/progress.h"
#include "tools/check/wire.h"

namespace nnscan::check {

// An entry that is named, not found.
struct Wanted {
  std::string name;  // of the class or function that it is about
  std::string call;  // for --class
  std::vector<InputSpec> inputs;
  std::vector<SetSpec> sets;
  bool configured = false;  // by the user: whatever goes wrong is reported
};

struct Job {
  SourcePath file;
  bool find_entries = true;
  std::vector<Wanted> wanted;
};

// Messages:
//   {"file", "begins": NAME}                        an entry: for whoever watches
//   {"file": PATH, "diagnostics": [...]}            what is wrong with the file as such
//   {"file", "entry": {"name", "call", "kind", "span", "configured"}, "outcome", "diagnostics",
//    "assumptions", "classes": [SPAN...], "seconds", "broken"}  broken: by a signal or by the time limit
//   {"file", "sources": [PATH...], "missing": [PACKAGE...], "asked": [PATH...]}
//                                                   the end of a job: files that its worker has read since the
//                                                   job before, packages it found nowhere, paths that models
//                                                   asked about
// where outcome is "graph", "refused", "no module" (it gives none), "not built" (it raises or is
// refused before it gives one), "needs arguments", "no forward" (a module that others derive from).
struct WorkOptions {
  Options analysis;
  unsigned jobs = 1;
  double seconds = 60;  // for one entry
  Progress* progress = nullptr;  // is told what begins and ends
};
void run_jobs(const std::vector<Job>& jobs, const WorkOptions& options, const std::function<void(const Json&)>& on_message);

}  // namespace nnscan::check
