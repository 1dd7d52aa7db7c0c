#include "frontend/torch/copy_key.h"

#include <algorithm>
#include <bit>

namespace nnscan::torch {

using py::as;
using py::Kind;
using py::Tag;
using py::Value;

namespace {

constexpr size_t kMostObjects = 48;  // that are looked into
constexpr size_t kMostBytes = 4096;

}  // namespace

bool CopyKey::add(const py::Obj* callee, const py::Args& args) {
  append(callee);
  append(args.positional.size());
  for (const Value& v : args.positional)
    if (!add(v)) return false;
  for (const py::Keyword& k : args.keywords) {
    append(k.name.index);
    if (!add(k.value)) return false;
  }
  return text_.size() <= kMostBytes;
}

bool CopyKey::add(const Value& v) {
  if (text_.size() > kMostBytes) return false;
  append(v.tag);
  switch (v.tag) {
    case Tag::kNone: case Tag::kEllipsis: case Tag::kNotImplemented: return true;
    case Tag::kBool: case Tag::kInt: return append(v.as_int()), true;
    case Tag::kFloat: return append(std::bit_cast<uint64_t>(v.as_double())), true;
    case Tag::kObject: break;
    default: return false;
  }
  const py::Obj* object = v.obj;
  append(object->kind);
  if (object->kind == Kind::kStr && object->cls == in_.types.str) {
    const std::string& text = as<py::StrObj>(v)->text;
    append(text.size());
    text_ += text;
    return true;
  }
  if (object->kind == Kind::kDType) return append(object), true;
  if (object->birth < since_) {
    if (object->kind != Kind::kTuple || object->cls != in_.types.tuple) return is_plain_ = false, append(object), true;
  }
  if (auto known = std::ranges::find(objects_, object); known != objects_.end())
    return append('#'), append(known - objects_.begin()), true;
  if (object->frozen || objects_.size() >= kMostObjects) return false;
  if (object->birth >= since_) objects_.push_back(v.obj);
  if (object->kind != Kind::kTuple) is_plain_ = false;
  return add_young(v.obj);
}

bool CopyKey::add_young(py::Obj* object) {
  append(object->cls);
  auto add_all = [&](std::span<const Value> items) {
    append(items.size());
    return std::ranges::all_of(items, [&](const Value& item) { return add(item); });
  };
  switch (object->kind) {
    case Kind::kTuple: {
      auto* tuple = static_cast<py::TupleObj*>(object);
      return !tuple->attrs && add_all(tuple->items);
    }
    case Kind::kList: {
      auto* list = static_cast<py::ListObj*>(object);
      return !list->attrs && !list->lost && !list->may_have_runs && add_all(list->items);
    }
    case Kind::kDict: {
      auto* dict = static_cast<py::DictObj*>(object);
      return !dict->attrs && !dict->lost && !dict->watched && add_table(dict->table, true);
    }
    case Kind::kSet: {
      auto* set = static_cast<py::SetObj*>(object);
      return !set->attrs && !set->lost && add_table(set->table, false);
    }
    case Kind::kInstance: {
      auto* instance = static_cast<py::InstanceObj*>(object);
      if (instance->cls->birth >= since_ || in_.is_subclass(instance->cls, module_class_)) return false;
      if (!instance->payload.is_unbound()) return false;
      return add_attributes(instance->attrs);
    }
    case Kind::kBoundMethod: {
      auto* method = static_cast<py::BoundMethodObj*>(object);
      return add(method->self) && add(method->function);
    }
    case Kind::kFunction: return add_function(static_cast<py::FunctionObj*>(object));
    case Kind::kCell: {
      const Value& value = static_cast<py::Cell*>(object)->value;
      if (value.is_unbound()) return append(value.tag), true;
      return add(value);
    }
    default: return false;
  }
}

// Items in their order, which the program sees. Keys by identity would be others in each call.
bool CopyKey::add_table(const py::Table& table, bool with_values) {
  append(table.size());
  for (const py::TableEntry& e : table.entries()) {
    if (!e.live) continue;
    bool is_young = e.key.is_object() && e.key.obj->birth >= since_ && e.key.obj->kind != Kind::kStr;
    if (is_young || !add(e.key) || (with_values && !add(e.value))) return false;
  }
  return true;
}

// A namespace is a dict that the program may hold as well.
bool CopyKey::add_attributes(py::DictObj* attributes) {
  return attributes ? add(Value::of(attributes)) : (append('-'), true);
}

bool CopyKey::add_function(const py::FunctionObj* function) {
  append(function->code);
  append(function->module);
  append(function->class_cell);
  if (function->class_cell && (!function->class_cell->cls || function->class_cell->cls->birth >= since_)) return false;
  append(function->qualified_name.size());
  text_ += function->qualified_name;
  if (!add(function->name)) return false;
  for (const Value& v : function->defaults) {
    if (v.is_unbound()) append(v.tag);
    else if (!add(v)) return false;
  }
  for (py::Cell* cell : function->captures)
    if (!add(Value::of(static_cast<py::Obj*>(cell)))) return false;
  return add_attributes(function->attrs);
}

}  // namespace nnscan::torch
