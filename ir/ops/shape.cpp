// Operators about shapes: reading them, and giving the same elements another one.
#include <fmt/format.h>

#include <algorithm>

#include "ir/ops/families.h"
#include "ir/ops/fold.h"
#include "ir/ops/rule.h"

namespace nnscan {
namespace {

// The part of the axes that `start` and `end` choose.
std::pair<int64_t, int64_t> axis_span(const Node& node, size_t rank) {
  auto n = static_cast<int64_t>(rank);
  auto bound = [&](int64_t at) { return std::clamp<int64_t>(at < 0 ? at + n : at, 0, n); };
  int64_t start = bound(node.int_or("start", 0)), end = bound(node.int_or("end", n));
  return {start, std::max(start, end)};
}

void infer_shape(InferContext& ctx) {
  const Type& x = ctx.in(0);
  if (!x.ranked) {
    ctx.set(DType::kInt64, {ctx.dims.unknown()});
    return;
  }
  auto [start, end] = axis_span(ctx.node, x.rank());
  ctx.set(DType::kInt64, {ctx.dims.constant(end - start)});
}

Folded fold_shape(const FoldContext& ctx) {
  const Shape& shape = ctx.inputs[0]->shape();
  auto [start, end] = axis_span(ctx.node, shape.size());
  return {Constant::of_ints({shape.begin() + start, shape.begin() + end})};
}

void infer_size(InferContext& ctx) { ctx.set(Type::scalar(DType::kInt64)); }

Folded fold_size(const FoldContext& ctx) {
  return {Constant::scalar_int(ctx.inputs[0]->numel())};
}

// What -1 stands for: all elements by the product of the other sizes.
Dim inferred_size(InferContext& ctx, Dim total, Dim others) {
  if (auto exact = ctx.dims.divide_exactly(total, others)) return *exact;
  auto n = ctx.dims.known(total), d = ctx.dims.known(others);
  if (d == 0 || (n && d)) {
    ctx.fail(fmt::format("{} elements do not divide into rows of {}", ctx.text(total),
                         ctx.text(others)));
    return total;
  }
  return ctx.dims.floor_div(total, others);
}

// 0 copies the input's size on the same axis, -1 is what remains.
// https://onnx.ai/onnx/operators/onnx__Reshape.html
void infer_reshape(InferContext& ctx) {
  if (!admit_list(ctx, 1, "the shape")) return;
  bool allow_zero = ctx.node.int_or("allowzero", 0) != 0;
  if (allow_zero && !needs_opset(ctx, 14, "allowzero")) return;
  const Type& x = ctx.in(0);
  auto wanted = ctx.dims_value(1);
  if (!wanted) {
    auto rank = known_length(ctx, 1);
    ctx.set(rank ? Type::of(x.dtype, unknown_dims(ctx, *rank)) : Type::unranked(x.dtype));
    return;
  }
  Dims out = *wanted;
  std::optional<size_t> open;
  for (size_t i = 0; i < out.size(); ++i) {
    auto size = ctx.dims.known(out[i]);
    if (size == -1) {
      if (open) return ctx.fail("only one size can be -1");
      open = i;
    } else if (size == 0 && !allow_zero) {
      if (x.ranked && i >= x.rank()) return ctx.fail(fmt::format("the input has no axis {}", i));
      out[i] = x.ranked ? x.dims[i] : ctx.dims.unknown();
    } else if (size && *size < 0) {
      return ctx.fail(fmt::format("a size cannot be {}", *size));
    }
  }
  if (open) {
    out[*open] = ctx.dims.constant(1);
    Dim others = product(ctx, out);
    out[*open] = x.ranked ? inferred_size(ctx, product(ctx, x.dims), others) : ctx.dims.unknown();
  } else if (x.ranked) {
    ctx.unify(product(ctx, x.dims), product(ctx, out), "the number of elements");
  }
  ctx.set(x.dtype, std::move(out));
}

void infer_flatten(InferContext& ctx) {
  const Type& x = ctx.in(0);
  int64_t axis = ctx.node.int_or("axis", 1);
  if (!x.ranked) return ctx.set(x.dtype, unknown_dims(ctx, 2));
  auto rank = static_cast<int64_t>(x.rank());
  if (axis < -rank || axis > rank) {
    return ctx.fail(fmt::format("axis {} is out of range for {} axes", axis, rank));
  }
  if (axis < 0) axis += rank;
  std::span<const Dim> dims = x.dims;
  ctx.set(x.dtype, {product(ctx, dims.first(axis)), product(ctx, dims.subspan(axis))});
}

// A flag for each of `rank` axes; empty after a failure.
std::vector<bool> chosen_axes(InferContext& ctx, const std::vector<int64_t>& axes, size_t rank) {
  std::vector<bool> chosen(rank, false);
  for (int64_t given : axes) {
    int64_t axis = ctx.axis(given, rank);
    if (ctx.failed()) return {};
    if (chosen[axis]) {
      ctx.fail(fmt::format("axis {} is given twice", given));
      return {};
    }
    chosen[axis] = true;
  }
  return chosen;
}

void infer_squeeze(InferContext& ctx) {
  const Type& x = ctx.in(0);
  if (!x.ranked) return ctx.set(x);
  std::vector<int64_t> axes;
  if (ctx.has(1)) {
    if (!admit_list(ctx, 1, "the axes")) return;
    auto given = known_ints(ctx, 1);
    if (!given) return ctx.fail("the axes are not known");
    axes = *given;
  } else {
    for (size_t i = 0; i < x.rank(); ++i) {
      auto one = ctx.dims.compare(Compare::kEq, x.dims[i], ctx.dims.constant(1));
      if (!one) return ctx.fail(fmt::format("it is not known whether axis {} has size 1", i));
      if (*one) axes.push_back(static_cast<int64_t>(i));
    }
  }
  auto drop = chosen_axes(ctx, axes, x.rank());
  Dims out;
  for (size_t i = 0; i < x.rank() && !ctx.failed(); ++i) {
    if (!drop[i]) out.push_back(x.dims[i]);
    else ctx.unify(x.dims[i], ctx.dims.constant(1), "a squeezed axis");
  }
  ctx.set(x.dtype, std::move(out));
}

void infer_unsqueeze(InferContext& ctx) {
  if (!admit_list(ctx, 1, "the axes")) return;
  const Type& x = ctx.in(0);
  auto axes = known_ints(ctx, 1);
  if (!axes) return ctx.fail("the axes are not known");
  if (!x.ranked) return ctx.set(x);
  size_t rank = x.rank() + axes->size();
  auto fresh = chosen_axes(ctx, *axes, rank);
  if (ctx.failed()) return;
  Dims out;
  auto next = x.dims.begin();
  for (size_t i = 0; i < rank; ++i) {
    out.push_back(fresh[i] ? ctx.dims.constant(1) : *next++);
  }
  ctx.set(x.dtype, std::move(out));
}

void infer_expand(InferContext& ctx) {
  if (!admit_list(ctx, 1, "the shape")) return;
  const Type& x = ctx.in(0);
  auto wanted = ctx.dims_value(1);
  if (!wanted) {
    auto rank = known_length(ctx, 1);
    bool known = rank && x.ranked;
    size_t n = known ? std::max<size_t>(*rank, x.rank()) : 0;
    return ctx.set(known ? Type::of(x.dtype, unknown_dims(ctx, n)) : Type::unranked(x.dtype));
  }
  if (!not_negative(ctx, *wanted)) return;
  Type target = Type::of(x.dtype, *wanted);
  const Type* types[] = {&x, &target};
  ctx.set(ctx.broadcast(x.dtype, types));
}

Folded fold_expand(const FoldContext& ctx) {
  if (!foldable(ctx)) return {};
  const Constant& x = *ctx.inputs[0];
  Shape shape = out_shape(ctx);
  if (x.numel() == 1 && count(shape) > 0) {
    return {Constant::splat(x.dtype(), shape, x.element(0))};
  }
  return {strided(x, shape, broadcast_strides(x.shape(), shape))};
}

constexpr OpInfo kShapeRows[] = {
    {"Identity", 1, infer_same, fold_reshape},
    // Below 15 there are no `start` and `end`: a Slice of the whole shape.
    {"Shape", 1, infer_shape, fold_shape},
    {"Size", 1, infer_size, fold_size},
    {"Reshape", 5, infer_reshape, fold_reshape},
    {"Flatten", 11, infer_flatten, fold_reshape},
    // Below 13: the constant input 1 becomes the attribute `axes`.
    {"Squeeze", 11, infer_squeeze, fold_reshape},
    // Below 13: the constant input 1 becomes the attribute `axes`.
    {"Unsqueeze", 11, infer_unsqueeze, fold_reshape},
    {"Expand", 8, infer_expand, fold_expand},
};

}  // namespace

std::span<const OpInfo> shape_ops() { return kShapeRows; }

}  // namespace nnscan
