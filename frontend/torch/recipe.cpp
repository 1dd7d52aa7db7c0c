#include "frontend/torch/recipe.h"

#include <algorithm>
#include <unordered_map>

#include "ir/base/check.h"

namespace nnscan::torch {

using py::as;
using py::Kind;
using py::Tag;
using py::Value;

namespace {

constexpr int kDeepest = 300;

}  // namespace

class Recipe::Writer {
 public:
  Writer(Torch& torch, Recipe& recipe, const std::vector<py::Obj*>& arguments, Ages ages, size_t most)
      : torch_(torch), recipe_(recipe), ages_(ages), most_(most) {
    for (uint32_t i = 0; i < arguments.size(); ++i) arguments_.emplace(arguments[i], i);
  }

  bool write(const Value& made) {
    recipe_.root_ = value(made);
    return !failed_ && std::ranges::none_of(recipe_.values_, [&](const Value& v) { return is_place(v); }) &&
           std::ranges::none_of(recipe_.entries_, [&](const py::TableEntry& e) { return is_place(e.key) || is_place(e.value); });
  }

 private:
  static Value reference(Tag tag, uint32_t number) {
    Value v = Value::make(tag);
    v.id = number;
    return v;
  }
  Value fail() { return failed_ = true, Value::none(); }

  Value value(const Value& v) {
    if (failed_) return v;
    if (!v.is_object()) return v.is_symbolic() ? fail() : v;
    py::Obj* object = v.obj;
    if (object->birth < ages_.call) {
      if (auto given = arguments_.find(object); given != arguments_.end()) return reference(kGiven, given->second);
      bool is_old = object->birth < ages_.world;
      return is_old || is_constant(object) ? v : fail();
    }
    if (auto known = numbers_.find(object); known != numbers_.end())
      return known->second == kNone ? fail() : reference(kMade, known->second);  // else a tuple within itself
    if (is_constant(object)) return v;
    if (object->frozen || recipe_.parts_.size() >= most_ || depth_ >= kDeepest) return fail();
    ++depth_;
    Value made = young(object);
    --depth_;
    return made;
  }

  // What id() gives of an object that a copy has another of.
  bool is_place(const Value& v) const { return v.is_int() && numbers_.contains(reinterpret_cast<const py::Obj*>(v.i)); }

  // What never changes, of which nobody minds whether it is the same.
  static bool is_constant(const py::Obj* object) {
    switch (object->kind) {
      case Kind::kStr: return !static_cast<const py::StrObj*>(object)->attrs;
      case Kind::kDType: case Kind::kBytes: case Kind::kBigInt: case Kind::kComplex: return true;
      default: return false;
    }
  }

  Value young(py::Obj* object) {
    switch (object->kind) {
      case Kind::kTuple: return tuple(static_cast<py::TupleObj*>(object));
      case Kind::kList: {
        auto* list = static_cast<py::ListObj*>(object);
        if (list->lost || list->attrs || list->may_have_runs) return fail();
        return holds(object, list->items);
      }
      case Kind::kDict: {
        auto* dict = static_cast<py::DictObj*>(object);
        if (dict->lost || dict->attrs || dict->watched) return fail();
        return entries(object, dict->table);
      }
      case Kind::kSet: {
        auto* set = static_cast<py::SetObj*>(object);
        if (set->lost || set->attrs) return fail();
        return entries(object, set->table);
      }
      case Kind::kInstance: {
        auto* instance = static_cast<py::InstanceObj*>(object);
        if (instance->cls->birth >= ages_.world) return fail();
        Value made = holds(object, {&instance->payload, 1});
        return attributes(made, instance->attrs);
      }
      case Kind::kTensor: return tensor(static_cast<TensorObj*>(object));
      case Kind::kStorage: return memory(static_cast<py::StorageObj*>(object));
      case Kind::kFunction: return function(static_cast<py::FunctionObj*>(object));
      case Kind::kCell: return holds(object, {&static_cast<py::Cell*>(object)->value, 1});
      case Kind::kBoundMethod: {
        auto* method = static_cast<py::BoundMethodObj*>(object);
        const Value both[] = {method->self, method->function};
        return holds(object, both);
      }
      case Kind::kSlice: {
        auto* slice = static_cast<py::SliceObj*>(object);
        const Value ends[] = {slice->start, slice->stop, slice->step};
        return holds(object, ends);
      }
      case Kind::kRange: {
        auto* range = static_cast<py::RangeObj*>(object);
        const Value ends[] = {range->start, range->stop, range->step};
        return holds(object, ends);
      }
      default: return fail();
    }
  }

