// What a loop leaves behind: the values of its last iteration, or those from before it where it
// never ran, and what it appended to lists.
#include "frontend/python/loop.h"
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
      if (carry.shared) {
        in_.tensors->storage(left)->entangled = true;
        in_.tensors->storage(carry.entry)->entangled = true;
      } else {
        links_.push_back({left, carry.entry});
      }
      return left;
    }
    case Carry::What::kParts: {
      std::vector<Value> parts;
      for (Carry& part : carry.parts) parts.push_back(left_value(place, at, part));
      return rebuild(carry.entry, parts);
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
    in_.tensors->storage(out)->entangled = true;
    for (StorageObj* memory : older_memory(in_.tensors->storage(tensor))) shared_.push_back({memory});
    return out;
  };
  exporter.lost = [&](const std::string& what) {
    return in_.poison(Code::kDataDependentLoop,
                      name_of(place, at) + " has no single value behind the loop: " + what + " made inside the loop",
                      0, spec_.place);
  };
  return in_.exported(exporter, left);
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
  for (SharedMemory& one : shared_) one.storage->entangled = true;
  if (ran) return left;
  if (place.object->kind == Kind::kFrame && at == Frame::kResult) return left;
  if (!carry.entry.is_unbound() && !is(carry.entry, Kind::kUnsure))
    return Value::of(in_.make<ChoiceObj>(entered_.value_id(), left, carry.entry));
  if (is(left, Kind::kPoison) || left.is_unbound()) return left;
  return Value::of(in_.make<UnsureObj>(left, spec_.place));
}

Contents LoopAnalysis::left_contents(Place& place) {
  auto left = [&](size_t i) { return left_value(place, i, place.carries[i]); };
  auto lost = [&](const std::string& why) {
    return in_.poison(Code::kDataDependentLoop, why, 0, spec_.place).obj;
  };
  if (place.lost) {
    Obj* poison = lost(name_of(place, 0) + " is changed by this loop in a way that a graph cannot carry");
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

// What the iterations appended to a list, stacked. Called behind the last state.
void LoopAnalysis::scan(Place& place, Dim iterations) {
  if (!place.grows || place.lost) return;
  auto lose = [&](const std::string& why) {
    place.run = nullptr;
    static_cast<ListObj*>(place.object)->lost =
        in_.poison(Code::kDataDependentLoop, "a list that this loop fills " + why, 0, spec_.place).obj;
  };
  // What an inner loop appended to the same list is one run with what the others append.
  auto* inner = place.appended.size() == 1 ? get_if<RunObj>(place.appended[0]) : nullptr;
  if (inner && (!inner->length.valid() || !in_.builder.computable(inner->length)))
    return lose("gets another number of items in each iteration");
  std::vector<ValueId> items;
  for (const Value& v : inner ? inner->stacked : place.appended) {
    if (is(v, Kind::kRun)) return lose("is filled by an inner loop as well");
    if (!is(v, Kind::kTensor)) return lose("holds a " + in_.type_name(v) + "; only tensors can be collected");
    if (!keeps_content(v)) return lose("holds a tensor that changes afterwards");
    ValueId item;
    in_body([&] { item = in_.tensors->read(v); });
    const Type& type = in_.session.graph.type(item);
    bool one_size = type.ranked;
    for (Dim dim : type.dims) one_size &= in_.builder.computable(dim);
    if (!one_size) return lose("holds tensors whose sizes differ from iteration to iteration");
    items.push_back(item);
  }
  auto* run = in_.make<RunObj>(as<PoisonObj>(in_.poison(
      Code::kDataDependentLoop, "how many items this list holds depends on a loop", 0, spec_.place)));
  run->unread->hint = "stack or concatenate them, or take single ones by index";
  run->length = inner ? in_.session.dims.mul(iterations, inner->length) : iterations;
  for (ValueId item : items) {
    ValueId all = in_.builder.add_loop_scan(loop_, item, iterations);
    if (inner) {
      Dims dims = in_.session.graph.type(all).dims;
      dims.erase(dims.begin());
      dims[0] = run->length;
      all = in_.builder.reshape(all, dims);
    }
    run->stacked.push_back(in_.tensors->made(all));
  }
  place.run = run;
}

// Whether nothing writes to the memory of a tensor behind the iteration that keeps it: what is
// older than the loop must not have changed in it, and must not from now on.
bool LoopAnalysis::keeps_content(const Value& tensor) {
  for (StorageObj* storage : older_memory(in_.tensors->storage(tensor))) {
    for (const Place& place : places_)
      if (place.object == storage) return false;
    storage->entangled = true;
  }
  return true;
}

}  // namespace nnscan::py
