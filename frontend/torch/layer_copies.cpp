// Copies of layers that were constructed before.
#include <bit>
#include <set>
#include <unordered_map>

#include "frontend/python/storage.h"
#include "frontend/torch/tensor.h"

namespace nnscan::torch {

using py::as;
using py::get_if;
using py::is;
using py::Kind;
using py::Tag;
using py::Value;

namespace {

constexpr size_t kMostKept = 4096;

template <class T>
void append(std::string& key, T value) {
  key.append(reinterpret_cast<const char*>(&value), sizeof value);
}

// Adds an argument that cannot change and says all by itself; false: it is another.
bool append_argument(std::string& key, const Value& v) {
  append(key, v.tag);
  switch (v.tag) {
    case Tag::kNone: return true;
    case Tag::kBool: case Tag::kInt: return append(key, v.as_int()), true;
    case Tag::kFloat: return append(key, std::bit_cast<uint64_t>(v.as_double())), true;
    case Tag::kObject: break;
    default: return false;
  }
  append(key, v.obj->kind);
  switch (v.obj->kind) {
    case Kind::kStr: {
      const std::string& text = as<py::StrObj>(v)->text;
      append(key, text.size());
      key += text;
      return !as<py::StrObj>(v)->attrs;
    }
    case Kind::kTuple: {
      auto* tuple = as<py::TupleObj>(v);
      append(key, tuple->cls);
      append(key, tuple->items.size());
      for (const Value& item : tuple->items)
        if (!append_argument(key, item)) return false;
      return !tuple->attrs;
    }
    case Kind::kDType: append(key, v.obj); return true;
    default: return false;
  }
}

bool key_of(std::string& key, const py::ClassObj* cls, const py::Args& args) {
  append(key, cls);
  append(key, args.positional.size());
  for (const Value& v : args.positional)
    if (!append_argument(key, v)) return false;
  for (const py::Keyword& k : args.keywords) {
    append(key, k.name.index);
    if (!append_argument(key, k.value)) return false;
  }
  return true;
}

}  // namespace

// A deep copy of what a constructor made, as long as it consists of what can be copied: containers,
// tensors that are no views, modules below it. Whatever else there is makes it fail.
class LayerCopies::Copier {
 public:
  Copier(Torch& torch, LayerCopies& copies, bool to_keep)
      : torch_(torch), in_(torch.in), contents_(copies.contents_), to_keep_(to_keep) {}
  bool failed() const { return failed_; }

  Value copy(const Value& v) {
    if (!v.is_object()) return v.is_symbolic() ? fail() : v;
    if (auto known = done_.find(v.obj); known != done_.end()) return known->second;
    switch (v.obj->kind) {
      case Kind::kStr: case Kind::kDType: case Kind::kClass: case Kind::kNative: return v;
      case Kind::kFunction: return as<py::FunctionObj>(v)->captures.empty() ? v : fail();
      case Kind::kTuple: return copied_tuple(v);
      case Kind::kList: return copied_list(as<py::ListObj>(v));
      case Kind::kDict: return copied_dict(as<py::DictObj>(v));
      case Kind::kSet: return copied_set(as<py::SetObj>(v));
      case Kind::kTensor: return copied_tensor(as<TensorObj>(v));
      case Kind::kInstance: return copied_module(as<py::InstanceObj>(v));
      default: return fail();
    }
  }

 private:
  Value fail() { return failed_ = true, Value::none(); }
  Value keep(const py::Obj* old, Value made) { return done_[old] = made; }

  Value copied_tuple(const Value& v) {
    auto* tuple = as<py::TupleObj>(v);
    if (tuple->attrs) return fail();
    for (const Value& item : tuple->items)
      if (Value one = copy(item); failed_ || !one.identical(item)) return fail();
    return v;
  }

  Value copied_list(py::ListObj* list) {
    if (list->lost || list->attrs || list->may_have_runs) return fail();
    auto* made = in_.make<py::ListObj>(list->cls, list->items);
    keep(list, Value::of(made));
    for (Value& item : made->items) item = copy(item);
    return Value::of(made);
  }

  py::DictObj* copied_space(py::DictObj* dict) {
    auto* made = in_.make<py::DictObj>(dict->cls);
    made->table = dict->table;
    for (py::TableEntry& e : made->table.entries())
      if (e.live) e.value = copy(e.value);
    return made;
  }

