// Looks for inputs that a model works with, where its source leaves open what `forward` is given: which
// parameters that have defaults, how many tensors a list has, ranks, sizes of images. What is found is
// an assumption of the verdict.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "frontend/torch/workspace.h"
#include "tools/check/suppose.h"
#include "tools/check/wire.h"

namespace nnscan::check {

class Trials {
 public:
  // Runs of forward until they teach nothing more: {"outcome", "diagnostics", "open", "kept", "inputs"}.
  // What they teach is added to `learnt`.
  using Run = std::function<Json(const torch::AnalysisRequest& request, torch::Learnt& learnt)>;
  // `named`: what the module says of the sizes of its images.
  Trials(Run run, std::vector<ImageSize> named) : run_(std::move(run)), named_(std::move(named)) {}

  // The result of the first trial with a graph, with what it supposes as "supposed" ("" for nothing);
  // else that of the one that went furthest, with what `forward` was given as "given". Either has
  // "seed": what the trial went by, for EntryRuns.
  Json result(const torch::AnalysisRequest& request);

 private:
  struct State {
    torch::AnalysisRequest request;
    torch::Learnt learnt;
    Json result;
    bool supposes = false;  // something that no use has taught
    bool ok() const { return result["outcome"] == "graph"; }
  };
  State tried(const torch::AnalysisRequest& request, const torch::Learnt& learnt);
  State searched(const torch::AnalysisRequest& request);
  bool doubt_rank(State& state);
  bool suppose(State& state, int facts);
  bool suppose_one_by_one(State& state);
  void look_for_ranks(State& state);
  void give_more(State& state);
  std::string supposed(const State& state) const;

  Run run_;
  std::vector<ImageSize> named_;
  std::vector<torch::OpenInput> seen_;  // open ones, each once
  int left_ = 0;                        // of the trials that a search may make
};

}  // namespace nnscan::check
