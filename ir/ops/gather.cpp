// Elements chosen by index or by mask.
#include <fmt/format.h>

#include <algorithm>

#include "ir/ops/families.h"
#include "ir/ops/fold.h"
#include "ir/ops/rule.h"

namespace nnscan {
namespace {

// Known indices must lie within a known size.
void check_indices(InferContext& ctx, size_t input, Dim size, int64_t axis) {
  const Constant* indices = ctx.constant(input);
  auto n = ctx.dims.known(size);
  if (!indices || !n) return;
  int64_t distinct = indices->is_splat() ? std::min<int64_t>(1, indices->numel())
                                         : indices->numel();
  for (int64_t i = 0; i < distinct; ++i) {
    int64_t at = indices->as_int(i);
    if (at >= -*n && at < *n) continue;
    return ctx.fail(fmt::format("index {} is out of range for axis {} of size {}", at, axis, *n));
  }
}

void infer_gather(InferContext& ctx) {
  if (!admit(ctx, 1, {kWideIntegers})) return;
  const Type &x = ctx.in(0), &indices = ctx.in(1);
  if (!x.ranked || !indices.ranked) return ctx.set(Type::unranked(x.dtype));
  int64_t axis = ctx.axis(ctx.node.int_or("axis", 0), x.rank());
  if (ctx.failed()) return;
  check_indices(ctx, 1, x.dims[axis], axis);
  Dims out(x.dims.begin(), x.dims.begin() + axis);
  out.insert(out.end(), indices.dims.begin(), indices.dims.end());
  out.insert(out.end(), x.dims.begin() + axis + 1, x.dims.end());
  ctx.set(x.dtype, std::move(out));
}

Folded fold_gather(const FoldContext& ctx) {
  if (!foldable(ctx)) return {};
  const Constant &x = *ctx.inputs[0], &indices = *ctx.inputs[1];
  Shape shape = out_shape(ctx);
  if (x.is_splat() && count(shape) > 0) return {Constant::splat(x.dtype(), shape, x.element(0))};
  AxisSplit at(x.shape(), normal_axis(ctx.node.int_or("axis", 0), x.rank()));
  const auto length = static_cast<size_t>(at.inner) * size_of(x.dtype());
  Elements<int64_t> places(indices);
  auto copy = [&](std::byte* to) {
    if (length == 0) return;
    for (int64_t outer = 0; outer < at.outer; ++outer) {
      for (int64_t k = 0; k < indices.numel(); ++k, to += length) {
        int64_t i = places[k];
        std::memcpy(to, x.element((outer * at.size + (i < 0 ? i + at.size : i)) * at.inner), length);
      }
    }
  };
  return {filled_bytes(x.dtype(), shape, copy)};
}

// The result has the shape of the indices; on the other axes they may not exceed the data.
void infer_gather_elements(InferContext& ctx) {
  if (!admit(ctx, 1, {kWideIntegers})) return;
  const Type &x = ctx.in(0), &indices = ctx.in(1);
  if (x.ranked && indices.ranked) {
    if (x.rank() != indices.rank()) {
      return ctx.fail(fmt::format("the indices have {} axes, the data {}", indices.rank(),
                                  x.rank()));
    }
    int64_t axis = ctx.axis(ctx.node.int_or("axis", 0), x.rank());
    if (ctx.failed()) return;
    for (size_t i = 0; i < x.rank(); ++i) {
      if (int64_t(i) == axis) continue;
      if (ctx.dims.compare(Compare::kGt, indices.dims[i], x.dims[i]) != true) continue;
      return ctx.fail(fmt::format("the indices have size {} on axis {}, the data only {}",
                                  ctx.text(indices.dims[i]), i, ctx.text(x.dims[i])));
    }
    check_indices(ctx, 1, x.dims[axis], axis);
  }
  ctx.set(retyped(indices, x.dtype));
}

Folded fold_gather_elements(const FoldContext& ctx) {
  if (!foldable(ctx)) return {};
  const Constant &x = *ctx.inputs[0], &indices = *ctx.inputs[1];
  int64_t axis = normal_axis(ctx.node.int_or("axis", 0), x.rank());
  Shape strides = row_major_strides(x.shape()), others = strides;
  others[axis] = 0;
  std::vector<int64_t> source;
  for_each_offset<2>(indices.shape(), {row_major_strides(indices.shape()), others}, {0, 0},
                     [&](int64_t at, int64_t base) {
                       int64_t i = indices.as_int(at);
                       if (i < 0) i += x.shape()[axis];
                       source.push_back(base + i * strides[axis]);
                     });
  return {take(x, out_shape(ctx), source)};
}

// The last axis of the indices holds a place in the data's axes after the batch ones.
void infer_gather_nd(InferContext& ctx) {
  if (!admit_only(ctx, 1, DType::kInt64)) return;
  int64_t batch = ctx.node.int_or("batch_dims", 0);
  if (batch != 0 && !needs_opset(ctx, 12, "`batch_dims`")) return;
  const Type &x = ctx.in(0), &indices = ctx.in(1);
  if (!x.ranked || !indices.ranked) return ctx.set(Type::unranked(x.dtype));
  if (indices.rank() == 0) return ctx.fail("the indices need an axis");
  auto depth = ctx.dims.known(indices.dims.back());
  if (!depth) return ctx.set(Type::unranked(x.dtype));
  if (batch < 0 || batch >= int64_t(indices.rank()) || batch + *depth > int64_t(x.rank())) {
    return ctx.fail(fmt::format("{} batch axes and places of {} numbers do not fit data of {} "
                                "axes", batch, *depth, x.rank()));
  }
  Dims out(indices.dims.begin(), indices.dims.end() - 1);
  for (int64_t i = 0; i < batch; ++i) {
    out[i] = ctx.unify(x.dims[i], out[i], fmt::format("batch axis {}", i));
  }
  out.insert(out.end(), x.dims.begin() + batch + *depth, x.dims.end());
  ctx.set(x.dtype, std::move(out));
}

Folded fold_gather_nd(const FoldContext& ctx) {
  if (!foldable(ctx) || ctx.node.int_or("batch_dims", 0) != 0) return {};
  const Constant &x = *ctx.inputs[0], &indices = *ctx.inputs[1];
  int64_t depth = indices.shape().back();
  Shape strides = row_major_strides(x.shape());
  int64_t inner = 1;
  for (size_t i = static_cast<size_t>(depth); i < x.rank(); ++i) inner *= x.shape()[i];
  Shape shape = out_shape(ctx);
  std::vector<int64_t> source;
  int64_t places = inner == 0 ? 0 : count(shape) / inner;
  for (int64_t k = 0; k < places; ++k) {
    int64_t base = 0;
    for (int64_t axis = 0; axis < depth; ++axis) {
      int64_t i = indices.as_int(k * depth + axis), size = x.shape()[axis];
      if (i < -size || i >= size) return {};
      base += (i < 0 ? i + size : i) * strides[axis];
    }
    for (int64_t i = 0; i < inner; ++i) source.push_back(base + i);
  }
  return {take(x, shape, source)};
}

std::vector<int64_t> chosen_places(const Constant& mask) {
  std::vector<int64_t> out;
  for (int64_t i = 0; i < mask.numel(); ++i) {
    if (mask.as_int(i) != 0) out.push_back(i);
  }
  return out;
}

void infer_compress(InferContext& ctx) {
  if (!admit_only(ctx, 1, DType::kBool) || !ctx.want_rank(1, 1, "the mask")) return;
  const Type& x = ctx.in(0);
  Dim found = ctx.dims.unknown();
  if (const Constant* mask = ctx.constant(1)) {
    found = ctx.dims.constant(static_cast<int64_t>(chosen_places(*mask).size()));
  }
  const Attribute* given = ctx.node.find("axis");
  if (!given) return ctx.set(x.dtype, {found});
  if (!x.ranked) return ctx.set(x);
  int64_t axis = ctx.axis(std::get<int64_t>(*given), x.rank());
  if (ctx.failed()) return;
  Dims out = x.dims;
  out[axis] = found;
  ctx.set(x.dtype, std::move(out));
}

Folded fold_compress(const FoldContext& ctx) {
  if (!foldable(ctx)) return {};
  const Constant& x = *ctx.inputs[0];
  auto places = chosen_places(*ctx.inputs[1]);
  const Attribute* given = ctx.node.find("axis");
  Shape flat = {x.numel()};
  AxisSplit at(given ? x.shape() : flat,
               given ? normal_axis(std::get<int64_t>(*given), x.rank()) : 0);
  if (!places.empty() && places.back() >= at.size) return {};
  std::vector<int64_t> source;
  for (int64_t outer = 0; outer < at.outer; ++outer) {
    for (int64_t place : places) {
      for (int64_t i = 0; i < at.inner; ++i) {
        source.push_back((outer * at.size + place) * at.inner + i);
      }
    }
  }
  return {take(x, out_shape(ctx), source)};
}

constexpr OpInfo kGatherRows[] = {
    {"Gather", 11, infer_gather, fold_gather},
    {"GatherElements", 11, infer_gather_elements, fold_gather_elements},
    {"GatherND", 11, infer_gather_nd, fold_gather_nd},
    {"Compress", 11, infer_compress, fold_compress},
};

}  // namespace

std::span<const OpInfo> gather_ops() { return kGatherRows; }

}  // namespace nnscan