  uint32_t begin(const py::Obj* object) {
    auto number = static_cast<uint32_t>(recipe_.parts_.size());
    numbers_[object] = number;
    recipe_.parts_.push_back({object->kind, object->cls});
    return number;
  }

  // The items may hold the object itself.
  Value holds(const py::Obj* object, std::span<const Value> items) {
    uint32_t number = begin(object);
    std::vector<Value> written;
    written.reserve(items.size());
    for (const Value& item : items) written.push_back(value(item));
    put_values(number, written);
    return reference(kMade, number);
  }

  void put_values(uint32_t number, const std::vector<Value>& written) {
    Part& part = recipe_.parts_[number];
    part.first = static_cast<uint32_t>(recipe_.values_.size());
    part.count = static_cast<uint32_t>(written.size());
    recipe_.values_.insert(recipe_.values_.end(), written.begin(), written.end());
  }

  // A key by which a copy is found must mean the same in the copy, and no place in memory.
  bool is_key(const Value& key) const {
    if (!key.is_object()) return !key.is_symbolic();
    if (key.obj->birth < ages_.world || is_constant(key.obj)) return true;
    return key.obj->kind == Kind::kTuple && std::ranges::all_of(as<py::TupleObj>(key)->items, [&](const Value& item) { return is_key(item); }) &&
           !as<py::TupleObj>(key)->attrs;
  }

  Value entries(const py::Obj* object, const py::Table& table) {
    uint32_t number = begin(object);
    std::vector<py::TableEntry> written;
    written.reserve(table.size());
    for (const py::TableEntry& e : table.entries()) {
      if (!e.live) continue;
      if (!is_key(e.key)) return fail();
      py::TableEntry entry = e;
      entry.value = value(e.value);
      written.push_back(entry);
    }
    Part& part = recipe_.parts_[number];
    part.first = static_cast<uint32_t>(recipe_.entries_.size());
    part.count = static_cast<uint32_t>(written.size());
    recipe_.entries_.insert(recipe_.entries_.end(), written.begin(), written.end());
    return reference(kMade, number);
  }

  Value attributes(const Value& made, py::DictObj* space) {
    if (failed_ || !space) return made;
    Value written = value(Value::of(space));
    if (written.tag != kMade) return fail();  // another object's
    recipe_.parts_[made.id].attributes = written.id;
    return made;
  }

  Value tuple(py::TupleObj* tuple) {
    if (tuple->attrs) return fail();
    numbers_[tuple] = kNone;
    std::vector<Value> written;
    written.reserve(tuple->items.size());
    for (const Value& item : tuple->items) written.push_back(value(item));
    uint32_t number = begin(tuple);
    put_values(number, written);
    return reference(kMade, number);
  }

  Value function(py::FunctionObj* function) {
    uint32_t number = begin(function);
    if (function->class_cell && (!function->class_cell->cls || function->class_cell->cls->birth >= ages_.world)) return fail();
    std::vector<Value> held{function->name};
    for (const Value& v : function->defaults) held.push_back(v);
    for (py::Cell* cell : function->captures) held.push_back(Value::of(static_cast<py::Obj*>(cell)));
    for (Value& v : held) v = value(v);
    put_values(number, held);
    // The program's own may yet get another name.
    auto* kept = torch_.in.make<py::FunctionObj>(*function);
    kept->attrs = nullptr;
    recipe_.parts_[number].function = kept;
    return attributes(reference(kMade, number), function->attrs);
  }

