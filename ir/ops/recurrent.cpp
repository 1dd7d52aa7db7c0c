// Recurrent layers over a sequence [T, N, input]. The layout with the batch first, which ONNX
// has from opset 14 on, is not used: backends lack it.
#include <fmt/format.h>

#include "ir/ops/families.h"
#include "ir/ops/rule.h"

namespace nnscan {
namespace {

struct Recurrence {
  Dim steps, batch, hidden, directions;
};

// Inputs: X, W [directions, gates * hidden, input], R [directions, gates * hidden, hidden],
// B [directions, 2 * gates * hidden], sequence_lens [N], initial_h [directions, N, hidden].
std::optional<Recurrence> check(InferContext& ctx, int64_t gates) {
  if (!admit(ctx, 0, {kIeeeFloats}) || !same_dtype(ctx, 0, 1) || !same_dtype(ctx, 0, 2)) {
    return std::nullopt;
  }
  if (ctx.node.int_or("layout", 0) != 0) {
    ctx.fail("only `layout` 0 is supported");
    return std::nullopt;
  }
  static constexpr struct { int rank; const char* what; } kInputs[] = {
      {3, "the sequence"}, {3, "the input weight"}, {3, "the recurrent weight"}, {2, "the bias"},
      {1, "the sequence lengths"}, {3, "the initial state"}, {3, "the initial cell state"},
      {2, "the peephole weight"}};
  for (size_t i = 0; i < std::min(ctx.input_count(), std::size(kInputs)); ++i) {
    if (ctx.has(i) && !ctx.want_rank(i, kInputs[i].rank, kInputs[i].what)) return std::nullopt;
  }
  if (ctx.has(4) && !admit_only(ctx, 4, DType::kInt32)) return std::nullopt;
  const Type &x = ctx.in(0), &w = ctx.in(1), &r = ctx.in(2);
  bool both = ctx.node.string_or("direction", "forward") == "bidirectional";
  Dim directions = ctx.dims.constant(both ? 2 : 1), hidden = r.dims[2];
  if (int64_t stated = ctx.node.int_or("hidden_size", 0)) {
    hidden = ctx.unify(hidden, ctx.dims.constant(stated), "the weight and `hidden_size`");
  }
  Dim rows = mul(ctx, hidden, gates);
  ctx.unify(w.dims[0], directions, "the weight's first axis and the directions");
  ctx.unify(r.dims[0], directions, "the weight's first axis and the directions");
  ctx.unify(w.dims[1], rows, "the rows of the input weight and the gates");
  ctx.unify(r.dims[1], rows, "the rows of the recurrent weight and the gates");
  ctx.unify(x.dims[2], w.dims[2], "the input's last axis and the weight's");
  if (ctx.has(3)) ctx.unify(ctx.in(3).dims[1], mul(ctx, rows, 2), "the bias and the gates");
  return Recurrence{x.dims[0], x.dims[1], hidden, directions};
}

// Initial states are [directions, N, hidden].
void check_states(InferContext& ctx, const Recurrence& shape) {
  for (size_t i = 5; i < 7 && i < ctx.input_count(); ++i) {
    if (!ctx.has(i) || !same_dtype(ctx, 0, i)) continue;
    const Dims& state = ctx.in(i).dims;
    ctx.unify(state[0], shape.directions, "the initial state and the directions");
    ctx.unify(shape.batch, state[1], "the batch and that of the initial state");
    ctx.unify(state[2], shape.hidden, "the initial state and the hidden size");
  }
  if (ctx.has(4)) {
    ctx.unify(shape.batch, ctx.in(4).dims[0], "the batch and the sequence lengths");
  }
}

// Outputs: Y [T, directions, N, hidden], Y_h [directions, N, hidden], and for LSTM Y_c likewise.
template <int64_t gates>
void infer_recurrent(InferContext& ctx) {
  auto shape = check(ctx, gates);
  if (!shape) return;
  check_states(ctx, *shape);
  DType dtype = ctx.in(0).dtype;
  ctx.set(dtype, {shape->steps, shape->directions, shape->batch, shape->hidden});
  for (size_t i = 1; i < ctx.node.outputs.size(); ++i) {
    ctx.set(dtype, {shape->directions, shape->batch, shape->hidden});
  }
}

constexpr OpInfo kRecurrentRows[] = {
    {"LSTM", 7, infer_recurrent<4>},
    {"GRU", 7, infer_recurrent<3>},
    {"RNN", 7, infer_recurrent<1>},
};

}  // namespace

std::span<const OpInfo> recurrent_ops() { return kRecurrentRows; }

}  // namespace nnscan
