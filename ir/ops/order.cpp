// Operators that compare elements along an axis or visit them in order: arg-extremes, running
// sums, the k largest, distinct elements, places of what is not zero.
#include <fmt/format.h>

#include <algorithm>
#include <numeric>

#include "ir/ops/families.h"
#include "ir/ops/fold.h"
#include "ir/ops/lacks.h"
#include "ir/ops/rule.h"

namespace nnscan {
namespace {

void infer_arg(InferContext& ctx) {
  if (!admit(ctx, 0, {kNumbers})) return;
  if (ctx.node.int_or("select_last_index", 0) != 0 && !needs_opset(ctx, 12, "the last index")) {
    return;
  }
  const Type& x = ctx.in(0);
  if (!x.ranked) return ctx.set(Type::unranked(DType::kInt64));
  int64_t axis = ctx.axis(ctx.node.int_or("axis", 0), x.rank());
  if (ctx.failed()) return;
  Dims out = x.dims;
  if (ctx.node.int_or("keepdims", 1) != 0) out[axis] = ctx.dims.constant(1);
  else out.erase(out.begin() + axis);
  ctx.set(DType::kInt64, std::move(out));
}

// better(a, b): a, met later, replaces b.
template <class Better>
Folded fold_arg(const FoldContext& ctx, Better better) {
  if (!foldable(ctx)) return {};
  const Constant& x = *ctx.inputs[0];
  AxisSplit at(x.shape(), normal_axis(ctx.node.int_or("axis", 0), x.rank()));
  if (at.size == 0 || ctx.node.int_or("select_last_index", 0) != 0) return {};
  return with_computing(x.dtype(), [&]<class C>(C) -> Folded {
    Elements<C> in(x);
    std::vector<int64_t> out;
    for (int64_t row = 0; row < at.outer * at.inner; ++row) {
      int64_t base = row / at.inner * at.size * at.inner + row % at.inner, best = 0;
      for (int64_t i = 1; i < at.size; ++i) {
        if (better(in[base + i * at.inner], in[base + best * at.inner])) best = i;
      }
      out.push_back(best);
    }
    return {store<int64_t>(DType::kInt64, out_shape(ctx), out)};
  });
}

// NaN is larger and smaller than all others, as in torch.argmax and torch.argmin.
Folded fold_arg_max(const FoldContext& ctx) {
  return fold_arg(ctx, [](auto a, auto b) { return a > b || (a != a && b == b); });
}

Folded fold_arg_min(const FoldContext& ctx) {
  return fold_arg(ctx, [](auto a, auto b) { return a < b || (a != a && b == b); });
}

void infer_cumsum(InferContext& ctx) {
  constexpr DTypeSet kHalves = one_of(DType::kFloat16, DType::kBFloat16);
  if (!admit(ctx, 0, {kFloats | kWideIntegers, kHalves, 14}) || !admit(ctx, 1, {kWideIntegers})) {
    return;
  }
  if (!ctx.want_rank(1, 0, "the axis")) return;
  auto axis = known_int(ctx, 1);
  if (axis && ctx.in(0).ranked) ctx.axis(*axis, ctx.in(0).rank());
  ctx.set(ctx.in(0));
}

Folded fold_cumsum(const FoldContext& ctx) {
  if (!foldable(ctx)) return {};
  const Constant& x = *ctx.inputs[0];
  AxisSplit at(x.shape(), normal_axis(ctx.inputs[1]->as_int(0), x.rank()));
  bool exclusive = ctx.node.int_or("exclusive", 0), reverse = ctx.node.int_or("reverse", 0);
  auto fold = [&]<class A>(A) -> Folded {
    Elements<A> in(x);
    std::vector<A> out(static_cast<size_t>(x.numel()));
    for (int64_t row = 0; row < at.outer * at.inner; ++row) {
      int64_t base = row / at.inner * at.size * at.inner + row % at.inner;
      A sum = 0;
      for (int64_t i = 0; i < at.size; ++i) {
        int64_t place = base + (reverse ? at.size - 1 - i : i) * at.inner;
        A before = sum;
        if constexpr (std::is_integral_v<A>) sum = A(uint64_t(sum) + uint64_t(in[place]));
        else sum += in[place];
        out[place] = exclusive ? before : sum;
      }
    }
    return {store<A>(x.dtype(), x.shape(), out)};
  };
  return is_float(x.dtype()) ? fold(double{}) : fold(int64_t{});
}

void infer_topk(InferContext& ctx) {
  if (!admit(ctx, 0, {kNumbers}) || !admit_list(ctx, 1, "k")) return;
  const Type& x = ctx.in(0);
  if (!x.ranked) {
    ctx.set(x);
    return ctx.set(Type::unranked(DType::kInt64));
  }
  int64_t axis = ctx.axis(ctx.node.int_or("axis", -1), x.rank());
  if (ctx.failed()) return;
  auto k = ctx.dims_value(1);
  Dim wanted = k && k->size() == 1 ? k->front() : ctx.dims.unknown();
  if (!not_negative(ctx, {wanted})) return;
  if (ctx.dims.compare(Compare::kGt, wanted, x.dims[axis]) == true) {
    return ctx.fail(fmt::format("k is {}, but the axis has size {}", ctx.text(wanted),
                                ctx.text(x.dims[axis])));
  }
  Dims out = x.dims;
  out[axis] = wanted;
  ctx.set(x.dtype, out);
  ctx.set(DType::kInt64, std::move(out));
}

// Equal elements stay in order; NaN counts as the largest.
template <class C>
void sort_places(std::vector<int64_t>& places, const Elements<C>& in, bool largest) {
  std::stable_sort(places.begin(), places.end(), [&](int64_t i, int64_t j) {
    C a = largest ? in[j] : in[i], b = largest ? in[i] : in[j];
    return a < b || (a == a && b != b);
  });
}

Folded fold_topk(const FoldContext& ctx) {
  if (!foldable(ctx)) return {};
  const Constant& x = *ctx.inputs[0];
  AxisSplit at(x.shape(), normal_axis(ctx.node.int_or("axis", -1), x.rank()));
  int64_t k = ctx.inputs[1]->as_int(0);
  bool largest = ctx.node.int_or("largest", 1) != 0;
  std::vector<int64_t> source(at.outer * k * at.inner), indices(source.size());
  with_computing(x.dtype(), [&]<class C>(C) {
    Elements<C> in(x);
    std::vector<int64_t> places(at.size);
    for (int64_t row = 0; row < at.outer * at.inner; ++row) {
      int64_t outer = row / at.inner, inner = row % at.inner;
      int64_t base = outer * at.size * at.inner + inner;
      for (int64_t i = 0; i < at.size; ++i) places[i] = base + i * at.inner;
      sort_places(places, in, largest);
      for (int64_t i = 0; i < k; ++i) {
        int64_t to = (outer * k + i) * at.inner + inner;
        source[to] = places[i];
        indices[to] = (places[i] - base) / at.inner;
      }
    }
  });
  return {take(x, out_shape(ctx), source), store<int64_t>(DType::kInt64, out_shape(ctx), indices)};
}

// The distinct elements of a constant, in ascending order.
struct Distinct {
  std::vector<int64_t> first, inverse, counts;
};

std::optional<Distinct> distinct(const Constant& x) {
  return with_computing(x.dtype(), [&]<class C>(C) -> std::optional<Distinct> {
    Elements<C> in(x);
    std::vector<int64_t> order(x.numel());
    std::iota(order.begin(), order.end(), 0);
    for (int64_t i : order) {
      if (in[i] != in[i]) return std::nullopt;  // no NaN equals another
    }
    sort_places(order, in, false);
    Distinct out;
    out.inverse.resize(order.size());
    for (int64_t i : order) {
      if (out.first.empty() || in[out.first.back()] != in[i]) {
        out.first.push_back(i);
        out.counts.push_back(0);
      }
      ++out.counts.back();
      out.inverse[i] = static_cast<int64_t>(out.first.size()) - 1;
    }
    return out;
  });
}

bool plain_unique(const Node& node) {
  return !node.find("axis") && node.int_or("sorted", 1) != 0;
}

// Outputs: the elements, where each first stands, the inverse, the counts.
void infer_unique(InferContext& ctx) {
  const Type& x = ctx.in(0);
  Dim found = ctx.dims.unknown();
  if (const Constant* known = ctx.constant(0); known && plain_unique(ctx.node)) {
    if (auto all = distinct(*known)) {
      found = ctx.dims.constant(static_cast<int64_t>(all->first.size()));
    }
  }
  Dims elements = {found};
  Dim searched = x.ranked ? product(ctx, x.dims) : ctx.dims.unknown();
  if (const Attribute* given = ctx.node.find("axis")) {
    if (!x.ranked) throw OperatorLacks(ctx, Code::kUnknownRank, "the input's number of axes is not known");
    int64_t axis = ctx.axis(std::get<int64_t>(*given), x.rank());
    if (ctx.failed()) return;
    elements = x.dims;
    searched = x.dims[axis];
    elements[axis] = found;
  }
  ctx.set(x.dtype, std::move(elements));
  const Dim sizes[] = {found, searched, found};
  for (size_t i = 1; i < ctx.node.outputs.size(); ++i) ctx.set(DType::kInt64, {sizes[i - 1]});
}

Folded fold_unique(const FoldContext& ctx) {
  if (!foldable(ctx) || !plain_unique(ctx.node)) return {};
  const Constant& x = *ctx.inputs[0];
  auto all = distinct(x);
  if (!all) return {};
  auto found = static_cast<int64_t>(all->first.size());
  Folded out = {take(x, {found}, all->first), Constant::of_ints(all->first),
                Constant::of_ints(all->inverse), Constant::of_ints(all->counts)};
  out.resize(ctx.outputs.size());
  return out;
}

std::vector<int64_t> places_not_zero(const Constant& x) {
  std::vector<int64_t> out;
  Elements<double> in(x);
  for (int64_t i = 0; i < x.numel(); ++i) {
    if (in[i] != 0) out.push_back(i);
  }
  return out;
}

void infer_nonzero(InferContext& ctx) {
  const Type& x = ctx.in(0);
  if (x.ranked && x.rank() == 0) return ctx.fail("the input has no axes");
  Dim found = ctx.dims.unknown();
  if (const Constant* known = ctx.constant(0)) {
    found = ctx.dims.constant(static_cast<int64_t>(places_not_zero(*known).size()));
  }
  Dim rank = x.ranked ? ctx.dims.constant(static_cast<int64_t>(x.rank())) : ctx.dims.unknown();
  ctx.set(DType::kInt64, {rank, found});
}

Folded fold_nonzero(const FoldContext& ctx) {
  if (!foldable(ctx)) return {};
  const Constant& x = *ctx.inputs[0];
  auto places = places_not_zero(x);
  Shape strides = row_major_strides(x.shape());
  std::vector<int64_t> out;
  for (size_t axis = 0; axis < x.rank(); ++axis) {
    for (int64_t place : places) out.push_back(place / strides[axis] % x.shape()[axis]);
  }
  return {store<int64_t>(DType::kInt64, out_shape(ctx), out)};
}

constexpr OpInfo kOrderRows[] = {
    {"ArgMax", 11, infer_arg, fold_arg_max},
    {"ArgMin", 11, infer_arg, fold_arg_min},
    {"CumSum", 11, infer_cumsum, fold_cumsum},
    {"TopK", 11, infer_topk, fold_topk},
    {"Unique", 11, infer_unique, fold_unique},
    {"NonZero", 9, infer_nonzero, fold_nonzero},
};

}  // namespace

std::span<const OpInfo> order_ops() { return kOrderRows; }

}  // namespace nnscan
