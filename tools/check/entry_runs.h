// Trying an entry: it is built and its forward run, as often as it takes to learn what its inputs
// are; where that leads nowhere, with inputs that are supposed (trials.h). What a run did is taken back
// before the next, or it has a process of its own.
#pragma once

#include <functional>
#include <optional>
#include <string>

#include "frontend/torch/workspace.h"
#include "tools/check/isolate.h"
#include "tools/check/wire.h"

namespace nnscan::check {

class EntryRuns {
 public:
  EntryRuns(torch::Workspace& workspace, py::ModuleObj* file, double seconds)
      : workspace_(workspace), file_(file), seconds_(seconds) {}

  // Is told that the module has been made, or that it could not be; before any run of forward.
  std::function<void()> built;
  // Is told of the last run of forward, in its process, and may add to what is answered of it.
  std::function<void(Json& result, const torch::Built& built, const torch::Attempt& attempt)> look;

  // Here, which changes the session. `configured`: somebody names the entry.
  //   {"outcome", "diagnostics", "assumptions", "classes": [SPAN...], "imported": [NAME...],
  //    "seed": what forward was given in the end, ...}
  // With a seed, unless it is null, forward runs once: a refusal then has "retry", for without the seed
  // there may be none.
  Json here(const torch::AnalysisRequest& request, bool configured, const Json& seed);
  // Runs of forward are taken back instead of having processes of their own. The result is
  // {"spoiled", "imported", ...} where one did what cannot be taken back.
  void take_back() { in_place_ = true; }

 private:
  Json analysed(const torch::Built& built, const torch::AnalysisRequest& request);
  Json seeded(const torch::Built& built, torch::AnalysisRequest request, const Json& seed);
  void add_supposed(Json& result, const std::string& what);
  Json settled(const torch::Built& built, const torch::AnalysisRequest& request, torch::Learnt& learnt);
  Json one_run(const torch::Built& built, const torch::AnalysisRequest& request, torch::Learnt& learnt);
  bool is_as_built();
  Json forward(const torch::Built& built, const torch::AnalysisRequest& request, torch::Learnt& learnt);
  double seconds_left() const;

  torch::Workspace& workspace_;
  py::ModuleObj* file_;
  double seconds_;
  double begun_ = 0;  // processor_seconds()
  bool in_place_ = false;
  std::optional<torch::Rewind> rewind_;
  bool has_run_ = false;  // since it was built, or taken back
};

// Reads here what an analysis read in a child: the next one will need it too.
void import_for(torch::Workspace& workspace, const Json& result);
// The result of an analysis that ended, or was ended, before it had one.
Json broken(const Outcome& outcome, double seconds, const py::ModuleObj* file, const SourceMap& sources);
Json described(const torch::Entry& entry, const SourceMap& sources);
// Of an entry that was called with nothing, unless it was `given` something: a constructor that raises for
// want of arguments needs some.
void find_want_of_arguments(Json& result, const Json& entry, bool given);
// From the reports of a session, those since there were `from`.
Json diagnostics_of(const Session& session, size_t from = 0);

}  // namespace nnscan::check
