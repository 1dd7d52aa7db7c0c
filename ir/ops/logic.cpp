// Comparisons, logic on bools, bits of integers, choice between tensors.
#include "ir/ops/families.h"
#include "ir/ops/fold.h"
#include "ir/ops/rule.h"

namespace nnscan {
namespace {

constexpr Admits kBits = {kIntegers};

constexpr auto kEqual = [](auto a, auto b) { return a == b; };
constexpr auto kLess = [](auto a, auto b) { return a < b; };
constexpr auto kGreater = [](auto a, auto b) { return a > b; };
constexpr auto kLessOrEqual = [](auto a, auto b) { return a <= b; };
constexpr auto kGreaterOrEqual = [](auto a, auto b) { return a >= b; };
constexpr auto kAnd = [](auto a, auto b) { return a != 0 && b != 0; };
constexpr auto kOr = [](auto a, auto b) { return a != 0 || b != 0; };
constexpr auto kXor = [](auto a, auto b) { return (a != 0) != (b != 0); };

// Bits of integers; the rules keep floats away.
template <class Op>
struct Bits {
  template <class C>
  constexpr C operator()(C a, C b) const {
    if constexpr (std::is_integral_v<C>) return Op{}(a, b);
    return a;
  }
};

Folded fold_not(const FoldContext& ctx) {
  const Constant& x = *ctx.inputs[0];
  if (x.is_splat() && x.numel() > 0) return {store<int64_t>(DType::kBool, x.shape(), {!x.as_int(0)})};
  return {filled<uint8_t>(DType::kBool, x.shape(), [&](uint8_t* to) {
    for (std::byte each : x.bytes()) *to++ = each == std::byte{};
  })};
}

Folded fold_bitwise_not(const FoldContext& ctx) {
  const Constant& x = *ctx.inputs[0];
  return {map<int64_t, int64_t>(x, x.dtype(), [](int64_t bits) { return ~bits; })};
}

void infer_where(InferContext& ctx) {
  if (!admit_only(ctx, 0, DType::kBool) || !admit(ctx, 1, {}) || !same_dtype(ctx, 1, 2)) return;
  const Type* types[] = {&ctx.in(0), &ctx.in(1), &ctx.in(2)};
  ctx.set(ctx.broadcast(ctx.in(1).dtype, types));
}

Folded fold_where(const FoldContext& ctx) {
  if (!foldable(ctx)) return {};
  const Constant &condition = *ctx.inputs[0], &a = *ctx.inputs[1], &b = *ctx.inputs[2];
  Shape shape = out_shape(ctx);
  if (condition.numel() == 1 || condition.is_splat()) {
    if (count(shape) == 0) return {Constant::own(a.dtype(), shape, {})};
    const Constant& chosen = condition.as_int(0) ? a : b;
    return {strided(chosen, shape, broadcast_strides(chosen.shape(), shape))};
  }
  return with_bits(a.dtype(), [&]<class T>(T) -> Folded {
    return {filled<T>(a.dtype(), shape, [&](T* to) {
      if (count(shape) == 0) return;
      const std::byte *chosen = condition.element(0), *yes = a.element(0), *no = b.element(0);
      for_each_run<3>(shape, {broadcast_strides(condition.shape(), shape), reading_strides(a, shape), reading_strides(b, shape)},
                      {0, 0, 0}, [&](int64_t n, auto at, auto steps) {
                        for (int64_t i = 0; i < n; ++i) {
                          bool is_yes = chosen[at[0] + i * steps[0]] != std::byte{};
                          int64_t from = is_yes ? at[1] + i * steps[1] : at[2] + i * steps[2];
                          *to++ = load<T>((is_yes ? yes : no) + from * static_cast<int64_t>(sizeof(T)));
                        }
                      });
    })};
  });
}

template <Admits T>
void infer_predicate(InferContext& ctx) {
  if (admit(ctx, 0, T)) ctx.set(retyped(ctx.in(0), DType::kBool));
}

Folded fold_is_nan(const FoldContext& ctx) {
  return {map<double, int64_t>(*ctx.inputs[0], DType::kBool,
                               [](double x) { return std::isnan(x); })};
}

Folded fold_is_inf(const FoldContext& ctx) {
  bool negative = ctx.node.int_or("detect_negative", 1) != 0;
  bool positive = ctx.node.int_or("detect_positive", 1) != 0;
  return {map<double, int64_t>(*ctx.inputs[0], DType::kBool, [&](double x) {
    return std::isinf(x) && (x < 0 ? negative : positive);
  })};
}

constexpr OpInfo kLogicRows[] = {
    {"Equal", 11, infer_comparison<Admits{kAnything}>, fold_comparison<kEqual>},
    {"Less", 9, infer_comparison<Admits{kNumbers}>, fold_comparison<kLess>},
    {"Greater", 9, infer_comparison<Admits{kNumbers}>, fold_comparison<kGreater>},
    {"LessOrEqual", 12, infer_comparison<Admits{kNumbers}>, fold_comparison<kLessOrEqual>},
    {"GreaterOrEqual", 12, infer_comparison<Admits{kNumbers}>, fold_comparison<kGreaterOrEqual>},
    {"And", 7, infer_comparison<Admits{kBooleans}>, fold_comparison<kAnd>},
    {"Or", 7, infer_comparison<Admits{kBooleans}>, fold_comparison<kOr>},
    {"Xor", 7, infer_comparison<Admits{kBooleans}>, fold_comparison<kXor>},
    {"Not", 1, infer_unary<Admits{kBooleans}>, fold_not},
    {"BitwiseAnd", 18, infer_elementwise<kBits>, fold_binary<Bits<std::bit_and<>>{}>},
    {"BitwiseOr", 18, infer_elementwise<kBits>, fold_binary<Bits<std::bit_or<>>{}>},
    {"BitwiseXor", 18, infer_elementwise<kBits>, fold_binary<Bits<std::bit_xor<>>{}>},
    {"BitwiseNot", 18, infer_unary<kBits>, fold_bitwise_not},
    {"Where", 9, infer_where, fold_where},
    {"IsNaN", 9, infer_predicate<Admits{kFloats}>, fold_is_nan},
    // Below 20: half floats by way of float32.
    {"IsInf", 10, infer_predicate<Admits{kFloats}>, fold_is_inf},
};

}  // namespace

std::span<const OpInfo> logic_ops() { return kLogicRows; }

}  // namespace nnscan
