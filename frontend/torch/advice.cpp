#include "frontend/torch/advice.h"

#include <algorithm>
#include <map>
#include <set>

namespace nnscan::torch {

using py::as;
using py::get_if;
using py::Interp;
using py::Value;

namespace {

// By index of a value: whether a node or the graph takes it.
std::vector<bool> used_values(const Graph& graph) {
  std::vector<bool> used(graph.values.size());
  std::vector<BlockId> open{graph.root};
  while (!open.empty()) {
    const Block& block = graph.blocks[open.back()];
    open.pop_back();
    for (ValueId v : block.results) used[v.index] = true;
    for (NodeId id : block.nodes) {
      const Node& node = graph.nodes[id];
      for (ValueId v : node.inputs)
        if (v.valid()) used[v.index] = true;
      open.insert(open.end(), node.blocks.begin(), node.blocks.end());
    }
  }
  for (const Output& output : graph.outputs) used[output.value.index] = true;
  return used;
}

std::string parent_of(const std::string& path) {
  size_t dot = path.rfind('.');
  return dot == std::string::npos ? "" : path.substr(0, dot);
}

// Where a method of the class assigns `self.NAME`; invalid: nowhere.
Span assignment_of(Interp& in, const py::ClassObj* cls, const std::string& name) {
  for (const py::TableEntry& e : cls->attrs->table.entries()) {
    auto* f = e.live ? get_if<py::FunctionObj>(e.value) : nullptr;
    if (!f || f->left_out) continue;
    const syntax::Tree& tree = *f->tree;
    for (uint32_t i = 0; i < tree.stmts.size(); ++i) {
      const syntax::Stmt& s = tree.stmts[syntax::StmtId{i}];
      if (s.begin < f->code->span.begin || s.end > f->code->span.end) continue;
      auto is_target = [&](syntax::ExprId id) {
        const syntax::Expr& target = tree.exprs[id];
        return target.kind == syntax::ExprKind::kAttribute && in.text(Symbol{target.b}) == name;
      };
      bool found = s.kind == syntax::StmtKind::kAnnAssign && is_target(syntax::ExprId{s.a});
      for (uint32_t k = 0; s.kind == syntax::StmtKind::kAssign && k < s.b; ++k)
        found |= is_target(syntax::ExprId{tree.lists[s.a + k]});
      if (found) return {cls->span.file, s.begin, s.end};
    }
  }
  return {};
}

// Where the source makes what stands at this path of the module tree: an attribute of the nearest
// module around it whose class is the user's.
Span place_of(Interp& in, const std::map<std::string, py::Obj*>& modules, std::string path) {
  while (!path.empty()) {
    std::string owner = parent_of(path), name = path.substr(owner.empty() ? 0 : owner.size() + 1);
    auto at = modules.find(owner);
    if (at != modules.end())
      for (const py::ClassObj* cls : at->second->cls->mro)
        if (cls->span.valid() && !in.session.sources[cls->span.file].is_prelude)
          if (Span span = assignment_of(in, cls, name); span.valid()) return span;
    path = owner;
  }
  return {};
}

void report_unused(Interp& in, const Built& built) {
  std::vector<bool> used = used_values(in.session.graph);
  auto reaches_output = [&](const BoundState& s) {
    return s.value.index < used.size() && used[s.value.index];
  };
  auto is_parameter = [&](const BoundState& s) {
    return in.is_instance(Value::of(s.tensor), torch_of(in).parameter_class());
  };
  auto is_idle = [&](const BoundState& s) { return !reaches_output(s) && is_parameter(s); };
  if (std::ranges::none_of(built.state, is_idle)) return;
  // By path of a module or parameter: whether anything of it is used.
  std::map<std::string, bool> reaches;
  std::set<std::string> parameters;
  for (const BoundState& s : built.state) {
    if (!is_parameter(s)) continue;
    bool is_used = reaches_output(s);
    parameters.insert(s.key);
    for (std::string path = s.key;; path = parent_of(path)) {
      reaches[path] |= is_used;
      if (path.empty()) break;
    }
  }
  std::map<std::string, py::Obj*> modules;
  for (const auto& [module, path] : in.module_paths) modules.emplace(path, module);
  py::Obj* root = built.module.obj;
  for (const auto& [path, is_used] : reaches) {
    if (is_used || (!path.empty() && !reaches[parent_of(path)])) continue;
    Span span = path.empty() ? root->cls->span : place_of(in, modules, path);
    if (!span.valid()) span = root->cls->span;
    std::string what = path.empty() ? "no parameter of this module reaches"
                       : parameters.count(path) ? "parameter `" + path + "` does not reach"
                                                : "submodule `" + path + "` does not reach";
    in.session.sink.report({Code::kUnusedModule, span, what + " what `forward` returns" +
                            (in.session.options.train ? "" : " in eval mode"), "", {}, {}});
  }
}

void report_decisions(Interp& in) {
  const Graph& graph = in.session.graph;
  std::vector<BlockId> open{graph.root};
  while (!open.empty()) {
    const Block& block = graph.blocks[open.back()];
    open.pop_back();
    for (NodeId id : block.nodes) {
      const Node& node = graph.nodes[id];
      open.insert(open.end(), node.blocks.begin(), node.blocks.end());
      if (node.blocks.empty() || !node.origin.valid()) continue;
      const Origin& origin = graph.origins[node.origin];
      if (!origin.torch_call.empty() || !origin.span.valid()) continue;
      bool loop = std::string_view(node.op->name) == "Loop";
      in.session.sink.report({Code::kTracedBranch, origin.span,
                              loop ? "how often this loop runs depends on data; an exporter that runs the model keeps one number"
                                   : "this decision depends on data; an exporter that runs the model keeps the side that its example takes",
                              "", {}, {}});
    }
  }
}

}  // namespace

void advise(Interp& in, const Built& built) {
  report_unused(in, built);
  report_decisions(in);
}

}  // namespace nnscan::torch
