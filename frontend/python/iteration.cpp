// Iteration: iter(), next(), and taking all items at once.
#include "frontend/python/interp.h"
#include "frontend/python/open_text.h"
#include "frontend/python/runs.h"

namespace nnscan::py {

namespace {

// Containers are walked by position; entries that died under the walk are skipped.
const TableEntry* next_entry(const Table& table, int64_t& position) {
  const auto& entries = table.entries();
  while (position < static_cast<int64_t>(entries.size())) {
    const TableEntry& entry = entries[position++];
    if (entry.live) return &entry;
  }
  return nullptr;
}

// The byte length of the UTF-8 character that starts with this byte.
size_t char_length(unsigned char lead) {
  if (lead < 0x80) return 1;
  if (lead < 0xe0) return 2;
  return lead < 0xf0 ? 3 : 4;
}

}  // namespace

Value Interp::iterate(Value iterable) {
  iterable = force(iterable);
  if (!iterable.is_object()) raise(types.type_error, "'" + type_name(iterable) + "' object is not iterable");
  using Over = IteratorObj::Over;
  auto over = [&](Over kind) {
    auto* it = make<IteratorObj>(types.iterator, iterable);
    it->over = kind;
    return Value::of(it);
  };
  if (has_unknown_length(iterable)) return over(Over::kUnknown);
  const bool plain = iterable.obj->cls == types.list || iterable.obj->cls == types.tuple ||
                     iterable.obj->cls == types.iterator || iterable.obj->cls == types.range;
  // A class may say how its instances are walked, subclasses of containers included.
  if (iterable.obj->cls && !plain) {
    Value* hook = class_lookup(iterable.obj->cls, names().iter);
    if (hook && is(*hook, Kind::kFunction)) return call(*hook, {iterable});
    if (hook && is(*hook, Kind::kNative) && is(iterable, Kind::kTensor)) return call(*hook, {iterable});
  }
  switch (iterable.obj->kind) {
    case Kind::kList:
      look(iterable);
      if (Obj* lost = as<ListObj>(iterable)->lost) return Value::of(lost);
      return over(Over::kSequence);
    case Kind::kTuple: look(iterable); return over(Over::kSequence);
    case Kind::kDict: case Kind::kSet: look_whole(iterable); return over(Over::kKeys);
    case Kind::kStr: return over(Over::kStr);
    case Kind::kRange: {
      Value it = over(Over::kRange);
      as<IteratorObj>(it)->length = as<RangeObj>(iterable)->length();
      return it;
    }
    case Kind::kIterator: case Kind::kGenerator: return iterable;
    case Kind::kPoison: return use_poison(iterable);
    case Kind::kChoice: {
      Value items = distribute(as<ChoiceObj>(iterable), [&](Value v) { return tuple(unpack(v)); });
      if (is(items, Kind::kChoice))
        return refuse(Code::kBranchMismatch, "how many items there are here depends on which path was taken",
                      "give both paths as many");
      return iterate(items);
    }
    default: break;
  }
  ClassObj* cls = class_of(iterable);
  if (class_lookup(cls, names().getitem)) return over(Over::kObject);
  raise(types.type_error, "'" + type_name(iterable) + "' object is not iterable");
}

// A tuple of two, in the one that the loop takes apart again or in one of its own.
Value Interp::pair(const Value& first, const Value& second, LoopTuple* reused) {
  if (!reused) return tuple({first, second});
  if (!reused->tuple || reused->tuple->items.size() != 2) {
    reused->items = heap.room_for<Value>(2);
    reused->tuple = make<TupleObj>(types.tuple, reused->items, 2);
  }
  reused->items[0] = first;
  reused->items[1] = second;
  return Value::of(reused->tuple);
}

bool Interp::next(Value iterator, Value& out, LoopTuple* reused) {
  auto* it = get_if<IteratorObj>(iterator);
  if (!it) {
    iterator = force(iterator);
    if (is(iterator, Kind::kIterator)) return next(iterator, out, reused);
    if (is(iterator, Kind::kPoison)) {
      use_poison(iterator);
      return false;
    }
    if (auto* g = get_if<GeneratorObj>(iterator)) return resume(g, Value(), out);
    try {
      if (!try_special(iterator, names().next, {}, out))
        raise(types.type_error, "'" + type_name(iterator) + "' object is not an iterator");
      return true;
    } catch (Raise& raised) {
      if (is_instance(raised.exception, types.stop_iteration)) return false;
      throw;
    }
  }
  if (it->lost) {
    use_poison(Value::of(it->lost));
    return false;
  }
  journal.touch(it);
  using Over = IteratorObj::Over;
  switch (it->over) {
    case Over::kSequence: {
      std::span<const Value> items = items_in(it->source);
      if (it->position >= static_cast<int64_t>(items.size())) return false;
      out = items[it->position++];
      return true;
    }
    case Over::kKeys: case Over::kValues: case Over::kItems: {
      const Table& table = is(it->source, Kind::kSet) ? as<SetObj>(it->source)->table : as<DictObj>(it->source)->table;
      if (it->position == IteratorObj::kEnd) return false;
      if (table.size() != it->size) {
        it->size = SIZE_MAX;  // for good
        raise(types.runtime_error, std::string(is(it->source, Kind::kSet) ? "Set" : "dictionary") + " changed size during iteration");
      }
      const TableEntry* entry = next_entry(table, it->position);
      if (!entry) {
        it->position = IteratorObj::kEnd;
        return false;
      }
      out = it->over == Over::kKeys ? entry->key : entry->value;
      if (it->over == Over::kItems) out = pair(entry->key, entry->value, reused);
      return true;
    }
    case Over::kRange: {
      auto* range = as<RangeObj>(it->source);
      if (it->position >= it->length) return false;
      out = Value::of(range->start.i + it->position++ * range->step.i);
      return true;
    }
    case Over::kStr: {
      const std::string& s = as<StrObj>(it->source)->text;
      if (is_open_text(s)) return refuse_open_text(*this, s), false;
      if (it->position >= static_cast<int64_t>(s.size())) return false;
      size_t length = char_length(static_cast<unsigned char>(s[it->position]));
      out = character(std::string_view(s).substr(static_cast<size_t>(it->position), length));
      it->position += static_cast<int64_t>(length);
      return true;
    }
    case Over::kEnumerate: {
      Value item;
      if (!next(it->parts[0], item)) return false;
      out = pair(Value::of(it->source.i + it->position++), item, reused);
      return true;
    }
    case Over::kZip: {
      if (it->parts.size() == 2 && !it->strict) {
        Value first, second;
        if (!next(it->parts[0], first) || !next(it->parts[1], second)) return false;
        out = pair(first, second, reused);
        return true;
      }
      std::vector<Value> items;
      for (size_t i = 0; i < it->parts.size(); ++i) {
        Value item;
        if (next(it->parts[i], item)) {
          if (it->strict && i > 0 && items.size() < i) raise(types.value_error, "zip() argument lengths differ");
          items.push_back(item);
          continue;
        }
        if (it->strict && i > 0) raise(types.value_error, "zip() argument " + std::to_string(i + 1) + " is shorter than argument 1");
        if (it->strict)
          for (size_t j = 1; j < it->parts.size(); ++j)
            if (Value more; next(it->parts[j], more))
              raise(types.value_error, "zip() argument " + std::to_string(j + 1) + " is longer than argument 1");
        return false;
      }
      if (items.empty()) return false;
      out = tuple(std::move(items));
      return true;
    }
    case Over::kMap: {
      std::vector<Value> items;
      for (const Value& part : it->parts) {
        Value item;
        if (!next(part, item)) return false;
        items.push_back(item);
      }
      out = call(it->source, items);
      return true;
    }
    case Over::kFilter: {
      Value item;
      while (next(it->parts[0], item)) {
        Value keep = it->source.is_none() ? item : call(it->source, {item});
        if (is_true(keep)) {
          out = item;
          return true;
        }
      }
      return false;
    }
    case Over::kReversed: {
      if (has_unknown_length(it->source)) return next(Value::of(iterate(it->source).obj), out);
      if (auto* range = get_if<RangeObj>(it->source)) {
        if (it->position >= range->length()) return false;
        out = Value::of(range->start.i + (range->length() - 1 - it->position++) * range->step.i);
        return true;
      }
      std::span<const Value> items = items_in(it->source);
      if (it->position >= static_cast<int64_t>(items.size())) return false;
      out = items[items.size() - 1 - it->position++];
      return true;
    }
    case Over::kCallable: {
      Value item = call(it->source, {});
      if (equal(item, it->parts[0])) return false;
      out = item;
      return true;
    }
    case Over::kUnknown:
      if (has_runs(it->source)) it->lost = unread_run(as<ListObj>(it->source)).obj;
      else
        it->lost = refuse(Code::kDataDependentLoop, "all items are taken here, and their number depends on a symbolic size or on data",
                          "go through them in a `for` statement, or give fixed sizes by --input").obj;
      return false;
    case Over::kObject:
      try {
        out = subscript(it->source, Value::of(it->position));
        ++it->position;
        return true;
      } catch (Raise& raised) {
        if (is_instance(raised.exception, types.index_error)) return false;
        throw;
      }
  }
  return false;
}

Obj* lost_in(const Value& iterator) {
  auto* it = get_if<IteratorObj>(iterator);
  if (!it) return is(iterator, Kind::kPoison) ? iterator.obj : nullptr;
  Obj* lost = it->lost;
  for (size_t i = 0; !lost && i < it->parts.size(); ++i) lost = lost_in(it->parts[i]);
  return lost;
}

Value walkable(Interp& in, Value iterable) {
  iterable = in.force(iterable);
  auto* list = get_if<ListObj>(iterable);
  bool uneven = is(iterable, Kind::kChoice) || (list && (list->lost || in.has_runs(iterable)));
  return uneven ? in.iterate(iterable) : iterable;
}

void Interp::for_each(Value iterable, FunctionRef<void(Value)> body) {
  Value iterator = iterate(iterable);
  Value item;
  while (next(iterator, item)) body(item);
}

std::vector<Value> Interp::unpack(Value iterable) {
  iterable = force(iterable);
  std::vector<Value> items;
  // Of a container of the built-in classes nothing is asked.
  const bool is_tuple = is(iterable, Kind::kTuple) && iterable.obj->cls == types.tuple;
  const bool is_list = is(iterable, Kind::kList) && iterable.obj->cls == types.list;
  if (is_tuple || (is_list && !has_runs(iterable))) {
    look(iterable);
    is_tuple ? items.assign(as<TupleObj>(iterable)->items.begin(), as<TupleObj>(iterable)->items.end())
             : void(items = as<ListObj>(iterable)->items);
    return items;
  }
  for_each(iterable, [&](Value v) {
    items.push_back(v);
    if (items.size() > session.options.limits.list_items)
      limit(Code::kLimitSize, "more than " + std::to_string(session.options.limits.list_items) + " items are collected here",
            "an iterator without end");
    step();
  });
  return items;
}

}  // namespace nnscan::py
