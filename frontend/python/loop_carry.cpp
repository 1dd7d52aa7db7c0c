// What a loop carries: how the start of an iteration comes to cover what iterations leave.
#include <algorithm>

#include "frontend/python/loop.h"
#include "frontend/python/structure.h"
#include "ir/base/check.h"

namespace nnscan::py {

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
  if (carry.rows) {
    Dims dims = carry.rows->dims;
    dims.insert(dims.begin(), in_.session.dims.constant(0));
    ValueId zero = in_.builder.constant(Constant::fill(carry.rows->dtype, {}, 0));
    return in_.builder.make1("Expand", {zero, in_.builder.shape_value(dims)});
  }
  if (carry.content.valid()) return carry.content;
  if (carry.what == Carry::What::kNumber) return in_.to_graph(carry.entry, carry.type.dtype);
  return in_.tensors->read(carry.entry);
}

// ---- the start of an iteration

static bool same_kind(Interp& in, const auto& carry) {
  return !carry.entry.is_unbound() && in.type_name(carry.entry) == in.type_name(carry.left);
}

static std::string changing(Interp& in, const auto& carry, const std::string& name) {
  if (carry.entry.is_unbound()) return name + " has no value before this loop";
  std::string before = in.type_name(carry.entry), after = in.type_name(carry.left);
  if (before == after) return name + " is another " + after + " after each iteration, which a graph cannot carry";
  return name + " is a " + before + " before this loop, and a " + after + " behind an iteration";
}

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
    Obj* poison = unread(place.why.empty() ? name_of(place, 0) + " changes from iteration to iteration in a way that a graph cannot carry"
                                           : "a list that this loop fills and reads " + place.why).obj;
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
  if (place.grows) items.push_back(start_run(place));
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
        in_.entangle(in_.tensors->storage(carry.start), spec_.place);
        for (StorageObj* storage : carry.memory) in_.entangle(storage, spec_.place);
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
      carry.start = rebuild(in_, carry.entry, parts);
      if (carry.frozen) freeze(in_, carry.start, spec_.place);
      break;
    }
    case Carry::What::kChanging:
      carry.start = unread(changing(in_, carry, name));
      carry.unread = as<PoisonObj>(carry.start);
      if (same_kind(in_, carry))
        carry.unread->hint = "carry a tensor or a number from iteration to iteration";
      break;
  }
  return carry.start;
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
    wider |= start_regrowing(place, i, after[i]) || cover(place.carries[i], after[i]);
  }
  place.appended.assign(after.begin() + static_cast<ptrdiff_t>(before.size() + (place.grows ? 1 : 0)), after.end());
  if (after.size() > before.size() && !place.grows) place.grows = wider = true;
  return place.grows ? cover_growth(place) || wider : wider;
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

namespace {

// The tensors in a value, and the containers made since `stamp`.
void inside_of(const Value& value, uint32_t stamp, std::vector<Value>& tensors, std::vector<Value>* containers) {
  std::vector<Value> open{value}, parts;
  for (size_t guard = 0; !open.empty() && guard < 10'000; ++guard) {
    Value v = open.back();
    open.pop_back();
    if (is(v, Kind::kTensor)) tensors.push_back(v);
    if (auto* run = get_if<RunObj>(v))
      for (RunPart& part : run->items) for_each_leaf(part, [&](RunPart& leaf) { tensors.push_back(leaf.stacked); });
    if (auto* list = get_if<ListObj>(v); list && list->may_have_runs) open.insert(open.end(), list->items.begin(), list->items.end());
    if (is(v, Kind::kInstance) && v.obj->birth < stamp) continue;
    if (!parts_of(v, parts)) continue;
    if (containers && v.obj->birth >= stamp && !is(v, Kind::kTuple)) containers->push_back(v);
    open.insert(open.end(), parts.begin(), parts.end());
  }
}

}  // namespace

// All tensors that outlive the iteration: those of states, and others.
void LoopAnalysis::tensors_of(Carry& carry, std::vector<Carry*>& states, std::vector<Value>& others) {
  if (carry.what == Carry::What::kTensor && !carry.content.valid()) return states.push_back(&carry);
  for (Carry& part : carry.parts) tensors_of(part, states, others);
  if (carry.what == Carry::What::kChanging) inside_of(carry.left, stamp_, others, nullptr);
}

void LoopAnalysis::visit_carries(const std::function<void(Carry&)>& f) {
  std::function<void(Carry&)> visit = [&](Carry& carry) {
    f(carry);
    for (Carry& part : carry.parts) visit(part);
  };
  for (Place& place : places_)
    for (Carry& carry : place.carries) visit(carry);
}

