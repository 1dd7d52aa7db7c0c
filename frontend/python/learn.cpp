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
  // An input has a size, or that of another axis; `h == 2 * w` stays an assumption.
  std::erase_if(context.refinements, [&](const Refinement& r) {
    return !session.dims.known(r.dim) && !session.dims.as_symbol(r.dim);
  });
  if (!context.refinements.empty()) throw NeedRefinement{std::move(context.refinements)};
}

// `a, b, c = x.shape` and `x.size()`, evaluated: so many axes x has.
bool Interp::unpacked_sizes(const syntax::Stmt& s, Value& sizes) {
  using syntax::ExprKind;
  const syntax::Tree& tree = *frame->tree;
  auto expr = [&](uint32_t index) -> const syntax::Expr& { return tree.exprs[syntax::ExprId{index}]; };
  const syntax::Expr &target = expr(tree.lists[s.a]), &value = expr(s.c);
  if (s.b != 1 || (target.kind != ExprKind::kTuple && target.kind != ExprKind::kList)) return false;
  bool called = value.kind == ExprKind::kCall && value.c == 0;
  const syntax::Expr& attribute = called ? expr(value.a) : value;
  if (attribute.kind != ExprKind::kAttribute || text(Symbol{attribute.b}) != (called ? "size" : "shape")) return false;
  for (uint32_t i = 0; i < target.b; ++i)
    if (expr(tree.lists[target.a + i]).kind == ExprKind::kStarred) return false;
  Value object = force(eval(syntax::ExprId{attribute.a}));
  frame->at_begin = value.begin;
  frame->at_end = value.end;
  // Where the program may catch what another rank raises, it takes other ranks too.
  if (is(object, Kind::kTensor) && tensors->in_forward() && try_depth == 0 && builder.current() == session.graph.root)
    tensors->expect_rank(object, target.b);
  sizes = get(object, Symbol{attribute.b});
  if (called) sizes = call(sizes, {});
  return true;
}

}  // namespace nnscan::py
