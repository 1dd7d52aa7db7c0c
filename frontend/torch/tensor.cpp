#include "frontend/torch/tensor.h"

#include <algorithm>
#include <numeric>

#include "frontend/python/plain.h"
#include "frontend/python/structure.h"
#include "frontend/torch/call_copies.h"
#include "frontend/torch/errors.h"
#include "ir/base/check.h"

namespace nnscan::torch {

using py::as;
using py::ClassObj;
using py::get_if;
using py::is;
using py::Kind;
using py::Tag;
using py::Value;

TensorObj* tensor_of(py::Interp& in, const Value& v) {
  if (is(v, Kind::kPoison)) throw py::Poisoned{v};
  if (!is(v, Kind::kTensor)) in.raise(in.types.type_error, "a Tensor is required, not " + in.type_name(v));
  return as<TensorObj>(v);
}

DType dtype_of(py::Interp& in, const Value& v) {
  if (is(v, Kind::kPoison)) throw py::Poisoned{v};
  if (auto* d = get_if<DTypeObj>(v)) return d->dtype;
  // The Python types stand for a dtype, too.
  if (auto* c = get_if<ClassObj>(v)) {
    if (c == in.types.floating) return DType::kFloat32;
    if (c == in.types.integer) return DType::kInt64;
    if (c == in.types.boolean) return DType::kBool;
  }
  if (in.type_name(v) == "ComplexDtype")  // the prelude's
    throw py::Poisoned{in.refuse(Code::kUnsupportedTorchUse, "the dtype here is `" + in.repr(v) + "`, and ONNX has no complex numbers",
                                 "keep real and imaginary parts in two tensors, or make the complex one with `torch.complex`")};
  in.raise(in.types.type_error, "a torch.dtype is required, not " + in.type_name(v));
}

Torch::Torch(py::Interp& interp) : in(interp), copies_(std::make_unique<CallCopies>(*this)) {}
Torch::~Torch() = default;

void Torch::begin_entry() { copies_->begin_entry(); }

Value Torch::instance(ClassObj* cls, const py::Args& args, py::FunctionRef<Value()> construct) {
  return copies_->instance(cls, args, construct);
}

Value Torch::result(py::FunctionObj* function, const py::Args& args, py::FunctionRef<Value()> call) {
  return copies_->result(function, args, call);
}

// ---- making

ClassObj* Torch::tensor_class() {
  if (!tensor_class_) tensor_class_ = as<ClassObj>(in.prelude_name("torch._tensor", "Tensor"));
  return tensor_class_;
}
ClassObj* Torch::parameter_class() {
  if (!parameter_class_) parameter_class_ = as<ClassObj>(in.prelude_name("torch.nn.parameter", "Parameter"));
  return parameter_class_;
}
ClassObj* Torch::buffer_class() {
  if (!buffer_class_) buffer_class_ = as<ClassObj>(in.prelude_name("torch.nn.parameter", "Buffer"));
  return buffer_class_;
}
ClassObj* Torch::module_class() {
  if (!module_class_) module_class_ = as<ClassObj>(in.prelude_name("torch.nn.modules.module", "Module"));
  return module_class_;
}

Value Torch::dtype_object(DType dtype) { return dtypes_[static_cast<size_t>(dtype)].is_unbound()
    ? dtypes_[static_cast<size_t>(dtype)] = Value::of(in.make<DTypeObj>(
          as<ClassObj>(in.prelude_name("_native", "dtype")), dtype))
    : dtypes_[static_cast<size_t>(dtype)]; }

TensorObj* Torch::object(ClassObj* cls) {
  auto* t = in.make<TensorObj>(cls);
  t->constructed = !forward_running;
  return t;
}

Value Torch::make(ValueId content, ClassObj* cls) {
  TensorObj* t = object(cls ? cls : tensor_class());
  t->storage = in.make<py::StorageObj>(content);
  t->type = in.session.graph.type(content);
  if (!forward_running) constructed.push_back(t->storage);
  return Value::of(t);
}

namespace {

void put_above(py::Journal& journal, TensorObj* view, TensorObj* base) {
  view->base = base;
  if (!base) return;
  journal.keep(base, base->views);
  view->next_view = base->views;
  base->views = view;
}

void take_off(py::Journal& journal, TensorObj* view) {
  if (!view->base) return;
  journal.keep(view->base, view->base->views);
  TensorObj** link = &view->base->views;
  while (*link != view) link = &(*link)->next_view;
  *link = view->next_view;
}

}  // namespace

Value Torch::view(TensorObj* base, Value read, Value write, Value place) {
  TensorObj* t = object(tensor_class());
  t->storage = base->storage;
  put_above(in.journal, t, base);
  t->read = read;
  t->write = write;
  t->place = place;
  if (write.is_none()) {
    t->own = in.make<py::StorageObj>(ValueId{});
    t->made_for = content(base);
  }
  content(t);
  return Value::of(t);
}

// All that says what a tensor looks at.
void Torch::look_as(TensorObj* t, const TensorObj* other) {
  t->storage = other->storage;
  put_above(in.journal, t, other->base);
  t->read = other->read;
  t->write = other->write;
  t->place = other->place;
  t->own = other->own;
  t->made_for = other->made_for;
  t->type = other->type;
}

Value Torch::alias(TensorObj* of, ClassObj* cls) {
  TensorObj* t = object(cls);
  type(of);
  look_as(t, of);
  return Value::of(t);
}

bool Torch::become(TensorObj* t, TensorObj* view) {
  if (in.journal.is_older(t) || (t->constructed && forward_running)) return false;
  TensorObj* before = as<TensorObj>(alias(t, t->cls));
  for (TensorObj *v = t->views, *next = nullptr; v; v = next) {
    next = v->next_view;
    put_above(in.journal, v, before);
  }
  t->views = nullptr;
  for (py::StorageObj::Alias& alias : t->storage->aliases) {
    if (alias.self != t) continue;
    alias.self = before;
    for (py::StorageObj::Alias& back : static_cast<TensorObj*>(alias.other)->storage->aliases)
      if (back.other == t) back.other = before;
  }
  take_off(in.journal, t);
  look_as(t, view);
  t->cached = {};
  return true;
}

Torch::Mark Torch::mark() const {
  return {forward_running, guessed, constructed.size(), in.prelude_changes(), random_state, written_in_place_};
}

void Torch::rewind(const Mark& mark) {
  ++epoch_;
  forward_running = mark.forward_running;
  guessed = mark.guessed;
  constructed.resize(mark.constructed);
  random_state = mark.random_state;
  written_in_place_ = mark.written_in_place;
  written_.clear();
  alias_paths_.clear();
  if (in.prelude_changes() != mark.prelude_changes) copies_->forget();  // made by what is no longer so
}

Value Torch::joined(Value a, Value b, ValueId content) {
  ClassObj* cls = a.obj->cls == b.obj->cls ? a.obj->cls : tensor_class();
  if (in.is_subclass(cls, parameter_class())) cls = tensor_class();
  return make(content, cls);
}

namespace {

struct Flat {
  std::vector<Value> leaves;
  std::vector<int64_t> shape;
};

void flatten(py::Interp& in, const Value& data, size_t depth, Flat& flat) {
  Value v = in.force(data), array;
  // numpy's arrays are objects of the prelude.
  if (is(v, Kind::kInstance) && in.try_get(v, in.symbol("__array__"), array)) v = in.call_method(v, "tolist");
  const bool unpacks = is(v, Kind::kRange);
  if (!unpacks && !is(v, Kind::kList) && !is(v, Kind::kTuple)) {
    if (depth != flat.shape.size()) in.raise(in.types.value_error, "expected sequence of equal length at every level of nesting");
    flat.leaves.push_back(v);
    return;
  }
  std::vector<Value> unpacked;
  if (unpacks) unpacked = in.unpack(v);
  std::span<const Value> items = unpacks ? unpacked : py::items_in(v);
  auto count = static_cast<int64_t>(items.size());
  if (depth == flat.shape.size()) {
    if (!flat.leaves.empty()) in.raise(in.types.value_error, "expected sequence of equal length at every level of nesting");
    flat.shape.push_back(count);
  } else if (flat.shape[depth] != count) {
    in.raise(in.types.value_error, "expected sequence of length " + std::to_string(flat.shape[depth]) + " at dim " +
                                       std::to_string(depth) + " (got " + std::to_string(count) + ")");
  }
  for (const Value& item : items) flatten(in, item, depth + 1, flat);
}

DType inferred_dtype(py::Interp& in, const std::vector<Value>& leaves) {
  DType dtype = DType::kBool;
  for (const Value& v : leaves) {
    DType one = v.is_bool() || v.tag == Tag::kSymBool ? DType::kBool
                : v.is_int() || v.tag == Tag::kSymInt ? DType::kInt64 : DType::kFloat32;
    if (is(v, Kind::kTensor)) one = torch_of(in).type(as<TensorObj>(v)).dtype;
    dtype = Torch::promote_types(dtype, one);
  }
  return leaves.empty() ? DType::kFloat32 : dtype;
}

}  // namespace

// The tensor of a list's items, in front of their own sizes: numbers, or lists of as many.
ValueId Torch::dense(const py::RunPart& part, Dim length) {
  using What = py::RunPart::What;
  if (part.what == What::kNumber || (part.what == What::kTensor && part.type.ranked && part.type.rank() == 0))
    return content(as<TensorObj>(part.stacked));
  if (part.what == What::kSame && py::number_kind(part.like)) {
    DType dtype = *py::number_kind(part.like);
    return in.builder.make1("Expand", {in.to_graph(part.like, dtype), in.builder.shape_value({length})});
  }
  if (part.what != What::kParts || !(is(part.like, Kind::kList) || is(part.like, Kind::kTuple)) || part.parts.empty()) return {};
  std::vector<ValueId> columns;
  DType dtype = DType::kBool;
  for (const py::RunPart& inner : part.parts) {
    columns.push_back(dense(inner, length));
    if (!columns.back().valid()) return {};
    dtype = promote_types(dtype, in.session.graph.type(columns.back()).dtype);
  }
  ValueId axis = in.builder.constant(Constant::of_ints({1}));
  for (ValueId& column : columns) column = in.builder.make1("Unsqueeze", {in.builder.cast(column, dtype), axis});
  return columns.size() == 1 ? columns[0] : in.builder.make1("Concat", columns, {{"axis", int64_t{1}}});
}

Value Torch::from_data(Value data, const DType* wanted) {
  if (in.has_runs(data)) {
    auto view = in.united(as<py::ListObj>(data));
    ValueId all = view ? dense(view->part, view->length) : ValueId();
    if (!all.valid()) {
      in.look(data);
      return in.use_poison(in.poison(Code::kDataDependentLoop, "a list of which a loop or a branch decides the length is made a tensor"));
    }
    DType dtype = in.session.graph.type(all).dtype;
    if (dtype == DType::kFloat64) dtype = DType::kFloat32;  // of Python's numbers
    return make(in.builder.cast(all, wanted ? *wanted : dtype));
  }
  Flat flat;
  flatten(in, data, 0, flat);
  bool known = true;
  for (Value& v : flat.leaves) {
    v = py::plain(v);
    if (is(v, Kind::kPoison)) return in.use_poison(v);
    if (is(v, Kind::kTensor)) v = item(as<TensorObj>(v));
    if (!v.is_number() && !v.is_symbolic())
      in.raise(in.types.type_error, "new(): invalid data type '" + in.type_name(v) + "'");
    known &= v.is_number();
  }
  DType dtype = wanted ? *wanted : inferred_dtype(in, flat.leaves);
  if (known) {
    size_t size = size_of(dtype);
    std::vector<std::byte> bytes(size * flat.leaves.size());
    for (size_t i = 0; i < flat.leaves.size(); ++i) {
      const Value& v = flat.leaves[i];
      if (v.is_float()) store_element(dtype, bytes.data() + i * size, v.f);
      else store_element(dtype, bytes.data() + i * size, v.as_int());
    }
    return make(in.builder.constant(Constant::own(dtype, flat.shape, std::move(bytes))));
  }
  if (flat.shape.empty()) return make(in.to_graph(flat.leaves[0], dtype));
  std::vector<ValueId> parts;
  for (const Value& v : flat.leaves)
    parts.push_back(in.builder.reshape(in.to_graph(v, dtype), {in.session.dims.constant(1)}));
  ValueId joined = in.builder.make1("Concat", parts, {{"axis", int64_t{0}}});
  Dims dims;
  for (int64_t d : flat.shape) dims.push_back(in.session.dims.constant(d));
  return make(in.builder.reshape(joined, dims));
}

// ---- content

ValueId Torch::content(TensorObj* t) {
  if (t->released) {
    in.refuse(Code::kUnsupportedTorchUse, "a tensor is used after `set_()` took its memory away");
    return uncertain(t->type);
  }
  if (!t->base) {
    if (t->storage == written_in_place_.storage) settle();
    t->type = in.session.graph.type(t->storage->content);
    return t->storage->content;
  }
  if (t->own && t->own->content.valid()) {
    t->type = in.session.graph.type(t->own->content);
    return t->own->content;
  }
  ValueId below = content(t->base);
  if (t->cached.valid() && t->cached_for == below && t->cached_epoch == epoch_ && in.builder.visible(t->cached))
    return t->cached;
  Value v = in.call(t->read, {Value::of(t->base)});
  t->cached = content(tensor_of(in, v));
  t->cached_for = below;
  t->cached_epoch = epoch_;
  t->type = in.session.graph.type(t->cached);
  if (t->own && t->made_for != below) t->cached = uncertain(t->type);
  return t->cached;
}

const Type& Torch::type(TensorObj* t) {
  content(t);
  return t->type;
}

void Torch::write(TensorObj* t, ValueId value) {
  if (!t->base) return write_storage(t->storage, value);
  if (t->own) return write_own(t, value);
  Value below = in.call(t->write, {Value::of(t->base), make(value)});
  if (is(below, Kind::kPoison)) return;
  write(t->base, content(tensor_of(in, below)));
}

// A value that may be carried about but not reach a result.
ValueId Torch::uncertain(const Type& type) {
  ValueId value = in.builder.random_source(type);
  in.session.graph.values[value].name = "shared";
  return value;
}

void Torch::write_own(TensorObj* t, ValueId value) {
  if (t->own->content.valid()) return write_storage(t->own, value);
  if (in.journal.is_older(t->own)) {
    in.refuse(Code::kUnsupportedTorchUse, "an in-place write, on one path only, to a tensor of which it is not known whether it shares memory",
              "write to a copy: `x = x.clone()`, or assign the result to a name");
    return;
  }
  t->own->content = value;
  TensorObj* below = t->base;
  while (below->base && !(below->own && below->own->content.valid())) below = below->base;
  py::StorageObj* storage = below->base ? below->own : below->storage;
  write_storage(storage, uncertain(in.session.graph.type(storage->content)));
}

void Torch::write_storage(py::StorageObj* s, ValueId value) {
  if (s == written_in_place_.storage && s->content.valid() && value != s->content) written_in_place_.storage = nullptr;
  if (s->entangled) {
    Value refused = in.poison(Code::kConditionalAlias, "an in-place write to a tensor of which a branch or loop decides whether another one shares its memory",
                              0, s->entangled_at);
    as<py::PoisonObj>(refused)->hint = "write to a copy: `x = x.clone()`, or assign the result to a name";
    in.use_poison(refused);
    return;
  }
  in.journal.touch(s);
  s->content = value;
  written_.push_back(s);
  // On the path where another tensor is this very memory, it changes as well; and so do those
  // that are the other's memory, as long as the paths agree.
  for (const py::StorageObj::Alias& alias : std::vector<py::StorageObj::Alias>(s->aliases))
    write_alias(alias);
  written_.pop_back();
}

void Torch::write_alias(const py::StorageObj::Alias& alias) {
  auto* other = static_cast<TensorObj*>(alias.other);
  auto met = [&](const auto& path) { return path.first == alias.condition && path.second != alias.when; };
  if (std::any_of(alias_paths_.begin(), alias_paths_.end(), met)) return;
  const TensorObj* root = other;
  while (root->base) root = root->base;
  if (std::find(written_.begin(), written_.end(), root->storage) != written_.end()) return;
  if (!in.builder.visible(alias.condition) || !in.builder.visible(root->storage->content)) return;
  ValueId value = content(static_cast<TensorObj*>(alias.self)), old = content(other);
  NodeId branch = in.builder.open_if(alias.condition);
  Type type = in.session.graph.type(old);
  ValueId merged = in.builder.add_if_output(branch, alias.when ? value : old, alias.when ? old : value, &type);
  alias_paths_.push_back({alias.condition, alias.when});
  write(other, merged);
  alias_paths_.pop_back();
}

void Torch::link(Value joined, Value original, ValueId condition, bool when) {
  in.session.graph.type(condition);
  for (const Value& each : {joined, original}) in.journal.keep(as<TensorObj>(each)->storage, as<TensorObj>(each)->storage->aliases);
  as<TensorObj>(joined)->storage->aliases.push_back({condition, when, joined.obj, original.obj});
  as<TensorObj>(original)->storage->aliases.push_back({condition, when, original.obj, joined.obj});
}

// The number in its storage of each element of a view, or null where that is not known.
const Constant* Torch::places(TensorObj* t) {
  constexpr int64_t kMost = 1 << 20;  // elements; all of them are written down
  std::vector<TensorObj*> chain;
  for (; t->base; t = t->base) chain.push_back(t);
  const Type& root = type(t);
  auto sizes = known_shape(root, in.session.dims);
  if (!sizes) return nullptr;
  int64_t count = 1;
  for (int64_t size : *sizes) {
    if (size > kMost / std::max<int64_t>(count, 1)) return nullptr;
    count *= size;
  }
  std::vector<std::byte> bytes(static_cast<size_t>(count) * sizeof(int64_t));
  std::iota(reinterpret_cast<int64_t*>(bytes.data()), reinterpret_cast<int64_t*>(bytes.data()) + count, int64_t{0});
  Value numbered = make(in.builder.constant(Constant::own(DType::kInt64, *sizes, std::move(bytes))));
  for (size_t i = chain.size(); i-- > 0;) {
    if (type(chain[i]).dtype != root.dtype) return nullptr;  // it looks at other elements
    numbered = in.call(chain[i]->read, {numbered});
    if (!is(numbered, Kind::kTensor)) return nullptr;
  }
  return in.session.graph.constant(content(as<TensorObj>(numbered)));
}

std::optional<bool> Torch::reads_written(TensorObj* target, TensorObj* other, bool in_place) {
  const Constant *to = places(target), *from = places(other);
  if (!to || !from || from->shape().size() > to->shape().size()) return std::nullopt;
  std::vector<int64_t> written = to->ints(), read = from->ints();
  const std::vector<int64_t>&sizes = to->shape(), &own_sizes = from->shape();
  const size_t axes = sizes.size(), missing = axes - own_sizes.size();
  for (size_t i = missing; in_place && i < axes; ++i)
    if (own_sizes[i - missing] != 1 && own_sizes[i - missing] != sizes[i]) return std::nullopt;
  std::vector<int64_t> sorted = written;
  std::sort(sorted.begin(), sorted.end());
  auto is_written = [&](int64_t place) { return std::binary_search(sorted.begin(), sorted.end(), place); };
  if (!in_place) return std::any_of(read.begin(), read.end(), is_written);
  for (size_t element = 0; element < written.size(); ++element) {
    // The element of `other` that is broadcast to this one.
    size_t rest = element, at = 0, stride = 1;
    for (size_t i = axes; i-- > missing;) {
      const auto size = static_cast<size_t>(sizes[i]), own = static_cast<size_t>(own_sizes[i - missing]);
      at += own == 1 ? 0 : rest % size * stride;
      stride *= own;
      rest /= size;
    }
    if (read[at] != written[element] && is_written(read[at])) return true;
  }
  return false;
}

Value Torch::item(TensorObj* t) {
  ValueId v = content(t);
  const Type& type = in.session.graph.type(v);
  if (type.ranked && type.dims.empty()) return in.from_graph_scalar(v);
  Dim count = element_count(type, in.session.dims);
  if (count.valid()) {
    auto known = in.session.dims.known(count);
    if (known && *known != 1) in.raise(in.types.value_error, "only one element tensors can be converted to Python scalars");
    if (!known) in.assume("this tensor has one element: `" + in.session.dims.text(count) + " == 1`");
  } else {
    in.assume("this tensor has one element");
  }
  return in.from_graph_scalar(in.builder.reshape(v, {}));
}

void Torch::expect_rank(Value tensor, size_t rank) {
  auto* t = as<TensorObj>(tensor);
  if (type(t).ranked) return;
  Node asker;
  asker.inputs = {content(t)};
  InferContext context(in.session.graph, in.session.dims, asker);
  try {
    context.want_rank(0, static_cast<int>(rank), "this tensor");
  } catch (const TypeError&) {
    return;  // not an input: nothing can be learnt
  }
  if (!context.refinements.empty()) throw NeedRefinement{std::move(context.refinements)};
}

Value Torch::shape(TensorObj* t) {
  const Type& known = type(t);
  if (!known.ranked)
    return refuse_rank(in, content(t));
  if (!size_class_) size_class_ = as<ClassObj>(in.prelude_name("torch._size", "Size"));
  std::vector<Value> sizes;
  for (Dim d : known.dims) sizes.push_back(in.from_dim(d));
  return Value::of(in.make_tuple(size_class_, sizes));
}

// ---- promotion: https://pytorch.org/docs/stable/tensor_attributes.html#type-promotion-doc

DType Torch::promote_types(DType a, DType b) {
  if (a == b) return a;
  if (is_float(a) || is_float(b)) {
    if (!is_float(a)) return b;
    if (!is_float(b)) return a;
    if (size_of(a) == 2 && size_of(b) == 2) return DType::kFloat32;
    return size_of(a) > size_of(b) ? a : b;
  }
  if (a == DType::kBool) return b;
  if (b == DType::kBool) return a;
  if (a == DType::kUInt8 || b == DType::kUInt8) {
    DType other = a == DType::kUInt8 ? b : a;
    return other == DType::kInt8 ? DType::kInt16 : other;
  }
  return size_of(a) > size_of(b) ? a : b;
}

DType Torch::promote(std::span<const Value> operands) {
  // By rank: tensors with dimensions, tensors without, Python numbers. A lower group counts only
  // where its kind of number (bool, integer, float) is above the higher group's.
  std::optional<DType> dim, zero, number;
  auto into = [](std::optional<DType>& group, DType d) { group = group ? promote_types(*group, d) : d; };
  for (const Value& operand : operands) {
    Value v = py::plain(operand);
    if (is(v, Kind::kTensor)) {
      const Type& t = type(as<TensorObj>(v));
      into(t.ranked && t.dims.empty() ? zero : dim, t.dtype);
    } else if (auto* d = get_if<DTypeObj>(v)) {
      into(dim, d->dtype);
    } else if (v.is_bool() || v.tag == Tag::kSymBool) {
      into(number, DType::kBool);
    } else if (v.is_int() || v.tag == Tag::kSymInt) {
      into(number, DType::kInt64);
    } else if (v.is_float() || v.tag == Tag::kSymFloat) {
      into(number, DType::kFloat32);
    } else {
      in.raise(in.types.type_error, "a Tensor or a number is required, not " + in.type_name(v));
    }
  }
  auto combine = [](std::optional<DType> higher, std::optional<DType> lower) -> std::optional<DType> {
    if (!higher || !lower) return higher ? higher : lower;
    if (is_float(*higher)) return higher;
    if (*higher == DType::kBool || is_float(*lower)) return promote_types(*higher, *lower);
    return higher;
  };
  return combine(combine(dim, zero), number).value_or(DType::kFloat32);
}

}  // namespace nnscan::torch
