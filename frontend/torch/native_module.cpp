// `_native`: what the torch prelude stands on. Tensor identity, views and writes, promotion,
// dtypes, and random numbers of constructors.
#include <algorithm>
#include <cmath>
#include <random>

#include "frontend/python/native_table.h"
#include "frontend/python/plain.h"
#include "frontend/python/runs.h"
#include "frontend/torch/errors.h"
#include "frontend/torch/module_methods.h"
#include "frontend/torch/random.h"
#include "frontend/torch/size_methods.h"
#include "frontend/torch/tensor.h"

namespace nnscan::torch {

using py::Args;
using py::as;
using py::get_if;
using py::Interp;
using py::is;
using py::Keyword;
using py::Kind;
using py::NativeRow;
using py::Parameters;
using py::text_of;
using py::Value;

namespace {

// ---- tensors

Value constant(Interp& in, const Args& args) {
  Parameters p(in, args, "constant", {"value", "dtype"});
  if (!p.has(1) || p[1].is_none()) return torch_of(in).from_data(p[0], nullptr);
  DType dtype = dtype_of(in, p[1]);
  return torch_of(in).from_data(p[0], &dtype);
}

// filled(value, dtype, sizes): a constant of one number, as an Expand of it folds; None where a size or the number
// is not known, or no such tensor can be.
Value filled(Interp& in, const Args& a) {
  const Value number = py::plain(a[0]);
  if (!number.is_number() || !is(a[1], Kind::kDType) || !(is(a[2], Kind::kTuple) || is(a[2], Kind::kList)) || in.has_runs(a[2]))
    return Value::none();
  std::vector<int64_t> shape;
  int64_t count = 1;
  for (const Value& item : py::items_in(a[2])) {
    if (item.tag != py::Tag::kInt || item.i < 0 || __builtin_mul_overflow(count, item.i, &count)) return Value::none();
    shape.push_back(item.i);
  }
  if (count > in.builder.fold_limit) return Value::none();
  const DType dtype = as<DTypeObj>(a[1])->dtype;
  std::byte element[sizeof(int64_t)];
  if (number.is_float()) store_element(dtype, element, number.f);
  else store_element(dtype, element, number.as_int());
  return torch_of(in).make(in.builder.constant(Constant::splat(dtype, std::move(shape), element)));
}

Value view(Interp& in, const Args& a) {
  if (is(a[0], Kind::kPoison)) return in.use_poison(a[0]);
  return torch_of(in).view(tensor_of(in, a[0]), a[1], a[2], a.size() > 3 ? a[3] : Value::none());
}

// The views through which a tensor looks at its storage, from there on, as (tensor, place).
Value lineage(Interp& in, const Args& a) {
  std::vector<Value> steps;
  for (TensorObj* t = tensor_of(in, a[0]); t->base; t = t->base)
    steps.push_back(in.tuple({Value::of(t->base), t->place, Value::of(t)}));
  std::reverse(steps.begin(), steps.end());
  return in.tuple(steps);
}

// Whether a tensor shares its storage with another, without being the same part of it.
Value related(Interp&, const Args& a) {
  if (!is(a[0], Kind::kTensor) || !is(a[1], Kind::kTensor)) return Value::of(false);
  auto *one = as<TensorObj>(a[0]), *other = as<TensorObj>(a[1]);
  if (one->storage != other->storage) return Value::of(false);
  while (one->base && other->base && one != other && one->read.obj == other->read.obj)
    one = one->base, other = other->base;
  return Value::of(one != other && (one->base || other->base));
}

Value same_memory(Interp&, const Args& a) {
  return Value::of(is(a[0], Kind::kTensor) && is(a[1], Kind::kTensor) &&
                   as<TensorObj>(a[0])->storage == as<TensorObj>(a[1])->storage);
}

// Torch::reads_written; None where that is unknown.
Value reads_written(Interp& in, const Args& a) {
  auto found = torch_of(in).reads_written(tensor_of(in, a[0]), tensor_of(in, a[1]), in.is_true(a[2]));
  return found ? Value::of(*found) : Value::none();
}

Value same_content(Interp& in, const Args& a) {
  Torch& torch = torch_of(in);
  return Value::of(torch.content(tensor_of(in, a[0])) == torch.content(tensor_of(in, a[1])));
}
Value alias(Interp& in, const Args& a) {
  if (is(a[0], Kind::kPoison)) return in.use_poison(a[0]);
  TensorObj* t = tensor_of(in, a[0]);
  return torch_of(in).alias(t, torch_of(in).tensor_class());
}
Value alias_as(Interp& in, const Args& a) {
  if (is(a[0], Kind::kPoison)) return in.use_poison(a[0]);
  if (!is(a[1], Kind::kClass)) in.raise(in.types.type_error, "a class is required");
  return torch_of(in).alias(tensor_of(in, a[0]), as<py::ClassObj>(a[1]));
}

Value become(Interp& in, const Args& a) {
  for (const Value& v : {a[0], a[1]})
    if (is(v, Kind::kPoison)) return in.use_poison(v);
  return Value::of(torch_of(in).become(tensor_of(in, a[0]), tensor_of(in, a[1])));
}

// The rows of the second, which is the first with another axis in front.
Value rows(Interp& in, const Args& a) {
  for (const Value& v : {a[0], a[1]})
    if (is(v, Kind::kPoison)) return in.use_poison(v);
  ValueId stacked = torch_of(in).content(tensor_of(in, a[1]));
  if (!in.session.graph.type(stacked).ranked) return refuse_rank(in, stacked);
  return py::rows_of(in, Value::of(tensor_of(in, a[0])), stacked);
}

// Whether it could be done: what one path alone does to an older tensor could not be taken back.
Value release(Interp& in, const Args& a) {
  if (is(a[0], Kind::kPoison)) return in.use_poison(a[0]);
  TensorObj* t = tensor_of(in, a[0]);
  if (in.journal.is_older(t)) return Value::of(false);
  torch_of(in).type(t);
  in.journal.keep(t, t->released);
  return Value::of(t->released = true);
}

Value write(Interp& in, const Args& a) {
  if (is(a[0], Kind::kPoison)) return in.use_poison(a[0]);
  if (is(a[1], Kind::kPoison)) return in.use_poison(a[1]);
  Torch& torch = torch_of(in);
  TensorObj *to = tensor_of(in, a[0]), *from = tensor_of(in, a[1]);
  ValueId value = torch.content(from);
  const Type &want = torch.type(to), &got = in.session.graph.type(value);
  if (want.dtype != got.dtype)
    raise_as(in, Code::kDTypeMismatch, std::string("result type ") + info(got.dtype).name +
                                           " can't be cast to the desired output type " + info(want.dtype).name);
  if (want.ranked && got.ranked && want.dims != got.dims) {
    bool differ = want.dims.size() != got.dims.size();
    for (size_t i = 0; !differ && i < want.dims.size(); ++i) {
      auto equal = in.session.dims.compare(Compare::kEq, want.dims[i], got.dims[i]);
      differ = equal && !*equal;
    }
    if (differ)
      raise_as(in, Code::kShapeMismatch, "output with shape " + text(want, in.session.dims) +
                                             " doesn't match the broadcast shape " + text(got, in.session.dims));
  }
  torch.write(to, value);
  return a[0];
}

Value write_element(Interp& in, const Args& a) {
  return Value::of(torch_of(in).write_element(tensor_of(in, a[0]), a[1], a[2]));
}

Value item(Interp& in, const Args& a) {
  if (is(a[0], Kind::kPoison)) return in.use_poison(a[0]);
  return torch_of(in).item(tensor_of(in, a[0]));
}

Value nested(Interp& in, const Constant& c, size_t axis, int64_t& at) {
  if (axis == c.rank()) {
    int64_t i = at++;
    if (c.dtype() == DType::kBool) return Value::of(c.as_int(i) != 0);
    return is_float(c.dtype()) ? Value::of(c.as_double(i)) : Value::of(c.as_int(i));
  }
  std::vector<Value> items;
  for (int64_t i = 0; i < c.shape()[axis]; ++i) items.push_back(nested(in, c, axis + 1, at));
  return in.list(std::move(items));
}

Value tolist(Interp& in, const Args& a) {
  if (is(a[0], Kind::kPoison)) return in.use_poison(a[0]);
  Torch& torch = torch_of(in);
  TensorObj* t = tensor_of(in, a[0]);
  if (const Constant* c = in.session.graph.constant(torch.content(t))) {
    if (static_cast<uint64_t>(c->numel()) > in.session.options.limits.list_items)
      in.limit(Code::kLimitSize, "a list of " + std::to_string(c->numel()) + " items", "");
    int64_t at = 0;
    return nested(in, *c, 0, at);
  }
  const Type& type = torch.type(t);
  if (type.ranked && type.dims.empty()) return torch.item(t);
  if (auto shape = known_shape(type, in.session.dims); shape && shape->size() == 1) {
    std::vector<Value> items;
    for (int64_t i = 0; i < (*shape)[0]; ++i)
      items.push_back(in.from_graph_scalar(in.builder.reshape(
          in.builder.make1("Gather", {torch.content(t), in.builder.constant(Constant::scalar_int(i))}), {})));
    return in.list(std::move(items));
  }
  if (type.ranked && type.rank() == 1) return py::numbers_of(in, torch.content(t));
  return in.refuse(Code::kUnsupportedTorchUse, "the elements of this tensor are known only when the model runs: there is no Python list of them",
                   "index the tensor itself, or go through it row by row in a `for` statement");
}

// The number of dimensions, or None. `likely` is what the caller needs it to be: a model input of
// which nothing is known is then taken to have it, and the analysis starts again.
Value rank(Interp& in, const Args& a) {
  if (is(a[0], Kind::kPoison)) return in.use_poison(a[0]);
  Torch& torch = torch_of(in);
  TensorObj* t = tensor_of(in, a[0]);
  const Type& type = torch.type(t);
  if (type.ranked) return Value::of(type.rank());
  if (a.size() > 1) torch.expect_rank(a[0], static_cast<size_t>(in.index_of(a[1])));
  return Value::none();
}

// These give elements of their first input, of its dtype.
constexpr std::string_view kPicking[] = {"Identity", "Slice", "Reshape", "Unsqueeze", "Squeeze", "Transpose",
                                         "Expand", "Gather", "Concat", "Flatten", "Tile", "Split"};

// The tensor must have this dtype: a model input of which nobody said it is taken to have it, and
// the analysis starts again.
Value want_dtype(Interp& in, const Args& a) {
  Torch& torch = torch_of(in);
  const Graph& graph = in.session.graph;
  ValueId source = torch.content(tensor_of(in, a[0]));
  DType wanted = dtype_of(in, a[1]);
  while (graph.values[source].kind == ValueKind::kNode) {
    const Node& node = graph.nodes[graph.values[source].node];
    if (std::ranges::find(kPicking, node.op->name) == std::end(kPicking)) break;
    source = node.inputs[0];
  }
  // Where the program may catch what another dtype raises, it takes that too.
  if (in.try_depth == 0 && graph.type(source).dtype != wanted && torch.guessed.count(source.index))
    throw NeedRefinement{{{0, Dim{}, source, -1, wanted}}};
  return Value::none();
}

bool is_known(const Value& v) { return !v.is_symbolic() && !is(v, Kind::kPoison) && !is(v, Kind::kChoice); }
Value known(Interp&, const Args& a) { return Value::of(is_known(a[0])); }
// Whether two sizes are proved to be equal, and to be different.
Value same(Interp& in, const Args& a) {
  if (a[0].is_int() && a[1].is_int()) return Value::of(a[0].i == a[1].i);
  Value equal = in.equals(a[0], a[1]);
  return is_known(equal) ? in.bool_value(in.truth(equal)) : Value::of(false);
}
Value differ(Interp& in, const Args& a) {
  if (a[0].is_int() && a[1].is_int()) return Value::of(a[0].i != a[1].i);
  Value equal = in.equals(a[0], a[1]);
  return is_known(equal) ? in.logical_not(equal) : Value::of(false);
}
Value same_sizes(Interp& in, const Args& a) {
  if (!in.is_true(in.equals(in.len(a[0]), in.len(a[1])))) return Value::of(false);
  for (int64_t i = 0, count = in.index_of(in.len(a[0])); i < count; ++i) {
    const Value both[] = {in.subscript(a[0], Value::of(i)), in.subscript(a[1], Value::of(i))};
    if (!in.is_true(same(in, {both, {}}))) return Value::of(false);
  }
  return Value::of(true);
}
Value is_tensor(Interp& in, const Args& a) {
  if (is(a[0], Kind::kPoison)) return in.use_poison(a[0]);
  if (auto* choice = get_if<py::ChoiceObj>(a[0]))
    return in.distribute(choice, [&](Value v) { return is_tensor(in, {{&v, 1}, {}}); });
  return Value::of(is(a[0], Kind::kTensor));
}
Value is_constant(Interp& in, const Args& a) {
  return Value::of(is(a[0], Kind::kTensor) && in.session.graph.constant(torch_of(in).content(as<TensorObj>(a[0]))) != nullptr);
}
Value promote(Interp& in, const Args& a) {
  for (const Value& v : a.positional)
    if (is(v, Kind::kPoison)) return in.use_poison(v);
  for (size_t i = 0; i < a.size(); ++i)
    if (auto* choice = get_if<py::ChoiceObj>(a[i]))
      return in.distribute(choice, [&](Value v) {
        std::vector<Value> operands(a.positional.begin(), a.positional.end());
        operands[i] = v;
        return promote(in, {operands, {}});
      });
  return torch_of(in).dtype_object(torch_of(in).promote(a.positional));
}
Value promote_dtypes(Interp& in, const Args& a) {
  return torch_of(in).dtype_object(Torch::promote_types(dtype_of(in, a[0]), dtype_of(in, a[1])));
}

// `code` is the id of another diagnostic than NN302.
Value refuse(Interp& in, const Args& args) {
  Parameters p(in, args, "refuse", {"message", "hint", "code"});
  std::string call = in.torch_call();
  Code code = p.has(2) ? code_of(text_of(in, p[2])).value() : Code::kUnsupportedTorchUse;
  return in.refuse(code, (call.empty() ? "" : "`" + call + "`: ") + text_of(in, p[0]),
                   p.has(1) ? text_of(in, p[1]) : "");
}
Value assume(Interp& in, const Args& a) {
  py::Truth t = in.truth(a[0]);
  if (!t.known()) in.assume(text_of(in, a[1]));
  else if (!t.is_true()) in.raise(in.types.runtime_error, text_of(in, a[1]));
  return Value::none();
}
// Where something lies in memory: a number that nobody knows, and that may not reach a result.
Value memory_address(Interp& in, const Args&) {
  in.note_effect();
  ValueId value = in.builder.random_source(Type::scalar(DType::kInt64));
  in.session.graph.values[value].name = "address";
  return in.from_graph_scalar(value);
}
// The segments of a list that a loop filled; None of any other.
Value segments(Interp& in, const Args& a) { return in.list_segments(in.force(a[0])); }
Value warn_assume(Interp& in, const Args& a) { return in.assume(text_of(in, a[0])), Value::none(); }

Value in_forward(Interp& in, const Args&) { return Value::of(torch_of(in).forward_running); }

// Whether a draw belongs to each run of the model, which then is right under an assumption.
Value draws_in_forward(Interp& in, const Args&) {
  if (!torch_of(in).forward_running) return Value::of(false);
  in.assume("nobody needs the very numbers of `" + in.torch_call() + "`, which each run of the model draws anew");
  return Value::of(true);
}

// Numbers drawn in a constructor: unknown, or drawn now where --init asks for it.
Value random(Interp& in, const Args& a) {
  Torch& torch = torch_of(in);
  std::string kind = text_of(in, a[0]);
  std::vector<int64_t> shape;
  for (const Value& v : in.unpack(a[1])) shape.push_back(in.index_of(in.force(v)));
  for (int64_t d : shape)
    if (d < 0) raise_as(in, Code::kShapeMismatch, "Trying to create tensor with negative dimension " + std::to_string(d));
  DType dtype = dtype_of(in, a[2]);
  std::vector<double> parameters;
  for (size_t i = 3; i < a.size(); ++i) {
    if (!a[i].is_number()) in.raise(in.types.type_error, "a number is required");
    parameters.push_back(a[i].as_double());
  }
  if (in.session.options.init == Options::Init::kRandom && kind != "empty")
    return torch.make(in.builder.constant(draw(kind, dtype, shape, parameters, torch.random_state)));
  if (in.session.options.init == Options::Init::kZeros)
    return torch.make(in.builder.constant(Constant::fill(dtype, shape, 0)));
  Dims dims;
  for (int64_t d : shape) dims.push_back(in.session.dims.constant(d));
  return torch.make(in.builder.random_source(Type::of(dtype, dims)));
}

// Where all that is known of a tensor is that a constructor drew its numbers: another such tensor, which
// stands for whatever is computed of it. None for any other.
Value random_like(Interp& in, const Args& a) {
  Torch& torch = torch_of(in);
  const ValueInfo& info = in.session.graph.values[torch.content(tensor_of(in, a[0]))];
  if (info.kind != ValueKind::kRandom || !info.name.empty() || torch.forward_running) return Value::none();
  return torch.make(in.builder.random_source(Type(info.type)));
}

// is_in_onnx_export() and its like.
Value answers_as_export(Interp& in, const Args&) {
  in.note_effect();
  if (!in.session.asked_for_export.valid()) in.session.asked_for_export = in.user_span();
  return Value::of(in.session.options.as_export);
}

constexpr NativeRow kNativeRows[] = {
    {"constant", constant, 1, 2, true}, {"filled", filled, 3, 3}, {"view", view, 3, 4}, {"lineage", lineage, 1, 1}, {"related", related, 2, 2},
    {"same_memory", same_memory, 2, 2},
    {"reads_written", reads_written, 3, 3}, {"same_content", same_content, 2, 2},
    {"alias", alias, 1, 1}, {"alias_as", alias_as, 2, 2}, {"become", become, 2, 2}, {"rows", rows, 2, 2},
    {"release", release, 1, 1}, {"write", write, 2, 2}, {"write_element", write_element, 3, 3}, {"item", item, 1, 1}, {"tolist", tolist, 1, 1}, {"memory_address", memory_address, 0, 0}, {"known", known, 1, 1}, {"same", same, 2, 2}, {"differ", differ, 2, 2},
    {"same_sizes", same_sizes, 2, 2}, {"is_tensor", is_tensor, 1, 1}, {"rank", rank, 1, 2}, {"want_dtype", want_dtype, 2, 2},
    {"is_constant", is_constant, 1, 1}, {"promote", promote, 1, -1}, {"promote_dtypes", promote_dtypes, 2, 2},
    {"refuse", refuse, 1, 2, true}, {"answers_as_export", answers_as_export, 0, 0}, {"assume", assume, 2, 2}, {"segments", segments, 1, 1}, {"warn_assume", warn_assume, 1, 1},
    {"in_forward", in_forward, 0, 0}, {"draws_in_forward", draws_in_forward, 0, 0},
    {"random", random, 3, -1}, {"random_like", random_like, 1, 1},
};

// ---- attributes of tensors and dtypes

void add_property(Interp& in, py::ClassObj* cls, const char* name, py::NativeFn getter) {
  Value get = in.native(name, getter, 1, 1);
  in.put(cls->attrs, in.symbol(name), Value::of(in.make<py::PropertyObj>(in.types.property, get, Value::none(), Value::none())));
}

Value tensor_ndim(Interp& in, const Args& a) {
  const Type& type = torch_of(in).type(as<TensorObj>(a[0]));
  if (!type.ranked) return torch_of(in).shape(as<TensorObj>(a[0]));
  return Value::of(type.rank());
}

// The truth of a tensor of one element.
Value tensor_bool(Interp& in, const Args& a) {
  Torch& torch = torch_of(in);
  TensorObj* t = as<TensorObj>(a[0]);
  Dim count = element_count(torch.type(t), in.session.dims);
  std::optional<int64_t> known = count.valid() ? in.session.dims.known(count) : std::nullopt;
  if (known && *known > 1)
    in.raise(in.types.runtime_error, "Boolean value of Tensor with more than one value is ambiguous");
  if (known && *known == 0) return Value::of(false);
  return in.bool_value(in.truth(torch.item(t)));
}

py::ClassObj* tensor_base(Interp& in) {
  py::ClassObj* cls = in.make_class("TensorBase", {}, in.dict());
  cls->layout = Kind::kTensor;
  add_property(in, cls, "shape", [](Interp& i, const Args& a) { return torch_of(i).shape(as<TensorObj>(a[0])); });
  add_property(in, cls, "dtype", [](Interp& i, const Args& a) {
    return torch_of(i).dtype_object(torch_of(i).type(as<TensorObj>(a[0])).dtype); });
  add_property(in, cls, "ndim", tensor_ndim);
  in.put(cls->attrs, in.symbol("requires_grad"), Value::of(false));
  const NativeRow truth[] = {{"__bool__", tensor_bool, 1, 1}};
  add_methods(in, cls, truth);
  return cls;
}

py::ClassObj* dtype_class(Interp& in) {
  py::ClassObj* cls = in.make_class("dtype", {}, in.dict());
  cls->layout = Kind::kDType;
  add_property(in, cls, "is_floating_point", [](Interp&, const Args& a) { return Value::of(is_float(as<DTypeObj>(a[0])->dtype)); });
  add_property(in, cls, "is_complex", [](Interp&, const Args&) { return Value::of(false); });
  add_property(in, cls, "itemsize", [](Interp&, const Args& a) { return Value::of(size_of(as<DTypeObj>(a[0])->dtype)); });
  add_property(in, cls, "is_signed", [](Interp&, const Args& a) {
    DType d = as<DTypeObj>(a[0])->dtype;
    return Value::of(d != DType::kBool && d != DType::kUInt8); });
  const NativeRow repr[] = {{"_text", [](Interp& i, const Args& a) {
    return i.str(std::string("torch.") + info(as<DTypeObj>(a[0])->dtype).name); }, 1, 1}};
  add_methods(in, cls, repr);
  return cls;
}

Value object_with(Interp& in, const char* class_name, std::vector<std::pair<std::string, Value>> attributes) {
  py::ClassObj* cls = in.make_class(class_name, {}, in.dict());
  auto* object = in.make<py::InstanceObj>(cls);
  object->attrs = in.dict();
  for (auto& [name, v] : attributes) in.put(object->attrs, in.symbol(name), v);
  return Value::of(object);
}

void make_native(Interp& in, py::ModuleObj* module) {
  add_functions(in, module->attrs, kNativeRows);
  add_module_methods(in, module->attrs);
  add_size_methods(in, module->attrs);
  in.put(module->attrs, in.symbol("TensorBase"), Value::of(tensor_base(in)));
  in.put(module->attrs, in.symbol("dtype"), Value::of(dtype_class(in)));
  std::vector<std::pair<std::string, Value>> dtypes;
  for (int i = 0; i < kDTypeCount; ++i) {
    auto dtype = static_cast<DType>(i);
    dtypes.push_back({info(dtype).name, torch_of(in).dtype_object(dtype)});
  }
  in.put(module->attrs, in.symbol("dtypes"), object_with(in, "dtypes", std::move(dtypes)));
  const Options& o = in.session.options;
  in.put(module->attrs, in.symbol("options"),
         object_with(in, "options", {{"opset", Value::of(o.opset)}, {"target", in.str(o.target)},
                                     {"train", Value::of(o.train)}}));
}

}  // namespace

void install_torch(Interp& interp) {
  auto torch = std::make_unique<Torch>(interp);
  torch->random_state = interp.session.options.seed;
  interp.tensors = std::move(torch);
  interp.native_modules["_native"] = make_native;
  install_primitives(interp);
}

}  // namespace nnscan::torch
