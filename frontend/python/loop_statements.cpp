// `while`, `for` and comprehensions. Loops of which every decision is known are unrolled; the
// others become Loops of the graph (loop.h).
#include <algorithm>

#include "frontend/python/loop.h"
#include "frontend/python/runs.h"

namespace nnscan::py {

using syntax::ExprId;
using syntax::ExprKind;
using syntax::Stmt;
using syntax::StmtId;
using syntax::StmtKind;

namespace {

// Iterations run ahead of a Loop whose variables change their kind.
constexpr int kMaxPeeled = 3;

void at(Frame& frame, ExprId expr) {
  frame.at_begin = frame.tree->exprs[expr].begin;
  frame.at_end = frame.tree->exprs[expr].end;
}
ExprId id(uint32_t index) { return ExprId{index}; }

}  // namespace

// A loop as the statement has it, whoever turns it into iterations.
struct Interp::SymbolicLoop {
  Span place;
  std::optional<Dim> trips;                // of a `for`
  std::function<Flow(Value index)> iterate;
  std::function<Truth()> condition;        // of a `while`
  ValueId first;                           // its value now; invalid: it holds
  int64_t done = 0;                        // iterations that are behind
};

// Ends an iteration or a loop: joins the paths that left by `which` above `mark`. What else left
// on the way (a return inside of it) stays pending. `happened` tells on which paths it did.
Flow Interp::settle_loop(size_t mark, Flow flow, Frame::Control which, Value& happened) {
  Flow own = which == Frame::kBroke ? Flow::kBreak : Flow::kContinue;
  size_t lowest = frame->pending.size();
  for (size_t i = frame->pending.size(); i-- > mark;)
    if (frame->pending[i].flow == own) lowest = i;
  if (lowest == frame->pending.size()) {
    happened = Value::of(flow == own);
    return flow == own ? Flow::kNext : flow;
  }
  flow = settle(lowest, flow);
  happened = frame->control[which];
  if (flow == own) {
    happened = Value::of(true);
    flow = Flow::kNext;
  }
  set_control(which, Value::of(false));
  if (flow == Flow::kNext) reopen_flags();
  return flow;
}

// Makes a Loop of the iterations that are left. `broke` tells whether it was left by `break`.
Flow Interp::run_symbolic(SymbolicLoop& loop, int peeled, Value& broke) {
  LoopSpec spec{loop.place, std::nullopt, loop.first, {}, loop.condition, LoopSpec::Wish::kMust};
  if (loop.trips) spec.trips = session.dims.sub(*loop.trips, session.dims.constant(loop.done));
  spec.body = [&](Value index) {
    return loop.iterate(binary(syntax::BinaryOp::kAdd, index, Value::of(loop.done)));
  };
  LoopOutcome outcome = LoopAnalysis(*this, spec, peeled < kMaxPeeled).run();
  if (outcome.kind == LoopOutcome::Kind::kDone) {
    broke = outcome.broke;
    reopen_flags();
    return Flow::kNext;
  }
  if (outcome.kind == LoopOutcome::Kind::kRefused) return Flow::kNext;
  // One iteration ahead, and the others behind it.
  auto rest = [&] {
    Flow flow = loop.iterate(Value::of(loop.done++));
    if (flow != Flow::kNext) return flow;
    if (loop.condition) {
      Truth more = loop.condition();
      if (more.known() && !more.is_true()) return Flow::kNext;
      loop.first = more.known() ? ValueId() : more.condition;
    }
    Value left = Value::of(false);
    flow = run_symbolic(loop, peeled + 1, left);
    if (flow != Flow::kNext || left.is_bool()) return flow;
    set_control(Frame::kBroke, left);
    reopen_flags();
    return Flow::kNext;
  };
  Truth entered{Truth::State::kTrue, loop.first};
  if (spec.trips) entered = truth(compare(syntax::CompareOp::kGt, from_dim(*spec.trips), Value::of(int64_t{0})));
  else if (loop.first.valid()) entered.state = Truth::State::kSymbolic;
  if (entered.known()) return entered.is_true() ? rest() : Flow::kNext;
  return fork_flow(entered.condition, rest, [] { return Flow::kNext; });
}

// Runs a `while` as long as all is known, and hands over to run_symbolic where it is not.
Flow Interp::unroll_while(const Stmt& s, SymbolicLoop& loop, Value& broke) {
  bool endless = frame->tree->exprs[id(s.a)].kind == ExprKind::kConstant;
  size_t mark = frame->pending.size();
  uint32_t nodes = session.graph.nodes.size();
  bool wished = false;
  for (;; ++loop.done) {
    step();
    Truth t = loop.condition();
    if (!t.known()) {
      loop.first = t.condition;
      return run_symbolic(loop, 0, broke);
    }
    if (!t.is_true()) return Flow::kNext;
    bool much = loop.done >= session.options.limits.unrolled && session.graph.nodes.size() > nodes && !wished;
    if ((loop.done == 0 || much) && tensors->in_forward()) {
      // Whether the loop can go on without the model's data shows in one iteration.
      LoopSpec spec{loop.place, std::nullopt, {}, [&](Value index) { return loop.iterate(index); }, loop.condition,
                    much ? LoopSpec::Wish::kMay : endless ? LoopSpec::Wish::kIfExits : LoopSpec::Wish::kIfCondition};
      wished |= much;
      LoopOutcome outcome = LoopAnalysis(*this, spec, true).run();
      if (outcome.kind != LoopOutcome::Kind::kPeel) {
        if (outcome.kind == LoopOutcome::Kind::kDone) broke = outcome.broke;
        reopen_flags();
        return Flow::kNext;
      }
    }
    Flow flow = loop.iterate(Value::of(loop.done));
    if (flow != Flow::kNext) return flow;
    if (endless && frame->pending.size() > mark) {
      ++loop.done;
      return run_symbolic(loop, 1, broke);
    }
  }
}

// Joins the paths that left the loop by `break`, and runs the `else` block on the others.
Flow Interp::finish_loop(size_t mark, Flow flow, Value broke, const syntax::Block* orelse) {
  bool earlier = std::any_of(frame->pending.begin() + static_cast<ptrdiff_t>(mark), frame->pending.end(),
                             [](const Pending& p) { return p.flow == Flow::kBreak; });
  if (earlier && broke.tag == Tag::kSymBool) {
    // Iterations ahead of the Loop were left by `break` as well: one flag for both.
    set_control(Frame::kBroke, std::exchange(broke, Value::of(false)));
    reopen_flags();
  }
  Value happened = Value::of(false);
  flow = settle_loop(mark, flow, Frame::kBroke, happened);
  if (happened.is_bool() && !happened.b) happened = broke;
  if (flow != Flow::kNext || !orelse) return flow;
  Truth t = truth(happened);
  auto run = [&] { return exec(*orelse); };
  if (t.known()) return t.is_true() ? Flow::kNext : run();
  return fork_flow(t.condition, [] { return Flow::kNext; }, run);
}

Flow Interp::exec_while(const Stmt& s) {
  size_t mark = frame->pending.size();
  Value broke = Value::of(false);
  SymbolicLoop loop;
  loop.place = frame->tree->span(frame->tree->exprs[id(s.a)]);
  loop.iterate = [&](Value) {
    Value happened;
    size_t inner = frame->pending.size();
    return settle_loop(inner, exec(frame->tree->blocks[s.b]), Frame::kContinued, happened);
  };
  loop.condition = [&] {
    Value condition = eval(id(s.a));
    at(*frame, id(s.a));
    return truth(condition);
  };
  Flow flow = unroll_while(s, loop, broke);
  return finish_loop(mark, flow, broke, s.c == syntax::kNoIndex ? nullptr : &frame->tree->blocks[s.c]);
}

Flow Interp::exec_for(const Stmt& s) {
  const syntax::For& loop = frame->tree->loops[s.a];
  Value source = force(eval(loop.iterable));
  at(*frame, loop.iterable);
  Value iterator = iterate(source);
  if (is(iterator, Kind::kPoison)) {
    poison_target(loop.target, iterator);
    poison_assigned(loop.body, iterator);
    return Flow::kNext;
  }
  size_t mark = frame->pending.size();
  auto iterate = [&](Value item) {
    step();
    assign(loop.target, item);
    Value happened;
    size_t inner = frame->pending.size();
    Flow flow = settle_loop(inner, exec(loop.body), Frame::kContinued, happened);
    at(*frame, loop.iterable);
    return flow;
  };
  Value broke = Value::of(false);
  LoopTuple reused;
  Flow flow = for_items(source, iterator, iterate, broke, takes_apart(loop.target) ? &reused : nullptr);
  if (Obj* lost = lost_in(iterator)) {
    poison_target(loop.target, Value::of(lost));
    poison_assigned(loop.body, Value::of(lost));
  }
  return finish_loop(mark, flow, broke, loop.orelse ? &*loop.orelse : nullptr);
}

// Runs `body` for the items of an iterator, as a Loop where their number is not known or where
// there are too many to write out.
Flow Interp::for_items(const Value& source, const Value& iterator, FunctionRef<Flow(Value)> body, Value& broke,
                       LoopTuple* reused) {
  auto sequence = symbolic_sequence(iterator);
  if (sequence) return for_sequence(*sequence, 0, true, body, broke).first;
  uint32_t nodes = session.graph.nodes.size();
  bool wished = false;
  Value item;
  for (int64_t count = 0; next(iterator, item, reused); ++count) {
    bool much = count >= session.options.limits.unrolled && session.graph.nodes.size() > nodes;
    if (much && !wished && tensors->in_forward()) {
      wished = true;
      if (auto known = indexed(source)) {
        auto [flow, done] = for_sequence(*known, count, false, body, broke);
        if (done) return flow;
      }
    }
    Flow flow = body(item);
    if (flow != Flow::kNext) return flow;
  }
  return Flow::kNext;
}

std::pair<Flow, bool> Interp::for_sequence(const Sequence& sequence, int64_t from, bool must,
                                           FunctionRef<Flow(Value)> body, Value& broke) {
  SymbolicLoop loop;
  loop.place = user_span();
  loop.trips = sequence.length;
  loop.done = from;
  loop.iterate = [&](Value index) { return body(sequence.item(index)); };
  if (must) return {run_symbolic(loop, 0, broke), true};
  LoopSpec spec{loop.place, session.dims.sub(sequence.length, session.dims.constant(from)), {}, {}, {}, LoopSpec::Wish::kMay};
  spec.body = [&](Value index) {
    return loop.iterate(binary(syntax::BinaryOp::kAdd, index, Value::of(from)));
  };
  LoopOutcome outcome = LoopAnalysis(*this, spec, true).run();
  if (outcome.kind == LoopOutcome::Kind::kPeel) return {Flow::kNext, false};
  broke = outcome.broke;
  reopen_flags();
  return {Flow::kNext, true};
}

void Interp::for_each_in_graph(Value iterable, FunctionRef<void(Value)> body, LoopTuple* reused) {
  iterable = force(iterable);
  Value iterator = iterate(iterable), broke;
  if (is(iterator, Kind::kPoison)) return;
  auto run = [&](Value item) {
    body(item);
    return Flow::kNext;
  };
  for_items(iterable, iterator, run, broke, reused);
}

// Whatever the statements of an unanalysed block bind is unknown afterwards.
void Interp::poison_assigned(const syntax::Block& block, Value p) {
  for (uint32_t i = 0; i < block.count; ++i)
    poison_targets(frame->tree->stmts[StmtId{frame->tree->lists[block.first + i]}], p);
}

void Interp::poison_targets(const Stmt& s, Value p) {
  const syntax::Tree& tree = *frame->tree;
  switch (s.kind) {
    case StmtKind::kAssign:
      for (uint32_t target : tree.list(s.a, s.b)) poison_target(id(target), p);
      return;
    case StmtKind::kAugAssign: case StmtKind::kAnnAssign: poison_target(id(s.a), p); return;
    case StmtKind::kFunction: case StmtKind::kClass: poison_target(id(s.b), p); return;
    case StmtKind::kIf: case StmtKind::kWhile:
      poison_assigned(tree.blocks[s.b], p);
      if (s.c != syntax::kNoIndex) poison_assigned(tree.blocks[s.c], p);
      return;
    case StmtKind::kFor: {
      const syntax::For& loop = tree.loops[s.a];
      poison_target(loop.target, p);
      poison_assigned(loop.body, p);
      if (loop.orelse) poison_assigned(*loop.orelse, p);
      return;
    }
    case StmtKind::kTry: {
      const syntax::Try& t = tree.tries[s.a];
      poison_assigned(t.body, p);
      for (const auto& handler : t.handlers) poison_assigned(handler.body, p);
      if (t.orelse) poison_assigned(*t.orelse, p);
      if (t.finally) poison_assigned(*t.finally, p);
      return;
    }
    case StmtKind::kWith: poison_assigned(tree.blocks[s.c], p); return;
    case StmtKind::kExpr: {
      // A method called on a name may change it (`out.append(x)`).
      const syntax::Expr& e = tree.exprs[id(s.a)];
      if (e.kind != ExprKind::kCall) return;
      const syntax::Expr& callee = tree.exprs[id(e.a)];
      if (callee.kind == ExprKind::kAttribute) poison_target(id(callee.a), p);
      return;
    }
    default: return;
  }
}

void Interp::poison_target(ExprId target, Value p) {
  const syntax::Expr& e = frame->tree->exprs[target];
  switch (e.kind) {
    case ExprKind::kLocal: case ExprKind::kCell: case ExprKind::kGlobal: case ExprKind::kClassName:
      assign(target, p);
      return;
    case ExprKind::kTuple: case ExprKind::kList:
      for (uint32_t item : frame->tree->list(e.a, e.b)) poison_target(id(item), p);
      return;
    case ExprKind::kStarred: case ExprKind::kSubscript: poison_target(id(e.a), p); return;
    case ExprKind::kAttribute: {
      const syntax::Expr& object = frame->tree->exprs[id(e.a)];
      if (object.kind != ExprKind::kLocal && object.kind != ExprKind::kCell) return;
      Value v = object.kind == ExprKind::kLocal ? frame->slots[object.a] : frame->cells[object.a]->value;
      if (is(v, Kind::kInstance)) set_plain(v, Symbol{e.b}, p);
      return;
    }
    default: return;
  }
}

}  // namespace nnscan::py
