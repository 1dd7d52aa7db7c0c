// Reductions over axes. The home form takes the axes as input 1; without it, or with none
// in it, every axis is reduced.
#include <fmt/format.h>

#include <limits>

#include "ir/ops/families.h"
#include "ir/ops/fold.h"
#include "ir/ops/lacks.h"
#include "ir/ops/rule.h"

namespace nnscan {
namespace {

constexpr Admits kSummed = {kFloats | kWideIntegers};
// Extremes took int8 and uint8 with opset 12, bool with 20.
constexpr Admits kExtremes = {kFloats | kWideIntegers | one_of(DType::kUInt8, DType::kInt8),
                              one_of(DType::kUInt8, DType::kInt8), 12};

void infer_axes(InferContext& ctx) {
  const Type& x = ctx.in(0);
  bool keep = ctx.node.int_or("keepdims", 1) != 0;
  std::vector<int64_t> axes;
  if (ctx.has(1)) {
    if (!admit_list(ctx, 1, "the axes")) return;
    auto given = known_ints(ctx, 1);
    if (!given) throw OperatorLacks(ctx, Code::kUnknownDim, "the axes are not known");
    axes = *given;
  }
  if (axes.empty() && ctx.node.int_or("noop_with_empty_axes", 0) != 0) return ctx.set(x);
  if (!x.ranked) {
    return ctx.set(axes.empty() && !keep ? Type::scalar(x.dtype) : Type::unranked(x.dtype));
  }
  std::vector<bool> reduced(x.rank(), axes.empty());
  for (int64_t axis : axes) {
    int64_t at = ctx.axis(axis, x.rank());
    if (ctx.failed()) return;
    reduced[at] = true;
  }
  Dims out;
  for (size_t i = 0; i < x.rank(); ++i) {
    if (!reduced[i]) out.push_back(x.dims[i]);
    else if (keep) out.push_back(ctx.dims.constant(1));
  }
  ctx.set(x.dtype, std::move(out));
}

template <Admits T>
void infer_reduce(InferContext& ctx) {
  if (admit(ctx, 0, T)) infer_axes(ctx);
}

void infer_extreme(InferContext& ctx) {
  bool flags = ctx.in(0).dtype == DType::kBool;
  if (flags ? needs_opset(ctx, 20, "`bool`") : admit(ctx, 0, kExtremes)) infer_axes(ctx);
}

// Strides that send each input element to its place in the output: 0 along reduced axes.
// `lengths` is how many elements meet in one place.
Shape place_strides(const FoldContext& ctx, int64_t& lengths) {
  const Shape& shape = ctx.inputs[0]->shape();
  const Constant* axes = ctx.inputs.size() > 1 ? ctx.inputs[1] : nullptr;
  bool all = !axes || axes->numel() == 0;
  std::vector<bool> reduced(shape.size(), all);
  for (int64_t i = 0; !all && i < axes->numel(); ++i) {
    reduced[normal_axis(axes->as_int(i), shape.size())] = true;
  }
  Shape strides(shape.size(), 0);
  int64_t stride = 1;
  lengths = 1;
  for (size_t i = shape.size(); i-- > 0;) {
    if (reduced[i]) {
      lengths *= shape[i];
    } else {
      strides[i] = stride;
      stride *= shape[i];
    }
  }
  return strides;
}

// `Op` gives start, step and finish over the accumulator: double for floats, so that a float32
// sum is rounded once, and int64 for integers.
template <class Op>
Folded fold_reduce(const FoldContext& ctx) {
  const Constant& x = *ctx.inputs[0];
  if (!foldable(ctx) || ctx.node.int_or("noop_with_empty_axes", 0) != 0) return {};
  if (!is_float(x.dtype()) && !Op::kIntegers) return {};
  int64_t lengths = 0;
  Shape strides = place_strides(ctx, lengths), shape = out_shape(ctx);
  if (lengths == 0 && !Op::kEmpty) return {};
  auto fold = [&]<class A>(A) -> Folded {
    std::vector<A> sums(static_cast<size_t>(count(shape)), Op::template start<A>());
    Elements<A> in(x);
    for_each_offset<2>(x.shape(), {row_major_strides(x.shape()), strides}, {0, 0},
                       [&](int64_t from, int64_t to) { sums[to] = Op::step(sums[to], in[from]); });
    for (A& sum : sums) sum = Op::finish(sum, static_cast<A>(lengths));
    return {store<A>(x.dtype(), shape, sums)};
  };
  return is_float(x.dtype()) ? fold(double{}) : fold(int64_t{});
}

struct SumOf {
  static constexpr bool kEmpty = true, kIntegers = true;
  template <class A> static A start() { return 0; }
  static double step(double sum, double x) { return sum + x; }
  static int64_t step(int64_t sum, int64_t x) { return int64_t(uint64_t(sum) + uint64_t(x)); }
  template <class A> static A finish(A sum, A) { return sum; }
};
struct MeanOf : SumOf {
  static constexpr bool kIntegers = false;
  template <class A> static A finish(A sum, A n) { return n == 0 ? sum : sum / n; }
  static double finish(double sum, double n) { return sum / n; }
};
struct ProdOf : SumOf {
  template <class A> static A start() { return 1; }
  static double step(double product, double x) { return product * x; }
  static int64_t step(int64_t p, int64_t x) { return int64_t(uint64_t(p) * uint64_t(x)); }
};
struct L1Of : SumOf {
  static double step(double sum, double x) { return sum + std::fabs(x); }
  static int64_t step(int64_t s, int64_t x) {
    return int64_t(uint64_t(s) + (x < 0 ? -uint64_t(x) : uint64_t(x)));
  }
};
struct SquaresOf : SumOf {
  static double step(double sum, double x) { return sum + x * x; }
  static int64_t step(int64_t s, int64_t x) {
    return int64_t(uint64_t(s) + uint64_t(x) * uint64_t(x));
  }
};
struct L2Of : SquaresOf {
  static constexpr bool kIntegers = false;
  template <class A> static A finish(A sum, A) { return static_cast<A>(std::sqrt(sum)); }
};
struct LogSumOf : SumOf {
  static constexpr bool kIntegers = false;
  template <class A> static A finish(A sum, A) { return static_cast<A>(std::log(sum)); }
};
// NaN wins, as in torch.amax.
struct MaxOf : SumOf {
  static constexpr bool kEmpty = false;
  template <class A> static A start() {
    using Limits = std::numeric_limits<A>;
    return Limits::has_infinity ? -Limits::infinity() : Limits::lowest();
  }
  template <class A> static A step(A best, A x) { return best != best || best > x ? best : x; }
};
struct MinOf : MaxOf {
  template <class A> static A start() {
    using Limits = std::numeric_limits<A>;
    return Limits::has_infinity ? Limits::infinity() : Limits::max();
  }
  template <class A> static A step(A best, A x) { return best != best || best < x ? best : x; }
};

// ReduceSum below 13, the others below 18: the constant input 1 becomes the attribute `axes`
// (left out when it holds none).
constexpr OpInfo kReduceRows[] = {
    {"ReduceSum", 11, infer_reduce<kSummed>, fold_reduce<SumOf>},
    {"ReduceMean", 11, infer_reduce<kSummed>, fold_reduce<MeanOf>},
    {"ReduceMax", 11, infer_extreme, fold_reduce<MaxOf>},
    {"ReduceMin", 11, infer_extreme, fold_reduce<MinOf>},
    {"ReduceProd", 11, infer_reduce<kSummed>, fold_reduce<ProdOf>},
    {"ReduceL1", 11, infer_reduce<kSummed>, fold_reduce<L1Of>},
    {"ReduceL2", 11, infer_reduce<kSummed>, fold_reduce<L2Of>},
    {"ReduceSumSquare", 11, infer_reduce<kSummed>, fold_reduce<SquaresOf>},
    {"ReduceLogSum", 11, infer_reduce<kSummed>, fold_reduce<LogSumOf>},
    {"ReduceLogSumExp", 11, infer_reduce<kSummed>},
};

}  // namespace

std::span<const OpInfo> reduce_ops() { return kReduceRows; }

}  // namespace nnscan
