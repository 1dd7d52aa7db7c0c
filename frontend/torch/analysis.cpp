#include "frontend/torch/analysis.h"

#include "frontend/torch/checkpoint.h"
#include "frontend/torch/entry.h"
#include "frontend/torch/workspace.h"

namespace nnscan::torch {

namespace {

constexpr int kMaxAttempts = 64;  // each learns one fact or more about an input

Analysis analyse_as(AnalysisRequest request) {
  Analysis analysis;
  std::optional<Checkpoint> checkpoint;
  Learnt learnt;
  py::on_deep_stack([&] {
    if (!request.weights.empty()) {
      auto read = read_checkpoint(request.weights);
      if (auto* error = std::get_if<CheckpointError>(&read)) {
        analysis.session = std::make_unique<Session>(request.options);
        Code code = error->code == CheckpointError::Code::kPickleRefused ? Code::kPickleRefused : Code::kWeightsUnreadable;
        analysis.session->sink.report({code, {}, request.weights + ": " + error->message, error->hint, {}, {}});
        return;
      }
      checkpoint = std::move(std::get<Checkpoint>(read));
    }
    bool again = true;
    while (again && analysis.attempts < kMaxAttempts) {
      analysis.session.reset();  // its memory is that of the next one
      Workspace workspace(request.options);
      workspace.session().unsaved = request.unsaved;
      workspace.session().stops_out_of_order = true;
      py::ModuleObj* file = nullptr;
      workspace.guarded("this file", [&] { file = workspace.load(request.file); });
      Built built;
      if (file) built = workspace.build(file, request, checkpoint ? &*checkpoint : nullptr);
      again = built.ok && workspace.forward(file, built, request, learnt).again;
      analysis.files_read = workspace.interp().files_read;
      analysis.session = workspace.release();
      ++analysis.attempts;
      if (const auto& packages = analysis.session->out_of_order; !packages.empty()) {
        request.options.imports_in_order.insert(packages.begin(), packages.end());
        learnt = {};
        again = true;
      }
    }
  });
  analysis.ok = !analysis.session->sink.has_errors() && !analysis.session->graph.outputs.empty();
  return analysis;
}

// A refusal that the other answer to is_in_onnx_export() would lift says so.
void try_other_answer(AnalysisRequest request, Session& refused) {
  request.options.as_export = !request.options.as_export;
  if (!analyse_as(request).ok) return;
  refused.sink.note({refused.asked_for_export,
                     request.options.as_export ? "the answer here is what eager PyTorch gives; with `--as-export` the model can be exported"
                                               : "the answer here is an exporter's; without `--as-export` the model can be exported"});
}

}  // namespace

Analysis analyse(const AnalysisRequest& request) {
  Analysis analysis = analyse_as(request);
  if (!analysis.ok && analysis.session->asked_for_export.valid()) try_other_answer(request, *analysis.session);
  return analysis;
}

bool has_begun(const Analysis& analysis) {
  const Graph& graph = analysis.session->graph;
  const Block& root = graph.blocks[graph.root];
  return !root.params.empty() || !root.nodes.empty();
}

Listing list_entries(const std::string& path, const Options& options) {
  Listing listing;
  py::on_deep_stack([&] {
    Workspace workspace(options);
    workspace.guarded("this file", [&] { listing.entries = entries_of(workspace.interp(), workspace.load(path)); });
    listing.session = workspace.release();
  });
  listing.ok = !listing.session->sink.has_errors();
  return listing;
}

}  // namespace nnscan::torch
