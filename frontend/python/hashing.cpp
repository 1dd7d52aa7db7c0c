// Hashing, and the dicts and sets that stand on it.
#include <algorithm>
#include <cmath>

#include "frontend/python/keys.h"
#include "frontend/python/open_text.h"
#include "frontend/python/wide.h"

namespace nnscan::py {

bool is_unknown_key(const Value& key) {
  auto* tuple = get_if<TupleObj>(key);
  return key.is_symbolic() || (tuple && std::any_of(tuple->items.begin(), tuple->items.end(), is_unknown_key));
}

namespace {

Value refuse_key(Interp& in) {
  return in.refuse(Code::kDynamicPython, "a number that is known only when the model runs is used as a key",
                   "look up with a known key, or index a tensor instead");
}

}  // namespace

uint64_t Interp::hash(const Value& v) {
  auto mix = [](uint64_t h) { return (h ^ (h >> 31)) * 0x9e3779b97f4a7c15ull | 1; };
  switch (v.tag) {
    case Tag::kNone: return 0x5bd1;
    case Tag::kEllipsis: return 0x5bd3;
    case Tag::kBool: case Tag::kInt: return mix(static_cast<uint64_t>(v.as_int()));
    case Tag::kFloat:
      if (v.f == std::floor(v.f) && std::fabs(v.f) < 9.2233720368547e18) return mix(static_cast<uint64_t>(static_cast<int64_t>(v.f)));
      return mix(std::hash<double>{}(v.f));
    case Tag::kSymInt: case Tag::kSymFloat: case Tag::kSymBool:
      refuse_key(*this);
      return 1;
    case Tag::kUnbound: case Tag::kNotImplemented: return 0x5bd7;
    case Tag::kObject: break;
  }
  uint64_t address = mix(reinterpret_cast<uintptr_t>(v.obj) >> 4);
  switch (v.obj->kind) {
    case Kind::kStr: {
      Value* hook = v.obj->cls == types.str ? nullptr : class_lookup(v.obj->cls, names().hash);
      if (hook && is(*hook, Kind::kFunction)) break;
      look_at_text(*this, as<StrObj>(v)->text);
      return as<StrObj>(v)->hash();
    }
    case Kind::kBytes: return std::hash<std::string>{}(as<BytesObj>(v)->data) | 1;
    case Kind::kBigInt: case Kind::kComplex: return wide_hash(*this, v);
    case Kind::kTuple: {
      uint64_t h = 0x345678;
      for (const Value& item : as<TupleObj>(v)->items) h = (h ^ hash(force(item))) * 1000003;
      return h | 1;
    }
    case Kind::kSet:
      if (v.obj->cls == types.frozenset) {
        uint64_t h = 0x9871;
        for (const TableEntry& e : as<SetObj>(v)->table.entries())
          if (e.live) h += e.hash * 3;
        return mix(h);
      }
      [[fallthrough]];
    case Kind::kList: case Kind::kDict: case Kind::kSlice: {
      Value* hook = class_lookup(v.obj->cls, names().hash);
      if (hook && is(*hook, Kind::kFunction)) break;
      raise(types.type_error, "unhashable type: '" + type_name(v) + "'");
    }
    case Kind::kBoundMethod:
      return mix(hash(as<BoundMethodObj>(v)->self) ^ hash(as<BoundMethodObj>(v)->function));
    case Kind::kInstance: break;
    default: return address;
  }
  ClassObj* cls = v.obj->cls;
  if (Value* hook = class_lookup(cls, names().hash); hook && !is(*hook, Kind::kNative)) {
    if (hook->is_none()) raise(types.type_error, "unhashable type: '" + type_name(v) + "'");
    Value out = call(bind(*hook, v, cls), {});
    return mix(static_cast<uint64_t>(index_of(out)));
  }
  if (is(v, Kind::kInstance) && !as<InstanceObj>(v)->payload.is_unbound()) return hash(as<InstanceObj>(v)->payload);
  return address;
}

// ---- dicts and sets

void Interp::look(const Value& container, const Value* key) {
  Obj* lost = nullptr;
  if (auto* l = get_if<ListObj>(container)) {
    lost = l->lost;
    if (!lost && l->may_have_runs)
      for (const Value& item : l->items)
        if (auto* run = get_if<RunObj>(item)) lost = run->unread;
  }
  if (auto* d = get_if<DictObj>(container)) lost = d->lost;
  if (auto* s = get_if<SetObj>(container)) lost = s->lost;
  if (lost) use_poison(Value::of(lost));
  if (!pending_imports_.empty() && container.is_object() && container.obj->birth == 0) complete(container, key);
}

void Interp::look_whole(const Value& dict) {
  look(dict);
  if (!has_uneven_dicts_ || !is(dict, Kind::kDict)) return;
  for (const TableEntry& entry : as<DictObj>(dict)->table.entries())
    if (auto* poison = get_if<PoisonObj>(entry.value); poison && entry.live && poison->is_on_one_path)
      use_poison(entry.value);
}

TableEntry* Interp::find_entry(DictObj* d, Symbol key) {
  StrObj* k = str(key);
  return d->table.find(Value::of(k), k->hash(), [&](const Value& other) {
    auto* s = get_if<StrObj>(other);
    return s && s->text == k->text;
  });
}

Value* Interp::find(DictObj* d, const Value& key) {
  Value k = force(key);
  if (is_unknown_key(k)) return heap.make<Value>(refuse_key(*this));  // whatever is there, or not
  TableEntry* e = d->table.find(k, hash(k), [&](const Value& other) { return equal(k, other); });
  return e ? &e->value : nullptr;
}

void Interp::put(DictObj* d, Symbol key, Value v) {
  journal.touch(d);
  if (Value* found = find(d, key)) {
    *found = v;
    return;
  }
  StrObj* k = str(key);
  d->table.insert_new(Value::of(k), k->hash(), v);
}

void Interp::put(DictObj* d, const Value& key, Value v) {
  journal.touch(d);
  Value k = force(key);
  if (is_unknown_key(k)) k = refuse_key(*this);  // a key that equals no other
  uint64_t h = hash(k);
  if (TableEntry* e = d->table.find(k, h, [&](const Value& other) { return equal(k, other); })) {
    e->value = v;
    return;
  }
  d->table.insert_new(k, h, v);
}

bool Interp::remove(DictObj* d, const Value& key) {
  Value k = force(key);
  if (is_unknown_key(k)) return refuse_key(*this), true;
  TableEntry* e = d->table.find(k, hash(k), [&](const Value& other) { return equal(k, other); });
  if (!e) return false;
  journal.touch(d);
  d->table.erase(d->table.find(k, hash(k), [&](const Value& other) { return equal(k, other); }));
  return true;
}

bool Interp::add(SetObj* s, const Value& key) {
  Value k = force(key);
  if (is_unknown_key(k)) k = refuse_key(*this);
  uint64_t h = hash(k);
  if (s->table.find(k, h, [&](const Value& other) { return equal(k, other); })) return false;
  journal.touch(s);
  s->table.insert_new(k, h, Value::none());
  return true;
}

bool Interp::has(SetObj* s, const Value& key) {
  Value k = force(key);
  if (is_unknown_key(k)) return refuse_key(*this), true;
  return s->table.find(k, hash(k), [&](const Value& other) { return equal(k, other); }) != nullptr;
}

}  // namespace nnscan::py
