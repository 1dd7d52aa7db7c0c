// Subscripts of built-in containers, len(), and slices. Tensors bring their own __getitem__.
#include <algorithm>

#include "frontend/python/interp.h"
#include "frontend/python/open_text.h"
#include "frontend/python/utf8.h"

namespace nnscan::py {

int64_t Interp::index_of(const Value& v) {
  if (v.is_any_int()) return v.as_int();
  if (is(v, Kind::kInstance)) {
    auto* instance = as<InstanceObj>(v);
    if (instance->payload.is_any_int()) return instance->payload.as_int();
    Value out;
    if (try_special(v, names().index, {}, out)) return index_of(out);
  }
  if (is(v, Kind::kTensor)) {
    Value out;
    if (try_special(v, names().index, {}, out) && !is(out, Kind::kTensor)) return index_of(out);
  }
  if (v.tag == Tag::kSymInt || v.tag == Tag::kSymBool) {
    refuse(Code::kDynamicPython, "a Python container or count needs a known integer here, not `" + to_str(v) + "`",
           "give the size by --input");
    raise(types.type_error, "an integer that is known only when the model runs");
  }
  if (is(v, Kind::kBigInt)) raise(types.overflow_error, "cannot fit 'int' into an index-sized integer");
  raise(types.type_error, "'" + type_name(v) + "' object cannot be interpreted as an integer");
}

Interp::SliceBounds Interp::slice_bounds(const SliceObj* s, int64_t length) {
  int64_t step = s->step.is_none() ? 1 : index_of(s->step);
  if (step == 0) raise(types.value_error, "slice step cannot be zero");
  auto clamp = [&](const Value& v, int64_t fallback) {
    if (v.is_none()) return fallback;
    int64_t i = index_of(v);
    if (i < 0) i += length;
    return step > 0 ? std::clamp<int64_t>(i, 0, length) : std::clamp<int64_t>(i, -1, length - 1);
  };
  int64_t start = clamp(s->start, step > 0 ? 0 : length - 1);
  int64_t stop = clamp(s->stop, step > 0 ? length : -1);
  int64_t count = 0;
  if (step > 0 && start < stop) count = (stop - start - 1) / step + 1;
  if (step < 0 && start > stop) count = (start - stop - 1) / -step + 1;
  return {start, stop, step, count};
}

namespace {

std::vector<Value> sliced(std::span<const Value> items, const Interp::SliceBounds& b) {
  std::vector<Value> out;
  out.reserve(static_cast<size_t>(b.count));
  for (int64_t i = 0; i < b.count; ++i) out.push_back(items[static_cast<size_t>(b.start + i * b.step)]);
  return out;
}

}  // namespace

// items[k] for a k known only when the model runs: one branch for each item.
Value Interp::select_item(const std::vector<Value>& items, const Value& k, size_t at) {
  int64_t n = static_cast<int64_t>(items.size());
  if (at == items.size()) raise(types.index_error, "list index out of range");
  Dim dim = k.dim();
  DimRange range = session.dims.range(dim);
  Value hit = compare(syntax::CompareOp::kEq, k, Value::of(at));
  if (!range.lower || *range.lower < 0) {
    Value from_end = compare(syntax::CompareOp::kEq, k, Value::of(static_cast<int64_t>(at) - n));
    Truth a = truth(hit), b = truth(from_end);
    if (!a.known() && !b.known())
      hit = Value::sym_bool(builder.make1("Or", {a.condition, b.condition}));
  }
  Truth t = truth(hit);
  if (t.known()) return t.is_true() ? items[at] : select_item(items, k, at + 1);
  return fork_value(t.condition, [&] { return items[at]; }, [&] { return select_item(items, k, at + 1); });
}

Value Interp::subscript(Value object, Value index) {
  object = force(object);
  index = force(index);
  if (is(index, Kind::kPoison)) return use_poison(index);
  if (auto* choice = get_if<ChoiceObj>(index))
    return distribute(choice, [&](Value v) { return subscript(object, v); });
  if (!object.is_object()) raise(types.type_error, "'" + type_name(object) + "' object is not subscriptable");
  Value* hook = object.obj->cls ? class_lookup(object.obj->cls, names().getitem) : nullptr;
  if (hook && is(*hook, Kind::kFunction)) return call(*hook, {object, index});
  return subscript_builtin(object, index);
}

Value Interp::subscript_builtin(Value object, Value index) {
  switch (object.obj->kind) {
    case Kind::kList: case Kind::kTuple: {
      if (has_runs(object) && !as<ListObj>(object)->lost) {
        if (auto* s = get_if<SliceObj>(index)) return run_list_slice(as<ListObj>(object), s);
        return run_list_item(as<ListObj>(object), is(index, Kind::kTensor) ? call_method(index, "__index__") : index);
      }
      look(object);
      std::span<const Value> items = items_in(object);
      if (auto* s = get_if<SliceObj>(index)) {
        std::vector<Value> part = sliced(items, slice_bounds(s, static_cast<int64_t>(items.size())));
        if (is(object, Kind::kList)) return list(std::move(part));
        // torch.Size keeps its class through slicing; other tuples give a plain one.
        ClassObj* cls = object.obj->cls->attrs && find(object.obj->cls->attrs, symbol("__slice_keeps_class__"))
                            ? object.obj->cls : types.tuple;
        return Value::of(make_tuple(cls, part));
      }
      if (is(index, Kind::kTensor)) {
        Value plain;
        if (try_special(index, names().index, {}, plain)) index = plain;
      }
      if (index.tag == Tag::kSymInt) return select_item({items.begin(), items.end()}, index, 0);
      if (index.tag == Tag::kSymBool) return select_item({items.begin(), items.end()}, from_dim(to_dim(index)), 0);
      int64_t i = index_of_or_raise(object, index);
      if (i < 0) i += static_cast<int64_t>(items.size());
      if (i < 0 || i >= static_cast<int64_t>(items.size()))
        raise(types.index_error, std::string(is(object, Kind::kList) ? "list" : "tuple") + " index out of range");
      return items[static_cast<size_t>(i)];
    }
    case Kind::kDict: {
      look(object, &index);
      if (Value* found = find(as<DictObj>(object), index)) return *found;
      Value out, args[] = {index};
      if (object.obj->cls != types.dict && try_special(object, names().missing, args, out)) return out;
      for (const TableEntry& entry : as<DictObj>(object)->table.entries())  // it may be this key
        if (entry.live && is(entry.key, Kind::kPoison)) return use_poison(entry.key);
      raise_value(call(Value::of(types.key_error), {index}));
    }
    case Kind::kStr: {
      const std::string& s = as<StrObj>(object)->text;
      if (is_open_text(s)) return refuse_open_text(*this, s);
      const bool ascii = is_ascii(s);
      if (auto* slice = get_if<SliceObj>(index); slice && ascii) {
        SliceBounds b = slice_bounds(slice, static_cast<int64_t>(s.size()));
        if (b.step == 1) return str(s.substr(static_cast<size_t>(b.start), static_cast<size_t>(b.count)));
        std::string out;
        for (int64_t i = 0; i < b.count; ++i) out += s[static_cast<size_t>(b.start + i * b.step)];
        return str(std::move(out));
      } else if (slice) {
        std::vector<std::string_view> chars = utf8_chars(s);
        SliceBounds b = slice_bounds(slice, static_cast<int64_t>(chars.size()));
        std::string out;
        for (int64_t i = 0; i < b.count; ++i) out += chars[static_cast<size_t>(b.start + i * b.step)];
        return str(std::move(out));
      }
      std::vector<std::string_view> chars;
      if (!ascii) chars = utf8_chars(s);
      auto count = static_cast<int64_t>(ascii ? s.size() : chars.size());
      int64_t i = index_of_or_raise(object, index);
      if (i < 0) i += count;
      if (i < 0 || i >= count) raise(types.index_error, "string index out of range");
      if (ascii) return character(std::string_view(s).substr(static_cast<size_t>(i), 1));
      return str(std::string(chars[static_cast<size_t>(i)]));
    }
    case Kind::kRange: {
      auto* r = as<RangeObj>(object);
      if (!r->known()) return refuse(Code::kDynamicPython, "an item of a range of unknown length");
      if (auto* s = get_if<SliceObj>(index)) {
        SliceBounds b = slice_bounds(s, r->length());
        return Value::of(make<RangeObj>(types.range, Value::of(r->start.i + b.start * r->step.i),
                                        Value::of(r->start.i + b.stop * r->step.i), Value::of(r->step.i * b.step)));
      }
      int64_t i = index_of(index);
      if (i < 0) i += r->length();
      if (i < 0 || i >= r->length()) raise(types.index_error, "range object index out of range");
      return Value::of(r->start.i + i * r->step.i);
    }
    case Kind::kClass: {
      auto* cls = as<ClassObj>(object);
      if (Value* meta = class_lookup(cls->cls, names().getitem)) return call(*meta, {object, index});
      if (Value* item = class_lookup(cls, names().class_getitem))
        return call(bind(*item, Value(), cls), {index});
      // `list[int]`, `Sequence[T]`: an annotation, whose parameters nobody asks for.
      return object;
    }
    case Kind::kBytes: {
      const std::string& s = as<BytesObj>(object)->data;
      if (auto* slice = get_if<SliceObj>(index)) {
        SliceBounds b = slice_bounds(slice, static_cast<int64_t>(s.size()));
        std::string out;
        for (int64_t i = 0; i < b.count; ++i) out += s[static_cast<size_t>(b.start + i * b.step)];
        return Value::of(make<BytesObj>(types.bytes, std::move(out)));
      }
      int64_t i = index_of(index);
      if (i < 0) i += static_cast<int64_t>(s.size());
      if (i < 0 || i >= static_cast<int64_t>(s.size())) raise(types.index_error, "index out of range");
      return Value::of(static_cast<int64_t>(static_cast<unsigned char>(s[static_cast<size_t>(i)])));
    }
    case Kind::kPoison: return use_poison(object);
    case Kind::kChoice:
      return distribute(as<ChoiceObj>(object), [&](Value v) { return subscript(v, index); });
    default: break;
  }
  if (Value* hook = class_lookup(class_of(object), names().getitem)) {
    Value method = *hook, args[] = {object, index};
    return call(method, args);
  }
  raise(types.type_error, "'" + type_name(object) + "' object is not subscriptable");
}

bool Interp::overrides(const Value& object, std::string_view name) {
  Value* found = class_lookup(class_of(object), symbol(name));
  return found != nullptr && !is(*found, Kind::kNative);
}

void Interp::set_item(DictObj* d, const Value& key, Value v) {
  if (d->cls != types.dict && overrides(Value::of(d), "__setitem__"))
    set_subscript(Value::of(d), key, v);
  else
    put(d, key, v);
}

int64_t Interp::index_of_or_raise(const Value& object, const Value& index) {
  if (index.is_any_int()) return index.as_int();
  if (is(index, Kind::kBigInt)) raise(types.index_error, "cannot fit 'int' into an index-sized integer");
  if (!is(index, Kind::kInstance) && !is(index, Kind::kTensor) && !index.is_symbolic())
    raise(types.type_error, type_name(object) + " indices must be integers or slices, not " + type_name(index));
  return index_of(index);
}

void Interp::set_subscript(Value object, Value index, Value v) {
  object = force(object);
  index = force(index);
  if (is(object, Kind::kPoison)) {
    use_poison(object);
    return;
  }
  if (auto* choice = get_if<ChoiceObj>(object)) {
    distribute(choice, [&](Value o) {
      set_subscript(o, index, v);
      return Value::none();
    });
    return;
  }
  Value* hook = object.is_object() && object.obj->cls ? class_lookup(object.obj->cls, names().setitem) : nullptr;
  if (hook && (is(*hook, Kind::kFunction) || !(is(object, Kind::kList) || is(object, Kind::kDict)))) {
    Value args[] = {object, index, v};
    call(*hook, args);
    return;
  }
  set_subscript_builtin(object, index, v);
}

void Interp::set_subscript_builtin(Value object, Value index, Value v) {
  if (auto* l = get_if<ListObj>(object)) {
    if (Value* item = plain_item_of_runs(l, index)) {
      journal.touch(l);
      *item = v;
      return;
    }
    look(object);
    if (auto* s = get_if<SliceObj>(index)) {
      std::vector<Value> with = unpack(v);
      SliceBounds b = slice_bounds(s, static_cast<int64_t>(l->items.size()));
      journal.touch(l);
      if (b.step == 1) {
        auto begin = l->items.begin() + b.start;
        l->items.erase(begin, begin + b.count);
        l->items.insert(l->items.begin() + b.start, with.begin(), with.end());
        return;
      }
      if (static_cast<int64_t>(with.size()) != b.count)
        raise(types.value_error, "attempt to assign sequence of size " + std::to_string(with.size()) +
                                     " to extended slice of size " + std::to_string(b.count));
      for (int64_t i = 0; i < b.count; ++i) l->items[static_cast<size_t>(b.start + i * b.step)] = with[static_cast<size_t>(i)];
      return;
    }
    int64_t i = index_of_or_raise(object, index);
    if (i < 0) i += static_cast<int64_t>(l->items.size());
    if (i < 0 || i >= static_cast<int64_t>(l->items.size())) raise(types.index_error, "list assignment index out of range");
    journal.touch(l);
    l->items[static_cast<size_t>(i)] = v;
    return;
  }
  if (auto* d = get_if<DictObj>(object)) {
    if (d->filled_by_calls) note_overwriting(d, index, v);
    put(d, index, v);
    return;
  }
  raise(types.type_error, "'" + type_name(object) + "' object does not support item assignment");
}

void Interp::del_subscript(Value object, Value index) {
  object = force(object);
  index = force(index);
  if (is(object, Kind::kPoison)) {
    use_poison(object);
    return;
  }
  Value* hook = object.is_object() && object.obj->cls ? class_lookup(object.obj->cls, names().delitem) : nullptr;
  if (hook && is(*hook, Kind::kFunction)) {
    call(*hook, {object, index});
    return;
  }
  del_subscript_builtin(object, index);
}

void Interp::del_subscript_builtin(Value object, Value index) {
  if (auto* l = get_if<ListObj>(object)) {
    look(object);
    journal.touch(l);
    if (auto* s = get_if<SliceObj>(index)) {
      SliceBounds b = slice_bounds(s, static_cast<int64_t>(l->items.size()));
      std::vector<Value> kept;
      std::vector<bool> gone(l->items.size(), false);
      for (int64_t i = 0; i < b.count; ++i) gone[static_cast<size_t>(b.start + i * b.step)] = true;
      for (size_t i = 0; i < gone.size(); ++i)
        if (!gone[i]) kept.push_back(l->items[i]);
      l->items = std::move(kept);
      return;
    }
    int64_t i = index_of_or_raise(object, index);
    if (i < 0) i += static_cast<int64_t>(l->items.size());
    if (i < 0 || i >= static_cast<int64_t>(l->items.size())) raise(types.index_error, "list assignment index out of range");
    l->items.erase(l->items.begin() + i);
    return;
  }
  if (auto* d = get_if<DictObj>(object)) {
    look(object);
    if (!remove(d, index)) raise_value(call(Value::of(types.key_error), {index}));
    return;
  }
  raise(types.type_error, "'" + type_name(object) + "' object doesn't support item deletion");
}

std::optional<int64_t> Interp::length(const Value& v) {
  if (!v.is_object()) return std::nullopt;
  switch (v.obj->kind) {
    case Kind::kList: look(v); return static_cast<int64_t>(as<ListObj>(v)->items.size());
    case Kind::kTuple: return static_cast<int64_t>(as<TupleObj>(v)->items.size());
    case Kind::kDict: look_whole(v); return static_cast<int64_t>(as<DictObj>(v)->table.size());
    case Kind::kSet: look(v); return static_cast<int64_t>(as<SetObj>(v)->table.size());
    case Kind::kStr: return static_cast<int64_t>(utf8_length(look_at_text(*this, as<StrObj>(v)->text)));
    case Kind::kBytes: return static_cast<int64_t>(as<BytesObj>(v)->data.size());
    case Kind::kRange:
      if (as<RangeObj>(v)->known()) return as<RangeObj>(v)->length();
      return std::nullopt;
    default: return std::nullopt;
  }
}

Value Interp::len(Value v) {
  v = force(v);
  if (is(v, Kind::kPoison)) return use_poison(v);
  if (auto* choice = get_if<ChoiceObj>(v)) return distribute(choice, [&](Value x) { return len(x); });
  if (v.is_object() && v.obj->cls) {
    Value* hook = class_lookup(v.obj->cls, names().len);
    if (hook && (is(*hook, Kind::kFunction) || is(v, Kind::kTensor))) return call(bind(*hook, v, v.obj->cls), {});
  }
  if (has_runs(v) && !as<ListObj>(v)->lost) return run_list_length(as<ListObj>(v));
  if (auto known = length(v)) return Value::of(*known);
  if (auto* r = get_if<RangeObj>(v)) {
    // ceil((stop - start) / step), not below zero
    Value span = binary(syntax::BinaryOp::kSub, r->stop, r->start);
    Value count = unary(syntax::UnaryOp::kMinus, binary(syntax::BinaryOp::kFloorDiv, unary(syntax::UnaryOp::kMinus, span), r->step));
    return from_dim(session.dims.max(to_dim(count), session.dims.constant(0)));
  }
  Value out;
  if (v.is_object() && try_special(v, names().len, {}, out)) return out;
  raise(types.type_error, "object of type '" + type_name(v) + "' has no len()");
}

}  // namespace nnscan::py
