// Activations: functions of one tensor with fixed parameters, and the bounds of Clip.
#include <fmt/format.h>

#include <numbers>

#include "ir/ops/families.h"
#include "ir/ops/fold.h"
#include "ir/ops/rule.h"

namespace nnscan {
namespace {

constexpr Admits kIeee = {kIeeeFloats};
constexpr Admits kRelu = {kFloats | kSignedIntegers, kSignedIntegers, 14};
constexpr Admits kClip = {kNumbers, kIntegers, 12};

// Clamps to [0, 1]; NaN passes.
constexpr auto kUnit = []<class C>(C x) -> C { return x < 0 ? C(0) : x > 1 ? C(1) : x; };

// Folds f(x, alpha, beta) in the computing float type.
template <class F>
Folded fold_with(const FoldContext& ctx, double alpha, double beta, F f) {
  const Constant& x = *ctx.inputs[0];
  if (!is_float(x.dtype())) return {};
  auto fold = [&]<class C>(C) -> Folded {
    C a = static_cast<C>(alpha), b = static_cast<C>(beta);
    return {map<C, C>(x, x.dtype(), [&](C value) { return f(value, a, b); })};
  };
  return x.dtype() == DType::kFloat64 ? fold(double{}) : fold(float{});
}

Folded fold_elu(const FoldContext& ctx) {
  return fold_with(ctx, ctx.node.float_or("alpha", 1), 0,
                   [](auto x, auto a, auto) { return x > 0 ? x : a * std::expm1(x); });
}

Folded fold_celu(const FoldContext& ctx) {
  return fold_with(ctx, ctx.node.float_or("alpha", 1), 0,
                   [](auto x, auto a, auto) { return x > 0 ? x : a * std::expm1(x / a); });
}

Folded fold_selu(const FoldContext& ctx) {
  double alpha = ctx.node.float_or("alpha", 1.67326319217681884765625);
  double gamma = ctx.node.float_or("gamma", 1.05070102214813232421875);
  return fold_with(ctx, alpha, gamma, [](auto x, auto a, auto g) {
    return g * (x > 0 ? x : a * std::expm1(x));
  });
}

Folded fold_leaky_relu(const FoldContext& ctx) {
  return fold_with(ctx, ctx.node.float_or("alpha", 0.01), 0,
                   [](auto x, auto a, auto) { return x >= 0 ? x : a * x; });
}

Folded fold_thresholded_relu(const FoldContext& ctx) {
  return fold_with(ctx, ctx.node.float_or("alpha", 1), 0,
                   [](auto x, auto a, auto) { return x > a ? x : decltype(x)(0); });
}

Folded fold_hard_sigmoid(const FoldContext& ctx) {
  return fold_with(ctx, ctx.node.float_or("alpha", 0.2), ctx.node.float_or("beta", 0.5),
                   [](auto x, auto a, auto b) { return kUnit(a * x + b); });
}

Folded fold_shrink(const FoldContext& ctx) {
  return fold_with(ctx, ctx.node.float_or("lambd", 0.5), ctx.node.float_or("bias", 0),
                   [](auto x, auto lambd, auto bias) {
                     return x < -lambd ? x + bias : x > lambd ? x - bias : decltype(x)(0);
                   });
}

void infer_gelu(InferContext& ctx) {
  std::string form = ctx.node.string_or("approximate", "none");
  if (form != "none" && form != "tanh") {
    ctx.fail(fmt::format("`approximate` is `{}`; it takes `none` or `tanh`", form));
    return;
  }
  infer_unary<kReal>(ctx);
}

Folded fold_gelu(const FoldContext& ctx) {
  if (ctx.node.string_or("approximate", "none") == "tanh") {
    return fold_with(ctx, std::sqrt(2 / std::numbers::pi), 0.044715, [](auto x, auto k, auto c) {
      return x * (1 + std::tanh(k * (x + c * x * x * x))) / 2;
    });
  }
  return fold_with(ctx, std::numbers::sqrt2 / 2, 0,
                   [](auto x, auto k, auto) { return x * (1 + std::erf(x * k)) / 2; });
}

// The slope broadcasts to the input, never the other way.
void infer_prelu(InferContext& ctx) {
  if (!admit(ctx, 0, {kFloats | kWideIntegers}) || !same_dtype(ctx, 0, 1)) return;
  const Type &x = ctx.in(0), &slope = ctx.in(1);
  if (x.ranked && slope.ranked) {
    if (slope.rank() > x.rank()) {
      ctx.fail(fmt::format("the slope has {} axes, more than the input's {}", slope.rank(),
                           x.rank()));
      return;
    }
    const Type* types[] = {&x, &slope};
    ctx.broadcast(x.dtype, types);
    if (ctx.failed()) return;
  }
  ctx.set(x);
}

Folded fold_prelu(const FoldContext& ctx) {
  return fold_binary<[]<class C>(C x, C slope) -> C { return x < 0 ? x * slope : x; }>(ctx);
}

void infer_clip(InferContext& ctx) {
  if (!admit(ctx, 0, kClip)) return;
  for (size_t i = 1; i < 3; ++i) {
    if (!ctx.has(i)) continue;
    if (!same_dtype(ctx, 0, i)) return;
    if (ctx.in(i).ranked && ctx.in(i).rank() != 0) {
      ctx.fail(fmt::format("a bound must be a scalar, but has {} axes", ctx.in(i).rank()));
      return;
    }
  }
  ctx.set(ctx.in(0));
}

// NaN passes; where the bounds cross, the upper one wins, as in torch.clamp.
Folded fold_clip(const FoldContext& ctx) {
  const Constant& x = *ctx.inputs[0];
  const Constant* low = ctx.inputs.size() > 1 ? ctx.inputs[1] : nullptr;
  const Constant* high = ctx.inputs.size() > 2 ? ctx.inputs[2] : nullptr;
  return with_computing(x.dtype(), [&]<class C>(C) -> Folded {
    C least = low ? Elements<C>(*low)[0] : C{}, most = high ? Elements<C>(*high)[0] : C{};
    return {map<C, C>(x, x.dtype(), [&](C value) {
      if (low && value < least) value = least;
      return high && value > most ? most : value;
    })};
  });
}

constexpr auto kReluOf = []<class C>(C x) -> C { return x < 0 ? C(0) : x; };
constexpr auto kSigmoidOf = [](auto x) { return 1 / (1 + std::exp(-x)); };
constexpr auto kSoftplusOf = [](auto x) {
  return std::log1p(std::exp(-std::fabs(x))) + std::fmax(x, decltype(x)(0));
};

constexpr OpInfo kActivationRows[] = {
    {"Relu", 6, infer_unary<kRelu>, fold_unary<kReluOf>},
    {"LeakyRelu", 6, infer_unary<kReal>, fold_leaky_relu},
    {"PRelu", 9, infer_prelu, fold_prelu},
    {"ThresholdedRelu", 10, infer_unary<kIeee>, fold_thresholded_relu},
    {"Elu", 6, infer_unary<kIeee>, fold_elu},
    {"Selu", 6, infer_unary<kIeee>, fold_selu},
    {"Celu", 12, infer_unary<Admits{one_of(DType::kFloat32)}>, fold_celu},
    {"Sigmoid", 6, infer_unary<kReal>, fold_float<kSigmoidOf>},
    {"Tanh", 6, infer_unary<kReal>, fold_float<[](auto x) { return std::tanh(x); }>},
    {"HardSigmoid", 6, infer_unary<kIeee>, fold_hard_sigmoid},
    {"HardSwish", 14, infer_unary<kIeee>,
     fold_float<[](auto x) { return x * kUnit(x / 6 + decltype(x)(0.5)); }>},
    {"Mish", 18, infer_unary<kIeee>,
     fold_float<[](auto x) { return x * std::tanh(kSoftplusOf(x)); }>},
    {"Softplus", 1, infer_unary<kIeee>, fold_float<kSoftplusOf>},
    {"Softsign", 1, infer_unary<kIeee>,
     fold_float<[](auto x) { return x / (1 + std::fabs(x)); }>},
    {"Shrink", 9, infer_unary<Admits{kNumbers}>, fold_shrink},
    {"Gelu", 20, infer_gelu, fold_gelu},
    {"Clip", 11, infer_clip, fold_clip},
};

}  // namespace

std::span<const OpInfo> activation_ops() { return kActivationRows; }

}  // namespace nnscan
