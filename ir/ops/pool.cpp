// Pooling over windows, over everything, and back.
#include <fmt/format.h>

#include <algorithm>

#include "ir/ops/families.h"
#include "ir/ops/rule.h"

namespace nnscan {
namespace {

constexpr Admits kMaxPooled = {kIeeeFloats | one_of(DType::kInt8, DType::kUInt8),
                               one_of(DType::kInt8, DType::kUInt8), 12};

// A padded window that holds no data has no maximum; PyTorch allows half a window.
bool sound_pads(InferContext& ctx, const std::vector<Window>& list) {
  for (const Window& window : list) {
    if (window.pad_begin < window.extent() && window.pad_end < window.extent()) continue;
    ctx.fail(fmt::format("padding {} is not smaller than the window's {}",
                         std::max(window.pad_begin, window.pad_end), window.extent()));
    return false;
  }
  return true;
}

// The pooled dims; nothing while something is to be learnt, or after a failure.
std::optional<Dims> pooled(InferContext& ctx) {
  auto kernel = ctx.node.ints_or("kernel_shape", {});
  if (kernel.empty()) {
    ctx.fail("`kernel_shape` is missing");
    return std::nullopt;
  }
  if (!ctx.want_rank(0, static_cast<int>(kernel.size()) + 2, "the input")) return std::nullopt;
  const Type& x = ctx.in(0);
  auto list = windows(ctx, kernel);
  if (ctx.failed() || !sound_pads(ctx, list)) return std::nullopt;
  Dims out = window_outputs(ctx, std::span(x.dims).subspan(2), list);
  if (ctx.failed()) return std::nullopt;
  out.insert(out.begin(), {x.dims[0], x.dims[1]});
  return out;
}

bool dilated(const Node& node) {
  auto dilations = node.ints_or("dilations", {});
  return std::any_of(dilations.begin(), dilations.end(), [](int64_t step) { return step != 1; });
}

// The second output counts places in the whole input tensor, row-major.
void infer_max_pool(InferContext& ctx) {
  if (!admit(ctx, 0, kMaxPooled)) return;
  auto out = pooled(ctx);
  if (!out) return;
  ctx.set(ctx.in(0).dtype, *out);
  if (ctx.node.outputs.size() > 1) ctx.set(DType::kInt64, *out);
}

void infer_average_pool(InferContext& ctx) {
  if (!admit(ctx, 0, kIeee)) return;
  if (dilated(ctx.node) && !needs_opset(ctx, 19, "a dilated average")) return;
  if (auto out = pooled(ctx)) ctx.set(ctx.in(0).dtype, *out);
}

void infer_lp_pool(InferContext& ctx) {
  if (!admit(ctx, 0, kIeee)) return;
  bool late = dilated(ctx.node) || ctx.node.int_or("ceil_mode", 0) != 0;
  if (late && !needs_opset(ctx, 18, "`dilations` or `ceil_mode`")) return;
  if (auto out = pooled(ctx)) ctx.set(ctx.in(0).dtype, *out);
}

// Every spatial axis becomes 1.
void infer_global_pool(InferContext& ctx) {
  if (!admit(ctx, 0, kIeee)) return;
  const Type& x = ctx.in(0);
  if (!x.ranked) return ctx.set(x);
  if (x.rank() < 3) return ctx.fail(fmt::format("the input has {} axes, 3 are needed", x.rank()));
  Dims out = x.dims;
  for (size_t i = 2; i < out.size(); ++i) out[i] = ctx.dims.constant(1);
  ctx.set(x.dtype, std::move(out));
}

void infer_max_unpool(InferContext& ctx) {
  if (!admit(ctx, 0, kIeee) || !admit_only(ctx, 1, DType::kInt64)) return;
  auto kernel = ctx.node.ints_or("kernel_shape", {});
  if (!ctx.want_rank(0, static_cast<int>(kernel.size()) + 2, "the input")) return;
  const Type& x = ctx.in(0);
  if (ctx.in(1).ranked && ctx.in(1).rank() == x.rank()) {
    for (size_t i = 0; i < x.rank(); ++i) {
      ctx.unify(x.dims[i], ctx.in(1).dims[i], fmt::format("axis {} of input and indices", i));
    }
  }
  auto list = windows(ctx, kernel);
  if (ctx.failed()) return;
  if (ctx.has(2)) {
    auto wanted = ctx.dims_value(2);
    if (wanted && wanted->size() != x.rank()) {
      return ctx.fail(fmt::format("an output of {} axes from {}", wanted->size(), x.rank()));
    }
    return ctx.set(x.dtype, wanted ? *wanted : unknown_dims(ctx, x.rank()));
  }
  Dims out = {x.dims[0], x.dims[1]};
  for (size_t i = 0; i < list.size(); ++i) {
    Dim last = mul(ctx, add(ctx, x.dims[2 + i], -1), list[i].stride);
    out.push_back(add(ctx, last, list[i].kernel - list[i].pad_begin - list[i].pad_end));
  }
  ctx.set(x.dtype, std::move(out));
}

// X [N, C, H, W], boxes [R, 5] that begin with the image's number, to [R, C, height, width].
void infer_max_roi_pool(InferContext& ctx) {
  if (!admit_only(ctx, 0, DType::kFloat32) || !same_dtype(ctx, 0, 1)) return;
  if (!ctx.want_rank(0, 4, "the input") || !ctx.want_rank(1, 2, "the boxes")) return;
  auto size = ctx.node.ints_or("pooled_shape", {});
  if (size.size() != 2) return ctx.fail("`pooled_shape` needs two numbers");
  const Type &x = ctx.in(0), &boxes = ctx.in(1);
  ctx.unify(boxes.dims[1], ctx.dims.constant(5), "the numbers of a box");
  ctx.set(x.dtype, {boxes.dims[0], x.dims[1], ctx.dims.constant(size[0]),
                    ctx.dims.constant(size[1])});
}

constexpr OpInfo kPoolRows[] = {
    {"MaxPool", 10, infer_max_pool},
    // Below 19 there are no `dilations`; they are 1 then.
    {"AveragePool", 10, infer_average_pool},
    // Below 18 there are no `dilations` and no `ceil_mode`; they are 1 and 0 then.
    {"LpPool", 11, infer_lp_pool},
    {"GlobalAveragePool", 1, infer_global_pool},
    {"GlobalMaxPool", 1, infer_global_pool},
    {"MaxUnpool", 11, infer_max_unpool},
    {"MaxRoiPool", 1, infer_max_roi_pool},
};

}  // namespace

std::span<const OpInfo> pool_ops() { return kPoolRows; }

}  // namespace nnscan
