// Elements written to chosen places of a copy.
#include <fmt/format.h>

#include <algorithm>

#include "ir/ops/families.h"
#include "ir/ops/fold.h"
#include "ir/ops/rule.h"

namespace nnscan {
namespace {

bool check_reduction(InferContext& ctx) {
  std::string reduction = ctx.node.string_or("reduction", "none");
  if (reduction == "none") return true;
  if (reduction == "add" || reduction == "mul") return needs_opset(ctx, 16, "a reduction");
  if (reduction == "max" || reduction == "min") {
    return needs_opset(ctx, 18, "the reduction to an extreme");
  }
  ctx.fail(fmt::format("there is no reduction `{}`", reduction));
  return false;
}

void infer_scatter_elements(InferContext& ctx) {
  if (!check_reduction(ctx) || !admit(ctx, 1, {kWideIntegers}) || !same_dtype(ctx, 0, 2)) return;
  const Type &x = ctx.in(0), &indices = ctx.in(1), &updates = ctx.in(2);
  if (x.ranked) ctx.axis(ctx.node.int_or("axis", 0), x.rank());
  if (indices.ranked && updates.ranked) {
    if (indices.rank() != updates.rank()) {
      return ctx.fail(fmt::format("the indices have {} axes, the updates {}", indices.rank(),
                                  updates.rank()));
    }
    for (size_t i = 0; i < indices.rank(); ++i) {
      ctx.unify(indices.dims[i], updates.dims[i],
                fmt::format("axis {} of the indices and the updates", i));
    }
  }
  if (x.ranked && indices.ranked && x.rank() != indices.rank()) {
    return ctx.fail(fmt::format("the indices have {} axes, the data {}", indices.rank(),
                                x.rank()));
  }
  ctx.set(x);
}

// The updates have the indices' axes but the last, then the data's after the place.
void infer_scatter_nd(InferContext& ctx) {
  if (!check_reduction(ctx) || !admit_only(ctx, 1, DType::kInt64) || !same_dtype(ctx, 0, 2)) {
    return;
  }
  const Type &x = ctx.in(0), &indices = ctx.in(1), &updates = ctx.in(2);
  if (!x.ranked || !indices.ranked || !updates.ranked) return ctx.set(x);
  if (indices.rank() == 0) return ctx.fail("the indices need an axis");
  auto depth = ctx.dims.known(indices.dims.back());
  if (!depth) return ctx.set(x);
  Dims wanted(indices.dims.begin(), indices.dims.end() - 1);
  if (*depth > int64_t(x.rank())) {
    return ctx.fail(fmt::format("places of {} numbers do not fit data of {} axes", *depth,
                                x.rank()));
  }
  wanted.insert(wanted.end(), x.dims.begin() + *depth, x.dims.end());
  if (wanted.size() != updates.rank()) {
    return ctx.fail(fmt::format("the updates have {} axes, not {}", updates.rank(),
                                wanted.size()));
  }
  for (size_t i = 0; i < wanted.size(); ++i) {
    ctx.unify(updates.dims[i], wanted[i], fmt::format("axis {} of the updates", i));
  }
  ctx.set(x);
}

template <class C>
C combine(const std::string& how, C old, C update) {
  using U = std::conditional_t<std::is_integral_v<C>, uint64_t, C>;  // integers wrap
  if (how == "add") return static_cast<C>(U(old) + U(update));
  if (how == "mul") return static_cast<C>(U(old) * U(update));
  if (how == "max") return std::max(old, update);
  return std::min(old, update);
}

// Writes update i to place to[i], in order.
Folded write_updates(const FoldContext& ctx, const std::vector<int64_t>& to) {
  const Constant &x = *ctx.inputs[0], &updates = *ctx.inputs[2];
  std::string how = ctx.node.string_or("reduction", "none");
  if (how == "none") {
    size_t size = size_of(x.dtype());
    auto bytes = copy_bytes(x);
    for (size_t i = 0; i < to.size(); ++i) {
      std::memcpy(bytes.data() + static_cast<size_t>(to[i]) * size,
                  updates.element(static_cast<int64_t>(i)), size);
    }
    return {Constant::own(x.dtype(), x.shape(), std::move(bytes))};
  }
  return with_computing(x.dtype(), [&]<class C>(C) -> Folded {
    Elements<C> old(x), fresh(updates);
    std::vector<C> out(static_cast<size_t>(x.numel()));
    for (int64_t i = 0; i < x.numel(); ++i) out[i] = old[i];
    for (size_t i = 0; i < to.size(); ++i) {
      out[to[i]] = combine(how, out[to[i]], fresh[static_cast<int64_t>(i)]);
    }
    return {store<C>(x.dtype(), x.shape(), out)};
  });
}

Folded fold_scatter_elements(const FoldContext& ctx) {
  if (!foldable(ctx)) return {};
  const Constant &x = *ctx.inputs[0], &indices = *ctx.inputs[1];
  int64_t axis = normal_axis(ctx.node.int_or("axis", 0), x.rank()), size = x.shape()[axis];
  for (size_t i = 0; i < x.rank(); ++i) {
    if (int64_t(i) != axis && indices.shape()[i] > x.shape()[i]) return {};
  }
  Shape strides = row_major_strides(x.shape()), others = strides;
  others[axis] = 0;
  std::vector<int64_t> to;
  bool valid = true;
  for_each_offset<2>(indices.shape(), {row_major_strides(indices.shape()), others}, {0, 0},
                     [&](int64_t at, int64_t base) {
                       int64_t i = indices.as_int(at);
                       valid = valid && i >= -size && i < size;
                       to.push_back(base + (i < 0 ? i + size : i) * strides[axis]);
                     });
  return valid ? write_updates(ctx, to) : Folded{};
}

Folded fold_scatter_nd(const FoldContext& ctx) {
  if (!foldable(ctx)) return {};
  const Constant &x = *ctx.inputs[0], &indices = *ctx.inputs[1];
  int64_t depth = indices.shape().back(), inner = 1;
  Shape strides = row_major_strides(x.shape());
  for (size_t i = static_cast<size_t>(depth); i < x.rank(); ++i) inner *= x.shape()[i];
  int64_t places = 1;
  for (size_t i = 0; i + 1 < indices.rank(); ++i) places *= indices.shape()[i];
  std::vector<int64_t> to;
  for (int64_t k = 0; k < places; ++k) {
    int64_t base = 0;
    for (int64_t axis = 0; axis < depth; ++axis) {
      int64_t i = indices.as_int(k * depth + axis), size = x.shape()[axis];
      if (i < -size || i >= size) return {};
      base += (i < 0 ? i + size : i) * strides[axis];
    }
    for (int64_t i = 0; i < inner; ++i) to.push_back(base + i);
  }
  return write_updates(ctx, to);
}

constexpr OpInfo kScatterRows[] = {
    {"ScatterElements", 11, infer_scatter_elements, fold_scatter_elements},
    {"ScatterND", 11, infer_scatter_nd, fold_scatter_nd},
};

}  // namespace

std::span<const OpInfo> scatter_ops() { return kScatterRows; }

}  // namespace nnscan
