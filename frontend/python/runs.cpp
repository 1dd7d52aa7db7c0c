// Forms of runs, and lists that have runs: their items, slices and parts.
#include "frontend/python/runs.h"

#include <algorithm>
#include <deque>

#include "frontend/python/structure.h"
#include "ir/base/check.h"

namespace nnscan::py {

namespace {

using What = RunPart::What;

// The value that an entry holds as it is; unbound: another for each item.
Value plain(const RunEntry& entry) {
  if (!entry.part) return entry.item;
  return entry.part->what == What::kSame ? entry.part->like : Value();
}

bool never_changes(const Value& v) {
  if (!v.is_object()) return true;
  switch (v.obj->kind) {
    case Kind::kStr: case Kind::kBytes: case Kind::kClass: case Kind::kModule: case Kind::kNative: case Kind::kDType:
      return true;
    default: return false;
  }
}

}  // namespace

// ---- forms

RunForms::RunForms(Interp& interp) : in_(interp) {
  read = [this](const Value& tensor, int) { return in_.tensors->read(tensor); };
  lasting = [](const Value&) { return true; };
  usable = [this](Dim dim) { return in_.builder.computable(dim); };
  stack = [this](const RunPart& leaf, const std::vector<RunEntry>& entries) {
    for (const RunEntry& entry : entries)
      if (!entry.part && is(entry.item, Kind::kTensor)) hold(in_, entry.item);
    return stack_of(in_, joined(leaf, entries));
  };
}

bool RunForms::same_form(const std::vector<RunEntry>& entries, RunPart& out) {
  Value first = plain(entries[0]);
  if (first.is_unbound() || is(first, Kind::kTensor)) return false;
  for (const RunEntry& entry : entries) {
    Value v = plain(entry);
    if (v.is_unbound() || (!v.identical(first) && !same_text(v, first))) return false;
    if (!never_changes(v) && !lasting(v)) return false;
    if (v.is_symbolic() && !lasting(v)) return false;
  }
  out.what = What::kSame;
  out.like = first;
  if (auto kind = number_kind(first)) out.type = Type::scalar(*kind);
  return true;
}

bool RunForms::number_form(const std::vector<RunEntry>& entries, RunPart& out) {
  std::optional<DType> common;
  for (const RunEntry& entry : entries) {
    std::optional<DType> kind = number_kind(plain(entry));
    if (entry.part && entry.part->what == What::kNumber) kind = entry.part->type.dtype;
    if (!kind || (common && *kind != *common)) return false;
    common = kind;
  }
  out.what = What::kNumber;
  out.type = Type::scalar(*common);
  return true;
}

bool RunForms::tensor_form(const std::vector<RunEntry>& entries, RunPart& out) {
  std::optional<Type> common;
  for (const RunEntry& entry : entries) {
    Type type;
    if (entry.part && entry.part->what == What::kTensor) type = entry.part->type;
    else if (!entry.part && is(entry.item, Kind::kTensor)) type = in_.session.graph.type(read(entry.item, entry.side));
    else return false;
    bool one_size = type.ranked;
    for (Dim dim : type.dims) one_size &= usable(dim);
    if (!one_size) return why = "holds tensors whose sizes differ from one to the next", false;
    if (common && !(type == *common))
      return why = type.dtype == common->dtype ? "holds tensors of different sizes" : "holds tensors of different dtypes", false;
    common = type;
  }
  out.what = What::kTensor;
  out.type = *common;
  return true;
}

std::vector<RunEntry> RunForms::inside(const std::vector<RunEntry>& entries, size_t at) {
  std::vector<RunEntry> inner;
  std::vector<Value> parts;
  for (const RunEntry& entry : entries) {
    if (entry.part) {
      inner.push_back({{}, &entry.part->parts[at], entry.length, entry.side});
      continue;
    }
    parts_of(entry.item, parts);
    inner.push_back({parts[at], nullptr, {}, entry.side});
  }
  return inner;
}

bool RunForms::parts_form(const std::vector<RunEntry>& entries, RunPart& out) {
  auto like = [](const RunEntry& entry) {
    if (!entry.part) return entry.item;
    return entry.part->what == What::kParts ? entry.part->like : Value();
  };
  std::vector<Value> parts;
  for (const RunEntry& entry : entries)
    if (!alike(like(entries[0]), like(entry))) return false;
  parts_of(like(entries[0]), parts);
  out.what = What::kParts;
  out.like = like(entries[0]);
  out.parts.resize(parts.size());
  for (size_t i = 0; i < parts.size(); ++i)
    if (!form(inside(entries, i), out.parts[i])) return false;
  return true;
}

bool RunForms::form(const std::vector<RunEntry>& entries, RunPart& out) {
  out = {};
  if (same_form(entries, out) || number_form(entries, out) || tensor_form(entries, out)) return true;
  if (!why.empty()) return false;
  if (parts_form(entries, out)) return true;
  if (why.empty()) {
    Value odd = plain(entries[0]);
    bool differ = entries.size() > 1 || odd.is_unbound();
    why = differ ? "holds items of different kinds" : "holds a " + in_.type_name(odd) + ", which a graph cannot collect";
  }
  return false;
}

RunPart RunForms::filled(const RunPart& form, const std::vector<RunEntry>& entries) {
  RunPart out = form;
  if (form.what == What::kNumber || form.what == What::kTensor) out.stacked = stack(form, entries);
  for (size_t i = 0; i < out.parts.size(); ++i) out.parts[i] = filled(form.parts[i], inside(entries, i));
  return out;
}

ValueId RunForms::slab(const RunPart& leaf, const RunEntry& entry) {
  Builder& builder = in_.builder;
  if (entry.part && entry.part->what != What::kSame) return read(entry.part->stacked, entry.side);
  Dim one = in_.session.dims.constant(1);
  if (entry.part)
    return builder.make1("Expand", {in_.to_graph(entry.part->like, leaf.type.dtype), builder.shape_value({entry.length})});
  if (leaf.what == What::kNumber) return builder.reshape(in_.to_graph(entry.item, leaf.type.dtype), {one});
  return builder.make1("Unsqueeze", {read(entry.item, entry.side), builder.constant(Constant::of_ints({0}))});
}

ValueId RunForms::joined(const RunPart& leaf, const std::vector<RunEntry>& entries) {
  std::vector<ValueId> slabs;
  for (const RunEntry& entry : entries) slabs.push_back(slab(leaf, entry));
  return slabs.size() == 1 ? slabs[0] : in_.builder.make1("Concat", slabs, {{"axis", int64_t{0}}});
}

// ---- parts

void for_each_leaf(RunPart& part, const std::function<void(RunPart&)>& f) {
  if (part.what == What::kTensor || part.what == What::kNumber) f(part);
  for (RunPart& inner : part.parts) for_each_leaf(inner, f);
}

bool has_leaves(const RunPart& part) {
  return part.what == What::kTensor || part.what == What::kNumber ||
         std::any_of(part.parts.begin(), part.parts.end(), has_leaves);
}

bool is_mutable(const RunPart& part) {
  return part.what == What::kParts &&
         (!is(part.like, Kind::kTuple) || std::any_of(part.parts.begin(), part.parts.end(), is_mutable));
}

Value stack_of(Interp& in, ValueId content) {
  Value stack = in.tensors->made(content);
  in.entangle(in.tensors->storage(stack), in.user_span());
  return stack;
}

void hold(Interp& in, const Value& tensor) {
  for (StorageObj* storage : memory_of(in, in.tensors->storage(tensor))) in.entangle(storage, in.user_span());
}

void freeze(Interp& in, const Value& v, Span at) {
  if (is(v, Kind::kInstance)) {
    if (as<InstanceObj>(v)->attrs) freeze(in, Value::of(as<InstanceObj>(v)->attrs), at);
  } else if (is(v, Kind::kList) || is(v, Kind::kDict)) {
    in.journal.keep(v.obj, v.obj->frozen);
    v.obj->frozen = true;
    in.frozen_at[v.obj] = at;
  }
}

bool interleaved(Interp& in, const RunObj& run, RunPart& out) {
  if (run.rate == 1) return out = run.items[0], true;
  std::vector<RunEntry> entries;
  for (const RunPart& part : run.items) entries.push_back({{}, &part, run.length});
  RunForms forms(in);
  Dim total = in.session.dims.mul(run.length, in.session.dims.constant(run.rate));
  forms.stack = [&](const RunPart& leaf, const std::vector<RunEntry>& all) {
    std::vector<ValueId> columns;
    for (const RunEntry& entry : all)
      columns.push_back(in.builder.make1("Unsqueeze", {forms.slab(leaf, entry), in.builder.constant(Constant::of_ints({1}))}));
    Dims dims = leaf.type.dims;
    dims.insert(dims.begin(), total);
    return stack_of(in, in.builder.reshape(in.builder.make1("Concat", columns, {{"axis", int64_t{1}}}), dims));
  };
  RunPart form;
  if (!forms.form(entries, form)) return false;
  out = forms.filled(form, entries);
  return true;
}

// ---- lists that have runs

bool Interp::has_runs(const Value& v) {
  auto* list = get_if<ListObj>(v);
  if (!list || !list->may_have_runs) return false;
  for (const Value& item : list->items)
    if (is(item, Kind::kRun)) return true;
  return false;
}

// An item of a run, by the index of its iteration.
Value Interp::run_item(const RunPart& part, const Value& index) {
  switch (part.what) {
    case What::kSame: return part.like;
    case What::kTensor: return subscript(part.stacked, index);
    case What::kNumber: return from_graph_scalar(tensors->read(subscript(part.stacked, index)));
    case What::kParts: {
      std::vector<Value> parts;
      for (const RunPart& inner : part.parts) parts.push_back(run_item(inner, index));
      Value made = rebuild(*this, part.like, parts);
      freeze(*this, made, user_span());
      return made;
    }
  }
  NNSCAN_CHECK(false, "a part without a kind");
}

// All items of a list as one run, if they are alike.
std::optional<Interp::RunView> Interp::united(const ListObj* list) {
  std::vector<RunEntry> entries;
  std::deque<RunPart> made;
  Dim total = session.dims.constant(0);
  for (const Value& item : list->items) {
    auto* run = get_if<RunObj>(item);
    if (!run) {
      entries.push_back({item});
      total = session.dims.add(total, session.dims.constant(1));
      continue;
    }
    if (!run->readable() || !interleaved(*this, *run, made.emplace_back())) return std::nullopt;
    Dim length = session.dims.mul(run->length, session.dims.constant(run->rate));
    entries.push_back({{}, &made.back(), length});
    total = session.dims.add(total, length);
  }
  if (entries.size() == 1 && entries[0].part) return RunView{*entries[0].part, total};
  RunForms forms(*this);
  RunPart form;
  if (!forms.form(entries, form)) return std::nullopt;
  return RunView{forms.filled(form, entries), total};
}

std::vector<Value> Interp::added_items(const Value& iterable) {
  if (has_runs(iterable) && !as<ListObj>(iterable)->lost) return as<ListObj>(iterable)->items;
  return unpack(iterable);
}

void each_in_turn(Interp& in, const Value& iterable, FunctionRef<void(Value)> body) {
  Value items = in.force(iterable);
  if (is(items, Kind::kList) || is(items, Kind::kTuple))
    for (const Value& item : in.added_items(items)) body(item);
  else in.for_each(items, body);
}

void extend(Interp& in, ListObj* list, const Value& iterable) {
  list->may_have_runs |= in.has_runs(iterable);
  Value source = in.has_runs(iterable) ? iterable : walkable(in, iterable);
  each_in_turn(in, source, [&](Value item) {
    in.journal.touch(list);
    list->items.push_back(item);
    if (list->items.size() > in.session.options.limits.list_items)
      in.limit(Code::kLimitSize, "a list of more than " + std::to_string(in.session.options.limits.list_items) + " items",
               "an iterator without end");
    in.step();
  });
  if (Obj* lost = lost_in(source)) {
    in.journal.touch(list);
    list->lost = lost;
  }
}

Value Interp::add_runs(const Value& a, const Value& b) {
  std::vector<Value> all;
  auto add = [&](const Value& v) {
    auto* l = get_if<ListObj>(v);
    auto* t = get_if<TupleObj>(v);
    if (!(l && !l->lost) && !t) return false;
    if (l) all.insert(all.end(), l->items.begin(), l->items.end());
    else all.insert(all.end(), t->items.begin(), t->items.end());
    return true;
  };
  bool tuples = is_instance(a, types.tuple);
  if (tuples != is_instance(b, types.tuple) || !add(a) || !add(b)) return Value();
  return Value::of(list_with_runs(*this, tuples ? types.tuple : types.list, std::move(all)));
}

// The items again and again: the same objects, but for tensors, which are stacked.
Value Interp::run_repeated(const Value& v, const Value& count) {
  std::vector<Value> items;
  if (!parts_of(v, items) || items.empty()) return Value();
  RunForms forms(*this);
  Dim times = session.dims.max(to_dim(count), session.dims.constant(0));
  forms.stack = [&](const RunPart& leaf, const std::vector<RunEntry>& entries) {
    hold(*this, entries[0].item);
    Dims dims = leaf.type.dims;
    dims.insert(dims.begin(), times);
    return stack_of(*this, builder.make1("Expand", {forms.slab(leaf, entries[0]), builder.shape_value(dims)}));
  };
  auto* run = make<RunObj>(as<PoisonObj>(poison(Code::kDynamicPython, "how many items this list holds is known only when the model runs", 0, user_span())));
  run->length = times;
  run->rate = static_cast<int64_t>(items.size());
  for (const Value& item : items) {
    RunPart& part = run->items.emplace_back();
    // An object is the same one each time, and may be changed through any of them.
    if (item.is_object() && !is(item, Kind::kTensor)) {
      part.like = item;
      continue;
    }
    if (!forms.form({{item}}, part)) return Value();
    part = forms.filled(part, {{item}});
  }
  return Value::of(list_with_runs(*this, is_instance(v, types.tuple) ? types.tuple : types.list, {Value::of(run)}));
}

Value rows_of(Interp& in, const Value& tensor, ValueId stacked) {
  hold(in, tensor);
  auto* run = in.make<RunObj>(as<PoisonObj>(in.poison(
      Code::kDynamicPython, "how many tensors these are is known only when the model runs", 0, in.user_span())));
  RunPart& part = run->items.emplace_back();
  part.what = RunPart::What::kTensor;
  part.type = in.session.graph.type(stacked);
  run->length = part.type.dims.front();
  part.type.dims.erase(part.type.dims.begin());
  part.stacked = stack_of(in, stacked);
  return Value::of(list_with_runs(in, in.types.tuple, {Value::of(run)}));
}

Value numbers_of(Interp& in, ValueId stacked) {
  auto* run = in.make<RunObj>(as<PoisonObj>(in.poison(
      Code::kDynamicPython, "how many numbers these are is known only when the model runs", 0, in.user_span())));
  RunPart& part = run->items.emplace_back();
  part.what = RunPart::What::kNumber;
  const Type type = in.session.graph.type(stacked);
  part.type = Type::scalar(is_float(type.dtype) ? DType::kFloat64 : type.dtype == DType::kBool ? DType::kBool : DType::kInt64);
  run->length = type.dims.front();
  part.stacked = stack_of(in, in.builder.cast(stacked, part.type.dtype));
  return Value::of(list_with_runs(in, in.types.list, {Value::of(run)}));
}

Value Interp::unread_run(const ListObj* list) {
  PoisonObj* unread = nullptr;
  for (const Value& item : list->items)
    if (auto* run = get_if<RunObj>(item); run && (!unread || !run->readable())) unread = run->unread;
  NNSCAN_CHECK(unread, "a list with runs has one");
  return use_poison(Value::of(unread));
}

Value Interp::run_list_length(ListObj* list) {
  Dim total = session.dims.constant(0);
  for (const Value& item : list->items) {
    auto* run = get_if<RunObj>(item);
    if (run && !run->length.valid()) return use_poison(Value::of(run->unread));
    Dim count = run ? session.dims.mul(run->length, session.dims.constant(run->rate)) : session.dims.constant(1);
    total = session.dims.add(total, count);
  }
  return from_dim(total);
}

// The item at `i`, counted from the end where that is negative, of the items from `at` on.
Value Interp::run_list_item_at(const std::vector<Value>& items, size_t at, int64_t i) {
  bool from_end = i < 0;
  for (; at < items.size(); ++at) {
    const Value& item = items[from_end ? items.size() - 1 - at : at];
    auto* run = get_if<RunObj>(item);
    if (!run) {
      if (i == (from_end ? -1 : 0)) return item;
      i += from_end ? 1 : -1;
      continue;
    }
    if (!run->readable()) return use_poison(Value::of(run->unread));
    int64_t count = run->rate;
    int64_t part = from_end ? (count + i % count) % count : i % count;
    int64_t round = from_end ? (i - (part - count)) / count - 1 : i / count;
    const RunPart& form = run->items[static_cast<size_t>(part)];
    auto found = [&] { return run_item(form, Value::of(round)); };
    Value enough = compare(syntax::CompareOp::kGe, from_dim(run->length), Value::of(from_end ? -round : round + 1));
    Truth t = truth(enough);
    if (t.known() && t.is_true()) return found();
    if (auto length = session.dims.known(run->length); t.known() && length) {
      i += (from_end ? 1 : -1) * *length * count;  // too few, and known
      continue;
    }
    if (at + 1 == items.size()) {
      // Or an error, as Python's: the graph's own where there is a stack that lacks the row.
      if (!has_leaves(form)) assume("a list has an item " + std::to_string(i));
      return found();
    }
    // With too few iterations it is an item behind them; which one is known if there are none.
    if (i != (from_end ? -1 : 0) || count != 1) return use_poison(Value::of(run->unread));
    return fork_value(t.condition, found, [&] { return run_list_item_at(items, at + 1, i); });
  }
  raise(types.index_error, "list index out of range");
}

// Takes the containers out of a run of which one is asked for, so that it has an identity.
void Interp::take_out(ListObj* list, int64_t i) {
  constexpr int64_t kMost = 16;
  size_t at = 0;
  while (at < list->items.size() && !is(list->items[at], Kind::kRun)) ++at;
  if (i < static_cast<int64_t>(at) || at + 1 != list->items.size()) return;
  auto* run = as<RunObj>(list->items[at]);
  if (!run->readable() || run->rate != 1 || !is_mutable(run->items[0])) return;
  int64_t count = i - static_cast<int64_t>(at) + 1;
  if (count > kMost) return;
  std::vector<Value> items(list->items.begin(), list->items.begin() + static_cast<ptrdiff_t>(at));
  for (int64_t k = 0; k < count; ++k) {
    Value item = run_list_item_at(list->items, 0, static_cast<int64_t>(at) + k);
    thaw(item);
    items.push_back(item);
  }
  auto* rest = make<RunObj>(run->unread);
  rest->items = {run_part_slice(run->items[0], Value::of(make<SliceObj>(types.slice, Value::of(count), Value::none(), Value::none())))};
  rest->length = session.dims.max(session.dims.sub(run->length, session.dims.constant(count)), session.dims.constant(0));
  items.push_back(Value::of(rest));
  journal.touch(list);
  list->items = std::move(items);
}

void Interp::thaw(const Value& v) {
  if (is(v, Kind::kTensor) || !v.is_object()) return;
  journal.keep(v.obj, v.obj->frozen);
  v.obj->frozen = false;
  if (DictObj* own = is(v, Kind::kInstance) ? as<InstanceObj>(v)->attrs : nullptr) {
    journal.keep(own, own->frozen);
    own->frozen = false;
  }
  std::vector<Value> parts;
  if (parts_of(v, parts))
    for (const Value& part : parts)
      if (part.is_object() && part.obj->birth >= v.obj->birth) thaw(part);
}

RunPart Interp::run_part_slice(const RunPart& part, const Value& slice) {
  RunPart out = part;
  for_each_leaf(out, [&](RunPart& leaf) {
    leaf.stacked = stack_of(*this, tensors->read(subscript(leaf.stacked, slice)));
  });
  return out;
}

Value Interp::run_list_item(ListObj* list, const Value& index) {
  if (index.is_any_int()) {
    take_out(list, index.as_int());
    return run_list_item_at(list->items, 0, index.as_int());
  }
  if (auto view = united(list)) return run_item(view->part, index);
  return unread_run(list);
}

Value Interp::run_list_slice(ListObj* list, const SliceObj* s) {
  const std::vector<Value>& items = list->items;
  auto is_run = [](const Value& v) { return is(v, Kind::kRun); };
  auto leading = std::find_if(items.begin(), items.end(), is_run) - items.begin();
  auto trailing = std::find_if(items.rbegin(), items.rend(), is_run) - items.rbegin();
  bool forward = s->step.is_none() || (s->step.is_int() && s->step.i == 1);
  bool from_front = s->start.is_none() || (s->start.is_int() && s->start.i >= 0 && s->start.i <= leading);
  bool to_end = s->stop.is_none() || (s->stop.is_int() && s->stop.i < 0 && -s->stop.i <= trailing);
  if (forward && from_front && to_end) {
    auto begin = items.begin() + (s->start.is_none() ? 0 : s->start.i);
    auto end = items.end() + (s->stop.is_none() ? 0 : s->stop.i);
    return Value::of(list_with_runs(*this, list->cls, {begin, end}));
  }
  auto view = united(list);
  if (!view || !has_leaves(view->part)) return unread_run(list);
  Dim length;
  RunPart part = view->part;
  bool backward = s->start.is_none() && s->stop.is_none() && s->step.is_int() && s->step.i == -1;
  for_each_leaf(part, [&](RunPart& leaf) {
    Value rows = backward ? call(prelude_name("torch._join", "flip"), {leaf.stacked, list_of_numbers({0})})
                          : subscript(leaf.stacked, Value::of(const_cast<SliceObj*>(s)));
    leaf.stacked = stack_of(*this, tensors->read(rows));
    length = session.graph.type(tensors->read(leaf.stacked)).dims[0];
  });
  return run_list(part, length, as<RunObj>(*std::find_if(items.begin(), items.end(), is_run))->unread);
}

Value* Interp::plain_item_of_runs(ListObj* list, const Value& index) {
  if (!has_runs(Value::of(list)) || list->lost || !index.is_int()) return nullptr;
  std::vector<Value>& items = list->items;
  auto n = static_cast<int64_t>(items.size()), i = index.i;
  for (int64_t k = i < 0 ? -1 : 0; k >= -n && k < n; k += i < 0 ? -1 : 1) {
    Value& item = items[static_cast<size_t>(k < 0 ? n + k : k)];
    if (is(item, Kind::kRun)) return nullptr;
    if (k == i) return &item;
  }
  return nullptr;
}

Value Interp::list_of_numbers(std::initializer_list<int64_t> numbers) {
  std::vector<Value> items;
  for (int64_t n : numbers) items.push_back(Value::of(n));
  return list(std::move(items));
}

// A list that is one run.
Value Interp::run_list(RunPart part, Dim length, PoisonObj* unread) {
  auto* run = make<RunObj>(unread);
  run->length = length;
  run->items.push_back(std::move(part));
  return Value::of(list_with_runs(*this, types.list, {Value::of(run)}));
}

// What zip(*list) gives of a list of tuples or lists: as many lists as those have items.
std::optional<std::vector<Value>> Interp::run_columns(const ListObj* list) {
  auto view = united(list);
  if (!view || view->part.what != What::kParts || is(view->part.like, Kind::kDict) || is(view->part.like, Kind::kInstance))
    return std::nullopt;
  PoisonObj* unread = nullptr;
  for (const Value& item : list->items)
    if (auto* run = get_if<RunObj>(item)) unread = run->unread;
  std::vector<Value> columns;
  for (const RunPart& part : view->part.parts) {
    Value column = run_list(part, view->length, unread);
    column.obj->cls = types.tuple;
    columns.push_back(column);
  }
  return columns;
}

// The items between runs as lists, the runs as tuples of what they stack.
Value Interp::list_segments(const Value& v) {
  if (!has_runs(v)) return Value::none();
  std::vector<Value> segments, open;
  auto flush = [&] {
    if (!open.empty()) segments.push_back(list(std::move(open)));
    open.clear();
  };
  for (const Value& item : as<ListObj>(v)->items) {
    auto* run = get_if<RunObj>(item);
    if (!run) {
      open.push_back(item);
      continue;
    }
    if (!run->readable()) return use_poison(Value::of(run->unread));
    flush();
    std::vector<Value> stacks;
    for (const RunPart& part : run->items) {
      if (part.what != What::kTensor) return use_poison(Value::of(run->unread));
      stacks.push_back(part.stacked);
    }
    segments.push_back(tuple(std::move(stacks)));
  }
  flush();
  return list(std::move(segments));
}

}  // namespace nnscan::py
