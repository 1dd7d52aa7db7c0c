// Operators that place elements elsewhere: permutation, joining, repetition, padding.
#include <fmt/format.h>

#include <algorithm>
#include <numeric>

#include "ir/ops/families.h"
#include "ir/ops/fold.h"
#include "ir/ops/lacks.h"
#include "ir/ops/rule.h"

namespace nnscan {
namespace {

std::vector<int64_t> permutation(const Node& node, size_t rank) {
  std::vector<int64_t> reversed(rank);
  std::iota(reversed.rbegin(), reversed.rend(), 0);
  return node.ints_or("perm", reversed);
}

void infer_transpose(InferContext& ctx) {
  if (const Attribute* perm = ctx.node.find("perm"); perm && !ctx.in(0).ranked) {
    auto rank = std::get<std::vector<int64_t>>(*perm).size();
    if (!ctx.want_rank(0, static_cast<int>(rank), "the input")) return;
  }
  const Type& x = ctx.in(0);
  if (!x.ranked) return ctx.set(x);
  auto perm = permutation(ctx.node, x.rank());
  auto sorted = perm;
  std::sort(sorted.begin(), sorted.end());
  bool valid = sorted.size() == x.rank();
  for (size_t i = 0; valid && i < sorted.size(); ++i) valid = sorted[i] == int64_t(i);
  if (!valid) {
    return ctx.fail(fmt::format("[{}] is not a permutation of {} axes", fmt::join(perm, ", "),
                                x.rank()));
  }
  Dims out;
  for (int64_t axis : perm) out.push_back(x.dims[axis]);
  ctx.set(x.dtype, std::move(out));
}

Folded fold_transpose(const FoldContext& ctx) {
  if (!foldable(ctx)) return {};
  const Constant& x = *ctx.inputs[0];
  Shape own = row_major_strides(x.shape()), strides;
  for (int64_t axis : permutation(ctx.node, x.rank())) strides.push_back(own[axis]);
  return {strided(x, out_shape(ctx), strides)};
}

void infer_concat(InferContext& ctx) {
  const Type* first = nullptr;
  for (size_t i = 0; i < ctx.input_count(); ++i) {
    if (!same_dtype(ctx, 0, i)) return;
    if (!first && ctx.in(i).ranked) first = &ctx.in(i);
  }
  if (!first) return ctx.set(ctx.in(0));
  Dims out = first->dims;
  int64_t axis = ctx.axis(ctx.node.int_or("axis", 0), out.size());
  if (ctx.failed()) return;
  Dim sum = ctx.dims.constant(0);
  for (size_t i = 0; i < ctx.input_count(); ++i) {
    const Type& x = ctx.in(i);
    if (!x.ranked) {
      sum = ctx.dims.unknown();
      break;
    }
    if (x.rank() != out.size()) {
      return ctx.fail(fmt::format("the inputs have {} and {} axes", out.size(), x.rank()));
    }
    for (size_t k = 0; k < out.size(); ++k) {
      if (int64_t(k) == axis) continue;
      out[k] = ctx.unify(out[k], x.dims[k], fmt::format("axis {} of the joined tensors", k));
    }
    sum = ctx.dims.add(sum, x.dims[axis]);
  }
  out[axis] = sum;
  ctx.set(first->dtype, std::move(out));
}

Folded fold_concat(const FoldContext& ctx) {
  if (!foldable(ctx)) return {};
  Shape shape = out_shape(ctx);
  int64_t axis = normal_axis(ctx.node.int_or("axis", 0), shape.size());
  struct Part { const std::byte* from; size_t length; };
  std::vector<Part> parts;
  for (const Constant* x : ctx.inputs) {
    AxisSplit part(x->shape(), axis);
    parts.push_back({x->bytes().data(), static_cast<size_t>(part.size * part.inner) * size_of(x->dtype())});
  }
  return {filled_bytes(ctx.outputs[0].dtype, shape, [&](std::byte* to) {
    for (int64_t row = AxisSplit(shape, axis).outer; row > 0; --row) {
      for (Part& part : parts) {
        if (part.length > 0) std::memcpy(to, part.from, part.length);
        to += part.length;
        part.from += part.length;
      }
    }
  })};
}

void infer_tile(InferContext& ctx) {
  if (!admit_list(ctx, 1, "the list of repeats")) return;
  const Type& x = ctx.in(0);
  if (!x.ranked) return ctx.set(x);
  auto repeats = ctx.dims_value(1);
  if (!repeats) return ctx.set(x.dtype, unknown_dims(ctx, x.rank()));
  if (repeats->size() != x.rank()) {
    return ctx.fail(fmt::format("{} repeats for {} axes", repeats->size(), x.rank()));
  }
  if (!not_negative(ctx, *repeats)) return;
  Dims out;
  for (size_t i = 0; i < x.rank(); ++i) out.push_back(ctx.dims.mul(x.dims[i], (*repeats)[i]));
  ctx.set(x.dtype, std::move(out));
}

// Each axis becomes two: the repeats, which do not move in the input, and the axis itself.
Folded fold_tile(const FoldContext& ctx) {
  if (!foldable(ctx)) return {};
  const Constant& x = *ctx.inputs[0];
  Shape own = row_major_strides(x.shape()), shape, strides;
  for (size_t i = 0; i < x.rank(); ++i) {
    shape.insert(shape.end(), {ctx.inputs[1]->as_int(int64_t(i)), x.shape()[i]});
    strides.insert(strides.end(), {0, own[i]});
  }
  return {strided(x, shape, strides)->reshaped(out_shape(ctx))};
}

bool check_pad(InferContext& ctx) {
  std::string mode = ctx.node.string_or("mode", "constant");
  if (mode == "wrap") {
    if (!needs_opset(ctx, 19, "the mode `wrap`")) return false;
  } else if (mode != "constant" && mode != "reflect" && mode != "edge") {
    ctx.fail(fmt::format("there is no mode `{}`", mode));
    return false;
  }
  if (ctx.in(0).dtype == DType::kBool && !needs_opset(ctx, 13, "`bool`")) return false;
  return admit_list(ctx, 1, "the list of pads") && (!ctx.has(2) || same_dtype(ctx, 0, 2));
}

void infer_pad(InferContext& ctx) {
  if (!check_pad(ctx)) return;
  const Type& x = ctx.in(0);
  if (!x.ranked) return ctx.set(x);
  std::vector<int64_t> axes(x.rank());
  std::iota(axes.begin(), axes.end(), 0);
  if (ctx.has(3)) {
    auto given = known_ints(ctx, 3);
    if (!given) throw OperatorLacks(ctx, Code::kUnknownDim, "the axes are not known");
    axes = *given;
  }
  auto pads = ctx.dims_value(1);
  if (pads && pads->size() != 2 * axes.size()) {
    return ctx.fail(fmt::format("{} pads for {} axes", pads->size(), axes.size()));
  }
  Dims out = x.dims;
  for (size_t k = 0; k < axes.size(); ++k) {
    int64_t axis = ctx.axis(axes[k], x.rank());
    if (ctx.failed()) return;
    Dim grown = pads ? ctx.dims.add(out[axis], ctx.dims.add((*pads)[k], (*pads)[axes.size() + k]))
                     : ctx.dims.unknown();
    if (ctx.dims.compare(Compare::kLt, grown, ctx.dims.constant(0)) == true) {
      return ctx.fail(fmt::format("padding leaves axis {} with size {}", axis, ctx.text(grown)));
    }
    out[axis] = grown;
  }
  ctx.set(x.dtype, std::move(out));
}

// Where index `at` of a padded axis comes from; -1: the constant value.
int64_t pad_source(const std::string& mode, int64_t at, int64_t size) {
  if (at >= 0 && at < size) return at;
  if (mode == "constant" || size == 0) return -1;
  if (mode == "edge") return at < 0 ? 0 : size - 1;
  if (mode == "wrap") return (at % size + size) % size;
  int64_t period = std::max<int64_t>(1, 2 * (size - 1));
  int64_t phase = (at % period + period) % period;
  return phase < size ? phase : period - phase;
}

Folded fold_pad(const FoldContext& ctx) {
  if (!foldable(ctx) || (ctx.inputs.size() > 3 && ctx.inputs[3])) return {};
  const Constant& x = *ctx.inputs[0];
  std::string mode = ctx.node.string_or("mode", "constant");
  Shape shape = out_shape(ctx), strides = row_major_strides(x.shape());
  std::vector<int64_t> source = {0};
  for (size_t axis = 0; axis < shape.size(); ++axis) {
    std::vector<int64_t> next;
    next.reserve(source.size() * static_cast<size_t>(shape[axis]));
    int64_t before = ctx.inputs[1]->as_int(int64_t(axis));
    for (int64_t base : source) {
      for (int64_t i = 0; i < shape[axis]; ++i) {
        int64_t at = pad_source(mode, i - before, x.shape()[axis]);
        next.push_back(base < 0 || at < 0 ? -1 : base + at * strides[axis]);
      }
    }
    source = std::move(next);
  }
  const Constant* value = ctx.inputs.size() > 2 ? ctx.inputs[2] : nullptr;
  const std::byte zero[8] = {};
  return {take(x, shape, source, value ? value->element(0) : zero)};
}

// [N, C, H, W] with blocks of b×b: channels become space, or the other way.
void infer_blocks(InferContext& ctx, bool to_space) {
  if (!ctx.want_rank(0, 4, "the input")) return;
  const Type& x = ctx.in(0);
  int64_t b = ctx.node.int_or("blocksize", 0);
  if (b <= 0) return ctx.fail("`blocksize` must be positive");
  auto divided = [&](size_t axis, int64_t by) {
    Dim size = x.dims[axis], d = ctx.dims.constant(by);
    if (auto exact = ctx.dims.divide_exactly(size, d)) return *exact;
    if (ctx.dims.known(size)) {
      ctx.fail(fmt::format("axis {} has size {}, not a multiple of {}", axis, ctx.text(size), by));
    }
    return ctx.dims.floor_div(size, d);
  };
  if (to_space) {
    ctx.set(x.dtype, {x.dims[0], divided(1, b * b), mul(ctx, x.dims[2], b),
                      mul(ctx, x.dims[3], b)});
  } else {
    ctx.set(x.dtype, {x.dims[0], mul(ctx, x.dims[1], b * b), divided(2, b), divided(3, b)});
  }
}

void infer_depth_to_space(InferContext& ctx) { infer_blocks(ctx, true); }
void infer_space_to_depth(InferContext& ctx) { infer_blocks(ctx, false); }

void infer_reverse_sequence(InferContext& ctx) {
  if (!admit_only(ctx, 1, DType::kInt64)) return;
  const Type& x = ctx.in(0);
  if (x.ranked && x.rank() < 2) return ctx.fail("the input needs two axes");
  int64_t batch = ctx.node.int_or("batch_axis", 1), time = ctx.node.int_or("time_axis", 0);
  if (batch + time != 1 || batch < 0 || time < 0) {
    return ctx.fail("of `batch_axis` and `time_axis` one must be 0 and the other 1");
  }
  if (x.ranked && ctx.in(1).ranked && ctx.in(1).rank() == 1) {
    ctx.unify(x.dims[batch], ctx.in(1).dims[0], "the batch and the sequence lengths");
  }
  ctx.set(x);
}

constexpr OpInfo kMovementRows[] = {
    {"Transpose", 1, infer_transpose, fold_transpose},
    {"Concat", 4, infer_concat, fold_concat},
    {"Tile", 6, infer_tile, fold_tile},
    // Below 18 there are no chosen axes (input 3): constant pads are spread over all.
    {"Pad", 11, infer_pad, fold_pad},
    {"DepthToSpace", 11, infer_depth_to_space},
    {"SpaceToDepth", 1, infer_space_to_depth},
    {"ReverseSequence", 10, infer_reverse_sequence},
};

}  // namespace

std::span<const OpInfo> movement_ops() { return kMovementRows; }

}  // namespace nnscan
