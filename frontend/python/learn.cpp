// What the program's own checks say of sizes that the inputs leave open.
#include "frontend/python/interp.h"

namespace nnscan::py {

void Interp::learn_from(ValueId condition, bool holds) {
  const Graph& graph = session.graph;
  // What is checked inside of a branch or a loop says nothing where that is not run.
  if (!tensors->in_forward() || builder.current() != graph.root) return;
  if (graph.values[condition].kind != ValueKind::kNode) return;
  const Node& node = graph.nodes[graph.values[condition].node];
  std::string_view op = node.op->name;
  if (op == "Not") return learn_from(node.inputs[0], !holds);
  // Of `a and b` that holds, or `a or b` that does not, each part is known.
  if (op == (holds ? "And" : "Or")) {
    learn_from(node.inputs[0], holds);
    return learn_from(node.inputs[1], holds);
  }
  // Of a short circuit, the side that would give the other truth is not taken.
  if (op == "If") {
    for (bool side : {true, false}) {
      ValueId result = graph.blocks[node.blocks[side ? 0 : 1]].results[graph.values[condition].output];
      const Constant* known = graph.constant(result);
      if (!known || (known->as_int(0) != 0) == holds) continue;
      learn_from(node.inputs[0], !side);
      return learn_from(graph.blocks[node.blocks[side ? 1 : 0]].results[graph.values[condition].output], holds);
    }
  }
  if (op != "Equal" || !holds) return;
  auto a = builder.dims_of(node.inputs[0]), b = builder.dims_of(node.inputs[1]);
  if (!a || !b || a->size() != 1 || b->size() != 1) return;
  Node asker;
  InferContext context(session.graph, session.dims, asker);
  context.unify((*a)[0], (*b)[0], "this size");
  if (!context.refinements.empty()) throw NeedRefinement{std::move(context.refinements)};
}

}  // namespace nnscan::py