  Value copied_dict(py::DictObj* dict) {
    if (dict->lost || dict->attrs || dict->watched) return fail();
    return keep(dict, Value::of(copied_space(dict)));
  }

  Value copied_set(py::SetObj* set) {
    if (set->lost || set->attrs) return fail();
    auto* made = in_.make<py::SetObj>(set->cls);
    made->table = set->table;
    return keep(set, Value::of(made));
  }

  // Memory of its own with the same content: the same constant, or numbers drawn again.
  Value copied_tensor(TensorObj* tensor) {
    py::StorageObj* storage = tensor->storage;
    if (tensor->base || tensor->own || tensor->views || tensor->released || storage->entangled || !storage->aliases.empty())
      return fail();
    if (!storages_.insert(storage).second) return fail();  // two tensors of one memory
    Content known;
    if (auto kept = contents_.find(tensor); kept != contents_.end()) {
      known = kept->second;
    } else {
      const ValueInfo& info = in_.session.graph.values[torch_.content(tensor)];
      bool drawn = info.kind == ValueKind::kRandom && info.name.empty();
      auto shape = known_shape(info.type, in_.session.dims);
      if ((!drawn && info.kind != ValueKind::kConstant) || !shape) return fail();
      known = {info.type.dtype, *shape, drawn ? nullptr : info.constant};
    }
    Dims dims;
    for (int64_t size : known.shape) dims.push_back(in_.session.dims.constant(size));
    ValueId content = known.constant ? in_.builder.constant(known.constant)
                                     : in_.builder.random_source(Type::of(known.dtype, dims));
    Value made = torch_.make(content, tensor->cls);
    if (to_keep_) contents_.emplace(as<TensorObj>(made), known);
    if (tensor->attrs) as<TensorObj>(made)->attrs = copied_space(tensor->attrs);
    return keep(tensor, made);
  }

  Value copied_module(py::InstanceObj* module) {
    if (!in_.is_subclass(module->cls, torch_.module_class()) || !module->attrs || !module->payload.is_unbound()) return fail();
    auto* made = in_.make<py::InstanceObj>(module->cls);
    keep(module, Value::of(made));
    made->attrs = copied_space(module->attrs);
    return Value::of(made);
  }

  Torch& torch_;
  py::Interp& in_;
  std::unordered_map<const TensorObj*, Content>& contents_;
  bool to_keep_;
  std::unordered_map<const py::Obj*, Value> done_;
  std::set<const py::StorageObj*> storages_;
  bool failed_ = false;
};

bool LayerCopies::counts(py::ClassObj* cls) {
  using Copied = py::ClassObj::Copied;
  if (cls->copied == Copied::kUnknown) {
    auto is_ours = [](const py::ClassObj* base) {
      return base->module && base->module->is_prelude && base->module->name.starts_with("torch.nn.modules.");
    };
    bool ours = cls->layout == Kind::kInstance && cls->module && is_ours(cls) && torch_.in.is_subclass(cls, torch_.module_class());
    cls->copied = ours ? Copied::kYes : Copied::kNo;
  }
  py::Interp& in = torch_.in;
  return cls->copied == Copied::kYes && !torch_.forward_running && !in.journal.active() &&
         in.session.options.init != Options::Init::kRandom;
}

Value LayerCopies::copy(py::ClassObj* cls, const py::Args& args) {
  if (!counts(cls)) return Value();
  if (valid_for_ != torch_.in.prelude_changes()) forget();
  valid_for_ = torch_.in.prelude_changes();
  std::string key;
  if (known_.empty() || !key_of(key, cls, args)) return Value();
  auto known = known_.find(key);
  if (known == known_.end()) return Value();
  torch_.in.step();
  return Copier(torch_, *this, false).copy(known->second);
}

// What stays is a copy: the constructor's own is the program's to change.
void LayerCopies::keep(py::ClassObj* cls, const py::Args& args, Value made) {
  std::string key;
  if (!counts(cls) || valid_for_ != torch_.in.prelude_changes() || known_.size() >= kMostKept || !key_of(key, cls, args)) return;
  Copier copier(torch_, *this, true);
  Value kept = copier.copy(made);
  if (!copier.failed()) known_.emplace(std::move(key), kept);
}

Value Torch::copy_of_instance(py::ClassObj* cls, const py::Args& args) { return layers_.copy(cls, args); }

void Torch::constructed_instance(py::ClassObj* cls, const py::Args& args, Value made) { layers_.keep(cls, args, made); }

}  // namespace nnscan::torch
