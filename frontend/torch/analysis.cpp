#include "frontend/torch/analysis.h"

#include <filesystem>

#include "frontend/torch/checkpoint.h"
#include "frontend/torch/entry.h"
#include "frontend/torch/forward.h"
#include "frontend/torch/parameters.h"
#include "ir/base/check.h"
#include "ir/passes/passes.h"
#include "ir/verify.h"

namespace nnscan::torch {

namespace {

constexpr int kMaxAttempts = 64;  // each learns one fact or more about an input

void report_raise(Session& session, const py::Raise& raised, py::Interp& in, const char* where) {
  std::string message = in.describe_exception(raised.exception);
  bool shape = message.find("shape") != std::string::npos || message.find("size") != std::string::npos;
  session.sink.report({shape && in.is_instance(raised.exception, in.types.runtime_error) ? Code::kShapeMismatch : Code::kPythonRaised,
                       raised.span, std::string(where) + " raises `" + message + "`", "", raised.chain, {}});
}

// Runs one stage and turns what Python raises into a report.
template <class Stage>
void stage(Session& session, py::Interp& in, const char* where, Stage run) {
  try {
    run();
  } catch (py::Raise& raised) {
    in.frame = nullptr;
    report_raise(session, raised, in, where);
    throw Stop{};
  }
}

// Numbers that a constructor drew and no checkpoint replaced have no one value; nor has a tensor
// that an in-place write may or may not have reached.
void refuse_random(Session& session) {
  Graph& graph = session.graph;
  auto check = [&](ValueId v, OriginId origin) {
    if (!v.valid() || graph.values[v].kind != ValueKind::kRandom) return;
    Span span = origin.valid() ? graph.origins[origin].span : Span{};
    if (!graph.values[v].name.empty()) {
      session.sink.report({Code::kUnsupportedTorchUse, span,
                           "this reads a tensor of which it is not known whether an in-place write changed it: "
                           "`reshape`, `contiguous` and `flatten` share memory with their operand or copy it",
                           "write to a copy: `x = x.clone()`, or assign the result to a name", {}, {}});
      return;
    }
    session.sink.report({Code::kRandomInit, span, "this depends on random numbers that the constructor draws outside of a parameter",
                         "make them a parameter or a buffer, so that a checkpoint holds them", {}, {}});
  };
  std::vector<BlockId> open{graph.root};
  while (!open.empty()) {
    const Block block = graph.blocks[open.back()];
    open.pop_back();
    for (NodeId id : block.nodes) {
      const Node& node = graph.nodes[id];
      for (ValueId v : node.inputs) check(v, node.origin);
      for (BlockId inner : node.blocks) open.push_back(inner);
    }
    for (ValueId v : block.results) check(v, block.owner.valid() ? graph.nodes[block.owner].origin : OriginId{});
  }
  for (const Output& output : graph.outputs) check(output.value, OriginId{});
}

void finish(Session& session, const AnalysisRequest& request) {
  Graph& graph = session.graph;
  eliminate_dead_code(graph);
  simplify(graph);
  if (request.fold_batch_norm) fold_batch_norm(graph, session.dims);
  eliminate_dead_code(graph);
  refuse_random(session);
  if (session.sink.has_errors()) return;
  for (const std::string& problem : verify(graph, session.dims))
    session.sink.report({Code::kInternal, {}, "the graph does not hold together: " + problem,
                         "please report this with the model file", {}, {}});
}

struct Attempt {
  bool again = false;
};

void attempt(const AnalysisRequest& request, const Checkpoint* checkpoint, Learnt& learnt, Analysis& analysis, Attempt& result) {
  Session& session = *analysis.session;
  py::Interp in(session);
  install_torch(in);
  for (const std::string& folder : request.options.include) in.add_root(folder);
  Forward forward(in, request, learnt);
  try {
    py::ModuleObj* file = in.load_file(request.file);
    py::Value module;
    stage(session, in, "building the model", [&] {
      module = build_entry(in, file, request.entry);
      if (session.sink.has_errors()) throw Stop{};
      in.call_method(module, "train", {py::Value::of(request.options.train)});
    });
    if (session.sink.has_errors()) throw Stop{};
    session.graph.name = in.type_name(module);
    std::vector<BoundState> state;
    stage(session, in, "binding the parameters", [&] {
      state = bind_state(in, collect_state(in, module), checkpoint, request.weights);
    });
    Kept kept = kept_memory(in, state);
    stage(session, in, "`forward`", [&] { forward.run(module, file); });
    if (!session.sink.has_errors()) assume_unchanged(in, state, kept, forward.place());
    if (!session.sink.has_errors()) finish(session, request);
  } catch (NeedRefinement& need) {
    result.again = forward.learn(need.refinements, learnt);
    if (!result.again)
      session.sink.report({Code::kUnknownDim, in.user_span(), "what is known of the inputs does not fit together here",
                           "declare them with --input", {}, {}});
  } catch (Stop&) {
  } catch (DimOverflow&) {
    session.sink.report({Code::kLimitSize, {}, "a size does not fit in 64 bits", "", {}, {}});
  } catch (InternalError& error) {
    session.sink.report({Code::kInternal, {}, error.what(), "please report this with the model file", {}, {}});
  } catch (std::bad_alloc&) {
    session.sink.report({Code::kLimitSize, {}, "out of memory", "", {}, {}});
  }
  analysis.files_read = in.files_read;
}

}  // namespace

namespace {

Analysis analyse_as(const AnalysisRequest& request) {
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
    Attempt result;
    do {
      result.again = false;
      analysis.session = std::make_unique<Session>(request.options);
      attempt(request, checkpoint ? &*checkpoint : nullptr, learnt, analysis, result);
      ++analysis.attempts;
    } while (result.again && analysis.attempts < kMaxAttempts);
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

Listing list_entries(const std::string& path, const Options& options) {
  Listing listing;
  listing.session = std::make_unique<Session>(options);
  Session& session = *listing.session;
  py::on_deep_stack([&] {
    py::Interp in(session);
    install_torch(in);
    for (const std::string& folder : options.include) in.add_root(folder);
    try {
      py::ModuleObj* file = in.load_file(path);
      listing.entries = entries_of(in, file);
    } catch (py::Raise& raised) {
      report_raise(session, raised, in, "this file");
    } catch (Stop&) {
    } catch (InternalError& error) {
      session.sink.report({Code::kInternal, {}, error.what(), "please report this with the file", {}, {}});
    }
  });
  listing.ok = !session.sink.has_errors();
  return listing;
}

}  // namespace nnscan::torch
