// Convolutions. Channels and filters are unified with the weight, so that an input of unknown
// rank or channels is learnt from it. Nothing is folded.
#include <fmt/format.h>

#include "ir/ops/families.h"
#include "ir/ops/lacks.h"
#include "ir/ops/rule.h"

namespace nnscan {
namespace {

// The kernel's sizes from the weight's axes after the first two; these must be known, and what
// `kernel_shape` says, if it is there. Input and weight have one rank after this.
std::vector<int64_t> kernel_sizes(InferContext& ctx) {
  const Type& weight = ctx.in(1);
  if (!weight.ranked || weight.rank() < 3) {
    throw OperatorLacks(ctx, Code::kUnknownRank,
                        "the weight must have a known number of axes, three at least");
    return {};
  }
  if (!ctx.want_rank(0, static_cast<int>(weight.rank()), "the input")) return {};
  auto stated = ctx.node.ints_or("kernel_shape", {});
  std::vector<int64_t> out;
  for (size_t i = 2; i < weight.rank(); ++i) {
    Dim size = weight.dims[i];
    if (!stated.empty() && stated.size() == weight.rank() - 2) {
      size = ctx.unify(size, ctx.dims.constant(stated[i - 2]), "the kernel and `kernel_shape`");
    }
    auto known = ctx.dims.known(size);
    if (!known)
      throw OperatorLacks(ctx, Code::kUnknownDim,
                          fmt::format("the kernel's size {} is not known", ctx.text(size)));
    out.push_back(known.value_or(1));
  }
  return out;
}

bool check_inputs(InferContext& ctx) {
  if (!admit(ctx, 0, kIeee) || !same_dtype(ctx, 0, 1)) return false;
  return !ctx.has(2) || (same_dtype(ctx, 0, 2) && ctx.want_rank(2, 1, "the bias"));
}

void unify_bias(InferContext& ctx, Dim filters) {
  if (ctx.has(2)) ctx.unify(ctx.in(2).dims[0], filters, "the bias and the output's channels");
}

bool learning(const InferContext& ctx) { return ctx.failed() || !ctx.refinements.empty(); }

// W is [filters, channels / group, kernel...].
void infer_conv(InferContext& ctx) {
  if (!check_inputs(ctx)) return;
  auto kernel = kernel_sizes(ctx);
  if (learning(ctx)) return;
  const Type &x = ctx.in(0), &weight = ctx.in(1);
  int64_t group = ctx.node.int_or("group", 1);
  if (group <= 0) return ctx.fail("`group` must be positive");
  ctx.unify(x.dims[1], mul(ctx, weight.dims[1], group),
            "the input's channels and those of the weight");
  auto filters = ctx.dims.known(weight.dims[0]);
  if (filters && *filters % group != 0) {
    return ctx.fail(fmt::format("{} filters do not divide into {} groups", *filters, group));
  }
  unify_bias(ctx, weight.dims[0]);
  auto list = windows(ctx, kernel);
  if (ctx.failed()) return;
  Dims out = window_outputs(ctx, std::span(x.dims).subspan(2), list);
  out.insert(out.begin(), {x.dims[0], weight.dims[0]});
  ctx.set(x.dtype, std::move(out));
}

// W is [channels, filters / group, kernel...].
void infer_conv_transpose(InferContext& ctx) {
  if (!check_inputs(ctx)) return;
  auto kernel = kernel_sizes(ctx);
  if (learning(ctx)) return;
  const Type &x = ctx.in(0), &weight = ctx.in(1);
  int64_t group = ctx.node.int_or("group", 1);
  if (group <= 0) return ctx.fail("`group` must be positive");
  ctx.unify(x.dims[1], weight.dims[0], "the input's channels and those of the weight");
  auto channels = ctx.dims.known(weight.dims[0]);
  if (channels && *channels % group != 0) {
    return ctx.fail(fmt::format("{} channels do not divide into {} groups", *channels, group));
  }
  Dim filters = mul(ctx, weight.dims[1], group);
  unify_bias(ctx, filters);
  if (ctx.node.find("output_shape") || ctx.node.string_or("auto_pad", "NOTSET") != "NOTSET") {
    return ctx.fail("`output_shape` and `auto_pad` are not supported; give `pads`");
  }
  auto list = windows(ctx, kernel);
  auto extra = ctx.node.ints_or("output_padding", std::vector<int64_t>(kernel.size(), 0));
  if (extra.size() != kernel.size()) ctx.fail("`output_padding` needs a number for each axis");
  if (ctx.failed()) return;
  Dims out = {x.dims[0], filters};
  for (size_t i = 0; i < list.size(); ++i) {
    int64_t more = list[i].extent() + extra[i] - list[i].pad_begin - list[i].pad_end;
    Dim last = mul(ctx, add(ctx, x.dims[2 + i], -1), list[i].stride);
    out.push_back(add(ctx, last, more));
  }
  ctx.set(x.dtype, std::move(out));
}

// Input [N, C * taps, blocks] to image [N, C, image_shape...]; the inverse of unfolding.
void infer_col2im(InferContext& ctx) {
  if (!ctx.want_rank(0, 3, "the input")) return;
  if (!admit_list(ctx, 1, "the image's size") || !admit_list(ctx, 2, "the block's size")) return;
  auto image = ctx.dims_value(1);
  auto block = known_ints(ctx, 2);
  if (!image || !block)
    throw OperatorLacks(ctx, Code::kUnknownDim, "the sizes of image and block must be known");
  if (image->size() != block->size()) {
    return ctx.fail(fmt::format("the image has {} axes, the block {}", image->size(),
                                block->size()));
  }
  auto list = windows(ctx, *block);
  if (ctx.failed()) return;
  const Type& x = ctx.in(0);
  int64_t taps = 1;
  for (int64_t size : *block) taps *= size;
  auto channels = ctx.dims.divide_exactly(x.dims[1], ctx.dims.constant(taps));
  if (!channels && ctx.dims.known(x.dims[1])) {
    return ctx.fail(fmt::format("axis 1 has size {}, not a multiple of the block's {}",
                                ctx.text(x.dims[1]), taps));
  }
  Dim blocks = product(ctx, window_outputs(ctx, *image, list));
  ctx.unify(x.dims[2], blocks, "axis 2 and the number of blocks");
  Dims out = *image;
  out.insert(out.begin(), {x.dims[0], channels ? *channels
                                               : ctx.dims.floor_div(x.dims[1],
                                                                    ctx.dims.constant(taps))});
  ctx.set(x.dtype, std::move(out));
}

constexpr OpInfo kConvRows[] = {
    {"Conv", 11, infer_conv},
    {"ConvTranspose", 11, infer_conv_transpose},
    {"Col2Im", 18, infer_col2im},
};

}  // namespace

std::span<const OpInfo> conv_ops() { return kConvRows; }

}  // namespace nnscan
