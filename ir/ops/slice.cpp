// Parts of a tensor along its axes: Slice and Split.
#include <fmt/format.h>

#include <algorithm>
#include <limits>

#include "ir/ops/families.h"
#include "ir/ops/fold.h"
#include "ir/ops/lacks.h"
#include "ir/ops/rule.h"

namespace nnscan {
namespace {

// Beyond the size of any axis: exporters write these for "to the end".
constexpr int64_t kEndless = std::numeric_limits<int32_t>::max();

bool beyond(InferContext& ctx, Dim at, bool above) {
  auto value = ctx.dims.known(at);
  return value && (above ? *value >= kEndless : *value <= -kEndless);
}

// A bound counted from the axis's begin, not yet clamped; nothing where its sign is open.
std::optional<Dim> from_begin(InferContext& ctx, Dim at, Dim size) {
  auto negative = ctx.dims.compare(Compare::kLt, at, ctx.dims.constant(0));
  if (!negative) return std::nullopt;
  return *negative ? ctx.dims.add(at, size) : at;
}

// How many elements a forward slice holds: max(0, ceil((min(end, size) - max(start, 0)) / step)).
// A start beyond the size needs no clamp: the difference is then negative.
std::optional<Dim> forward_length(InferContext& ctx, Dim size, Dim start, Dim end, int64_t step) {
  Dim zero = ctx.dims.constant(0);
  if (beyond(ctx, end, false) || beyond(ctx, start, true)) return zero;
  bool to_end = beyond(ctx, end, true);
  auto last = to_end ? size : from_begin(ctx, end, size);
  auto first = beyond(ctx, start, false) ? zero : from_begin(ctx, start, size);
  if (!last || !first) return std::nullopt;
  bool tail = to_end && ctx.dims.compare(Compare::kLt, start, zero) == true;
  Dim length = tail && !beyond(ctx, start, false)
                   ? min_of(ctx, size, ctx.dims.neg(start))  // x[-k:]
                   : ctx.dims.sub(min_of(ctx, *last, size), max_of(ctx, *first, zero));
  return max_of(ctx, zero, ceil_div(ctx, length, step));
}

// The same from start down to, but not including, end. Unlike Python, ONNX moves a start before
// the axis to its first element. On an end beyond the axis backends do not agree.
std::optional<Dim> backward_length(InferContext& ctx, Dim size, Dim start, Dim end, int64_t step) {
  Dim zero = ctx.dims.constant(0), minus_one = ctx.dims.constant(-1);
  if (beyond(ctx, end, true)) {
    ctx.fail("a backward slice cannot end beyond the axis");
    return std::nullopt;
  }
  Dim top = ctx.dims.sub(size, ctx.dims.constant(1));
  auto first = beyond(ctx, start, true)    ? top
               : beyond(ctx, start, false) ? zero
                                           : from_begin(ctx, start, size);
  auto last = beyond(ctx, end, false) ? minus_one : from_begin(ctx, end, size);
  if (!first || !last) return std::nullopt;
  if (*first != top) first = min_of(ctx, max_of(ctx, *first, zero), top);
  Dim length = ctx.dims.sub(*first, max_of(ctx, *last, minus_one));
  return max_of(ctx, zero, ceil_div(ctx, length, -step));
}

struct SliceInputs {
  std::optional<Dims> starts, ends;
  std::vector<int64_t> axes;
  std::optional<std::vector<int64_t>> steps;
};

// The inputs of Slice with defaults; fails where the axes are not known.
SliceInputs slice_inputs(InferContext& ctx, size_t rank) {
  SliceInputs in{ctx.dims_value(1), ctx.dims_value(2), {}, std::nullopt};
  if (ctx.has(3)) {
    auto axes = known_ints(ctx, 3);
    if (!axes) throw OperatorLacks(ctx, Code::kUnknownDim, "the axes are not known");
    else in.axes = *axes;
  } else {
    auto n = known_length(ctx, 1).value_or(static_cast<int64_t>(rank));
    for (int64_t i = 0; i < n; ++i) in.axes.push_back(i);
  }
  in.steps = ctx.has(4) ? known_ints(ctx, 4) : std::vector<int64_t>(in.axes.size(), 1);
  size_t n = in.axes.size();
  if ((in.starts && in.starts->size() != n) || (in.ends && in.ends->size() != n) ||
      (in.steps && in.steps->size() != n)) {
    ctx.fail("starts, ends, axes and steps have different lengths");
  }
  return in;
}

void infer_slice(InferContext& ctx) {
  const Type& x = ctx.in(0);
  for (size_t i = 1; i < ctx.input_count(); ++i) {
    if (!ctx.has(i)) continue;
    if (!admit(ctx, i, {kWideIntegers}) || !ctx.want_rank(i, 1, "a list of bounds")) return;
  }
  if (!x.ranked) return ctx.set(x);
  SliceInputs in = slice_inputs(ctx, x.rank());
  Dims out = x.dims;
  for (size_t k = 0; k < in.axes.size() && !ctx.failed(); ++k) {
    int64_t axis = ctx.axis(in.axes[k], x.rank());
    if (ctx.failed()) return;
    std::optional<Dim> length;
    if (in.starts && in.ends && in.steps) {
      int64_t step = (*in.steps)[k];
      if (step == 0) return ctx.fail("a step cannot be 0");
      auto rule = step > 0 ? forward_length : backward_length;
      length = rule(ctx, x.dims[axis], (*in.starts)[k], (*in.ends)[k], step);
    }
    out[axis] = length ? *length : ctx.dims.unknown();
  }
  ctx.set(x.dtype, std::move(out));
}

Folded fold_slice(const FoldContext& ctx) {
  if (!foldable(ctx)) return {};
  const Constant& x = *ctx.inputs[0];
  auto optional = [&](size_t i) { return ctx.inputs.size() > i ? ctx.inputs[i] : nullptr; };
  auto starts = ctx.inputs[1]->ints();
  Shape strides = row_major_strides(x.shape());
  int64_t offset = 0;
  for (size_t k = 0; k < starts.size(); ++k) {
    int64_t axis = optional(3) ? normal_axis(optional(3)->as_int(k), x.rank()) : int64_t(k);
    int64_t step = optional(4) ? optional(4)->as_int(k) : 1;
    step = std::clamp(step, -kEndless, kEndless);
    int64_t size = x.shape()[axis], start = starts[k] < 0 ? starts[k] + size : starts[k];
    start = std::clamp<int64_t>(start, 0, std::max<int64_t>(0, step > 0 ? size : size - 1));
    offset += start * strides[axis];
    strides[axis] *= step;
  }
  return {strided(x, out_shape(ctx), strides, offset)};
}

// Opset 18 wants the number of parts said where no sizes are given.
void state_parts(Node& node) {
  if (node.find("num_outputs") || (node.inputs.size() > 1 && node.inputs[1].valid())) return;
  node.attributes.push_back({"num_outputs", static_cast<int64_t>(node.outputs.size())});
}

// Without sizes, the parts are equal and the last one is what remains.
Dims equal_parts(InferContext& ctx, Dim size) {
  auto n = static_cast<int64_t>(ctx.node.outputs.size());
  Dim parts = ctx.dims.constant(n);
  if (auto exact = ctx.dims.divide_exactly(size, parts)) return Dims(n, *exact);
  if (!ctx.dims.known(size) && !needs_opset(ctx, 18, "a split into parts of unknown sizes")) {
    return {};
  }
  Dim part = ceil_div(ctx, size, n);
  Dims out(n, part);
  out.back() = ctx.dims.sub(size, mul(ctx, part, n - 1));
  if (ctx.dims.compare(Compare::kLt, out.back(), ctx.dims.constant(0)) == true) {
    ctx.fail(fmt::format("size {} does not give {} parts", ctx.text(size), n));
  }
  return out;
}

Dims part_sizes(InferContext& ctx, Dim size) {
  if (!ctx.has(1)) return equal_parts(ctx, size);
  auto sizes = ctx.dims_value(1);
  if (!sizes) return unknown_dims(ctx, ctx.node.outputs.size());
  if (sizes->size() != ctx.node.outputs.size()) {
    ctx.fail(fmt::format("{} sizes for {} parts", sizes->size(), ctx.node.outputs.size()));
    return {};
  }
  Dim sum = ctx.dims.constant(0);
  for (Dim part : *sizes) sum = ctx.dims.add(sum, part);
  ctx.unify(size, sum, "the size and the sum of its parts");
  return *sizes;
}

void infer_split(InferContext& ctx) {
  if (ctx.has(1) && !admit_list(ctx, 1, "the list of sizes")) return;
  const Type& x = ctx.in(0);
  state_parts(ctx.node);
  if (!x.ranked) {
    for (size_t i = 0; i < ctx.node.outputs.size(); ++i) ctx.set(x);
    return;
  }
  int64_t axis = ctx.axis(ctx.node.int_or("axis", 0), x.rank());
  if (ctx.failed()) return;
  Dims sizes = part_sizes(ctx, x.dims[axis]);
  if (ctx.failed()) return;
  for (Dim part : sizes) {
    Dims out = x.dims;
    out[axis] = part;
    ctx.set(x.dtype, std::move(out));
  }
}

Folded fold_split(const FoldContext& ctx) {
  if (!foldable(ctx)) return {};
  const Constant& x = *ctx.inputs[0];
  int64_t axis = normal_axis(ctx.node.int_or("axis", 0), x.rank()), offset = 0;
  Shape strides = row_major_strides(x.shape());
  Folded out;
  for (size_t i = 0; i < ctx.outputs.size(); ++i) {
    Shape shape = out_shape(ctx, i);
    out.push_back(strided(x, shape, strides, offset));
    offset += shape[axis] * strides[axis];
  }
  return out;
}

constexpr OpInfo kSliceRows[] = {
    {"Slice", 10, infer_slice, fold_slice},
    // Below 18 there is no `num_outputs`: equal parts, or sizes as input 1. Below 13: input 1, a
    // constant then, becomes the attribute `split`.
    {"Split", 2, infer_split, fold_split},
};

}  // namespace

std::span<const OpInfo> slice_ops() { return kSliceRows; }

}  // namespace nnscan
