// Arithmetic on two or more tensors that broadcast: +, -, *, /, powers, remainders, extremes.
#include <fmt/format.h>

#include "ir/ops/families.h"
#include "ir/ops/fold.h"
#include "ir/ops/rule.h"

namespace nnscan {
namespace {

constexpr Admits kArithmetic = {kNumbers, kSmallIntegers, 14};
constexpr Admits kExtremes = {kNumbers, kIntegers, 12};

// Integers wrap, as in PyTorch and ONNX; in C++ only unsigned ones may.
int64_t wrap(uint64_t value) { return static_cast<int64_t>(value); }

constexpr auto kAdd = []<class C>(C a, C b) -> C {
  if constexpr (std::is_integral_v<C>) return wrap(uint64_t(a) + uint64_t(b));
  return a + b;
};
constexpr auto kSub = []<class C>(C a, C b) -> C {
  if constexpr (std::is_integral_v<C>) return wrap(uint64_t(a) - uint64_t(b));
  return a - b;
};
constexpr auto kMul = []<class C>(C a, C b) -> C {
  if constexpr (std::is_integral_v<C>) return wrap(uint64_t(a) * uint64_t(b));
  return a * b;
};
// Integer division truncates in ONNX. A zero divisor never comes here.
constexpr auto kDiv = []<class C>(C a, C b) -> C {
  if constexpr (std::is_integral_v<C>) return b == -1 ? wrap(-uint64_t(a)) : a / b;
  return a / b;
};
// NaN wins, as in torch.maximum.
constexpr auto kMax = []<class C>(C a, C b) -> C { return a != a || a > b ? a : b; };
constexpr auto kMin = []<class C>(C a, C b) -> C { return a != a || a < b ? a : b; };

bool any_zero(const Constant& constant) {
  Elements<int64_t> elements(constant);
  for (int64_t i = 0; i < (elements.uniform() ? std::min<int64_t>(1, constant.numel())
                                              : constant.numel()); ++i) {
    if (elements[i] == 0) return true;
  }
  return false;
}

Folded fold_div(const FoldContext& ctx) {
  if (!is_float(ctx.inputs[0]->dtype()) && any_zero(*ctx.inputs[1])) return {};
  return fold_binary<kDiv>(ctx);
}

void infer_mod(InferContext& ctx) {
  if (is_float(ctx.in(0).dtype) && ctx.node.int_or("fmod", 0) == 0) {
    ctx.fail("floats need fmod=1");
    return;
  }
  infer_elementwise<Admits{kNumbers}>(ctx);
}

// fmod=1: the sign is the dividend's, as in C.
constexpr auto kFMod = []<class C>(C a, C b) -> C {
  if constexpr (std::is_integral_v<C>) return b == -1 ? 0 : a % b;
  else return std::fmod(a, b);
};
// fmod=0: the sign is the divisor's, as in Python. Integers only.
constexpr auto kFloorMod = []<class C>(C a, C b) -> C {
  C rest = kFMod(a, b);
  return rest != 0 && (rest < 0) != (b < 0) ? rest + b : rest;
};

Folded fold_mod(const FoldContext& ctx) {
  if (!is_float(ctx.inputs[0]->dtype()) && any_zero(*ctx.inputs[1])) return {};
  bool c_sign = ctx.node.int_or("fmod", 0) != 0;
  return c_sign ? fold_binary<kFMod>(ctx) : fold_binary<kFloorMod>(ctx);
}

// The result has the base's dtype. Before opset 12 both are floats of one dtype.
void infer_pow(InferContext& ctx) {
  constexpr Admits kBase = {kFloats | kWideIntegers, kWideIntegers, 12};
  if (!admit(ctx, 0, kBase) || !admit(ctx, 1, {kNumbers, kIntegers, 12})) return;
  if (ctx.in(0).dtype != ctx.in(1).dtype && !needs_opset(ctx, 12, "an exponent of another dtype"))
    return;
  const Type* types[] = {&ctx.in(0), &ctx.in(1)};
  ctx.set(ctx.broadcast(ctx.in(0).dtype, types));
}

int64_t integer_power(int64_t base, int64_t exponent) {
  if (exponent < 0) return base == 1 ? 1 : base == -1 ? (exponent % 2 ? -1 : 1) : 0;
  uint64_t result = 1, factor = static_cast<uint64_t>(base);
  for (; exponent > 0; exponent >>= 1, factor *= factor) {
    if (exponent & 1) result *= factor;
  }
  return wrap(result);
}

Folded fold_pow(const FoldContext& ctx) {
  if (!foldable(ctx)) return {};
  const Constant &a = *ctx.inputs[0], &b = *ctx.inputs[1];
  Shape shape = out_shape(ctx);
  if (!is_float(a.dtype())) {
    if (is_float(b.dtype())) return {};
    return {map<int64_t, int64_t>(a, b, a.dtype(), shape, integer_power)};
  }
  auto power = [](auto x, auto y) { return std::pow(x, y); };
  if (a.dtype() == DType::kFloat64) return {map<double, double>(a, b, a.dtype(), shape, power)};
  return {map<float, float>(a, b, a.dtype(), shape, power)};
}

// One input or more, folded from the left.
template <auto fn>
Folded fold_variadic(const FoldContext& ctx) {
  if (!foldable(ctx)) return {};
  ConstantRef result = ctx.inputs[0]->reshaped(ctx.inputs[0]->shape());
  for (const Constant* next : ctx.inputs.subspan(1)) {
    Shape shape = broadcast_shapes(result->shape(), next->shape());
    result = with_computing(next->dtype(), [&]<class C>(C) {
      return map<C, C>(*result, *next, next->dtype(), shape, fn);
    });
  }
  return {result};
}

Folded fold_mean(const FoldContext& ctx) {
  Folded sum = fold_variadic<kAdd>(ctx);
  if (sum.empty()) return sum;
  auto n = static_cast<double>(ctx.inputs.size());
  return {with_computing(sum[0]->dtype(), [&]<class C>(C) {
    return map<C, C>(*sum[0], sum[0]->dtype(), [&](C x) { return x / static_cast<C>(n); });
  })};
}

// ONNX shifts unsigned integers only; of these PyTorch has uint8.
constexpr Admits kShifted = {one_of(DType::kUInt8)};

constexpr auto kShiftLeft = []<class C>(C a, C b) -> C {
  if constexpr (std::is_integral_v<C>) return b >= 8 ? 0 : a << b;
  return a;
};
constexpr auto kShiftRight = []<class C>(C a, C b) -> C {
  if constexpr (std::is_integral_v<C>) return b >= 8 ? 0 : a >> b;
  return a;
};

Folded fold_shift(const FoldContext& ctx) {
  bool left = ctx.node.string_or("direction", "") == "LEFT";
  return left ? fold_binary<kShiftLeft>(ctx) : fold_binary<kShiftRight>(ctx);
}

constexpr OpInfo kArithmeticRows[] = {
    {"Add", 7, infer_elementwise<kArithmetic>, fold_binary<kAdd>},
    {"Sub", 7, infer_elementwise<kArithmetic>, fold_binary<kSub>},
    {"Mul", 7, infer_elementwise<kArithmetic>, fold_binary<kMul>},
    {"Div", 7, infer_elementwise<kArithmetic>, fold_div},
    {"Mod", 10, infer_mod, fold_mod},
    {"Pow", 7, infer_pow, fold_pow},
    {"Max", 8, infer_elementwise<kExtremes>, fold_variadic<kMax>},
    {"Min", 8, infer_elementwise<kExtremes>, fold_variadic<kMin>},
    {"Sum", 8, infer_elementwise<Admits{kFloats}>, fold_variadic<kAdd>},
    {"Mean", 8, infer_elementwise<Admits{kFloats}>, fold_mean},
    {"BitShift", 11, infer_elementwise<kShifted>, fold_shift},
};

}  // namespace

std::span<const OpInfo> arithmetic_ops() { return kArithmeticRows; }

}  // namespace nnscan
