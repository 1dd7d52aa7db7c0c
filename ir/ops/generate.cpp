// Operators that make elements from sizes and numbers: ranges, fills, diagonals, one-hot rows.
#include <fmt/format.h>

#include <algorithm>

#include "ir/ops/families.h"
#include "ir/ops/fold.h"
#include "ir/ops/rule.h"

namespace nnscan {
namespace {

constexpr Admits kRanged = {
    one_of(DType::kInt16, DType::kInt32, DType::kInt64, DType::kFloat32, DType::kFloat64)};

// The one integer in an input, of whatever integer dtype.
std::optional<Dim> integer(InferContext& ctx, size_t input) {
  if (const Constant* constant = ctx.constant(input)) {
    return ctx.dims.constant(constant->as_int(0));
  }
  auto dims = ctx.dims_value(input);
  return dims && dims->size() == 1 ? std::optional(dims->front()) : std::nullopt;
}

// max(0, ceil((limit - start) / delta)); nothing where a bound or the step is not known.
std::optional<Dim> range_length(InferContext& ctx) {
  Dim zero = ctx.dims.constant(0);
  if (is_float(ctx.in(0).dtype)) {
    const Constant *start = ctx.constant(0), *limit = ctx.constant(1), *delta = ctx.constant(2);
    if (!start || !limit || !delta) return std::nullopt;
    double length = std::ceil((limit->as_double(0) - start->as_double(0)) / delta->as_double(0));
    if (!(length < 0x1p53)) return std::nullopt;
    return ctx.dims.constant(length > 0 ? static_cast<int64_t>(length) : 0);
  }
  auto start = integer(ctx, 0), limit = integer(ctx, 1);
  auto delta = known_int(ctx, 2);
  if (!start || !limit || !delta) return std::nullopt;
  Dim span = ctx.dims.sub(*limit, *start);
  if (*delta < 0) span = ctx.dims.neg(span);
  return max_of(ctx, zero, ceil_div(ctx, span, std::abs(*delta)));
}

void infer_range(InferContext& ctx) {
  for (size_t i = 0; i < 3; ++i) {
    if (!admit(ctx, i, kRanged) || !same_dtype(ctx, 0, i)) return;
    if (!ctx.want_rank(i, 0, "a bound or step of a range")) return;
  }
  if (const Constant* delta = ctx.constant(2); delta && delta->as_double(0) == 0) {
    return ctx.fail("the step cannot be 0");
  }
  auto length = range_length(ctx);
  ctx.set(ctx.in(0).dtype, {length ? *length : ctx.dims.unknown()});
}

// start + i * delta, each rounded once, as torch.arange computes it.
Folded fold_range(const FoldContext& ctx) {
  if (!foldable(ctx)) return {};
  Shape shape = out_shape(ctx);
  auto fold = [&]<class A>(A) -> Folded {
    A start = Elements<A>(*ctx.inputs[0])[0], delta = Elements<A>(*ctx.inputs[2])[0];
    std::vector<A> out;
    for (int64_t i = 0; i < shape[0]; ++i) out.push_back(start + static_cast<A>(i) * delta);
    return {store<A>(ctx.inputs[0]->dtype(), shape, out)};
  };
  return is_float(ctx.inputs[0]->dtype()) ? fold(double{}) : fold(int64_t{});
}

ConstantRef fill_value(const Node& node) {
  const Attribute* value = node.find("value");
  return value ? std::get<ConstantRef>(*value) : Constant::scalar_float(0);
}

void infer_constant_of_shape(InferContext& ctx) {
  if (!admit_list(ctx, 0, "the shape")) return;
  ConstantRef value = fill_value(ctx.node);
  if (value->numel() != 1) return ctx.fail("`value` must hold one element");
  auto sizes = ctx.dims_value(0);
  if (sizes && !not_negative(ctx, *sizes)) return;
  if (sizes) return ctx.set(value->dtype(), std::move(*sizes));
  auto rank = known_length(ctx, 0);
  ctx.set(rank ? Type::of(value->dtype(), unknown_dims(ctx, *rank))
               : Type::unranked(value->dtype()));
}

Folded fold_constant_of_shape(const FoldContext& ctx) {
  if (!foldable(ctx)) return {};
  Shape shape = out_shape(ctx);
  ConstantRef value = fill_value(ctx.node);
  if (count(shape) == 0) return {Constant::own(value->dtype(), shape, {})};
  return {Constant::splat(value->dtype(), shape, value->element(0))};
}

void infer_eye_like(InferContext& ctx) {
  if (!ctx.want_rank(0, 2, "the input")) return;
  auto dtype = dtype_from_onnx(ctx.node.int_or("dtype", info(ctx.in(0).dtype).onnx));
  if (!dtype) return ctx.fail("`dtype` is no dtype that PyTorch has");
  ctx.set(retyped(ctx.in(0), *dtype));
}

Folded fold_eye_like(const FoldContext& ctx) {
  if (!foldable(ctx)) return {};
  Shape shape = out_shape(ctx);
  int64_t k = std::clamp(ctx.node.int_or("k", 0), -shape[0], shape[1]);
  std::vector<int64_t> out(static_cast<size_t>(count(shape)), 0);
  for (int64_t row = 0; row < shape[0]; ++row) {
    if (row + k >= 0 && row + k < shape[1]) out[row * shape[1] + row + k] = 1;
  }
  return {store<int64_t>(ctx.outputs[0].dtype, shape, out)};
}

void infer_trilu(InferContext& ctx) {
  const Type& x = ctx.in(0);
  if (ctx.has(1) && (!admit_only(ctx, 1, DType::kInt64) || !ctx.want_rank(1, 0, "k"))) return;
  if (x.ranked && x.rank() < 2) return ctx.fail("the input needs two axes");
  ctx.set(x);
}

// The upper triangle keeps column - row >= k, the lower one column - row <= k.
Folded fold_trilu(const FoldContext& ctx) {
  if (!foldable(ctx)) return {};
  const Constant& x = *ctx.inputs[0];
  int64_t k = ctx.inputs.size() > 1 && ctx.inputs[1] ? ctx.inputs[1]->as_int(0) : 0;
  bool upper = ctx.node.int_or("upper", 1) != 0;
  int64_t rows = x.shape()[x.rank() - 2], columns = x.shape().back();
  std::vector<int64_t> source(static_cast<size_t>(x.numel()));
  for (int64_t i = 0; i < x.numel(); ++i) {
    int64_t distance = i % columns - i / columns % rows;
    source[i] = (upper ? distance >= k : distance <= k) ? i : -1;
  }
  const std::byte zero[8] = {};
  return {take(x, x.shape(), source, zero)};
}

// Indices, depth, [off, on].
void infer_one_hot(InferContext& ctx) {
  if (!admit(ctx, 0, {kNumbers}) || !admit(ctx, 1, {kNumbers})) return;
  const Type& indices = ctx.in(0);
  DType dtype = ctx.in(2).dtype;
  if (!indices.ranked) return ctx.set(Type::unranked(dtype));
  int64_t axis = ctx.axis(ctx.node.int_or("axis", -1), indices.rank() + 1);
  if (ctx.failed()) return;
  auto depth = ctx.dims_value(1);
  Dims out = indices.dims;
  out.insert(out.begin() + axis,
             depth && depth->size() == 1 ? depth->front() : ctx.dims.unknown());
  ctx.set(dtype, std::move(out));
}

// Negative indices count from the end; those out of range give a row of "off".
Folded fold_one_hot(const FoldContext& ctx) {
  if (!foldable(ctx)) return {};
  const Constant &indices = *ctx.inputs[0], &values = *ctx.inputs[2];
  if (is_float(indices.dtype()) || values.numel() != 2) return {};
  Shape shape = out_shape(ctx);
  AxisSplit at(shape, normal_axis(ctx.node.int_or("axis", -1), shape.size()));
  std::vector<int64_t> source(static_cast<size_t>(count(shape)), 0);
  for (int64_t row = 0; row < at.outer * at.inner; ++row) {
    int64_t hot = indices.as_int(row);
    if (hot < 0) hot += at.size;
    if (hot < 0 || hot >= at.size) continue;
    source[(row / at.inner * at.size + hot) * at.inner + row % at.inner] = 1;
  }
  return {take(values, shape, source)};
}

constexpr OpInfo kGenerateRows[] = {
    {"Range", 11, infer_range, fold_range},
    {"ConstantOfShape", 9, infer_constant_of_shape, fold_constant_of_shape},
    {"EyeLike", 9, infer_eye_like, fold_eye_like},
    {"Trilu", 14, infer_trilu, fold_trilu},
    {"OneHot", 11, infer_one_hot, fold_one_hot},
};

}  // namespace

std::span<const OpInfo> generate_ops() { return kGenerateRows; }

}  // namespace nnscan
