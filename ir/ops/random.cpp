// Operators that draw random numbers. They are not pure: two equal nodes give two different
// tensors, and none is folded.
#include <fmt/format.h>

#include "ir/ops/families.h"
#include "ir/ops/rule.h"

namespace nnscan {
namespace {

std::optional<DType> drawn_dtype(InferContext& ctx, DType fallback, DTypeSet allowed) {
  auto dtype = dtype_from_onnx(ctx.node.int_or("dtype", info(fallback).onnx));
  if (dtype && (allowed & one_of(*dtype))) return dtype;
  ctx.fail("`dtype` is none that this can draw");
  return std::nullopt;
}

void infer_random(InferContext& ctx) {
  auto dtype = drawn_dtype(ctx, DType::kFloat32, kIeeeFloats);
  if (!dtype) return;
  Dims out;
  for (int64_t size : ctx.node.ints_or("shape", {})) {
    if (size < 0) return ctx.fail(fmt::format("a size cannot be {}", size));
    out.push_back(ctx.dims.constant(size));
  }
  ctx.set(*dtype, std::move(out));
}

void infer_random_like(InferContext& ctx) {
  if (auto dtype = drawn_dtype(ctx, ctx.in(0).dtype, kIeeeFloats)) {
    ctx.set(retyped(ctx.in(0), *dtype));
  }
}

void infer_bernoulli(InferContext& ctx) {
  if (!admit(ctx, 0, {kIeeeFloats})) return;
  if (auto dtype = drawn_dtype(ctx, ctx.in(0).dtype, kAnything)) {
    ctx.set(retyped(ctx.in(0), *dtype));
  }
}

// Unnormalised log-probabilities [N, classes] to [N, sample_size].
void infer_multinomial(InferContext& ctx) {
  if (!admit(ctx, 0, {kIeeeFloats}) || !ctx.want_rank(0, 2, "the input")) return;
  auto dtype = drawn_dtype(ctx, DType::kInt32, kWideIntegers);
  if (!dtype) return;
  ctx.set(*dtype, {ctx.in(0).dims[0], ctx.dims.constant(ctx.node.int_or("sample_size", 1))});
}

// Data, the share that is dropped, whether to drop at all. The second output is what was kept.
void infer_dropout(InferContext& ctx) {
  if (!admit(ctx, 0, {kFloats})) return;
  if (ctx.has(1) && (!admit(ctx, 1, {kIeeeFloats}) || !ctx.want_rank(1, 0, "the ratio"))) return;
  if (ctx.has(2) && (!admit_only(ctx, 2, DType::kBool) || !ctx.want_rank(2, 0, "the mode"))) {
    return;
  }
  ctx.set(ctx.in(0));
  if (ctx.node.outputs.size() > 1) ctx.set(retyped(ctx.in(0), DType::kBool));
}

constexpr OpInfo kRandomRows[] = {
    {"RandomNormal", 1, infer_random, nullptr, false},
    {"RandomUniform", 1, infer_random, nullptr, false},
    {"RandomNormalLike", 1, infer_random_like, nullptr, false},
    {"RandomUniformLike", 1, infer_random_like, nullptr, false},
    {"Bernoulli", 15, infer_bernoulli, nullptr, false},
    {"Dropout", 12, infer_dropout, nullptr, false},
    {"Multinomial", 7, infer_multinomial, nullptr, false},
};

}  // namespace

std::span<const OpInfo> random_ops() { return kRandomRows; }

}  // namespace nnscan