// Finds the tensors that the next iteration starts with and whose memory may be that of another
// one: those must not be written to. True if one was not known to be. Where the next iteration does
// not read such a tensor at all, there is nothing to be said of it; that is tried first.
bool LoopAnalysis::find_shared() {
  std::vector<Carry*> states;
  std::vector<Value> dead, appended;
  for (Place& place : places_) {
    for (Carry& carry : place.carries) tensors_of(carry, states, dead);
    for (const Value& v : place.appended) inside_of(v, stamp_, appended, nullptr);
  }
  std::map<StorageObj*, int> owners, dead_owners;
  for (Carry* carry : states) ++owners[in_.tensors->storage(carry->left)];
  for (const Value& v : appended) ++owners[in_.tensors->storage(v)];
  for (const Value& v : dead) ++dead_owners[in_.tensors->storage(v)];
  holders_ = owners;
  for (auto [storage, times] : dead_owners) holders_[storage] += times;
  bool news = false;
  for (Carry* carry : states) {
    StorageObj* storage = in_.tensors->storage(carry->left);
    bool own = storage->birth >= stamp_ && !in_.tensors->is_view(carry->left) && storage->aliases.empty() &&
               !storage->entangled && owners[storage] == 1 && storage != in_.tensors->storage(carry->start);
    carry->shared_left = !own || dead_owners[storage] > 0;
    if (own || carry->shared) continue;
    news = true;
    if (carry->need == Carry::Need::kUnknown) {
      carry->need = Carry::Need::kNone;
      carry->what = Carry::What::kChanging;
      continue;
    }
    carry->shared = true;
    carry->memory = older_memory(storage);
  }
  return news;
}

// Finds the tensors of which it was tried to do without at the start of an iteration, in vain.
bool LoopAnalysis::find_needed() {
  std::set<const Obj*> kept;
  std::vector<Value> open, parts;
  auto keep = [&](const Contents& contents) {
    if (auto* items = std::get_if<std::vector<Value>>(&contents)) open.insert(open.end(), items->begin(), items->end());
    if (auto* table = std::get_if<Table>(&contents))
      for (const TableEntry& entry : table->entries())
        if (entry.live) open.push_back(entry.value);
    if (auto* value = std::get_if<Value>(&contents)) open.push_back(*value);
  };
  bool tried = false;
  visit_carries([&](Carry& carry) { tried |= carry.need == Carry::Need::kNone; });
  if (!tried) return false;
  for (const Saved& saved : in_.journal.changed()) keep(Journal::capture(saved.object));
  for (size_t guard = 0; !open.empty() && guard < 100'000; ++guard) {
    Value v = open.back();
    open.pop_back();
    if (is(v, Kind::kPoison)) kept.insert(v.obj);
    if (auto* choice = get_if<ChoiceObj>(v)) open.insert(open.end(), {choice->then_value, choice->else_value});
    if (auto* list = get_if<ListObj>(v); list && list->may_have_runs) open.insert(open.end(), list->items.begin(), list->items.end());
    if (is(v, Kind::kInstance) && v.obj->birth < stamp_) continue;
    if (parts_of(v, parts)) open.insert(open.end(), parts.begin(), parts.end());
  }
  bool needed = false;
  visit_carries([&](Carry& carry) {
    if (carry.need != Carry::Need::kNone || !carry.unread) return;
    if (carry.unread->report == 0 && !kept.count(carry.unread)) return;
    carry.need = Carry::Need::kReal;
    carry.what = Carry::What::kTensor;
    needed = true;
  });
  return needed;
}

// Finds the containers of the body that outlive it under more than one name: those that take
// their place in the next iteration, and behind the loop, are several, of which none is to change.
bool LoopAnalysis::find_held_twice() {
  std::map<Obj*, int> holders;
  std::vector<Carry*> carried;
  std::vector<Value> tensors;
  auto count = [&](const Value& v) {
    std::vector<Value> containers;
    inside_of(v, stamp_, tensors, &containers);
    for (const Value& c : containers) ++holders[c.obj];
  };
  std::function<void(Carry&)> visit = [&](Carry& carry) {
    if (carry.what == Carry::What::kParts && !is(carry.left, Kind::kTuple)) {
      ++holders[carry.left.obj];
      carried.push_back(&carry);
    }
    for (Carry& part : carry.parts) visit(part);
    if (carry.what == Carry::What::kChanging) count(carry.left);
  };
  for (Place& place : places_) {
    for (Carry& carry : place.carries) visit(carry);
    for (const Value& v : place.appended) count(v);
  }
  held_twice_.clear();
  for (auto [object, times] : holders)
    if (times > 1) held_twice_.insert(object);
  bool news = false;
  for (Carry* carry : carried) {
    if (!held_twice_.count(carry->left.obj) || carry->frozen) continue;
    carry->frozen = news = true;
  }
  return news;
}

// The storages from before the loop that this one is, or may be on some path.
std::vector<StorageObj*> LoopAnalysis::older_memory(StorageObj* storage) {
  std::vector<StorageObj*> older = memory_of(in_, storage);
  std::erase_if(older, [&](const StorageObj* one) { return one->birth >= stamp_; });
  return older;
}

}  // namespace nnscan::py