  // Memory that is looked at as a whole. Views that nobody holds any more do not matter.
  Value tensor(TensorObj* tensor) {
    if (tensor->base || tensor->own || tensor->released) return fail();
    torch_.content(tensor);  // ends writing in place
    const Value memory = Value::of(static_cast<py::Obj*>(tensor->storage));
    return attributes(holds(tensor, {&memory, 1}), tensor->attrs);
  }

  Value memory(py::StorageObj* storage) {
    if (storage->entangled || !storage->aliases.empty()) return fail();
    const ValueInfo& info = torch_.in.session.graph.values[storage->content];
    bool is_drawn = info.kind == ValueKind::kRandom && info.name.empty();
    auto shape = known_shape(info.type, torch_.in.session.dims);
    if ((!is_drawn && info.kind != ValueKind::kConstant) || !shape) return fail();
    Part& part = recipe_.parts_[begin(storage)];
    part.first = static_cast<uint32_t>(recipe_.memories_.size());
    recipe_.memories_.push_back({info.type.dtype, std::move(*shape), is_drawn ? nullptr : info.constant});
    return reference(kMade, static_cast<uint32_t>(recipe_.parts_.size() - 1));
  }

  Torch& torch_;
  Recipe& recipe_;
  Ages ages_;
  size_t most_;
  std::unordered_map<const py::Obj*, uint32_t> arguments_, numbers_;  // kNone: being written
  int depth_ = 0;
  bool failed_ = false;
};

class Recipe::Reader {
 public:
  Reader(Torch& torch, const Recipe& recipe, const std::vector<py::Obj*>& arguments)
      : torch_(torch), in_(torch.in), recipe_(recipe), arguments_(arguments), made_(recipe.parts_.size()) {}

  Value read() {
    for (size_t i = 0; i < made_.size(); ++i)
      if (recipe_.parts_[i].kind != Kind::kTuple) made_[i] = empty(recipe_.parts_[i]);
    for (size_t i = 0; i < made_.size(); ++i)
      if (const Part& part = recipe_.parts_[i]; part.kind == Kind::kTuple) made_[i] = in_.make_tuple(part.cls, values(part));
    for (size_t i = 0; i < made_.size(); ++i) fill(recipe_.parts_[i], made_[i]);
    return value(recipe_.root_);
  }

 private:
  Value value(const Value& v) const {
    if (v.tag == kMade) return Value::of(made_[v.id]);
    return v.tag == kGiven ? Value::of(arguments_[v.id]) : v;
  }
  Value value(const Part& part, size_t i) const { return value(recipe_.values_[part.first + i]); }
  std::vector<Value> values(const Part& part) const {
    std::vector<Value> all(part.count);
    for (size_t i = 0; i < all.size(); ++i) all[i] = value(part, i);
    return all;
  }
  py::Table table(const Part& part) const {
    py::Table made({recipe_.entries_.data() + part.first, part.count});
    for (py::TableEntry& e : made.entries()) e.value = value(e.value);
    return made;
  }

  py::Obj* empty(const Part& part) {
    switch (part.kind) {
      case Kind::kList: return in_.make<py::ListObj>(part.cls, std::vector<Value>());
      case Kind::kDict: return in_.make<py::DictObj>(part.cls);
      case Kind::kSet: return in_.make<py::SetObj>(part.cls);
      case Kind::kInstance: return in_.make<py::InstanceObj>(part.cls);
      case Kind::kTensor: return torch_.object(part.cls);
      case Kind::kStorage: return memory(recipe_.memories_[part.first]);
      case Kind::kFunction: return in_.make<py::FunctionObj>(*part.function);
      case Kind::kCell: return in_.make<py::Cell>(Value());
      case Kind::kBoundMethod: return in_.make<py::BoundMethodObj>(part.cls, Value(), Value());
      case Kind::kSlice: return in_.make<py::SliceObj>(part.cls, Value(), Value(), Value());
      case Kind::kRange: return in_.make<py::RangeObj>(part.cls, Value(), Value(), Value());
      default: break;
    }
    NNSCAN_CHECK(false, "a part of a kind that the writer knows");
  }

