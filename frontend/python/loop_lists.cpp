// Lists to which iterations append. What they append is collected by scan outputs of the Loop;
// where the body looks at the list, or appends another number of items in each iteration, the list
// is carried as stacks that grow.
#include <algorithm>

#include "frontend/python/frame.h"
#include "frontend/python/loop.h"
#include "frontend/python/structure.h"
#include "ir/base/check.h"

namespace nnscan::py {

namespace {

constexpr int kMostForms = 6;

bool equal_forms(const RunPart& a, const RunPart& b) {
  if (a.what != b.what || !(a.type == b.type) || a.parts.size() != b.parts.size()) return false;
  if (a.what == RunPart::What::kSame && !a.like.identical(b.like) && !same_text(a.like, b.like)) return false;
  if (a.what == RunPart::What::kParts && !alike(a.like, b.like)) return false;
  return std::equal(a.parts.begin(), a.parts.end(), b.parts.begin(), equal_forms);
}

}  // namespace

bool LoopAnalysis::outside_computable(Dim dim) {
  in_.builder.leave();
  bool computable = in_.builder.computable(dim);
  in_.builder.enter(body_);
  return computable;
}

// For what the body appends, asked in the body.
void LoopAnalysis::for_body(RunForms& forms) {
  forms.usable = [this](Dim dim) { return outside_computable(dim); };
  forms.lasting = [this](const Value& v) {
    if (v.is_object()) return v.obj->birth < stamp_;
    in_.builder.leave();
    bool visible = in_.visible_outside(v);
    in_.builder.enter(body_);
    return visible;
  };
}

// ---- the start of an iteration

Value LoopAnalysis::start_run(Place& place) {
  Value p = unread("a list is read in the loop that fills it" + (place.why.empty() ? "" : ", and " + place.why));
  as<PoisonObj>(p)->hint = "keep what is needed of the iterations before in variables of its own";
  place.run = in_.make<RunObj>(as<PoisonObj>(p));
  static_cast<ListObj*>(place.object)->may_have_runs = true;
  if (place.rate) {
    Dim index = in_.to_dim(in_.from_graph_scalar(in_.session.graph.blocks[body_].params[0]));
    place.run->length = in_.session.dims.mul(index, *place.rate);
  }
  if (!place.carried) return Value::of(place.run);
  RunPart part = *place.form;
  size_t i = 0;
  for_each_leaf(part, [&](RunPart& leaf) {
    Carry& stack = place.stacks[i++];
    leaf.stacked = stack_of(in_, stack.param);
    place.run->length = in_.session.graph.type(stack.param).dims[0];
  });
  place.run->items.push_back(std::move(part));
  return Value::of(place.run);
}

// ---- what an iteration leaves

bool LoopAnalysis::entries_of(const std::vector<Value>& items, std::deque<RunPart>& made, std::vector<RunEntry>& entries) {
  for (const Value& item : items) {
    auto* run = get_if<RunObj>(item);
    if (!run) {
      entries.push_back({item});
      continue;
    }
    if (!run->readable() || !interleaved(in_, *run, made.emplace_back())) return false;
    entries.push_back({{}, &made.back(), in_.session.dims.mul(run->length, in_.session.dims.constant(run->rate))});
  }
  return true;
}

// How many items these are, if all iterations append as many.
std::optional<Dim> LoopAnalysis::rate_of(const std::vector<RunEntry>& entries) {
  Dim rate = in_.session.dims.constant(0);
  for (const RunEntry& entry : entries) {
    if (entry.part && !outside_computable(entry.length)) return std::nullopt;
    rate = in_.session.dims.add(rate, entry.part ? entry.length : in_.session.dims.constant(1));
  }
  return rate;
}

bool LoopAnalysis::cover_growth(Place& place) {
  std::deque<RunPart> made;
  std::vector<RunEntry> entries;
  auto lose = [&](const std::string& why) {
    place.why = why;
    if (!place.carried) return false;
    return place.lost = true;
  };
  if (!entries_of(place.appended, made, entries)) {
    place.form.reset();
    return lose("holds items of different kinds");
  }
  std::optional<Dim> rate = rate_of(entries);
  bool wider = place.forms > 0 && place.rate && place.rate != rate;
  if (wider || (place.forms > 0 && !place.rate)) rate.reset();
  place.rate = rate;
  if (entries.empty()) {
    for (Carry& stack : place.stacks) stack.next = stack.param;
    return wider;
  }
  RunForms forms(in_);
  for_body(forms);
  RunPart form;
  if (!forms.form(entries, form)) {
    place.form.reset();
    return lose(forms.why) || wider;
  }
  bool mixed = entries.size() > 1 && !made.empty();
  if (!place.carried && (!rate || mixed)) {
    place.carried = true;
    return take_form(place, form);
  }
  if (!place.carried) {
    place.forms = 1;
    place.form = form;
    return wider;
  }
  if (!equal_forms(form, *place.form)) {
    // What the iterations before appended and what this one did, together.
    std::vector<RunEntry> all = entries;
    all.push_back({{}, &*place.form, in_.session.dims.constant(1)});
    RunForms both(in_);
    for_body(both);
    RunPart common;
    if (both.form(all, common) && equal_forms(common, *place.form)) form = common;
    else return take_form(place, both.why.empty() ? common : form);
  }
  cover_stacks(place, forms, form, entries, wider);
  return wider;
}

bool LoopAnalysis::take_form(Place& place, const RunPart& form) {
  if (++place.forms > kMostForms) {
    place.why = "holds items of different kinds";
    return place.lost = true;
  }
  RunPart mine = form;
  place.stacks.clear();
  for_each_leaf(mine, [&](RunPart& leaf) {
    Carry stack;
    stack.what = Carry::What::kTensor;
    stack.type.dtype = leaf.type.dtype;
    stack.rows = leaf.type;
    place.stacks.push_back(std::move(stack));
  });
  place.form = std::move(mine);
  if (!place.rate && place.stacks.empty()) {
    place.why = "holds nothing that tells how many items there are";
    place.lost = true;
  }
  return true;
}

void LoopAnalysis::cover_stacks(Place& place, RunForms& forms, RunPart& form, const std::vector<RunEntry>& entries, bool& wider) {
  size_t i = 0;
  forms.stack = [&](const RunPart& leaf, const std::vector<RunEntry>& all) {
    Carry& stack = place.stacks[i++];
    stack.next = in_.builder.make1("Concat", {stack.param, forms.joined(leaf, all)}, {{"axis", int64_t{0}}});
    wider |= cover_type(stack, stack.next);
    Dims dims = stack.type.dims;
    if (!dims.empty()) dims.erase(dims.begin());
    if (!stack.type.ranked || dims != leaf.type.dims) {
      place.why = "holds tensors whose sizes differ from one to the next";
      place.lost = wider = true;
    }
    return Value();
  };
  forms.filled(form, entries);
  std::vector<Value> open = place.appended, parts;
  while (!open.empty() && !place.lost) {
    Value v = open.back();
    open.pop_back();
    if (is(v, Kind::kTensor) && !keeps_content(v)) {
      place.why = "holds a tensor that changes afterwards";
      place.lost = wider = true;
    }
    if (parts_of(v, parts)) open.insert(open.end(), parts.begin(), parts.end());
  }
}

// The body looks at a list that it fills: from now on its items are carried.
bool LoopAnalysis::keep_growing() {
  bool changed = false;
  for (Place& place : places_)
    if (place.grows && !place.carried && !place.lost && place.form && place.run && place.run->unread->report != 0) {
      place.carried = true;
      take_form(place, RunPart(*place.form));
      changed = true;
    }
  return changed;
}

// ---- names bound to longer and longer lists

namespace {

bool begins_with(const ListObj* list, const std::vector<Value>& start) {
  return list->items.size() >= start.size() &&
         std::equal(start.begin(), start.end(), list->items.begin(), [](const Value& a, const Value& b) { return a.identical(b); });
}

}  // namespace

bool LoopAnalysis::start_regrowing(Place& place, size_t at, const Value& left) {
  Carry& carry = place.carries[at];
  auto *before = get_if<ListObj>(carry.entry), *made = get_if<ListObj>(left);
  if (place.object->kind != Kind::kFrame || at < Frame::kControlCount || carry.what != Carry::What::kFixed) return false;
  if (!before || !made || before == made || made->birth < stamp_ || before->lost || made->lost) return false;
  if (before->cls != in_.types.list || made->cls != in_.types.list || !begins_with(made, before->items)) return false;
  auto* frame = static_cast<Frame*>(place.object);
  for (const Regrown& one : regrown_)
    if (one.frame == frame && one.at == at) return false;
  for (const Saved& saved : in_.journal.changed())
    if (saved.object == before) return false;
  auto* own = in_.make<ListObj>(in_.types.list, before->items);
  own->may_have_runs = before->may_have_runs;
  own->birth = stamp_ - 1;
  regrown_.push_back({frame, at, carry.entry, own, {}});
  carry.entry = std::get<std::vector<Value>>(place.entry)[at] = Value::of(own);
  return true;
}

// Whether a location that outlives the iteration holds one of the lists, other than the one name.
bool LoopAnalysis::is_held_by_others(const ListObj* made, const ListObj* start) {
  std::vector<Value> open;
  std::set<const Obj*> seen;
  auto keep = [&](const Contents& contents) {
    if (auto* items = std::get_if<std::vector<Value>>(&contents)) open.insert(open.end(), items->begin(), items->end());
    if (auto* value = std::get_if<Value>(&contents)) open.push_back(*value);
    if (auto* table = std::get_if<Table>(&contents))
      for (const TableEntry& entry : table->entries())
        if (entry.live) open.insert(open.end(), {entry.key, entry.value});
  };
  for (const Saved& saved : in_.journal.changed()) keep(Journal::capture(saved.object));
  int names = 0;
  while (!open.empty()) {
    Value v = open.back();
    open.pop_back();
    if (!v.is_object()) continue;
    if (v.obj == start || (v.obj == made && ++names > 1)) return true;
    if (v.obj->birth < stamp_ || v.obj == made || !seen.insert(v.obj).second) continue;
    switch (v.obj->kind) {
      case Kind::kTuple: open.insert(open.end(), as<TupleObj>(v)->items.begin(), as<TupleObj>(v)->items.end()); break;
      case Kind::kList: case Kind::kDict: case Kind::kSet: case Kind::kCell: keep(Journal::capture(v.obj)); break;
      case Kind::kUnsure: open.push_back(as<UnsureObj>(v)->value); break;
      case Kind::kChoice: open.insert(open.end(), {as<ChoiceObj>(v)->then_value, as<ChoiceObj>(v)->else_value}); break;
      case Kind::kTensor:
        if (static_cast<TensorBaseObj*>(v.obj)->attrs) return true;
        break;
      case Kind::kStr: case Kind::kDType: case Kind::kRange: case Kind::kPoison: case Kind::kRun: break;
      default: return true;  // a function or an object: what it holds is not looked for
    }
  }
  return false;
}

// The list takes on what the iteration made; false where that could be told from making a new one.
bool LoopAnalysis::regrow(const Regrown& one) {
  Value& name = one.frame->slots[one.at - Frame::kControlCount];
  auto* made = get_if<ListObj>(name);
  if (one.list->items.size() != one.start.size() || !begins_with(one.list, one.start)) return false;
  if (made == one.list) return true;
  if (!made || made->birth < stamp_ || made->lost || made->cls != in_.types.list || !begins_with(made, one.start)) return false;
  if (is_held_by_others(made, one.list)) return false;
  in_.journal.touch(one.list);
  one.list->items = made->items;
  one.list->may_have_runs |= made->may_have_runs;
  name = Value::of(one.list);
  return true;
}

bool LoopAnalysis::regrow() {
  bool wider = false;
  for (Regrown& one : regrown_) {
    if (one.given_up || regrow(one)) continue;
    one.given_up = wider = true;
    for (Place& place : places_)
      if (place.object == one.frame) {
        Carry& carry = place.carries[one.at];
        carry.entry = std::get<std::vector<Value>>(place.entry)[one.at] = one.before;
        carry.left = one.frame->slots[one.at - Frame::kControlCount];
        carry.what = Carry::What::kChanging;
      }
  }
  return wider;
}

// ---- behind the loop

// Whether declared sizes of the model's inputs would make this one known.
static bool is_of_inputs(Session& session, Dim dim) {
  std::vector<uint32_t> symbols = session.dims.symbols_of(dim), given;
  for (ValueId input : session.graph.blocks[session.graph.root].params)
    for (Dim size : session.graph.type(input).dims) {
      std::vector<uint32_t> of_size = session.dims.symbols_of(size);
      given.insert(given.end(), of_size.begin(), of_size.end());
    }
  auto is_given = [&](uint32_t symbol) { return std::find(given.begin(), given.end(), symbol) != given.end(); };
  return !symbols.empty() && std::all_of(symbols.begin(), symbols.end(), is_given);
}

// What to do about something that this loop cannot carry or collect: one that is written out need not.
std::string LoopAnalysis::way_out(const std::string& why) const {
  std::string pad = why.find("size") != std::string::npos ? "pad the tensors to one size" : "";
  if (!spec_.trips || !is_of_inputs(in_.session, *spec_.trips)) return pad;
  return pad + (pad.empty() ? "" : ", or ") + "give fixed sizes by --input, so that the loop is written out";
}

void LoopAnalysis::lose_list(Place& place, const std::string& why) {
  place.run = nullptr;
  Value lost = in_.poison(Code::kDataDependentLoop, "a list that a loop fills " + why, 0, spec_.place);
  as<PoisonObj>(lost)->hint = way_out(why);
  static_cast<ListObj*>(place.object)->lost = lost.obj;
}

// Puts what the iterations appended in the place of the list's run. Called behind the last state.
void LoopAnalysis::leave_list(Place& place, std::optional<Dim> trips) {
  if (!place.grows) place.run = nullptr;
  if (!place.grows || place.lost) return;
  auto* run = in_.make<RunObj>(as<PoisonObj>(in_.poison(
      Code::kDataDependentLoop, "how many items this list holds depends on a loop", 0, spec_.place)));
  run->unread->hint = "stack or concatenate them, or take single ones by index";
  place.run = run;
  if (place.carried) leave_stacks(place, trips);
  else scan(place, trips);
}

void LoopAnalysis::leave_stacks(Place& place, std::optional<Dim> trips) {
  RunPart part = *place.form;
  size_t i = 0;
  for_each_leaf(part, [&](RunPart& leaf) {
    leaf.stacked = stack_of(in_, place.stacks[i++].output);
    place.run->length = in_.session.graph.type(place.stacks[i - 1].output).dims[0];
  });
  if (!place.run->length.valid()) {
    if (!trips) return lose_list(place, "holds nothing that tells how many items there are");
    place.run->length = in_.session.dims.mul(*trips, *place.rate);
  }
  place.run->items.push_back(std::move(part));
}

void LoopAnalysis::scan(Place& place, std::optional<Dim> trips) {
  RunObj* run = place.run;
  // What an inner loop appended to the same list is one run with what the others append.
  auto* inner = place.appended.size() == 1 ? get_if<RunObj>(place.appended[0]) : nullptr;
  if (inner && !(inner->readable() && in_.builder.computable(inner->length)))
    return lose_list(place, "gets another number of items in each iteration");
  Dim iterations = trips ? *trips : in_.session.dims.unknown();
  run->length = inner ? in_.session.dims.mul(iterations, inner->length) : iterations;
  run->rate = inner ? inner->rate : static_cast<int64_t>(place.appended.size());
  std::string why;
  RunForms forms(in_);
  forms.read = [&](const Value& tensor, int) {
    ValueId value;
    if (!keeps_content(tensor)) why = "holds a tensor that changes afterwards";
    in_body([&] { value = in_.tensors->read(tensor); });
    return value;
  };
  forms.lasting = [&](const Value& v) { return v.is_object() ? v.obj->birth < stamp_ : in_.visible_outside(v); };
  forms.stack = [&](const RunPart& leaf, const std::vector<RunEntry>& entries) {
    ValueId item;
    const RunEntry& entry = entries[0];
    in_body([&] {
      item = entry.part ? forms.slab(leaf, entry)
             : leaf.what == RunPart::What::kNumber ? in_.to_graph(entry.item, leaf.type.dtype) : in_.tensors->read(entry.item);
    });
    ValueId all = in_.builder.add_loop_scan(loop_, item, iterations);
    if (entry.part) {
      Dims dims = leaf.type.dims;
      dims.insert(dims.begin(), run->length);
      all = in_.builder.reshape(all, dims);
    }
    return stack_of(in_, all);
  };
  auto collect = [&](const RunEntry& entry) {
    RunPart form;
    if (!forms.form({entry}, form)) why = forms.why;
    if (why.empty()) run->items.push_back(forms.filled(form, {entry}));
    return why.empty();
  };
  for (const Value& v : place.appended) {
    if (!inner && is(v, Kind::kRun)) why = "is filled by an inner loop as well";
    if (!why.empty()) break;
    if (!inner) collect({v});
    else for (const RunPart& part : inner->items) collect({{}, &part, inner->length});
  }
  if (!why.empty()) return lose_list(place, why);
  if (!trips && entered_.is_bool() && entered_.b)
    in_.session.dims.symbol_info(*in_.session.dims.as_symbol(iterations)).lower = 1;
  bool measured = trips || std::any_of(run->items.begin(), run->items.end(), has_leaves);
  if (!measured) in_.builder.add_loop_scan(loop_, in_.session.graph.blocks[body_].params[0], iterations);
}

}  // namespace nnscan::py
