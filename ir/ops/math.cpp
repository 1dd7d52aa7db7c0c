// Functions of one tensor, element by element, and the conversion between dtypes.
#include <fmt/format.h>

#include <limits>
#include <numbers>

#include "ir/ops/families.h"
#include "ir/ops/fold.h"
#include "ir/ops/rule.h"

namespace nnscan {
namespace {

constexpr Admits kTrigonometric = {kIeeeFloats};

constexpr auto kAbs = []<class C>(C x) -> C {
  if constexpr (std::is_integral_v<C>) return x < 0 ? static_cast<C>(-uint64_t(x)) : x;
  else return std::fabs(x);
};
constexpr auto kNeg = []<class C>(C x) -> C {
  if constexpr (std::is_integral_v<C>) return static_cast<C>(-uint64_t(x));
  else return -x;
};
// NaN stays NaN.
constexpr auto kSign = []<class C>(C x) -> C { return x > 0 ? C(1) : x < 0 ? C(-1) : x; };

// A float that a C++ cast to the integer type may take: after truncation it lies in range.
bool fits(double value, DType dtype) {
  switch (dtype) {
    case DType::kUInt8: return value > -1 && value < 256;
    case DType::kInt8: return value > -129 && value < 128;
    case DType::kInt16: return value > -32769 && value < 32768;
    case DType::kInt32: return value > -2147483649.0 && value < 2147483648.0;
    case DType::kInt64: return value >= -0x1p63 && value < 0x1p63;
    default: return true;
  }
}

// Floats outside the integer's range are left to the runtime: what they give is undefined.
Folded float_to_integer(const Constant& x, DType to) {
  Elements<double> elements(x);
  int64_t n = elements.uniform() ? std::min<int64_t>(1, x.numel()) : x.numel();
  for (int64_t i = 0; i < n; ++i) {
    if (!fits(elements[i], to)) return {};
  }
  return {map<double, int64_t>(x, to, [](double value) { return value; })};
}

void infer_cast(InferContext& ctx) {
  int64_t code = ctx.node.int_or("to", 0);
  auto to = dtype_from_onnx(code);
  if (!to) {
    ctx.fail(fmt::format("`to` is {}, which is no dtype that PyTorch has", code));
    return;
  }
  if ((ctx.in(0).dtype == DType::kBFloat16 || *to == DType::kBFloat16) &&
      !needs_opset(ctx, 13, "`bfloat16`")) return;
  ctx.set(retyped(ctx.in(0), *to));
}

Folded fold_cast(const FoldContext& ctx) {
  const Constant& x = *ctx.inputs[0];
  DType to = ctx.outputs[0].dtype;
  if (to == x.dtype()) return {x.reshaped(x.shape())};
  if (!is_float(x.dtype())) {
    if (!is_float(to)) return {map<int64_t, int64_t>(x, to, [](int64_t v) { return v; })};
    if (to == DType::kFloat64) return {map<int64_t, double>(x, to, [](int64_t v) { return v; })};
    return {map<int64_t, float>(x, to, [](int64_t v) { return v; })};
  }
  if (to == DType::kBool) return {map<double, int64_t>(x, to, [](double v) { return v != 0; })};
  if (is_integer(to)) return float_to_integer(x, to);
  return {map<double, double>(x, to, [](double v) { return v; })};
}

constexpr OpInfo kMathRows[] = {
    {"Abs", 6, infer_unary<Admits{kNumbers}>, fold_unary<kAbs>},
    {"Neg", 6, infer_unary<Admits{kFloats | kSignedIntegers}>, fold_unary<kNeg>},
    {"Sign", 9, infer_unary<Admits{kNumbers}>, fold_unary<kSign>},
    {"Ceil", 6, infer_unary<kReal>, fold_float<[](auto x) { return std::ceil(x); }>},
    {"Floor", 6, infer_unary<kReal>, fold_float<[](auto x) { return std::floor(x); }>},
    // Half to even, as torch.round; C++'s default rounding mode.
    {"Round", 11, infer_unary<kTrigonometric>,
     fold_float<[](auto x) { return std::nearbyint(x); }>},
    {"Sqrt", 6, infer_unary<kReal>, fold_float<[](auto x) { return std::sqrt(x); }>},
    {"Reciprocal", 6, infer_unary<kReal>, fold_float<[](auto x) { return 1 / x; }>},
    {"Exp", 6, infer_unary<kReal>, fold_float<[](auto x) { return std::exp(x); }>},
    {"Log", 6, infer_unary<kReal>, fold_float<[](auto x) { return std::log(x); }>},
    {"Erf", 9, infer_unary<kReal>, fold_float<[](auto x) { return std::erf(x); }>},
    {"Sin", 7, infer_unary<kTrigonometric>, fold_float<[](auto x) { return std::sin(x); }>},
    {"Cos", 7, infer_unary<kTrigonometric>, fold_float<[](auto x) { return std::cos(x); }>},
    {"Tan", 7, infer_unary<kTrigonometric>, fold_float<[](auto x) { return std::tan(x); }>},
    {"Asin", 7, infer_unary<kTrigonometric>, fold_float<[](auto x) { return std::asin(x); }>},
    {"Acos", 7, infer_unary<kTrigonometric>, fold_float<[](auto x) { return std::acos(x); }>},
    {"Atan", 7, infer_unary<kTrigonometric>, fold_float<[](auto x) { return std::atan(x); }>},
    {"Sinh", 9, infer_unary<kTrigonometric>, fold_float<[](auto x) { return std::sinh(x); }>},
    {"Cosh", 9, infer_unary<kTrigonometric>, fold_float<[](auto x) { return std::cosh(x); }>},
    {"Asinh", 9, infer_unary<kTrigonometric>, fold_float<[](auto x) { return std::asinh(x); }>},
    {"Acosh", 9, infer_unary<kTrigonometric>, fold_float<[](auto x) { return std::acosh(x); }>},
    {"Atanh", 9, infer_unary<kTrigonometric>, fold_float<[](auto x) { return std::atanh(x); }>},
    {"Cast", 9, infer_cast, fold_cast},
};

}  // namespace

std::span<const OpInfo> math_ops() { return kMathRows; }

}  // namespace nnscan