  // The same constant, or numbers drawn again.
  py::Obj* memory(const Memory& memory) {
    ValueId content;
    if (memory.constant) {
      content = in_.builder.constant(memory.constant);
    } else {
      Dims dims;
      for (int64_t size : memory.shape) dims.push_back(in_.session.dims.constant(size));
      content = in_.builder.random_source(Type::of(memory.dtype, dims));
    }
    auto* storage = in_.make<py::StorageObj>(content);
    torch_.constructed.push_back(storage);
    return storage;
  }

  py::DictObj* space(const Part& part) const {
    return part.attributes == kNone ? nullptr : static_cast<py::DictObj*>(made_[part.attributes]);
  }

  void fill(const Part& part, py::Obj* object) {
    switch (part.kind) {
      case Kind::kList: static_cast<py::ListObj*>(object)->items = values(part); return;
      case Kind::kDict: static_cast<py::DictObj*>(object)->table = table(part); return;
      case Kind::kSet: static_cast<py::SetObj*>(object)->table = table(part); return;
      case Kind::kInstance: {
        auto* instance = static_cast<py::InstanceObj*>(object);
        instance->payload = value(part, 0);
        instance->attrs = space(part);
        return;
      }
      case Kind::kTensor: {
        auto* tensor = static_cast<TensorObj*>(object);
        tensor->storage = static_cast<py::StorageObj*>(value(part, 0).obj);
        tensor->type = in_.session.graph.type(tensor->storage->content);
        tensor->attrs = space(part);
        return;
      }
      case Kind::kFunction: return fill_function(part, static_cast<py::FunctionObj*>(object));
      case Kind::kCell: static_cast<py::Cell*>(object)->value = value(part, 0); return;
      case Kind::kBoundMethod: {
        auto* method = static_cast<py::BoundMethodObj*>(object);
        method->self = value(part, 0), method->function = value(part, 1);
        return;
      }
      case Kind::kSlice: {
        auto* slice = static_cast<py::SliceObj*>(object);
        slice->start = value(part, 0), slice->stop = value(part, 1), slice->step = value(part, 2);
        return;
      }
      case Kind::kRange: {
        auto* range = static_cast<py::RangeObj*>(object);
        range->start = value(part, 0), range->stop = value(part, 1), range->step = value(part, 2);
        return;
      }
      default: return;
    }
  }

  void fill_function(const Part& part, py::FunctionObj* function) {
    size_t at = 0;
    function->name = value(part, at++);
    for (Value& v : function->defaults) v = value(part, at++);
    for (py::Cell*& cell : function->captures) cell = static_cast<py::Cell*>(value(part, at++).obj);
    function->attrs = space(part);
  }

  Torch& torch_;
  py::Interp& in_;
  const Recipe& recipe_;
  const std::vector<py::Obj*>& arguments_;
  std::vector<py::Obj*> made_;
};

std::optional<Recipe> Recipe::of(Torch& torch, const Value& made, const std::vector<py::Obj*>& arguments, Ages ages, size_t most) {
  Recipe recipe;
  if (!Writer(torch, recipe, arguments, ages, most).write(made)) return std::nullopt;
  return recipe;
}

Value Recipe::make(Torch& torch, const std::vector<py::Obj*>& arguments) const { return Reader(torch, *this, arguments).read(); }

size_t Recipe::bytes() const {
  return parts_.size() * sizeof(Part) + values_.size() * sizeof(Value) + entries_.size() * sizeof(py::TableEntry) +
         memories_.size() * sizeof(Memory);
}

}  // namespace nnscan::torch
