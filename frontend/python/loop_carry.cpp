// What a loop carries: how the start of an iteration comes to cover what iterations leave.
#include <algorithm>

#include "frontend/python/loop.h"
#include "ir/base/check.h"

namespace nnscan::py {

namespace {

std::optional<DType> number_kind(const Value& v) {
  if (v.tag == Tag::kBool || v.tag == Tag::kSymBool) return DType::kBool;
  if (v.tag == Tag::kInt || v.tag == Tag::kSymInt) return DType::kInt64;
  if (v.tag == Tag::kFloat || v.tag == Tag::kSymFloat) return DType::kFloat64;
  return std::nullopt;
}

bool same_text(const Value& a, const Value& b) {
  auto *x = get_if<StrObj>(a), *y = get_if<StrObj>(b);
  return x && y && x->text == y->text;
}

// The values inside a container that may be made anew in each iteration; false: it is none.
bool parts_of(const Value& v, std::vector<Value>& parts) {
  parts.clear();
  auto add_table = [&](const Table& table) {
    for (const TableEntry& entry : table.entries())
      if (entry.live) parts.push_back(entry.value);
  };
  if (auto* tuple = get_if<TupleObj>(v)) {
    parts = tuple->items;
  } else if (auto* list = get_if<ListObj>(v)) {
    if (list->lost || list->may_have_runs) return false;
    parts = list->items;
  } else if (auto* dict = get_if<DictObj>(v)) {
    if (dict->lost) return false;
    add_table(dict->table);
  } else if (auto* instance = get_if<InstanceObj>(v)) {
    if (!instance->attrs || !instance->payload.is_unbound()) return false;
    add_table(instance->attrs->table);
  } else {
    return false;
  }
  return true;
}

const Table* table_of(const Value& v) {
  if (auto* dict = get_if<DictObj>(v)) return &dict->table;
  if (auto* instance = get_if<InstanceObj>(v)) return instance->attrs ? &instance->attrs->table : nullptr;
  return nullptr;
}

bool same_keys(const Table& a, const Table& b) {
  std::vector<const TableEntry*> x, y;
  for (const TableEntry& entry : a.entries())
    if (entry.live) x.push_back(&entry);
  for (const TableEntry& entry : b.entries())
    if (entry.live) y.push_back(&entry);
  return std::equal(x.begin(), x.end(), y.begin(), y.end(), [](const TableEntry* p, const TableEntry* q) {
    return p->key.identical(q->key) || same_text(p->key, q->key);
  });
}

// Containers of one class that hold as much under the same names.
bool alike(const Value& a, const Value& b) {
  if (!a.is_object() || !b.is_object() || a.obj->kind != b.obj->kind || a.obj->cls != b.obj->cls) return false;
  std::vector<Value> x, y;
  if (!parts_of(a, x) || !parts_of(b, y) || x.size() != y.size()) return false;
  const Table *s = table_of(a), *t = table_of(b);
  return !s || same_keys(*s, *t);
}

}  // namespace

void LoopAnalysis::collect_states(Carry& carry, std::vector<Builder::LoopState>& states, std::vector<Carry*>& leaves) {
  for (Carry& part : carry.parts) collect_states(part, states, leaves);
  if (carry.what != Carry::What::kNumber && carry.what != Carry::What::kTensor) return;
  ValueId entry = entry_value(carry);
  carry.entry_type = in_.session.graph.type(entry);
  if (carry.what == Carry::What::kTensor && !carry.typed) {
    carry.type = carry.entry_type;
    carry.typed = true;
  }
  states.push_back({entry, carry.type});
  leaves.push_back(&carry);
}

ValueId LoopAnalysis::entry_value(const Carry& carry) {
  if (carry.content.valid()) return carry.content;
  if (carry.what == Carry::What::kNumber) return in_.to_graph(carry.entry, carry.type.dtype);
  return in_.tensors->read(carry.entry);
}

// ---- the start of an iteration

// A value of which no use is allowed: was_read() tells whether there was one.
Value LoopAnalysis::unread(std::string message) {
  Value p = in_.poison(Code::kDataDependentLoop, std::move(message), 0, spec_.place);
  as<PoisonObj>(p)->hint = "give it a value of its later kind before the loop";
  unread_.push_back(as<PoisonObj>(p));
  return p;
}

Contents LoopAnalysis::start_contents(Place& place) {
  auto start = [&](size_t i) {
    // Nobody reads what was not returned yet.
    if (place.object->kind == Kind::kFrame && i == Frame::kResult && place.carries[i].entry.is_unbound()) return Value();
    return start_value(place.carries[i], name_of(place, i));
  };
  if (place.lost) {
    Obj* poison = unread(name_of(place, 0) + " changes from iteration to iteration in a way that a graph cannot carry").obj;
    *lost_slot(place.object) = poison;
    return place.entry;
  }
  switch (place.object->kind) {
    case Kind::kStorage:
      return place.carries[0].what == Carry::What::kTensor ? place.carries[0].param : std::get<ValueId>(place.entry);
    case Kind::kCell: return start(0);
    case Kind::kDict: {
      Table table = std::get<Table>(place.entry);
      size_t i = 0;
      for (TableEntry& entry : table.entries())
        if (entry.live) entry.value = start(i++);
      if (place.more_keys)
        static_cast<DictObj*>(place.object)->lost = unread("a dict gets new keys in this loop").obj;
      return table;
    }
    default: break;
  }
  std::vector<Value> items;
  for (size_t i = 0; i < place.carries.size(); ++i) items.push_back(start(i));
  if (place.grows) {
    auto* list = static_cast<ListObj*>(place.object);
    Value p = unread("a list is read in the loop that fills it");
    as<PoisonObj>(p)->hint = "keep what is needed of the iterations before in variables of its own";
    place.run = in_.make<RunObj>(as<PoisonObj>(p));
    list->may_have_runs = true;
    items.push_back(Value::of(place.run));
  }
  return items;
}

Value LoopAnalysis::start_value(Carry& carry, const std::string& name) {
  switch (carry.what) {
    case Carry::What::kFixed: carry.start = carry.entry; break;
    case Carry::What::kNumber:
      carry.start = in_.from_graph_scalar(carry.param);
      if (carry.start.tag == Tag::kSymInt && carry.lower)
        in_.session.dims.symbol_info(*in_.session.dims.as_symbol(carry.start.dim())).lower = *carry.lower;
      break;
    case Carry::What::kTensor: {
      carry.start = in_.tensors->joined(carry.entry, carry.entry, carry.param);
      if (carry.shared) {
        in_.tensors->storage(carry.start)->entangled = true;
        break;
      }
      // In the first iteration it is the very tensor from before the loop.
      ValueId zero = in_.builder.constant(Constant::scalar_int(0));
      ValueId iteration = in_.session.graph.blocks[body_].params[0];
      in_.tensors->link(carry.start, carry.entry, in_.builder.make1("Equal", {iteration, zero}), true);
      break;
    }
    case Carry::What::kParts: {
      std::vector<Value> parts;
      for (Carry& part : carry.parts) parts.push_back(start_value(part, name));
      carry.start = rebuild(carry.entry, parts);
      break;
    }
    case Carry::What::kChanging:
      carry.start = unread(carry.entry.is_unbound()
                               ? name + " has no value before this loop"
                               : name + " is a " + in_.type_name(carry.entry) + " before this loop, and a " +
                                     in_.type_name(carry.left) + " behind an iteration");
      break;
  }
  return carry.start;
}

// A container as `like`, of other parts.
Value LoopAnalysis::rebuild(const Value& like, const std::vector<Value>& parts) {
  if (is(like, Kind::kTuple)) return Value::of(in_.make_tuple(like.obj->cls, parts));
  if (is(like, Kind::kList)) return Value::of(in_.make<ListObj>(like.obj->cls, parts));
  const Table* table = table_of(like);
  auto* dict = in_.make<DictObj>(is(like, Kind::kDict) ? like.obj->cls : in_.types.dict);
  dict->table = *table;
  size_t i = 0;
  for (TableEntry& entry : dict->table.entries())
    if (entry.live) entry.value = parts[i++];
  if (is(like, Kind::kDict)) return Value::of(dict);
  auto* instance = in_.make<InstanceObj>(like.obj->cls);
  instance->attrs = dict;
  return Value::of(instance);
}

// ---- what an iteration leaves

std::string LoopAnalysis::name_of(const Place& place, size_t at) {
  switch (place.object->kind) {
    case Kind::kFrame: {
      const syntax::Scope* scope = static_cast<Frame*>(place.object)->code;
      if (at == Frame::kResult) return "the returned value";
      return scope && at >= Frame::kControlCount ? "`" + in_.text(scope->locals[at - Frame::kControlCount]) + "`" : "a variable";
    }
    case Kind::kDict: {
      size_t i = 0;
      for (const TableEntry& entry : std::get<Table>(place.entry).entries())
        if (entry.live && i++ == at)
          if (auto* key = get_if<StrObj>(entry.key)) return "`" + key->text + "`";
      return "an item of a dict";
    }
    case Kind::kList: return "a list's item";
    case Kind::kCell: return "a variable of an enclosing function";
    case Kind::kIterator: return "an iterator";
    case Kind::kSet: return "a set";
    default: return "a value";
  }
}

bool LoopAnalysis::cover(Place& place) {
  Contents next = Journal::capture(place.object);
  place.next = next;
  if (place.lost) return false;
  auto lose = [&] {
    place.lost = true;
    return true;
  };
  auto first_carries = [&](const std::vector<Value>& entries) {
    if (!place.carries.empty()) return;
    for (const Value& v : entries) {
      Carry carry;
      carry.entry = v;
      place.carries.push_back(std::move(carry));
    }
  };
  bool wider = false;
  switch (place.object->kind) {
    case Kind::kStorage: {
      if (place.carries.empty()) {
        Carry carry;
        carry.content = std::get<ValueId>(place.entry);
        place.carries.push_back(std::move(carry));
      }
      Carry& carry = place.carries[0];
      carry.next = std::get<ValueId>(next);
      if (carry.what == Carry::What::kFixed) {
        if (carry.next == carry.content) return false;
        NNSCAN_CHECK(carry.content.valid(), "a storage begins with a content");
        carry.what = Carry::What::kTensor;
        return true;
      }
      return cover_type(carry, carry.next);
    }
    case Kind::kCell:
      first_carries({std::get<Value>(place.entry)});
      return cover(place.carries[0], std::get<Value>(next));
    case Kind::kSet:
      return same_keys(std::get<Table>(place.entry), std::get<Table>(next)) ? false : lose();
    case Kind::kIterator: return std::get<int64_t>(place.entry) == std::get<int64_t>(next) ? false : lose();
    case Kind::kDict: {
      std::vector<Value> entries;
      const Table& before = std::get<Table>(place.entry);
      Table& after = std::get<Table>(next);
      for (const TableEntry& entry : before.entries())
        if (entry.live) entries.push_back(entry.value);
      first_carries(entries);
      size_t i = 0;
      for (const TableEntry& entry : before.entries()) {
        if (!entry.live) continue;
        TableEntry* now = after.find(entry.key, entry.hash, [&](const Value& key) { return in_.equal(key, entry.key); });
        if (!now) return lose();
        wider |= cover(place.carries[i++], now->value);
      }
      if (after.size() != before.size() && !place.more_keys) place.more_keys = wider = true;
      return wider;
    }
    default: break;
  }
  const auto& before = std::get<std::vector<Value>>(place.entry);
  const auto& after = std::get<std::vector<Value>>(next);
  if (after.size() < before.size()) return lose();
  if (place.grows && (after.size() == before.size() || !after[before.size()].identical(Value::of(place.run)))) return lose();
  first_carries(before);
  for (size_t i = 0; i < before.size(); ++i) {
    // How control leaves is the loop's own matter, but for what is returned.
    if (place.object->kind == Kind::kFrame && i < Frame::kResult) continue;
    wider |= cover(place.carries[i], after[i]);
  }
  place.appended.assign(after.begin() + static_cast<ptrdiff_t>(before.size() + (place.grows ? 1 : 0)), after.end());
  if (after.size() > before.size() && !place.grows) place.grows = wider = true;
  return wider;
}

// Whether the carry had to be widened. Called in the body, behind the iteration.
bool LoopAnalysis::cover(Carry& carry, Value next) {
  carry.left = next;
  switch (carry.what) {
    case Carry::What::kFixed:
      if (carry.entry.identical(next) || same_text(carry.entry, next)) return false;
      become(carry, next);
      return true;
    case Carry::What::kChanging: return false;
    case Carry::What::kNumber: {
      if (number_kind(next) != carry.type.dtype) break;
      carry.next = in_.to_graph(next, carry.type.dtype);
      if (carry.type.dtype != DType::kInt64 || !carry.lower) return false;
      DimRange range = in_.session.dims.range(in_.to_dim(next));
      if (range.lower && *range.lower >= *carry.lower) return false;
      carry.lower.reset();
      return true;
    }
    case Carry::What::kTensor:
      if (!is(next, Kind::kTensor) || in_.tensors->dtype(next) != carry.type.dtype) break;
      carry.next = in_.tensors->read(next);
      return cover_type(carry, carry.next);
    case Carry::What::kParts: {
      if (!alike(carry.entry, next)) break;
      std::vector<Value> parts;
      parts_of(next, parts);
      bool wider = false;
      for (size_t i = 0; i < parts.size(); ++i) wider |= cover(carry.parts[i], parts[i]);
      return wider;
    }
  }
  carry.what = Carry::What::kChanging;
  carry.parts.clear();
  return true;
}

// The least that covers both what was there before the loop and what the first iteration left.
void LoopAnalysis::become(Carry& carry, Value next) {
  std::optional<DType> kind = number_kind(carry.entry);
  if (kind && kind == number_kind(next)) {
    carry.what = Carry::What::kNumber;
    carry.type = Type::scalar(*kind);
    if (*kind == DType::kInt64) carry.lower = in_.session.dims.range(in_.to_dim(carry.entry)).lower;
    cover(carry, next);
  } else if (is(carry.entry, Kind::kTensor) && is(next, Kind::kTensor) &&
             in_.tensors->dtype(carry.entry) == in_.tensors->dtype(next)) {
    carry.what = Carry::What::kTensor;  // of its own type first: open() looks at it
    carry.type.dtype = in_.tensors->dtype(carry.entry);
  } else if (alike(carry.entry, next) && next.obj->birth >= stamp_) {
    carry.what = Carry::What::kParts;
    std::vector<Value> parts;
    parts_of(carry.entry, parts);
    for (const Value& v : parts) {
      Carry part;
      part.entry = v;
      carry.parts.push_back(std::move(part));
    }
    cover(carry, next);
  } else {
    carry.what = Carry::What::kChanging;
  }
}

bool LoopAnalysis::cover_type(Carry& carry, ValueId next) {
  const Type after = in_.session.graph.type(next);
  if (!carry.type.ranked) return false;
  if (!after.ranked || after.rank() != carry.type.rank()) {
    carry.type = Type::unranked(carry.type.dtype);
    return true;
  }
  const Type& entry = carry.entry_type;
  bool wider = false;
  for (size_t i = 0; i < after.rank(); ++i) wider |= cover_dim(carry.type.dims[i], entry.dims[i], after.dims[i]);
  return wider;
}

bool LoopAnalysis::cover_dim(Dim& dim, Dim entry, Dim next) {
  DimPool& dims = in_.session.dims;
  auto least = [&](Dim d) { return std::max<int64_t>(0, dims.range(d).lower.value_or(0)); };
  if (dim == entry) {
    if (next == entry) return false;
    auto [known, fresh] = varying_.try_emplace({entry.index, next.index});
    if (fresh) {
      known->second = dims.unknown();
      dims.symbol_info(*dims.as_symbol(known->second)).lower = std::min(least(entry), least(next));
    }
    dim = known->second;
    return true;
  }
  // Sizes that were one so far must go on as one.
  auto [known, fresh] = next_sizes_.try_emplace(dim.index, next);
  if (!fresh && known->second != next) {
    dim = dims.unknown();
    return true;
  }
  DimSymbol& symbol = dims.symbol_info(*dims.as_symbol(dim));
  if (least(next) >= symbol.lower) return false;
  symbol.lower = 0;
  return true;
}

// ---- memory

// All tensors that outlive the iteration: those of states, and others.
void LoopAnalysis::tensors_of(Carry& carry, std::vector<Carry*>& states, std::vector<Value>& others) {
  if (carry.what == Carry::What::kTensor && !carry.content.valid()) return states.push_back(&carry);
  for (Carry& part : carry.parts) tensors_of(part, states, others);
  if (carry.what != Carry::What::kChanging) return;
  std::vector<Value> open{carry.left}, parts;
  for (size_t guard = 0; !open.empty() && guard < 10'000; ++guard) {
    Value v = open.back();
    open.pop_back();
    if (is(v, Kind::kTensor)) others.push_back(v);
    if (is(v, Kind::kInstance) && v.obj->birth < stamp_) continue;
    if (parts_of(v, parts)) open.insert(open.end(), parts.begin(), parts.end());
  }
}

// Finds the tensors that the next iteration starts with and whose memory may be that of another
// one: those must not be written to. True if one was not known to be.
bool LoopAnalysis::find_shared() {
  std::vector<Carry*> states;
  std::vector<Value> others;
  for (Place& place : places_) {
    for (Carry& carry : place.carries) tensors_of(carry, states, others);
    for (const Value& v : place.appended)
      if (is(v, Kind::kTensor)) others.push_back(v);
  }
  std::map<StorageObj*, int> owners;
  for (Carry* carry : states) ++owners[in_.tensors->storage(carry->left)];
  for (const Value& v : others) ++owners[in_.tensors->storage(v)];
  bool news = false;
  for (Carry* carry : states) {
    StorageObj* storage = in_.tensors->storage(carry->left);
    bool clean = storage->birth >= stamp_ && !in_.tensors->is_view(carry->left) && storage->aliases.empty() &&
                 !storage->entangled && owners[storage] == 1 && storage != in_.tensors->storage(carry->start);
    if (clean || carry->shared) continue;
    carry->shared = news = true;
    for (StorageObj* other : older_memory(storage)) other->entangled = true;
  }
  return news;
}

// The storages from before the loop that this one is, or may be on some path.
std::vector<StorageObj*> LoopAnalysis::older_memory(StorageObj* storage) {
  std::vector<StorageObj*> met{storage}, older;
  for (size_t i = 0; i < met.size(); ++i) {
    if (met[i]->birth < stamp_) older.push_back(met[i]);
    for (const StorageObj::Alias& alias : met[i]->aliases) {
      StorageObj* other = in_.tensors->storage(Value::of(alias.other));
      if (std::find(met.begin(), met.end(), other) == met.end()) met.push_back(other);
    }
  }
  return older;
}

}  // namespace nnscan::py
