// Execution of statements. A statement ends with a Flow: on to the next one, or out of the loop
// or function. Branches on values of the graph are in fork.cpp.
#include <algorithm>

#include "frontend/python/observer.h"
#include "frontend/python/quick.h"
#include "ir/base/check.h"

namespace nnscan::py {

using syntax::ExprId;
using syntax::ExprKind;
using syntax::Stmt;
using syntax::StmtId;
using syntax::StmtKind;

namespace {

void at(Frame& frame, const Stmt& s) {
  frame.at_begin = s.begin;
  frame.at_end = s.end;
}
void at(Frame& frame, ExprId expr) {
  frame.at_begin = frame.tree->exprs[expr].begin;
  frame.at_end = frame.tree->exprs[expr].end;
}
ExprId id(uint32_t index) { return ExprId{index}; }

// An exception is being handled for as long as this lives.
struct Handled {
  Frame* frame;
  Handled(Frame* f, Value exception) : frame(f) { frame->handled.push_back(exception); }
  ~Handled() { frame->handled.pop_back(); }
};

// Whether a pattern binds names.
bool binds(const syntax::Tree& tree, const syntax::Pattern& pattern) {
  if (pattern.target.valid()) return true;
  for (uint32_t child : pattern.children)
    if (binds(tree, tree.patterns[child])) return true;
  return false;
}

}  // namespace

Flow Interp::exec(const syntax::Block& block) {
  const syntax::Tree* tree = frame->tree;
  for (uint32_t i = 0; i < block.count; ++i) {
    Flow flow = exec_statement(tree->stmts[StmtId{tree->lists[block.first + i]}]);
    if (flow != Flow::kNext) return flow;
  }
  return Flow::kNext;
}

Flow Interp::exec_statement(const Stmt& s) {
  step();
  const syntax::Tree& tree = *frame->tree;
  if (observer && !frame->is_prelude) observer->reached(*frame, {tree.file, s.begin, s.end});
  switch (s.kind) {
    case StmtKind::kExpr: eval(id(s.a)); return Flow::kNext;
    case StmtKind::kAssign: {
      if (assign_display(s)) return Flow::kNext;
      Value v;
      if (!unpacked_sizes(s, v)) v = operand(*this, id(s.c));
      for (uint32_t target : tree.list(s.a, s.b)) assign(id(target), v);
      return Flow::kNext;
    }
    case StmtKind::kAugAssign: exec_aug_assign(s); return Flow::kNext;
    case StmtKind::kAnnAssign:
      if (frame->names) {  // a class body: the annotation's text is what dataclasses read
        const syntax::Expr& target = tree.exprs[id(s.a)];
        if (target.kind == ExprKind::kClassName) {
          Value* known = find(frame->names, names().annotations);
          DictObj* annotations = known ? as<DictObj>(*known) : dict();
          if (!known) put(frame->names, names().annotations, Value::of(annotations));
          std::string source(session.sources.text(tree.span(tree.exprs[id(s.b)])));
          put(annotations, Value::of(str(Symbol{target.a})), str(std::move(source)));
        }
      }
      if (s.c != syntax::kNoIndex) assign(id(s.a), eval(id(s.c)));
      return Flow::kNext;
    case StmtKind::kReturn: {
      Value v = s.a == syntax::kNoIndex ? Value::none() : operand(*this, id(s.a));
      if (s.a != syntax::kNoIndex) at(*frame, id(s.a));
      set_control(Frame::kResult, v);
      if (frame->code && frame->code == watched) note_return_names(s);
      if (observer && !frame->is_prelude && s.a != syntax::kNoIndex) observer->returned(frame->here(), v);
      return Flow::kReturn;
    }
    case StmtKind::kRaise: exec_raise(s); return Flow::kNext;
    case StmtKind::kAssert: exec_assert(s); return Flow::kNext;
    case StmtKind::kPass: case StmtKind::kGlobal: return Flow::kNext;
    case StmtKind::kBreak: return Flow::kBreak;
    case StmtKind::kContinue: return Flow::kContinue;
    case StmtKind::kDelete: exec_delete(s); return Flow::kNext;
    case StmtKind::kIf: return exec_if(s);
    case StmtKind::kWhile: return exec_while(s);
    case StmtKind::kFor: return exec_for(s);
    case StmtKind::kTry: return exec_try(s);
    case StmtKind::kWith: return exec_with(s, 0);
    case StmtKind::kFunction: exec_function(s); return Flow::kNext;
    case StmtKind::kClass: exec_class_statement(s); return Flow::kNext;
    case StmtKind::kImport: at(*frame, s); exec_import(tree.imports[s.a]); return Flow::kNext;
    case StmtKind::kMatch: return exec_match(s);
  }
  NNSCAN_CHECK(false, "a statement kind without a case");
}

void Interp::note_return_names(const Stmt& s) {
  std::vector<std::string> list;
  auto name_of = [&](ExprId expr) {
    const syntax::Expr& e = frame->tree->exprs[expr];
    bool variable = e.kind == ExprKind::kLocal || e.kind == ExprKind::kCell;
    return variable ? text(Symbol{e.b}) : std::string();
  };
  if (s.a != syntax::kNoIndex) {
    const syntax::Expr& e = frame->tree->exprs[id(s.a)];
    if (e.kind == ExprKind::kTuple)
      for (uint32_t item : frame->tree->list(e.a, e.b)) list.push_back(name_of(id(item)));
    else
      list.push_back(name_of(id(s.a)));
  }
  return_names.push_back(std::move(list));
}

void Interp::assign(ExprId target, Value v) {
  const syntax::Expr& e = frame->tree->exprs[target];
  const bool variable = e.kind == ExprKind::kLocal || e.kind == ExprKind::kCell;
  if (observer && variable && !frame->is_prelude) observer->assigned(frame->tree->span(e), Value(), v);
  switch (e.kind) {
    case ExprKind::kLocal:
      journal.touch(frame);
      frame->slots[e.a] = v;
      return;
    case ExprKind::kCell:
      journal.touch(frame->cells[e.a]);
      frame->cells[e.a]->value = v;
      return;
    case ExprKind::kGlobal: put(frame->module->attrs, Symbol{e.a}, v); return;
    case ExprKind::kClassName: put(frame->names ? frame->names : frame->module->attrs, Symbol{e.a}, v); return;
    case ExprKind::kAttribute: {
      Value object = operand(*this, id(e.a));
      at(*frame, target);
      if (observer && !frame->is_prelude) observer->assigned(frame->here(), object, v);
      set(object, Symbol{e.b}, v);
      return;
    }
    case ExprKind::kSubscript: {
      Value object = operand(*this, id(e.a));
      Value index = operand(*this, id(e.b));
      at(*frame, target);
      set_subscript(object, index, v);
      return;
    }
    case ExprKind::kTuple: case ExprKind::kList:
      at(*frame, target);
      unpack_assign(frame->tree->list(e.a, e.b), v);
      return;
    case ExprKind::kStarred: assign(id(e.a), v); return;
    default: break;
  }
  at(*frame, target);
  raise(types.syntax_error, "cannot assign to this expression");
}

void Interp::unpack_assign(std::span<const uint32_t> targets, Value value) {
  value = force(value);
  if (is(value, Kind::kPoison)) {
    for (uint32_t target : targets) assign(id(target), value);
    return;
  }
  if (auto* choice = get_if<ChoiceObj>(value))
    value = distribute(choice, [&](Value v) { return tuple(unpack(v)); });
  const bool plain = (is(value, Kind::kTuple) && value.obj->cls == types.tuple) ||
                     (is(value, Kind::kList) && value.obj->cls == types.list && !as<ListObj>(value)->lost && !has_runs(value));
  if (plain) return assign_items(targets, ShortList<Value, 8>(items_in(value)).all());
  assign_items(targets, unpack(value));
}

// `a, b = b, a`: what stands on the right is taken apart at once, and needs no tuple.
bool Interp::assign_display(const Stmt& s) {
  const syntax::Tree& tree = *frame->tree;
  const syntax::Expr& values = tree.exprs[id(s.c)];
  if (s.b != 1 || values.kind != ExprKind::kTuple) return false;
  const syntax::Expr& target = tree.exprs[id(tree.lists[s.a])];
  if (target.kind != ExprKind::kTuple || target.b != values.b) return false;
  std::span<const uint32_t> targets = tree.list(target.a, target.b), items = tree.list(values.a, values.b);
  auto starred = [&](uint32_t e) { return tree.exprs[id(e)].kind == ExprKind::kStarred; };
  if (std::any_of(targets.begin(), targets.end(), starred) || std::any_of(items.begin(), items.end(), starred)) return false;
  ShortList<Value, 8> made;
  for (uint32_t item : items) made.push_back(operand(*this, id(item)));
  for (size_t i = 0; i < targets.size(); ++i) assign(id(targets[i]), made[i]);
  return true;
}

bool Interp::takes_apart(ExprId target) const {
  ExprKind kind = frame->tree->exprs[target].kind;
  return kind == ExprKind::kTuple || kind == ExprKind::kList;
}

void Interp::assign_items(std::span<const uint32_t> targets, std::span<const Value> items) {
  size_t star = targets.size();
  for (size_t i = 0; i < targets.size(); ++i)
    if (frame->tree->exprs[id(targets[i])].kind == ExprKind::kStarred) star = i;
  bool starred = star < targets.size();
  size_t wanted = targets.size() - (starred ? 1 : 0);
  if (items.size() < wanted)
    raise(types.value_error, "not enough values to unpack (expected " + std::string(starred ? "at least " : "") +
                                 std::to_string(wanted) + ", got " + std::to_string(items.size()) + ")");
  if (!starred && items.size() > wanted)
    raise(types.value_error, "too many values to unpack (expected " + std::to_string(wanted) + ")");
  size_t extra = items.size() - wanted, from = 0;
  for (size_t i = 0; i < targets.size(); ++i) {
    if (i == star) {
      std::span<const Value> rest = items.subspan(from, extra);
      assign(id(targets[i]), list({rest.begin(), rest.end()}));
      from += extra;
    } else {
      assign(id(targets[i]), items[from++]);
    }
  }
}

void Interp::exec_aug_assign(const Stmt& s) {
  auto op = static_cast<syntax::BinaryOp>(s.op);
  const syntax::Expr& target = frame->tree->exprs[id(s.a)];
  if (target.kind == ExprKind::kAttribute) {
    Value object = eval(id(target.a));
    at(*frame, id(s.a));
    Value old = get(object, Symbol{target.b});
    Value by = operand(*this, id(s.b));
    at(*frame, s);
    set(object, Symbol{target.b}, inplace(op, old, by));
  } else if (target.kind == ExprKind::kSubscript) {
    Value object = eval(id(target.a));
    Value index = eval(id(target.b));
    at(*frame, id(s.a));
    Value old = subscript(object, index);
    Value by = operand(*this, id(s.b));
    at(*frame, s);
    set_subscript(object, index, inplace(op, old, by));
  } else {
    Value old = operand(*this, id(s.a));
    Value by = operand(*this, id(s.b)), sum;
    at(*frame, s);
    assign(id(s.a), quick_binary(op, old, by, sum) ? sum : inplace(op, old, by));
  }
}

void Interp::exec_delete(const Stmt& s) {
  for (uint32_t target : frame->tree->list(s.a, s.b)) {
    const syntax::Expr& e = frame->tree->exprs[id(target)];
    switch (e.kind) {
      case ExprKind::kLocal:
        eval(id(target));
        journal.touch(frame);
        frame->slots[e.a] = Value();
        break;
      case ExprKind::kCell:
        eval(id(target));
        journal.touch(frame->cells[e.a]);
        frame->cells[e.a]->value = Value();
        break;
      case ExprKind::kGlobal: case ExprKind::kClassName: {
        DictObj* space = e.kind == ExprKind::kGlobal || !frame->names ? frame->module->attrs : frame->names;
        at(*frame, s);
        if (!remove(space, Value::of(str(Symbol{e.a}))))
          raise(types.name_error, "name '" + text(Symbol{e.a}) + "' is not defined");
        break;
      }
      case ExprKind::kAttribute: {
        Value object = eval(id(e.a));
        at(*frame, s);
        del(object, Symbol{e.b});
        break;
      }
      case ExprKind::kSubscript: {
        Value object = eval(id(e.a));
        Value index = eval(id(e.b));
        at(*frame, s);
        del_subscript(object, index);
        break;
      }
      case ExprKind::kTuple: case ExprKind::kList: {
        Stmt inner = s;
        inner.a = e.a;
        inner.b = e.b;
        exec_delete(inner);
        break;
      }
      default: at(*frame, s); raise(types.syntax_error, "cannot delete this expression");
    }
  }
}

Flow Interp::exec_if(const Stmt& s) {
  Value condition = eval(id(s.a));
  at(*frame, id(s.a));
  const auto& blocks = frame->tree->blocks;
  if (condition.is_bool()) {
    if (condition.b) return exec(blocks[s.b]);
    return s.c == syntax::kNoIndex ? Flow::kNext : exec(blocks[s.c]);
  }
  Truth t = truth(condition);
  auto then_side = [&] { return exec(blocks[s.b]); };
  auto else_side = [&] { return s.c == syntax::kNoIndex ? Flow::kNext : exec(blocks[s.c]); };
  if (t.known()) return t.is_true() ? then_side() : else_side();
  const size_t reports = session.sink.size();
  Flow flow = fork_flow(t.condition, then_side, else_side);
  // What the prelude asks of a value that there is not has no answer: what is wrong has been said.
  if (frame->is_prelude && is(force(condition), Kind::kPoison)) session.sink.truncate(reports);
  return flow;
}

void Interp::exec_assert(const Stmt& s) {
  Value condition = eval(id(s.a));
  at(*frame, s);
  Truth t = truth(condition);
  if (t.is_true() && t.known()) return;
  if (!t.known()) {
    if (try_depth > 0) {
      refuse(Code::kDataDependentRaise, "an assertion on tensor data inside of `try`",
             "move the assertion out of the `try` statement");
      return;
    }
    std::string source(session.sources.text(frame->tree->span(frame->tree->exprs[id(s.a)])));
    learn_from(t.condition, true);
    if (!frame->is_prelude) assume("`assert " + source + "` holds");
    return;
  }
  if (s.b == syntax::kNoIndex) raise(types.assertion_error, "");
  raise(types.assertion_error, to_str(eval(id(s.b))));
}

void Interp::exec_raise(const Stmt& s) {
  if (s.a == syntax::kNoIndex) {
    at(*frame, s);
    Value handled = handled_exception();
    if (handled.is_unbound()) raise(types.runtime_error, "No active exception to reraise");
    raise_value(handled);
  }
  Value exception = force(eval(id(s.a)));
  at(*frame, s);
  if (is(exception, Kind::kPoison)) throw Raise{make_exception(types.runtime_error, "unknown"), user_span(), user_chain()};
  if (is(exception, Kind::kClass)) exception = call(exception, {});
  if (!is_instance(exception, types.base_exception))
    raise(types.type_error, "exceptions must derive from BaseException");
  if (s.b != syntax::kNoIndex) {
    Value cause = force(eval(id(s.b)));
    at(*frame, s);
    if (is(cause, Kind::kClass)) cause = call(cause, {});
    if (!cause.is_none() && !is_instance(cause, types.base_exception))
      raise(types.type_error, "exception causes must derive from BaseException");
    set_plain(exception, names().cause, cause);
    set_plain(exception, names().suppress_context, Value::of(true));
  }
  at(*frame, s);
  raise_value(exception);
}

void Interp::exec_function(const Stmt& s) {
  const syntax::Function* code = frame->tree->functions[s.a].get();
  std::vector<Value> decorators;
  for (ExprId decorator : code->decorators) decorators.push_back(eval(decorator));
  Value v = make_function(code);
  for (size_t i = decorators.size(); i-- > 0;) {
    at(*frame, code->decorators[i]);
    v = call(decorators[i], {v});
  }
  assign(id(s.b), v);
}

void Interp::exec_class_statement(const Stmt& s) {
  const syntax::Class& code = *frame->tree->classes[s.a];
  std::vector<Value> decorators;
  for (ExprId decorator : code.decorators) decorators.push_back(eval(decorator));
  frame->at_begin = code.name_span.begin;
  frame->at_end = code.name_span.end;
  Value v = exec_class(code);
  for (size_t i = decorators.size(); i-- > 0;) {
    at(*frame, code.decorators[i]);
    v = call(decorators[i], {v});
  }
  assign(id(s.b), v);
}

// ---- try, with

namespace {

// Whether one of the handlers may be for what torch raises of sizes and values.
bool may_catch_errors_of_torch(const syntax::Try& t, const syntax::Tree& tree, const SourceMap& sources) {
  constexpr std::string_view kRaised[] = {"RuntimeError", "Exception", "BaseException", "IndexError", "ValueError"};
  return std::any_of(t.handlers.begin(), t.handlers.end(), [&](const syntax::Handler& handler) {
    if (!handler.type.valid()) return true;
    std::string_view type = sources.text(tree.span(tree.exprs[handler.type]));
    return std::any_of(std::begin(kRaised), std::end(kRaised), [&](std::string_view name) { return type.find(name) != type.npos; });
  });
}

// Whether a node from `first` on is of sizes, or gives numbers, that only the run knows.
bool depends_on_the_run(const Session& session, size_t first) {
  const Graph& graph = session.graph;
  for (size_t i = first; i < graph.nodes.size(); ++i)
    for (ValueId output : graph.nodes[NodeId(static_cast<uint32_t>(i))].outputs)
      if (!known_shape(graph.type(output), session.dims)) return true;
  return false;
}

}  // namespace

Flow Interp::exec_try_body(const syntax::Try& t) {
  size_t mark = frame->pending.size();
  struct Depth {
    int& depth;
    explicit Depth(int& d) : depth(d) { ++depth; }
    ~Depth() { --depth; }
  };
  try {
    Flow flow;
    {
      std::optional<Depth> depth;
      if (!t.handlers.empty()) depth.emplace(try_depth);
      const size_t nodes = session.graph.nodes.size();
      const Span begin = frame->tree->span(frame->tree->stmts[StmtId(frame->tree->lists[t.body.first])]);
      flow = exec(t.body);
      if (tensors && tensors->in_forward() && !frame->is_prelude && depends_on_the_run(session, nodes) &&
          may_catch_errors_of_torch(t, *frame->tree, session.sources))
        assume_at(begin, "no operation in this `try` raises for the sizes and values of the run");
    }
    return flow == Flow::kNext && t.orelse ? exec(*t.orelse) : flow;
  } catch (Raise& raised) {
    if (t.handlers.empty()) throw;
    if (frame->pending.size() > mark) {
      refuse_at(raised.span, Code::kDataDependentRaise,
                "whether `" + describe_exception(raised.exception) +
                    "` is raised here, and caught by the `try` around it, depends on tensor data",
                "");
      adopt_exited(raised);
      return settle(mark, take_flags());
    }
    return exec_handlers(t, raised);
  }
}

Flow Interp::exec_handlers(const syntax::Try& t, Raise& raised) {
  for (const syntax::Handler& handler : t.handlers) {
    if (handler.type.valid()) {
      Value type = force(eval(handler.type));
      at(*frame, handler.type);
      if (is(type, Kind::kPoison) || !is_true(bool_value(instance_check(raised.exception, type)))) continue;
    }
    return exec_handler(handler, raised);
  }
  throw raised;
}

// The name of the exception is gone behind its handler, however that ends.
Flow Interp::exec_handler(const syntax::Handler& handler, const Raise& raised) {
  Handled handled(frame, raised.exception);
  if (!handler.target.valid()) return exec(handler.body);
  assign(handler.target, raised.exception);
  try {
    Flow flow = exec(handler.body);
    unbind(handler.target);
    return flow;
  } catch (const Raise&) {
    unbind(handler.target);
    throw;
  }
}

void Interp::unbind(ExprId target) {
  const syntax::Expr& e = frame->tree->exprs[target];
  switch (e.kind) {
    case ExprKind::kLocal: case ExprKind::kCell: assign(target, Value()); return;
    case ExprKind::kGlobal: remove(frame->module->attrs, Value::of(str(Symbol{e.a}))); return;
    case ExprKind::kClassName: remove(frame->names ? frame->names : frame->module->attrs, Value::of(str(Symbol{e.a}))); return;
    default: return;
  }
}

Flow Interp::exec_try(const Stmt& s) {
  if (s.op == 1) {
    at(*frame, s);
    refuse(Code::kUnsupportedConstruct, "`except*` has no place in a model");
    return Flow::kNext;
  }
  const syntax::Try& t = frame->tree->tries[s.a];
  if (!t.finally) return exec_try_body(t);
  size_t mark = frame->pending.size();
  Flow flow;
  try {
    flow = exec_try_body(t);
  } catch (Raise& raised) {
    Handled handled(frame, raised.exception);
    Flow after = exec(*t.finally);
    if (after != Flow::kNext) return after;
    throw;
  }
  // Every path runs the last block: bring those that left together first.
  flow = settle(mark, flow);
  Value result = frame->control[Frame::kResult];
  Flow after = exec(*t.finally);
  if (after != Flow::kNext) return after;
  set_control(Frame::kResult, result);
  if (flow == Flow::kNext) reopen_flags();
  return flow;
}

Flow Interp::exec_with(const Stmt& s, uint32_t item) {
  if (s.op == 1) {
    at(*frame, s);
    refuse(Code::kUnsupportedConstruct, "`async with` has no place in a model");
    return Flow::kNext;
  }
  if (item == s.b) return exec(frame->tree->blocks[s.c]);
  const syntax::WithItem& w = frame->tree->with_items[s.a + item];
  Value manager = force(eval(w.context));
  at(*frame, w.context);
  if (is(manager, Kind::kPoison)) {
    if (w.target.valid()) assign(w.target, manager);
    return exec_with(s, item + 1);
  }
  Value entered;
  if (!try_special(manager, names().enter, {}, entered))
    raise(types.type_error, "'" + type_name(manager) + "' object does not support the context manager protocol");
  if (w.target.valid()) assign(w.target, entered);
  size_t mark = frame->pending.size();
  Flow flow;
  auto leave = [&](Value type, Value exception) {
    Value args[] = {type, exception, Value::none()};
    Value swallowed;
    at(*frame, w.context);
    if (!try_special(manager, names().exit, args, swallowed))
      raise(types.type_error, "'" + type_name(manager) + "' object does not support the context manager protocol (missed __exit__ method)");
    return swallowed;
  };
  try {
    flow = exec_with(s, item + 1);
  } catch (Raise& raised) {
    Handled handled(frame, raised.exception);
    Value swallowed = leave(Value::of(class_of(raised.exception)), raised.exception);
    if (!is(swallowed, Kind::kPoison) && is_true(swallowed)) return Flow::kNext;
    throw;
  }
  flow = settle(mark, flow);
  Value result = frame->control[Frame::kResult];
  leave(Value::none(), Value::none());
  set_control(Frame::kResult, result);
  if (flow == Flow::kNext) reopen_flags();
  return flow;
}

// ---- match

Flow Interp::exec_match(const Stmt& s) {
  const syntax::Match& m = frame->tree->matches[s.a];
  Value subject = force(eval(m.subject));
  at(*frame, m.subject);
  return match_from(m, 0, subject);
}

// Tries the cases from `at_case` on. One that may match, or not, is a branch of the graph.
Flow Interp::match_from(const syntax::Match& m, size_t at_case, Value subject) {
  for (; at_case < m.cases.size(); ++at_case) {
    const syntax::MatchCase& c = m.cases[at_case];
    Truth t = match_pattern(frame->tree->patterns[c.pattern], subject);
    if (!t.known() && binds(*frame->tree, frame->tree->patterns[c.pattern])) {
      refuse(Code::kDataDependentLoop, "whether this `case` matches, and binds its names, depends on tensor data",
             "write it as `if` and `elif`");
      return Flow::kNext;
    }
    auto guarded = [&] { return c.guard.valid() ? truth(eval(c.guard)) : Truth{Truth::State::kTrue, {}}; };
    if (t.known() && t.is_true()) t = guarded();
    else if (!t.known() && c.guard.valid())
      t = truth(fork_value(t.condition, [&] { return bool_value(guarded()); }, [] { return Value::of(false); }));
    if (!t.known())
      return fork_flow(t.condition, [&] { return exec(c.body); }, [&] { return match_from(m, at_case + 1, subject); });
    if (t.is_true()) return exec(c.body);
  }
  return Flow::kNext;
}

Truth Interp::match_pattern(const syntax::Pattern& p, Value subject) {
  using syntax::PatternKind;
  auto sub = [&](uint32_t i) -> const syntax::Pattern& { return frame->tree->patterns[i]; };
  auto yes = [](bool b) { return Truth{b ? Truth::State::kTrue : Truth::State::kFalse, {}}; };
  auto join = [&](const Truth& a, const Truth& b, const char* op) {
    return Truth{Truth::State::kSymbolic, builder.make1(op, {a.condition, b.condition})};
  };
  auto all = [&](std::span<const Value> items, std::span<const uint32_t> children) {
    Truth result = yes(true);
    for (size_t i = 0; i < children.size(); ++i) {
      Truth t = match_pattern(sub(children[i]), items[i]);
      if (t.known() && !t.is_true()) return t;
      if (!t.known()) result = result.known() ? t : join(result, t, "And");
    }
    return result;
  };
  switch (p.kind) {
    case PatternKind::kWildcard: return yes(true);
    case PatternKind::kCapture: case PatternKind::kStar:
      if (p.target.valid()) assign(p.target, subject);
      return yes(true);
    case PatternKind::kValue: return truth(equals(subject, eval(p.value)));
    case PatternKind::kAs: {
      Truth t = match_pattern(sub(p.children[0]), subject);
      if (t.known() && t.is_true()) assign(p.target, subject);
      return t;
    }
    case PatternKind::kOr:
    {
      Truth result = yes(false);
      for (uint32_t child : p.children) {
        Truth t = match_pattern(sub(child), subject);
        if (t.known() && t.is_true()) return t;
        if (!t.known()) result = result.known() ? t : join(result, t, "Or");
      }
      return result;
    }
    case PatternKind::kSequence: {
      if (!is(subject, Kind::kList) && !is(subject, Kind::kTuple)) return yes(false);
      std::vector<Value> items = unpack(subject);
      size_t star = p.children.size();
      for (size_t i = 0; i < p.children.size(); ++i)
        if (sub(p.children[i]).kind == PatternKind::kStar) star = i;
      if (star == p.children.size()) {
        if (items.size() != p.children.size()) return yes(false);
        return all(items, p.children);
      }
      if (items.size() + 1 < p.children.size()) return yes(false);
      size_t extra = items.size() + 1 - p.children.size();
      std::vector<Value> folded(items.begin(), items.begin() + star);
      folded.push_back(list({items.begin() + star, items.begin() + star + extra}));
      folded.insert(folded.end(), items.begin() + star + extra, items.end());
      return all(folded, p.children);
    }
    case PatternKind::kMapping: {
      auto* mapping = get_if<DictObj>(subject);
      if (!mapping) return yes(false);
      std::vector<Value> items;
      for (ExprId key : p.keys) {
        Value* found = find(mapping, force(eval(key)));
        if (!found) return yes(false);
        items.push_back(*found);
      }
      if (p.target.valid()) {
        DictObj* rest = dict();
        for (const TableEntry& entry : mapping->table.entries())
          if (entry.live) put(rest, entry.key, entry.value);
        for (ExprId key : p.keys) remove(rest, force(eval(key)));
        assign(p.target, Value::of(rest));
      }
      return all(items, p.children);
    }
    case PatternKind::kClass: {
      Value cls = force(eval(p.value));
      Truth t = instance_check(subject, cls);
      if (!t.known() || !t.is_true()) return t;
      size_t positional = p.children.size() - p.attributes.size();
      std::vector<Value> items;
      if (positional > 0) {
        Value match_args;
        if (subject.is_number() || is(subject, Kind::kStr)) {
          items.push_back(subject);
        } else if (try_get(cls, names().match_args, match_args)) {
          std::vector<Value> fields = unpack(match_args);
          for (size_t i = 0; i < positional && i < fields.size(); ++i)
            items.push_back(get(subject, to_str(fields[i])));
        }
        if (items.size() != positional)
          raise(types.type_error, type_name(subject) + "() accepts fewer positional sub-patterns");
      }
      for (Symbol attribute : p.attributes) {
        Value v;
        if (!try_get(subject, attribute, v)) return yes(false);
        items.push_back(v);
      }
      return all(items, p.children);
    }
  }
  NNSCAN_CHECK(false, "a pattern kind without a case");
}

}  // namespace nnscan::py
