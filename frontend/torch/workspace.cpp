#include "frontend/torch/workspace.h"

#include <algorithm>

#include "frontend/torch/checkpoint.h"
#include "frontend/torch/entry.h"
#include "frontend/torch/errors.h"
#include "frontend/torch/parameters.h"
#include "ir/base/check.h"
#include "ir/passes/passes.h"
#include "ir/verify.h"

namespace nnscan::torch {

namespace {

void report_raise(Session& session, const py::Raise& raised, py::Interp& in, const char* where) {
  Diagnostic d = uncaught(in, raised, where);
  // What follows a refusal has no values to go by: an exception may well come of that.
  bool of_python = d.code == Code::kPythonRaised || d.code == Code::kUnknownName;
  if (!of_python || !session.sink.has_errors()) session.sink.report(std::move(d));
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

// What is learnt of an input behind a refusal is learnt from code that had no values to go by. Where
// it leads to an exception it was wrong, and the refusal is the reason.
void prefer_refusals(Session& session, const std::vector<Diagnostic>& refused) {
  auto raised = [](const Diagnostic& d) {
    return d.code == Code::kPythonRaised || d.code == Code::kShapeMismatch || d.code == Code::kDTypeMismatch;
  };
  if (refused.empty() || std::ranges::none_of(session.sink.all(), raised)) return;
  session.sink.truncate(0);
  for (const Diagnostic& d : refused) session.sink.report(d);
}

// What is found where no line of the program runs, such as while a result is collected, is about forward.
void move_out_of_prelude(Session& session, Span forward) {
  auto is_inside = [&](const Diagnostic& d) { return d.span.valid() && session.sources[d.span.file].is_prelude; };
  if (!forward.valid() || std::ranges::none_of(session.sink.all(), is_inside)) return;
  const std::vector<Diagnostic> found = session.sink.all();
  session.sink.truncate(0);
  for (Diagnostic d : found) {
    if (is_inside(d)) d.span = forward;
    session.sink.report(std::move(d));
  }
}

// Numbers that a constructor drew and no checkpoint replaced have no one value; nor has a tensor
// that an in-place write may or may not have reached.
void refuse_random(Session& session) {
  Graph& graph = session.graph;
  auto check = [&](ValueId v, OriginId origin) {
    if (!v.valid() || graph.values[v].kind != ValueKind::kRandom) return;
    Span span = origin.valid() ? graph.origins[origin].span : Span{};
    if (graph.values[v].name == "address") {
      session.sink.report({Code::kUnsupportedTorchUse, span, "this depends on where a tensor lies in memory, and an exported graph has no addresses",
                           "decide it by something else than `data_ptr()`", {}, {}});
      return;
    }
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

}  // namespace

Workspace::Workspace(const Options& options)
    : session_(std::make_unique<Session>(options)), interp_(std::make_unique<py::Interp>(*session_)) {
  install_torch(*interp_);
  for (const std::string& folder : options.include) interp_->add_root(folder);
}

std::unique_ptr<Session> Workspace::release() {
  interp_.reset();
  return std::move(session_);
}

py::ModuleObj* Workspace::load(const std::string& path) { return interp_->load_file(path); }

void Workspace::guarded(const char* where, const std::function<void()>& work) {
  Session& session = *session_;
  try {
    stage(session, *interp_, where, work);
  } catch (Stop&) {
  } catch (DimOverflow&) {
    session.sink.report({Code::kLimitSize, {}, "a size does not fit in 64 bits", "", {}, {}});
  } catch (InternalError& error) {
    session.sink.report({Code::kInternal, {}, error.what(), "please report this with the model file", {}, {}});
  } catch (std::bad_alloc&) {
    session.sink.report({Code::kLimitSize, {}, "out of memory", "", {}, {}});
  }
}

Built Workspace::build(py::ModuleObj* file, const AnalysisRequest& request, const Checkpoint* checkpoint) {
  Built built;
  Session& session = *session_;
  py::Interp& in = *interp_;
  torch_of(in).begin_entry();
  guarded("building the model", [&] {
    built.module = build_entry(in, file, request.entry);
    if (session.sink.has_errors()) throw Stop{};
    in.call_method(built.module, "train", {py::Value::of(request.options.train)});
    if (session.sink.has_errors()) throw Stop{};
    session.graph.name = in.type_name(built.module);
    stage(session, in, "binding the parameters", [&] {
      built.state = bind_state(in, collect_state(in, built.module), checkpoint, request.weights);
    });
    built.kept = kept_memory(in, built.state);
    built.ok = true;
  });
  return built;
}

Attempt Workspace::forward(py::ModuleObj* file, const Built& built, const AnalysisRequest& request, Learnt& learnt) {
  Attempt result;
  Session& session = *session_;
  py::Interp& in = *interp_;
  Forward forward(in, request, learnt);
  guarded("`forward`", [&] {
    try {
      forward.run(built.module, file);
      if (!session.sink.has_errors()) assume_unchanged(in, built.state, built.kept, forward.place());
      if (!session.sink.has_errors()) finish(session, request);
    } catch (NeedRefinement& need) {
      learnt.refused = session.sink.all();
      result.again = forward.learn(need.refinements, learnt);
      if (!result.again)
        session.sink.report({Code::kUnknownDim, in.user_span(), "what is known of the inputs does not fit together here",
                             "declare them with --input", {}, {}});
    }
  });
  if (!result.again) prefer_refusals(session, learnt.refused);
  move_out_of_prelude(session, forward.place());
  if (!result.again) result.open = forward.open(), result.kept = forward.kept();
  result.place = forward.place();
  result.symbol_axes = forward.symbol_axes();
  result.inputs = session.graph.blocks[session.graph.root].params.size();
  return result;
}

}  // namespace nnscan::torch
