// Normalisation, over batches, channels or the last axes, and the softmax family.
#include <fmt/format.h>

#include "ir/ops/families.h"
#include "ir/ops/rule.h"

namespace nnscan {
namespace {

// Inputs `first`... are vectors of one number for each channel (axis 1 of input 0).
bool per_channel(InferContext& ctx, size_t first, size_t last) {
  for (size_t i = first; i <= last; ++i) {
    if (!ctx.want_rank(i, 1, "a vector with one number for each channel")) return false;
    if (!ctx.in(0).ranked) continue;
    ctx.unify(ctx.in(0).dims[1], ctx.in(i).dims[0],
              "the input's channels and the length of a vector");
  }
  return true;
}

bool has_channels(InferContext& ctx, size_t least) {
  const Type& x = ctx.in(0);
  if (!x.ranked || x.rank() >= least) return true;
  ctx.fail(fmt::format("the input has {} axes, {} are needed", x.rank(), least));
  return false;
}

// X, scale, bias, mean, variance. With training_mode, also the running statistics.
void infer_batch_norm(InferContext& ctx) {
  if (!admit(ctx, 0, {kFloats}) || !has_channels(ctx, 2) || !per_channel(ctx, 1, 4)) return;
  bool training = ctx.node.int_or("training_mode", 0) != 0;
  if (training && !needs_opset(ctx, 14, "training mode")) return;
  if (!training && ctx.node.outputs.size() > 1) {
    return ctx.fail("only training mode has more than one output");
  }
  ctx.set(ctx.in(0));
  for (size_t i = 1; i < ctx.node.outputs.size(); ++i) ctx.set(ctx.in(i + 2));
}

void infer_instance_norm(InferContext& ctx) {
  if (!admit(ctx, 0, kIeee) || !has_channels(ctx, 3) || !per_channel(ctx, 1, 2)) return;
  if (same_dtype(ctx, 0, 1) && same_dtype(ctx, 0, 2)) ctx.set(ctx.in(0));
}

// The scale and the bias have the input's sizes from `axis` on.
void infer_layer_norm(InferContext& ctx) {
  if (!admit(ctx, 0, {kFloats})) return;
  for (size_t i = 1; i < ctx.input_count(); ++i) {
    if (ctx.has(i) && !same_dtype(ctx, 0, i)) return;
  }
  const Type& x = ctx.in(0);
  std::vector<Type> out(3, Type::unranked(DType::kFloat32));
  out[0] = x;
  if (x.ranked) {
    int64_t axis = ctx.axis(ctx.node.int_or("axis", -1), x.rank());
    if (ctx.failed()) return;
    for (size_t i = 1; i < ctx.input_count(); ++i) {
      if (!ctx.has(i) || !ctx.in(i).ranked) continue;
      const Type& factor = ctx.in(i);
      if (factor.rank() != x.rank() - axis) {
        return ctx.fail(fmt::format("the scale and the bias must have {} axes, not {}",
                                    x.rank() - axis, factor.rank()));
      }
      for (size_t k = 0; k < factor.rank(); ++k) {
        ctx.unify(x.dims[axis + k], factor.dims[k], "the normalised sizes and the scale's");
      }
    }
    Dims left = x.dims;
    for (size_t i = axis; i < left.size(); ++i) left[i] = ctx.dims.constant(1);
    out[1] = out[2] = Type::of(DType::kFloat32, left);
  }
  for (size_t i = 0; i < ctx.node.outputs.size(); ++i) ctx.set(out[i]);
}

void infer_lrn(InferContext& ctx) {
  if (!admit(ctx, 0, {kFloats}) || !has_channels(ctx, 3)) return;
  if (ctx.node.int_or("size", 0) <= 0) return ctx.fail("`size` must be positive");
  ctx.set(ctx.in(0));
}

void infer_softmax(InferContext& ctx) {
  if (!admit(ctx, 0, {kFloats})) return;
  const Type& x = ctx.in(0);
  if (x.ranked) ctx.axis(ctx.node.int_or("axis", -1), x.rank());
  else if (!needs_opset(ctx, 13, "an input of an unknown number of axes")) return;
  ctx.set(x);
}

void infer_lp_norm(InferContext& ctx) {
  if (!admit(ctx, 0, kIeee)) return;
  if (ctx.in(0).ranked) ctx.axis(ctx.node.int_or("axis", -1), ctx.in(0).rank());
  ctx.set(ctx.in(0));
}

constexpr OpInfo kNormRows[] = {
    // Below 14 there is no `training_mode`; the graph then never holds it.
    {"BatchNormalization", 9, infer_batch_norm},
    {"InstanceNormalization", 6, infer_instance_norm},
    {"LayerNormalization", 17, infer_layer_norm},
    {"LRN", 1, infer_lrn},
    {"LpNormalization", 1, infer_lp_norm},
    // Below 13 these three flatten the input to two axes at `axis`, whose default is 1 and not
    // -1. On the last axis that is the same: `axis` is written, as rank - 1. On another one:
    // Transpose that axis to the end, apply, and Transpose back.
    {"Softmax", 1, infer_softmax},
    {"LogSoftmax", 1, infer_softmax},
    {"Hardmax", 1, infer_softmax},
};

}  // namespace

std::span<const OpInfo> norm_ops() { return kNormRows; }

}  // namespace nnscan
