// The attempts at a loop, and when they end.
#include "frontend/python/loop.h"

#include <algorithm>

#include "frontend/python/observer.h"
#include "ir/base/check.h"

namespace nnscan::py {

namespace {

// Each attempt widens at least one location; types can be widened only a few times.
constexpr int kMaxAttempts = 24;

}  // namespace

Obj** lost_slot(Obj* object) {
  switch (object->kind) {
    case Kind::kList: return &static_cast<ListObj*>(object)->lost;
    case Kind::kDict: return &static_cast<DictObj*>(object)->lost;
    case Kind::kSet: return &static_cast<SetObj*>(object)->lost;
    case Kind::kIterator: return &static_cast<IteratorObj*>(object)->lost;
    default: return nullptr;
  }
}

LoopOutcome LoopAnalysis::run() {
  reports_ = in_.session.sink.size();
  assumptions_ = in_.session.graph.assumptions.size();
  first_report_ = in_.next_report();
  entangled_ = in_.entangled.size();
  uint32_t begin = in_.frame->at_begin, end = in_.frame->at_end;
  if (spec_.trips) {
    Value trips = in_.from_dim(*spec_.trips);
    entered_ = in_.compare(syntax::CompareOp::kGt, trips, Value::of(int64_t{0}));
  } else {
    entered_ = spec_.first.valid() ? Value::sym_bool(spec_.first) : Value::of(true);
  }
  in_.journal.begin();
  stamp_ = in_.journal.innermost();
  for (int i = 0; i < kMaxAttempts; ++i) {
    open();
    attempt();
    in_.frame->at_begin = begin;
    in_.frame->at_end = end;
    bool read = was_read();
    if (raised_ && !read) {
      leave_attempt();
      in_.journal.end();
      throw *raised_;
    }
    if (i == 0 && !wanted()) return step_back();
    bool needed = find_needed();
    if ((read && keep_growing()) || needed) {
      leave_attempt();
      in_.withdraw(reports_, assumptions_, first_report_);
      continue;
    }
    if (read && may_peel_) return step_back();
    if (raised_) {
      leave_attempt();
      in_.journal.end();
      throw *raised_;
    }
    if (new_errors()) return spec_.wish == LoopSpec::Wish::kMay ? step_back() : give_up();
    if (settled()) {
      // What is written out is exact; a Loop that is not, is no gain.
      bool assumes = in_.session.graph.assumptions.size() > assumptions_;
      return spec_.wish == LoopSpec::Wish::kMay && assumes ? step_back() : finish();
    }
    leave_attempt();
    in_.withdraw(reports_, assumptions_, first_report_);
  }
  in_.refuse_at(spec_.place, Code::kDataDependentLoop,
                "what this loop carries from iteration to iteration takes ever new forms",
                "carry tensors of one dtype and rank, or give fixed sizes by --input");
  open();
  attempt();
  return give_up();
}

LoopOutcome LoopAnalysis::step_back() {
  leave_attempt();
  in_.journal.end();
  in_.withdraw(reports_, assumptions_, first_report_);
  return {LoopOutcome::Kind::kPeel, Value::of(false)};
}

// Whether the first iteration, on what is known before the loop, calls for a Loop.
bool LoopAnalysis::wanted() const {
  bool exits = !broke_.is_bool() || !returned_.is_bool();
  if (!spec_.trips && going_on_.is_bool() && going_on_.b && spec_.wish != LoopSpec::Wish::kMust)
    return false;  // it would never end
  switch (spec_.wish) {
    case LoopSpec::Wish::kIfExits: return exits || !asked_known_;
    case LoopSpec::Wish::kIfCondition: return !exits && !asked_known_;
    case LoopSpec::Wish::kMust: case LoopSpec::Wish::kMay: break;
  }
  return true;
}

void LoopAnalysis::in_body(const std::function<void()>& f) {
  in_.builder.enter(body_);
  f();
  in_.builder.leave();
}

void LoopAnalysis::open() {
  if (in_.observer) observed_ = in_.observer->mark();
  unread_.clear();
  leaves_.clear();
  next_sizes_.clear();
  raised_.reset();
  std::vector<Builder::LoopState> states;
  for (Place& place : places_) {
    for (Carry& carry : place.carries) collect_states(carry, states, leaves_);
    if (place.lost) place.stacks.clear();
    for (Carry& stack : place.stacks) collect_states(stack, states, leaves_);
  }
  ValueId first = spec_.first.valid() ? spec_.first : in_.to_graph(Value::of(true), DType::kBool);
  loop_ = in_.builder.open_loop(spec_.trips.value_or(Dim()), first, states);
  body_ = in_.session.graph.nodes[loop_].blocks[0];
  const std::vector<ValueId>& params = in_.session.graph.blocks[body_].params;
  for (size_t i = 0; i < leaves_.size(); ++i) leaves_[i]->param = params[i + 2];
}

void LoopAnalysis::attempt() {
  Flow flow = in_.run_in_block(body_, [&] {
    for (Place& place : places_) {
      in_.journal.touch(place.object);
      Journal::restore(place.object, start_contents(place));
    }
    for (Regrown& one : regrown_) one.start = one.list->items;
    in_.class_changed();
    ValueId iteration = in_.session.graph.blocks[body_].params[0];
    return spec_.body(in_.from_graph_scalar(iteration));
  }, raised_);
  if (raised_) return;
  broke_ = take_flag(Frame::kBroke, flow, Flow::kBreak);
  returned_ = take_flag(Frame::kReturned, flow, Flow::kReturn);
  uint32_t outer_stamp = std::exchange(in_.side_stamp, stamp_);
  try {
    in_body([&] { going_on_ = next_condition(); });
  } catch (Raise& raised) {
    in_.builder.leave();
    raised_ = std::move(raised);
  }
  in_.side_stamp = outer_stamp;
}

Value LoopAnalysis::take_flag(Frame::Control which, Flow flow, Flow own) {
  Value flag = flow == own ? Value::of(true) : in_.frame->control[which];
  in_.set_control(which, Value::of(false));
  return flag.is_unbound() ? Value::of(false) : flag;
}

// Whether there is another iteration. Its condition is asked only where nothing left the loop.
Value LoopAnalysis::next_condition() {
  asked_known_ = true;
  auto ask = [&] {
    if (!spec_.condition) return Value::of(true);
    Truth t = spec_.condition();
    asked_known_ = t.known();
    return in_.bool_value(t);
  };
  for (const Value& flag : {broke_, returned_})
    if (flag.is_bool() && flag.b) return Value::of(false);
  ValueId left;
  for (const Value& flag : {broke_, returned_}) {
    if (flag.is_bool()) continue;
    left = left.valid() ? in_.builder.make1("Or", {left, flag.value_id()}) : flag.value_id();
  }
  if (!left.valid()) return ask();
  if (!spec_.condition) return Value::sym_bool(in_.builder.make1("Not", {left}));
  return in_.fork_value(left, [] { return Value::of(false); }, ask);
}

void LoopAnalysis::leave_attempt() {
  if (in_.observer) in_.observer->forget(observed_);
  in_.journal.rollback();
  in_.class_changed();
  for (Place& place : places_)
    if (Obj** lost = lost_slot(place.object)) *lost = place.was_lost;
  in_.builder.abandon(loop_);
  in_.disentangle(entangled_);
}

bool LoopAnalysis::was_read() const {
  return std::any_of(unread_.begin(), unread_.end(), [&](const PoisonObj* p) { return p->report != 0; });
}

bool LoopAnalysis::new_errors() const {
  const std::vector<Diagnostic>& all = in_.session.sink.all();
  return std::any_of(all.begin() + static_cast<ptrdiff_t>(std::min(reports_, all.size())), all.end(),
                     [](const Diagnostic& d) { return info(d.code).severity == Severity::kError; });
}

// Whether the attempt covers whatever it leaves to the next iteration. Widens where it does not.
bool LoopAnalysis::settled() {
  bool wider = regrow();
  for (const Saved& saved : in_.journal.changed()) {
    auto known = std::find_if(places_.begin(), places_.end(),
                              [&](const Place& place) { return place.object == saved.object; });
    if (known != places_.end()) continue;
    Place place{};
    place.object = saved.object;
    place.entry = saved.before;
    if (Obj** lost = lost_slot(place.object)) place.was_lost = *lost;
    places_.push_back(std::move(place));
  }
  in_body([&] {
    for (Place& place : places_) wider |= cover(place);
  });
  return !wider && !find_shared() && !find_held_twice();
}

// The reports stand. Whatever the loop would have changed is unusable.
LoopOutcome LoopAnalysis::give_up() {
  Value poison = in_.poison(Code::kDataDependentLoop, "the loop here could not be analysed",
                            in_.next_report() - 1, spec_.place);
  std::vector<Saved> left = in_.journal.rollback();
  in_.journal.end();
  in_.builder.abandon(loop_);
  auto spoil = [&](const std::vector<Value>& before, std::vector<Value> after) {
    for (size_t i = 0; i < after.size(); ++i)
      if (i >= before.size() || !before[i].identical(after[i])) after[i] = poison;
    return after;
  };
  for (Saved& saved : left) {
    Contents now = Journal::capture(saved.object);
    in_.journal.touch(saved.object);
    if (auto* items = std::get_if<std::vector<Value>>(&saved.before)) {
      auto& before = std::get<std::vector<Value>>(now);
      std::vector<Value> after = spoil(before, *items);
      if (saved.object->kind == Kind::kFrame)
        std::copy(before.begin(), before.begin() + Frame::kControlCount, after.begin());
      else
        after = before;
      Journal::restore(saved.object, after);
      if (saved.object->kind == Kind::kList) static_cast<ListObj*>(saved.object)->lost = poison.obj;
    } else if (std::holds_alternative<Value>(saved.before)) {
      Journal::restore(saved.object, Contents(poison));
    } else if (auto* table = std::get_if<Table>(&saved.before)) {
      for (TableEntry& entry : table->entries())
        if (entry.live) {
          TableEntry* old = std::get<Table>(now).find(entry.key, entry.hash, [&](const Value& key) { return in_.equal(key, entry.key); });
          if (!old || !old->value.identical(entry.value)) entry.value = saved.object->kind == Kind::kDict ? poison : entry.value;
        }
      Journal::restore(saved.object, *table);
    }
  }
  in_.class_changed();
  return {LoopOutcome::Kind::kRefused, Value::of(false)};
}

LoopOutcome LoopAnalysis::finish() {
  if (!spec_.trips && going_on_.is_bool() && going_on_.b) {
    in_.refuse_at(spec_.place, Code::kDataDependentLoop, "this loop never ends once it was entered",
                  "let its body change what its condition looks at");
    return give_up();
  }
  in_.builder.set_loop_condition(loop_, in_.to_graph(going_on_, DType::kBool));
  bool bounded = spec_.trips && broke_.is_bool() && returned_.is_bool();
  std::optional<Dim> trips = bounded ? spec_.trips : std::nullopt;
  for (Place& place : places_)
    for (Carry& stack : place.stacks)
      if (trips && place.rate) stack.rows_left = in_.session.dims.mul(*trips, *place.rate);
  for (Carry* carry : leaves_) {
    Type type = carry->what == Carry::What::kNumber ? carry->type : outside(carry->type);
    if (carry->rows_left.valid()) type.dims[0] = carry->rows_left;
    carry->output = in_.builder.set_loop_state(loop_, carry->next, std::move(type));
  }
  LoopOutcome outcome;
  outcome.broke = left_flag(broke_);
  Value returned = left_flag(returned_);
  std::vector<Contents> contents;
  for (Place& place : places_) contents.push_back(left_contents(place));
  for (Place& place : places_) leave_list(place, trips);
  in_.journal.rollback();
  in_.journal.end();
  for (size_t i = 0; i < places_.size(); ++i) {
    Place& place = places_[i];
    if (place.run) {
      auto& items = std::get<std::vector<Value>>(contents[i]);
      items.push_back(Value::of(place.run));
    }
    in_.journal.touch(place.object);
    Journal::restore(place.object, contents[i]);
  }
  in_.class_changed();
  resolve_choices();
  for (UnsureObj* unsure : unsures_)
    for (SharedMemory& memory : unsure->memory) memory.content = memory.storage->content.index;
  if (entered_.tag == Tag::kSymBool)
    for (auto& [left, entry] : links_) in_.tensors->link(left, entry, entered_.value_id(), false);
  // The name still has the list from before where the loop never runs.
  if (!(entered_.is_bool() && entered_.b))
    for (const Regrown& one : regrown_)
      if (!one.given_up) freeze(in_, Value::of(one.list), spec_.place);
  in_.set_control(Frame::kReturned, returned);
  return outcome;
}

}  // namespace nnscan::py
