// Branches on values of the graph. Both sides run from the same state; at the join, each location
// that either side wrote gets one value again: the same one, a result of the `If`, or, where no
// tensor can hold both, a Choice that forks whatever uses it.
//
// Where one side leaves (return, break, continue) and the other goes on, the rest is analysed
// inside the other side's block, and the branch stays pending in the frame until control comes to
// where the exit leads. A side of an outer branch cannot stay open behind its end: there, pending
// branches are joined with their exits turned into flags (Frame::control), which are locations
// like any other; a flag that comes out of a join symbolic opens a pending branch again.
#include <algorithm>
#include <map>

#include "frontend/python/fork.h"
#include "frontend/python/structure.h"
#include "ir/base/check.h"

namespace nnscan::py {

namespace {

Frame::Control control_of(Flow flow) {
  switch (flow) {
    case Flow::kReturn: return Frame::kReturned;
    case Flow::kBreak: return Frame::kBroke;
    case Flow::kContinue: return Frame::kContinued;
    case Flow::kNext: break;
  }
  NNSCAN_CHECK(false, "going on is no exit");
}

constexpr std::pair<Frame::Control, Flow> kExits[] = {{Frame::kReturned, Flow::kReturn},
                                                      {Frame::kBroke, Flow::kBreak},
                                                      {Frame::kContinued, Flow::kContinue}};

}  // namespace

struct Interp::Side {
  BlockId block;
  Flow flow = Flow::kNext;
  std::optional<Raise> raised;
  Value result;
  Contents frame;            // the frame's contents at the side's end
  std::vector<Saved> left;   // then-side only: all that it left behind
  // `left`, with the exit of this side as a flag.
  std::vector<Saved> left_with_flag(Frame* owner) const {
    std::vector<Saved> contents = left;
    Contents flagged = frame;
    if (flow != Flow::kNext)
      std::get<std::vector<Value>>(flagged)[control_of(flow)] = Value::of(true);
    for (Saved& saved : contents)
      if (saved.object == owner) {
        saved.before = flagged;
        return contents;
      }
    contents.push_back({owner, flagged, 0, true});
    return contents;
  }
};

// ---- running the sides

Interp::Side Interp::run_side(BlockId block, const std::function<Flow(Value&)>& body) {
  Side side;
  side.block = block;
  uint32_t outer_stamp = std::exchange(side_stamp, journal.innermost());
  builder.enter(block);
  size_t mark = frame->pending.size();
  try {
    side.flow = body(side.result);
  } catch (Raise& raised) {
    if (frame->pending.size() > mark) {
      adopt_exited(raised);
      side.flow = take_flags();
    } else {
      side.raised = std::move(raised);
    }
  }
  side.flow = settle(mark, side.flow);
  builder.leave();
  side_stamp = outer_stamp;
  side.frame = Journal::capture(frame);
  return side;
}

Flow Interp::run_in_block(BlockId block, const std::function<Flow()>& body, std::optional<Raise>& raised) {
  Side side = run_side(block, [&](Value&) { return body(); });
  raised = std::move(side.raised);
  return side.flow;
}

Flow Interp::run_fork(ValueId condition, const std::function<Flow(Value&)>& then_body,
                      const std::function<Flow(Value&)>& else_body, Value* result) {
  if (auto known = builder.known_here(condition)) {
    Value unused;
    return (*known ? then_body : else_body)(result ? *result : unused);
  }
  NodeId branch = builder.open_if(condition);
  BlockId then_block = session.graph.nodes[branch].blocks[0];
  BlockId else_block = session.graph.nodes[branch].blocks[1];
  uint32_t begin = frame->at_begin, end = frame->at_end;
  journal.begin();
  Side a = run_side(then_block, then_body);
  a.left = journal.rollback();
  class_changed();
  frame->at_begin = begin;
  frame->at_end = end;
  Side b = run_side(else_block, else_body);
  frame->at_begin = begin;
  frame->at_end = end;
  if (a.raised || b.raised) return keep_one_side(branch, a, b, result);
  if (a.flow == b.flow || (a.flow != Flow::kNext && b.flow != Flow::kNext)) {
    Flow flow = a.flow;
    bool same = a.flow == b.flow;
    if (!same) set_control(control_of(b.flow), Value::of(true));
    join_states(branch, condition, same ? a.left : a.left_with_flag(frame), &a.result, &b.result, result);
    if (!same) flow = take_flags();
    if (flow == Flow::kNext) reopen_flags();
    return flow;
  }
  Pending pending{branch, condition, a.flow != Flow::kNext, a.flow, {}, journal.depth()};
  if (pending.exited_then) {
    pending.exited = a.left_with_flag(frame);
    builder.enter(else_block);
  } else {
    pending.flow = b.flow;
    set_control(control_of(b.flow), Value::of(true));
    pending.exited = journal.rollback();
    apply(a.left);
    builder.enter(then_block);
  }
  frame->pending.push_back(std::move(pending));
  reopen_flags();
  return Flow::kNext;
}

void Interp::assume_not_raised(const Raise& raised) {
  if (try_depth > 0) {
    refuse_at(raised.span, Code::kDataDependentRaise,
              "whether `" + describe_exception(raised.exception) +
                  "` is raised here depends on tensor data, and a `try` may catch it");
    return;
  }
  assume_at(raised.span, "`" + describe_exception(raised.exception) + "` is not raised");
}

// A side that only raises is an assertion that the other one is taken.
Flow Interp::keep_one_side(NodeId branch, Side& a, Side& b, Value* result) {
  if (a.raised && b.raised) {
    journal.rollback();
    journal.end();
    throw *a.raised;
  }
  const Raise& raised = a.raised ? *a.raised : *b.raised;
  if (is_instance(raised.exception, types.stop_iteration)) {
    // Whoever asks for the next item catches it: no assumption, and going on might never end.
    refuse_at(raised.span, Code::kDataDependentLoop, "whether this iterator is at its end is known only when the model runs",
              "a `while` on the same condition can be exported");
    Raise end = raised;
    journal.rollback();
    journal.end();
    throw end;
  }
  Side& kept = a.raised ? b : a;
  if (try_depth == 0) learn_from(session.graph.nodes[branch].inputs[0], !a.raised);
  assume_not_raised(raised);
  if (b.raised) {
    journal.rollback();
    apply(a.left);
  }
  journal.end();
  builder.splice(branch, kept.block);
  if (result) *result = kept.result;
  if (kept.flow == Flow::kNext) reopen_flags();
  return kept.flow;
}

Flow Interp::fork_flow(ValueId condition, const std::function<Flow()>& then_side,
                       const std::function<Flow()>& else_side) {
  return run_fork(condition, [&](Value&) { return then_side(); },
                  [&](Value&) { return else_side(); }, nullptr);
}

Value Interp::fork_value(ValueId condition, const std::function<Value()>& then_side,
                         const std::function<Value()>& else_side) {
  auto side = [](const std::function<Value()>& body) {
    return [&body](Value& result) {
      result = body();
      return Flow::kNext;
    };
  };
  Value result;
  run_fork(condition, side(then_side), side(else_side), &result);
  return result;
}

Value Interp::select(ValueId condition, Value a, Value b) {
  return fork_value(condition, [&] { return a; }, [&] { return b; });
}

Value Interp::distribute(ChoiceObj* choice, const std::function<Value(Value)>& use) {
  return fork_value(choice->condition, [&] { return use(choice->then_value); },
                    [&] { return use(choice->else_value); });
}

// ---- exits

void Interp::set_control(Frame::Control which, Value v) {
  journal.touch(frame);
  frame->control[which] = v;
}

void Interp::apply(const std::vector<Saved>& contents) {
  for (const Saved& saved : contents) {
    journal.touch(saved.object);
    Journal::restore(saved.object, saved.before);
  }
  class_changed();
}

Flow Interp::take_flags() {
  for (auto [which, flow] : kExits) {
    const Value& v = frame->control[which];
    if (!v.is_bool() || !v.b) continue;
    for (auto [other, unused] : kExits) set_control(other, Value::of(false));
    return flow;
  }
  return Flow::kNext;
}

void Interp::reopen_flags() {
  for (auto [which, flow] : kExits)
    if (frame->control[which].tag == Tag::kSymBool) open_exit(which, flow);
}

void Interp::open_exit(Frame::Control which, Flow flow) {
  ValueId condition = frame->control[which].value_id();
  NodeId branch = builder.open_if(condition);
  journal.begin();
  Contents exited = Journal::capture(frame);
  for (auto [other, unused] : kExits)
    std::get<std::vector<Value>>(exited)[other] = Value::of(other == which);
  set_control(which, Value::of(false));
  builder.enter(session.graph.nodes[branch].blocks[1]);
  frame->pending.push_back({branch, condition, true, flow, {{frame, exited, 0, true}}, journal.depth()});
}

void Interp::close_pending(Pending p) {
  NNSCAN_CHECK(journal.depth() == p.journal_depth, "pending branches close in reverse order");
  builder.leave();
  std::optional<bool> returned;
  if (p.flow == Flow::kReturn) returned = p.exited_then;
  if (p.exited_then) {
    join_states(p.branch, p.condition, p.exited, nullptr, nullptr, nullptr, returned);
    return;
  }
  std::vector<Saved> left = journal.rollback();
  apply(p.exited);
  join_states(p.branch, p.condition, left, nullptr, nullptr, nullptr, returned);
}

void Interp::adopt_exited(const Raise& raised) {
  Pending p = std::move(frame->pending.back());
  frame->pending.pop_back();
  assume_not_raised(raised);
  builder.leave();
  journal.rollback();
  apply(p.exited);
  journal.end();
  builder.splice(p.branch, session.graph.nodes[p.branch].blocks[p.exited_then ? 0 : 1]);
}

Flow Interp::settle(size_t mark, Flow flow) {
  if (frame->pending.size() <= mark) return flow;
  if (flow != Flow::kNext) set_control(control_of(flow), Value::of(true));
  while (frame->pending.size() > mark) {
    Pending p = std::move(frame->pending.back());
    frame->pending.pop_back();
    close_pending(std::move(p));
  }
  return take_flags();
}

Value Interp::finish_frame(Flow flow) {
  if (flow == Flow::kNext) set_control(Frame::kResult, Value::none());
  settle(0, Flow::kReturn);
  return frame->control[Frame::kResult];
}

// ---- the join

void Interp::join_states(NodeId branch, ValueId condition, const std::vector<Saved>& then_left,
                         const Value* then_result, const Value* else_result, Value* result,
                         std::optional<bool> returned_side) {
  Join join{branch, condition, journal.innermost(), {}, {}, {}, {}, Join::Dead::kNone, frame, ""};
  if (returned_side) join.dead = *returned_side ? Join::Dead::kThen : Join::Dead::kElse;
  std::vector<Saved> else_touched = journal.end();
  struct Item {
    Obj* object;
    Contents a, b, merged;
  };
  std::vector<Item> items;
  std::map<Obj*, bool> seen;
  for (const Saved& saved : then_left) {
    seen[saved.object] = true;
    Contents now = Journal::capture(saved.object);
    items.push_back({saved.object, saved.before, std::move(now), {}});
  }
  for (const Saved& saved : else_touched)
    if (!seen.count(saved.object))
      items.push_back({saved.object, saved.before, Journal::capture(saved.object), {}});
  for (const Item& item : items)
    if (item.object->kind == Kind::kStorage)
      join.then_storages.push_back({static_cast<StorageObj*>(item.object), std::get<ValueId>(item.a)});
  for (Item& item : items) item.merged = merge_contents(join, item.object, item.a, item.b);
  if (result) {
    join.where = "the value of this expression";
    *result = merge(join, *then_result, *else_result);
  }
  for (Item& item : items) {
    journal.touch(item.object);
    Journal::restore(item.object, item.merged);
  }
  class_changed();
}

Contents Interp::merge_contents(Join& join, Obj* object, const Contents& a, const Contents& b) {
  switch (object->kind) {
    case Kind::kCell: join.where = "a variable of an enclosing function"; return merge(join, std::get<Value>(a), std::get<Value>(b));
    case Kind::kStorage: {
      ValueId x = std::get<ValueId>(a), y = std::get<ValueId>(b);
      return x == y ? x : builder.add_if_output(join.branch, x, y);
    }
    case Kind::kIterator: {
      auto x = std::get<int64_t>(a), y = std::get<int64_t>(b);
      join.where = "an iterator";
      if (x != y) static_cast<IteratorObj*>(object)->lost = lost(join, "the paths leave it at different places").obj;
      return y;
    }
    case Kind::kFrame: {
      auto& frame_object = *static_cast<Frame*>(object);
      const auto& x = std::get<std::vector<Value>>(a);
      const auto& y = std::get<std::vector<Value>>(b);
      std::vector<Value> merged(x.size());
      for (size_t i = 0; i < x.size(); ++i) {
        if (i == Frame::kResult && x[i].is_unbound() != y[i].is_unbound()) {
          merged[i] = exported(join, x[i].is_unbound() ? y[i] : x[i], y[i].is_unbound());
          continue;
        }
        if (object == join.dead_frame && join.dead != Join::Dead::kNone && i >= Frame::kControlCount) {
          bool then_lives = join.dead == Join::Dead::kElse;
          merged[i] = exported(join, then_lives ? x[i] : y[i], then_lives);
          continue;
        }
        const syntax::Scope* scope = frame_object.code;
        join.where = i == Frame::kResult ? "the returned value"
                     : scope && i >= Frame::kControlCount
                         ? "`" + text(scope->locals[i - Frame::kControlCount]) + "`"
                         : "a variable";
        merged[i] = merge(join, x[i], y[i]);
      }
      return merged;
    }
    case Kind::kList: {
      auto* list_object = static_cast<ListObj*>(object);
      const auto& x = std::get<std::vector<Value>>(a);
      const auto& y = std::get<std::vector<Value>>(b);
      auto is_run = [](const Value& v) { return is(v, Kind::kRun); };
      bool same_runs = true;
      for (size_t i = 0; i < std::min(x.size(), y.size()); ++i)
        same_runs &= (!is_run(x[i]) && !is_run(y[i])) || x[i].identical(y[i]);
      if (x.size() != y.size() || !same_runs) {
        join.where = "a list";
        if (std::optional<std::vector<Value>> merged = merge_tails(join, x, y)) {
          list_object->may_have_runs = true;
          return *merged;
        }
        list_object->lost = lost(join, differing_lengths(x, y)).obj;
        if (x.size() != y.size()) static_cast<PoisonObj*>(list_object->lost)->hint = "give both paths as many";
        return std::vector<Value>(y.size(), Value::of(list_object->lost));
      }
      std::vector<Value> merged;
      join.where = "an item of a list";
      for (size_t i = 0; i < x.size(); ++i) merged.push_back(merge(join, x[i], y[i]));
      return merged;
    }
    case Kind::kDict: case Kind::kSet: {
      // Entries of both, the else-side's order; what one side lacks is lost.
      Table merged = std::get<Table>(b);
      Table then_table = std::get<Table>(a);
      auto equal_to = [&](const Value& key) { return [this, key](const Value& other) { return equal(key, other); }; };
      auto describe = [&](const Value& key) {
        auto* s = get_if<StrObj>(key);
        join.where = s ? "`" + s->text + "`" : "an item of a dict";
      };
      for (TableEntry& entry : merged.entries()) {
        if (!entry.live) continue;
        TableEntry* other = then_table.find(entry.key, entry.hash, equal_to(entry.key));
        describe(entry.key);
        entry.value = other ? merge(join, other->value, entry.value) : on_one_path(join, entry.value, false);
      }
      for (TableEntry& entry : then_table.entries()) {
        if (!entry.live || merged.find(entry.key, entry.hash, equal_to(entry.key))) continue;
        describe(entry.key);
        merged.insert_new(entry.key, entry.hash, on_one_path(join, entry.value, true));
      }
      if (object->kind == Kind::kSet && merged.size() != then_table.size()) {
        join.where = "a set";
        static_cast<SetObj*>(object)->lost = lost(join, "its items differ").obj;
      }
      return merged;
    }
    default: break;
  }
  NNSCAN_CHECK(false, "contents without a merge");
}

// Nothing may be written any more to a storage of a side, nor to what left the side from it.
void Interp::entangle(Join& join, StorageObj* storage, bool then_side) {
  std::vector<StorageObj*> met{storage};
  for (size_t i = 0; i < met.size(); ++i) {
    entangle(met[i], branch_span(join));
    for (const StorageObj::Alias& alias : met[i]->aliases) {
      StorageObj* other = tensors->storage(Value::of(alias.other));
      if (std::find(met.begin(), met.end(), other) == met.end()) met.push_back(other);
    }
    for (auto& [other, from] : join.exports[then_side ? 0 : 1])
      if (tensors->storage(from) == met[i]) entangle(tensors->storage(other), branch_span(join));
  }
}

Span Interp::branch_span(const Join& join) const {
  OriginId origin = session.graph.nodes[join.branch].origin;
  return origin.valid() ? session.graph.origins[origin].span : user_span();
}

Value Interp::lost(Join& join, const std::string& why) {
  return poison(Code::kBranchMismatch, join.where + " has no single value after the branch: " + why, 0, branch_span(join));
}

// What a branch left poisoned because one of its sides makes nothing there.
static Value on_one_path_only(Value lost) {
  as<PoisonObj>(lost)->code = Code::kPoisonUsed;
  as<PoisonObj>(lost)->hint = "give it a value on the other path as well, or before the branch";
  return lost;
}

// An item whose key one side lacks.
Value Interp::on_one_path(Join& join, Value item, bool then_side) {
  Value value = is(item, Kind::kPoison) ? item : on_one_path_only(lost(join, "it exists on one path only"));
  Value copy = behind(value);
  auto* poison = as<PoisonObj>(copy);
  poison->is_on_one_path = has_uneven_dicts_ = true;
  if (is(item, Kind::kPoison)) return copy;
  poison->item = exported(join, item, then_side);
  poison->condition = join.condition;
  poison->when = then_side;
  return copy;
}

// A poison as it is behind the join of a branch in which it was made: on which path of an inner
// branch its item exists cannot be asked any more. What it is can, of an item that is the same
// everywhere.
Value Interp::behind(Value v) {
  auto* copy = make<PoisonObj>(*as<PoisonObj>(v));
  copy->condition = {};
  if (copy->item.is_symbolic() || (copy->item.is_object() && !is(copy->item, Kind::kStr))) copy->item = Value();
  return Value::of(copy);
}

// Of two values, one of which is a poison.
static Value item_of(const Value& v) {
  auto* poison = get_if<PoisonObj>(v);
  return poison && poison->is_on_one_path ? poison->item : v;
}

Value Interp::merge(Join& join, Value a, Value b) {
  if (a.identical(b)) return a;
  for (const Value& v : {a, b}) {
    if (!is(v, Kind::kPoison)) continue;
    if (!as<PoisonObj>(v)->is_on_one_path) return v;
    Value one = behind(v);
    if (!item_of(a).identical(item_of(b))) as<PoisonObj>(one)->item = Value();
    return one;
  }
  if (a.is_unbound() || b.is_unbound() || is(a, Kind::kUnsure) || is(b, Kind::kUnsure))
    return on_one_path_only(lost(join, "it exists on one path only"));
  auto numeric = [](const Value& v) { return v.is_number() || v.is_symbolic(); };
  if (numeric(a) && numeric(b)) {
    Value merged = merge_numbers(join, a, b);
    if (!merged.is_unbound()) return merged;
  }
  if (a.is_object() && b.is_object()) {
    auto key = std::make_pair(a.i, b.i);
    if (auto done = join.merged.find(key); done != join.merged.end()) return done->second;
    Value merged = merge_objects(join, a, b);
    join.merged[key] = merged;
    return merged;
  }
  return Value::of(make<ChoiceObj>(join.condition, exported(join, a, true), exported(join, b, false)));
}

Value Interp::merge_numbers(Join& join, Value a, Value b) {
  auto kind = [](const Value& v) {
    if (v.tag == Tag::kBool || v.tag == Tag::kSymBool) return DType::kBool;
    return v.tag == Tag::kInt || v.tag == Tag::kSymInt ? DType::kInt64 : DType::kFloat64;
  };
  DType dtype = kind(a);
  if (dtype != kind(b)) return Value();
  if (a.is_bool() && b.is_bool()) {
    if (a.b) return Value::sym_bool(join.condition);
    return Value::sym_bool(builder.make1("Not", {join.condition}));
  }
  // `a and b`, `a or b` of conditions: what follows from the whole stays known.
  if (dtype == DType::kBool && a.is_bool() != b.is_bool() && visible_outside(a.is_bool() ? b : a)) {
    bool known = a.is_bool() ? a.b : b.b;
    ValueId other = (a.is_bool() ? b : a).value_id(), condition = join.condition;
    if (a.is_bool() != known) condition = builder.make1("Not", {condition});
    return Value::sym_bool(builder.make1(known ? "Or" : "And", {condition, other}));
  }
  const Node& node = session.graph.nodes[join.branch];
  BlockId blocks[] = {node.blocks[0], node.blocks[1]};
  builder.enter(blocks[0]);
  ValueId x = to_graph(a, dtype);
  builder.leave();
  builder.enter(blocks[1]);
  ValueId y = to_graph(b, dtype);
  builder.leave();
  return from_graph_scalar(builder.add_if_output(join.branch, x, y));
}

// Runs `f` at the end of a side, in the state that the side left.
void Interp::on_side(Join& join, bool then_side, const std::function<void()>& f) {
  auto swap = [&] {
    if (!then_side) return;
    for (auto& [storage, content] : join.then_storages) std::swap(storage->content, content);
  };
  swap();
  builder.enter(session.graph.nodes[join.branch].blocks[then_side ? 0 : 1]);
  f();
  builder.leave();
  swap();
}

ValueId Interp::read_on(Join& join, Value tensor, bool then_side) {
  ValueId value;
  on_side(join, then_side, [&] { value = tensors->read(tensor); });
  return value;
}

Value Interp::merge_tensors(Join& join, Value a, Value b) {
  if (tensors->dtype(a) != tensors->dtype(b)) {
    Value refused = lost(join, std::string("a ") + info(tensors->dtype(a)).name + " tensor on one path, " +
                                   info(tensors->dtype(b)).name + " on the other");
    as<PoisonObj>(refused)->hint = "convert one of the two, e.g. by `.float()`";
    return refused;
  }
  ValueId x = read_on(join, a, true), y = read_on(join, b, false);
  // A tensor of either rank has none that whatever uses it could go by.
  const Type &then_type = session.graph.type(x), &else_type = session.graph.type(y);
  if (then_type.ranked && else_type.ranked && then_type.rank() != else_type.rank())
    return Value::of(make<ChoiceObj>(join.condition, exported(join, a, true), exported(join, b, false)));
  ValueId content = x == y ? x : builder.add_if_output(join.branch, x, y);
  Value merged = tensors->joined(a, b, content);
  link_side(join, merged, a, true);
  link_side(join, merged, b, false);
  return merged;
}

// Says with which memory `merged` is one where it comes from `side`.
void Interp::link_side(Join& join, Value merged, Value side, bool then_side) {
  StorageObj* storage = tensors->storage(side);
  if (!join.younger(storage)) return tensors->link(merged, side, join.condition, then_side);
  if (storage->entangled) entangle(tensors->storage(merged), storage->entangled_at);
  link_exports(join, merged, side, storage, {}, then_side);
  link_aliases(join, merged, side, then_side);
  join.exports[then_side ? 0 : 1].push_back({merged, side});
}

// Links `merged` to what else left the branch from this storage, where the conditions are met.
void Interp::link_exports(Join& join, Value merged, Value side, StorageObj* storage, const Conditions& met,
                          bool then_side) {
  for (auto& [other, from] : join.exports[then_side ? 0 : 1])
    if (tensors->storage(from) == storage)
      link_on(join, merged, other, met, then_side, tensors->is_view(from) || tensors->is_view(side));
}

// A storage that the side made may be other memory on some of the side's paths, which may be other
// memory on some of theirs. Where that comes to too many ways, nothing of it may be written to.
void Interp::link_aliases(Join& join, Value merged, Value side, bool then_side) {
  constexpr size_t kMost = 200;  // ways from memory to memory
  struct Way {
    StorageObj* to;
    Conditions met;  // sorted
  };
  std::vector<Way> ways{{tensors->storage(side), {}}};  // the shortest first
  auto is_known = [&](const Way& longer) {
    return std::any_of(ways.begin(), ways.end(), [&](const Way& way) {
      return way.to == longer.to && std::includes(longer.met.begin(), longer.met.end(), way.met.begin(), way.met.end());
    });
  };
  for (size_t i = 0; i < ways.size() && ways.size() <= kMost; ++i) {
    if (!join.younger(ways[i].to)) continue;
    for (const StorageObj::Alias& alias : std::vector<StorageObj::Alias>(ways[i].to->aliases)) {
      Way way{tensors->storage(Value::of(alias.other)), ways[i].met};
      auto has = [&](bool when) { return std::binary_search(way.met.begin(), way.met.end(), std::pair(alias.condition, when)); };
      if (has(!alias.when)) continue;
      builder.enter(session.graph.nodes[join.branch].blocks[then_side ? 0 : 1]);
      bool visible = builder.visible(alias.condition);
      builder.leave();
      if (!visible) continue;
      std::pair condition(alias.condition, alias.when);
      if (!has(alias.when)) way.met.insert(std::upper_bound(way.met.begin(), way.met.end(), condition), condition);
      if (is_known(way)) continue;
      if (join.younger(way.to)) link_exports(join, merged, side, way.to, way.met, then_side);
      else link_on(join, merged, Value::of(alias.other), way.met, then_side, tensors->is_view(side));
      ways.push_back(std::move(way));
    }
  }
  if (ways.size() <= kMost) return;
  entangle(tensors->storage(merged), branch_span(join));
  entangle(join, tensors->storage(side), then_side);
}

// Links two tensors where this side was taken and the conditions were met in it. Of a view of what
// they share an alias cannot tell which part it is.
void Interp::link_on(Join& join, Value merged, Value other, const Conditions& met, bool then_side, bool in_part) {
  if (in_part) {
    for (const Value& v : {merged, other}) entangle(tensors->storage(v), branch_span(join));
    return;
  }
  if (met.empty()) return tensors->link(merged, other, join.condition, then_side);
  builder.enter(session.graph.nodes[join.branch].blocks[then_side ? 0 : 1]);
  ValueId all;
  for (auto [condition, when] : met) {
    ValueId one = when ? condition : builder.make1("Not", {condition});
    all = all.valid() ? builder.make1("And", {all, one}) : one;
  }
  builder.leave();
  ValueId never = builder.constant(Constant::scalar_bool(false));
  tensors->link(merged, other, builder.add_if_output(join.branch, then_side ? all : never, then_side ? never : all),
                true);
}

Value Interp::merge_objects(Join& join, Value a, Value b) {
  if (a.obj->kind == b.obj->kind && a.obj->cls == b.obj->cls) {
    bool fresh = join.younger(a.obj) && join.younger(b.obj);
    auto merge_items = [&](const std::vector<Value>& x, const std::vector<Value>& y) {
      std::vector<Value> items;
      for (size_t i = 0; i < x.size(); ++i) items.push_back(merge(join, x[i], y[i]));
      return items;
    };
    switch (a.obj->kind) {
      case Kind::kTensor: return merge_tensors(join, a, b);
      case Kind::kStr:
        if (as<StrObj>(a)->text == as<StrObj>(b)->text) return a;
        break;
      case Kind::kTuple: {
        auto *x = as<TupleObj>(a), *y = as<TupleObj>(b);
        if (x->items.size() == y->items.size())
          return Value::of(make_tuple(x->cls, merge_items(x->items, y->items)));
        break;
      }
      case Kind::kList: {
        auto *x = as<ListObj>(a), *y = as<ListObj>(b);
        if (!fresh) break;
        if (Value merged = merge_lists(join, x, y); !merged.is_unbound()) return merged;
        break;
      }
      case Kind::kDict: {
        auto *x = as<DictObj>(a), *y = as<DictObj>(b);
        if (!fresh || x->table.size() != y->table.size()) break;
        auto* merged = make<DictObj>(x->cls);
        merged->table = std::get<Table>(merge_contents(join, y, x->table, y->table));
        return Value::of(merged);
      }
      case Kind::kInstance: {
        auto *x = as<InstanceObj>(a), *y = as<InstanceObj>(b);
        if (!fresh || !x->attrs || !y->attrs || !x->payload.is_unbound()) break;
        auto* merged = make<InstanceObj>(x->cls);
        merged->attrs = dict();
        merged->attrs->table = std::get<Table>(merge_contents(join, y->attrs, x->attrs->table, y->attrs->table));
        return Value::of(merged);
      }
      case Kind::kSlice: {
        auto *x = as<SliceObj>(a), *y = as<SliceObj>(b);
        return Value::of(make<SliceObj>(types.slice, merge(join, x->start, y->start),
                                        merge(join, x->stop, y->stop), merge(join, x->step, y->step)));
      }
      case Kind::kBoundMethod: {
        auto *x = as<BoundMethodObj>(a), *y = as<BoundMethodObj>(b);
        if (!x->function.identical(y->function)) break;
        return Value::of(make<BoundMethodObj>(types.method, merge(join, x->self, y->self), x->function));
      }
      default: break;
    }
  } else if (is(a, Kind::kTensor) && is(b, Kind::kTensor)) {
    return merge_tensors(join, a, b);
  }
  return Value::of(make<ChoiceObj>(join.condition, exported(join, a, true), exported(join, b, false)));
}

bool Interp::visible_outside(const Value& v) {
  if (v.tag != Tag::kSymInt) return builder.visible(v.value_id());
  for (uint32_t symbol : session.dims.symbols_of(v.dim())) {
    auto origin = session.graph.symbols.find(symbol);
    if (origin != session.graph.symbols.end() && !builder.visible(origin->second.value)) return false;
  }
  return true;
}

// What a tensor of this type is given on a path that never uses it. The sizes must be true there as
// well, since runtimes plan their memory by them: those that cannot be known there become unknown.
ValueId Interp::stand_in(BlockId block, Type& type) {
  ValueId zero = builder.constant(Constant::fill(type.dtype, {}, 0));
  if (!type.ranked) return zero;
  builder.enter(block);
  bool known = std::all_of(type.dims.begin(), type.dims.end(), [&](Dim dim) { return builder.computable(dim); });
  ValueId made = known ? builder.make1("Expand", {zero, builder.shape_value(type.dims)}) : ValueId();
  builder.leave();
  if (known) return made;
  for (Dim& dim : type.dims)
    if (!session.dims.known(dim)) dim = session.dims.unknown();
  std::vector<int64_t> least;
  for (Dim dim : type.dims) least.push_back(session.dims.known(dim).value_or(0));
  return builder.constant(Constant::fill(type.dtype, least, 0));
}

// A value of one side, made usable outside. What the other side gives in its place is never used.
Value Interp::exported(Join& join, Value v, bool then_side) {
  // By value: making the other may move the types of all.
  auto output = [&](ValueId mine, ValueId other, Type type) {
    return builder.add_if_output(join.branch, then_side ? mine : other, then_side ? other : mine, &type);
  };
  Exporter exporter;
  exporter.young = [&](const Obj* object) { return join.younger(object); };
  exporter.visible = [&](const Value& number) { return visible_outside(number); };
  exporter.scalar = [&](Value number, DType dtype) {
    builder.enter(session.graph.nodes[join.branch].blocks[then_side ? 0 : 1]);
    ValueId mine = to_graph(number, dtype);
    builder.leave();
    return from_graph_scalar(output(mine, to_graph(Value::of(int64_t{0}), dtype), session.graph.type(mine)));
  };
  exporter.tensor = [&](Value tensor) {
    ValueId mine = read_on(join, tensor, then_side);
    Type type = session.graph.type(mine);
    ValueId other = stand_in(session.graph.nodes[join.branch].blocks[then_side ? 1 : 0], type);
    Value result = tensors->joined(tensor, tensor, output(mine, other, type));
    link_side(join, result, tensor, then_side);
    return result;
  };
  exporter.lost = [&](const std::string& what) { return lost(join, what + " made inside the branch"); };
  exporter.done = &join.exported[then_side ? 0 : 1];
  exporter.cells = &join.cells;
  return exported(exporter, v);
}

// A function made inside, over cells that stand for its own. Frames that made such cells have
// ended: only functions share them. Containers are not copied for it, since they may be shared
// with whoever made the function.
Value Interp::exported_function(const Exporter& x, FunctionObj* function) {
  auto* copy = make<FunctionObj>(*function);
  for (Cell*& cell : copy->captures) {
    if (!x.young(cell)) continue;
    if (!x.cells) return x.lost("a function");
    auto [known, is_new] = x.cells->try_emplace(cell, nullptr);
    if (is_new) {
      known->second = make<Cell>(Value());
      Value held = cell->value;
      bool is_container = is(held, Kind::kList) || is(held, Kind::kDict) || is(held, Kind::kSet) || is(held, Kind::kInstance);
      if (is_container && x.young(held.obj)) return x.lost("a function");
      known->second->value = exported(x, held);
    }
    cell = x.cells->at(cell);
  }
  for (Value& value : copy->defaults) value = exported(x, value);
  if (copy->attrs) copy->attrs = as<DictObj>(exported(x, Value::of(copy->attrs)));
  return Value::of(copy);
}

Value Interp::exported(const Exporter& x, Value v) {
  if (v.is_symbolic()) {
    if (x.visible(v)) return v;
    return x.scalar(v, v.tag == Tag::kSymBool ? DType::kBool : v.tag == Tag::kSymInt ? DType::kInt64 : DType::kFloat64);
  }
  if (!v.is_object()) return v;
  auto items_of = [&](const std::vector<Value>& items) {
    std::vector<Value> out;
    for (const Value& item : items) out.push_back(exported(x, item));
    return out;
  };
  if (v.obj->kind == Kind::kTuple) return Value::of(make_tuple(v.obj->cls, items_of(as<TupleObj>(v)->items)));
  if (!x.young(v.obj)) return v;
  switch (v.obj->kind) {
    case Kind::kTensor: return x.tensor(v);
    case Kind::kList: case Kind::kDict: case Kind::kInstance: return exported_container(x, v);
    case Kind::kRun: return exported_run(x, as<RunObj>(v));
    case Kind::kChoice: {
      auto* c = as<ChoiceObj>(v);
      Value condition = exported(x, Value::sym_bool(c->condition));
      return Value::of(make<ChoiceObj>(condition.value_id(), exported(x, c->then_value), exported(x, c->else_value)));
    }
    case Kind::kBoundMethod: {
      auto* m = as<BoundMethodObj>(v);
      return Value::of(make<BoundMethodObj>(types.method, exported(x, m->self), m->function));
    }
    case Kind::kFunction: return exported_function(x, as<FunctionObj>(v));
    case Kind::kPoison: return as<PoisonObj>(v)->is_on_one_path ? behind(v) : v;
    case Kind::kStr: case Kind::kBytes: case Kind::kClass: case Kind::kModule: case Kind::kNative:
    case Kind::kDType: case Kind::kLazy:
      return v;
    default: return x.lost("a " + type_name(v));
  }
}

// A copy, under all names the same one.
Value Interp::exported_container(const Exporter& x, Value v) {
  if (auto known = x.done->find(v.obj); known != x.done->end()) return known->second;
  if (auto* list = get_if<ListObj>(v)) {
    auto* copy = make<ListObj>(list->cls, std::vector<Value>{});
    (*x.done)[v.obj] = Value::of(copy);
    for (const Value& item : list->items) copy->items.push_back(exported(x, item));
    copy->may_have_runs = list->may_have_runs;
    copy->lost = list->lost;
    copy->frozen = list->frozen;
    return Value::of(copy);
  }
  DictObj* from = v.obj->kind == Kind::kDict ? as<DictObj>(v) : as<InstanceObj>(v)->attrs;
  auto* copy = make<DictObj>(from ? from->cls : types.dict);
  Value result = Value::of(copy);
  if (v.obj->kind == Kind::kInstance) {
    auto* instance = make<InstanceObj>(v.obj->cls);
    instance->attrs = copy;
    instance->payload = as<InstanceObj>(v)->payload;
    result = Value::of(instance);
  }
  (*x.done)[v.obj] = result;
  if (!from) return result;
  copy->table = from->table;
  for (TableEntry& entry : copy->table.entries())
    if (entry.live) entry.value = exported(x, entry.value);
  copy->lost = from->lost;
  copy->frozen = from->frozen;
  return result;
}

}  // namespace nnscan::py
