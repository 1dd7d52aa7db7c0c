// What a loop leaves behind: the values of its last iteration, or those from before it where it
// never ran, and what it appended to lists.
#include <algorithm>

#include "frontend/python/loop.h"
#include "frontend/python/structure.h"
#include "ir/base/check.h"

namespace nnscan::py {

// The type as it is known outside: sizes that only the body knows are unknown there.
Type LoopAnalysis::outside(const Type& type) {
  Type known = type;
  for (Dim& dim : known.dims) {
    if (in_.builder.computable(dim)) continue;
    auto [at, fresh] = outer_sizes_.try_emplace(dim.index);
    if (fresh) at->second = in_.session.dims.unknown();
    dim = at->second;
  }
  return known;
}

// A value of the body as a state whose start nobody reads.
ValueId LoopAnalysis::state(ValueId next) {
  Type type = outside(in_.session.graph.type(next));
  std::vector<int64_t> least;
  for (Dim dim : type.dims) least.push_back(in_.session.dims.known(dim).value_or(0));
  ValueId init = in_.builder.constant(Constant::fill(type.dtype, least, 0));
  for (Dim& dim : type.dims)
    if (!in_.session.dims.known(dim)) dim = in_.session.dims.unknown();
  return in_.builder.add_loop_state(loop_, init, next, std::move(type));
}

Value LoopAnalysis::left_flag(Value flag) {
  if (flag.is_bool() && !flag.b) return flag;
  return in_.from_graph_scalar(
      in_.builder.add_loop_state(loop_, in_.to_graph(Value::of(false), DType::kBool),
                                 in_.to_graph(flag, DType::kBool), Type::scalar(DType::kBool)));
}

Value LoopAnalysis::left_value(const Place& place, size_t at, Carry& carry) {
  switch (carry.what) {
    case Carry::What::kFixed: return carry.entry;
    case Carry::What::kNumber: return in_.from_graph_scalar(carry.output);
    case Carry::What::kTensor: {
      Value left = in_.tensors->joined(carry.entry, carry.left, carry.output);
      if (carry.shared || carry.shared_left) {
        in_.entangle(in_.tensors->storage(left), spec_.place);
        in_.entangle(in_.tensors->storage(carry.entry), spec_.place);
      } else {
        links_.push_back({left, carry.entry});
      }
      return left;
    }
    case Carry::What::kParts: {
      std::vector<Value> parts;
      for (Carry& part : carry.parts) parts.push_back(left_value(place, at, part));
      Value left = rebuild(in_, carry.entry, parts);
      if (carry.frozen) freeze(in_, left, spec_.place);
      return left;
    }
    case Carry::What::kChanging: return left_or_entry(place, at, carry);
  }
  NNSCAN_CHECK(false, "a carry without a kind");
}

Value LoopAnalysis::left_changing(const Place& place, size_t at, Value left) {
  Interp::Exporter exporter;
  exporter.young = [&](const Obj* object) { return object->birth >= stamp_; };
  exporter.visible = [&](const Value& number) { return in_.visible_outside(number); };
  exporter.scalar = [&](Value number, DType dtype) {
    ValueId next;
    in_body([&] { next = in_.to_graph(number, dtype); });
    return in_.from_graph_scalar(state(next));
  };
  exporter.tensor = [&](Value tensor) {
    ValueId next;
    in_body([&] { next = in_.tensors->read(tensor); });
    Value out = in_.tensors->joined(tensor, tensor, state(next));
    StorageObj* storage = in_.tensors->storage(tensor);
    bool own = !in_.tensors->is_view(tensor) && storage->aliases.empty() && !storage->entangled && holders_[storage] <= 1;
    if (!own) in_.entangle(in_.tensors->storage(out), spec_.place);
    for (StorageObj* memory : older_memory(storage)) shared_.push_back({memory});
    return out;
  };
  exporter.lost = [&](const std::string& what) {
    return in_.poison(Code::kDataDependentLoop,
                      name_of(place, at) + " has no single value behind the loop: " + what + " made inside the loop",
                      0, spec_.place);
  };
  exporter.done = &rebuilt_;
  Value out = in_.exported(exporter, left);
  for (auto& [from, copy] : rebuilt_)
    if (held_twice_.count(from)) freeze(in_, copy, spec_.place);
  return out;
}

// The value behind the loop of a location whose kind changes in it.
Value LoopAnalysis::left_or_entry(const Place& place, size_t at, Carry& carry) {
  shared_.clear();
  Value left = left_changing(place, at, carry.left);
  bool ran = entered_.is_bool() && entered_.b;
  bool unread = carry.entry.is_unbound() || is(carry.entry, Kind::kUnsure);
  if (!shared_.empty() && unread && !(place.object->kind == Kind::kFrame && at == Frame::kResult)) {
    // A view of older memory: as good as that memory until that is written to.
    auto* unsure = in_.make<UnsureObj>(left, spec_.place);
    unsure->bound = ran;
    for (SharedMemory& one : shared_) unsure->memory.push_back(one);
    unsures_.push_back(unsure);
    return Value::of(unsure);
  }
  for (SharedMemory& one : shared_) in_.entangle(one.storage, spec_.place);
  if (ran) return left;
  if (place.object->kind == Kind::kFrame && at == Frame::kResult) return left;
  if (!carry.entry.is_unbound() && !is(carry.entry, Kind::kUnsure)) {
    auto* choice = in_.make<ChoiceObj>(entered_.value_id(), left, carry.entry);
    choice->loop = spec_.place;
    choices_.push_back(choice);
    return Value::of(choice);
  }
  if (is(left, Kind::kPoison) || left.is_unbound()) return left;
  return Value::of(in_.make<UnsureObj>(left, spec_.place));
}

// Of two tensors the graph makes one, once the state behind the loop stands.
void LoopAnalysis::resolve_choices() {
  auto resolve = [&](Value& v) {
    auto* choice = get_if<ChoiceObj>(v);
    if (!choice || std::find(choices_.begin(), choices_.end(), choice) == choices_.end()) return false;
    const Value &a = choice->then_value, &b = choice->else_value;
    if (!is(a, Kind::kTensor) || !is(b, Kind::kTensor) || in_.tensors->dtype(a) != in_.tensors->dtype(b)) return false;
    v = in_.select(choice->condition, a, b);
    return true;
  };
  for (Place& place : places_) {
    if (place.object->kind == Kind::kStorage) continue;
    Contents contents = Journal::capture(place.object);
    bool changed = false;
    if (auto* items = std::get_if<std::vector<Value>>(&contents))
      for (Value& v : *items) changed |= resolve(v);
    if (auto* value = std::get_if<Value>(&contents)) changed = resolve(*value);
    if (auto* table = std::get_if<Table>(&contents))
      for (TableEntry& entry : table->entries())
        if (entry.live) changed |= resolve(entry.value);
    if (!changed) continue;
    in_.journal.touch(place.object);
    Journal::restore(place.object, contents);
  }
  in_.class_changed();
}

Contents LoopAnalysis::left_contents(Place& place) {
  auto left = [&](size_t i) { return left_value(place, i, place.carries[i]); };
  auto lost = [&](const std::string& why) {
    return in_.poison(Code::kDataDependentLoop, why, 0, spec_.place).obj;
  };
  if (place.lost) {
    Obj* poison = lost(place.why.empty() ? name_of(place, 0) + " is changed by this loop in a way that a graph cannot carry"
                                         : "a list that a loop fills " + place.why);
    static_cast<PoisonObj*>(poison)->hint = way_out(place.why);
    *lost_slot(place.object) = poison;
    return place.entry;
  }
  switch (place.object->kind) {
    case Kind::kStorage:
      return place.carries[0].what == Carry::What::kTensor ? place.carries[0].output : std::get<ValueId>(place.entry);
    case Kind::kCell: return left(0);
    case Kind::kSet: case Kind::kIterator: return place.entry;
    case Kind::kDict: {
      Table table = std::get<Table>(place.entry);
      size_t i = 0;
      for (TableEntry& entry : table.entries())
        if (entry.live) entry.value = left(i++);
      auto* dict = static_cast<DictObj*>(place.object);
      dict->lost = place.was_lost;
      if (!place.more_keys) return table;
      for (const TableEntry& entry : std::get<Table>(place.next).entries()) {
        if (!entry.live || table.find(entry.key, entry.hash, [&](const Value& key) { return in_.equal(key, entry.key); })) continue;
        bool ran = entered_.is_bool() && entered_.b;
        Value v = ran ? left_changing(place, 0, entry.value)
                      : Value::of(lost("it is set in this loop, which may never run"));
        table.insert_new(entry.key, entry.hash, v);
      }
      return table;
    }
    default: break;
  }
  std::vector<Value> items;
  for (size_t i = 0; i < place.carries.size(); ++i) items.push_back(left(i));
  if (place.object->kind == Kind::kList) static_cast<ListObj*>(place.object)->lost = place.was_lost;
  return items;
}

// Whether nothing writes to the memory of a tensor behind the iteration that keeps it: what is
// older than the loop must not have changed in it, and must not from now on.
bool LoopAnalysis::keeps_content(const Value& tensor) {
  for (StorageObj* storage : older_memory(in_.tensors->storage(tensor))) {
    for (const Place& place : places_)
      if (place.object == storage) return false;
    in_.entangle(storage, spec_.place);
  }
  return true;
}

}  // namespace nnscan::py
