// What the fold kernels of the op families share.
//
// Numbers are folded in one of three computing types: int64 for integers and bool, float for
// float32 and the half formats (which PyTorch on a CPU computes in float too), double for
// float64. A result is converted to its dtype at the end: integers wrap, floats round to nearest
// even. Elements that only move are copied as bytes.
//
// A kernel returns no outputs where it would not give exactly what the runtime gives, or where
// the result would be too large to be worth having; the node then stays.
#pragma once

#include <array>
#include <cmath>
#include <concepts>
#include <cstdint>
#include <cstring>
#include <vector>

#include "ir/ops/op.h"

namespace nnscan {

using Shape = std::vector<int64_t>;
using Folded = std::vector<ConstantRef>;

// No folded output is larger, and no fold does more multiplications.
inline constexpr int64_t kMaxFoldBytes = int64_t{1} << 28;
inline constexpr int64_t kMaxFoldWork = int64_t{1} << 30;

int64_t count(const Shape& shape);
Shape out_shape(const FoldContext& ctx, size_t output = 0);
// True if every output has a known shape of bearable size.
bool foldable(const FoldContext& ctx);
Shape row_major_strides(const Shape& shape);
// Strides that read a tensor of shape `in` as if it were broadcast to `out`.
Shape broadcast_strides(const Shape& in, const Shape& out);
Shape broadcast_shapes(const Shape& a, const Shape& b);
int64_t normal_axis(int64_t axis, size_t rank);

// Calls f(offset...) for each index of `shape` in row-major order.
template <size_t N, class F>
void for_each_offset(const Shape& shape, const std::array<Shape, N>& strides,
                     std::array<int64_t, N> offsets, F f) {
  int64_t total = count(shape);
  std::vector<int64_t> index(shape.size(), 0);
  for (int64_t i = 0; i < total; ++i) {
    std::apply(f, offsets);
    for (size_t axis = shape.size(); axis-- > 0;) {
      for (size_t k = 0; k < N; ++k) offsets[k] += strides[k][axis];
      if (++index[axis] < shape[axis]) break;
      for (size_t k = 0; k < N; ++k) offsets[k] -= strides[k][axis] * shape[axis];
      index[axis] = 0;
    }
  }
}

template <class C>
concept Computing = std::same_as<C, int64_t> || std::same_as<C, float> || std::same_as<C, double>;

// Calls f with a value of the dtype's computing type.
template <class F>
auto with_computing(DType dtype, F f) {
  if (!is_float(dtype)) return f(int64_t{});
  return dtype == DType::kFloat64 ? f(double{}) : f(float{});
}

// The elements of a constant, converted. A splat, or one element, answers every index.
template <Computing C>
class Elements {
 public:
  explicit Elements(const Constant& constant);
  C operator[](int64_t i) const { return data_[uniform_ ? 0 : static_cast<size_t>(i)]; }
  bool uniform() const { return uniform_; }

 private:
  std::vector<C> data_;
  bool uniform_ = false;
};

// A constant of these elements; one element for a larger shape makes a splat.
template <Computing C>
ConstantRef store(DType dtype, Shape shape, const std::vector<C>& elements);

// f over one constant; `R` is the computing type of the result.
template <class C, class R, class F>
ConstantRef map(const Constant& x, DType dtype, F f) {
  Elements<C> in(x);
  int64_t n = in.uniform() ? std::min<int64_t>(1, x.numel()) : x.numel();
  std::vector<R> out(static_cast<size_t>(n));
  for (int64_t i = 0; i < n; ++i) out[static_cast<size_t>(i)] = static_cast<R>(f(in[i]));
  return store<R>(dtype, x.shape(), out);
}

// f over two constants that broadcast to `shape`.
template <class C, class R, class F>
ConstantRef map(const Constant& a, const Constant& b, DType dtype, const Shape& shape, F f) {
  Elements<C> x(a), y(b);
  if (x.uniform() && y.uniform() && count(shape) > 0) {
    return store<R>(dtype, shape, {static_cast<R>(f(x[0], y[0]))});
  }
  std::vector<R> out;
  out.reserve(static_cast<size_t>(count(shape)));
  for_each_offset<2>(shape,
                     {broadcast_strides(a.shape(), shape), broadcast_strides(b.shape(), shape)},
                     {0, 0}, [&](int64_t i, int64_t j) { out.push_back(f(x[i], y[j])); });
  return store<R>(dtype, shape, out);
}

// Byte copies. `strided` reads in[offset + index · strides]; `take` reads in[source[i]], or
// `fill` where the source is negative.
ConstantRef strided(const Constant& in, const Shape& shape, const Shape& strides,
                    int64_t offset = 0);
ConstantRef take(const Constant& in, const Shape& shape, const std::vector<int64_t>& source,
                 const std::byte* fill = nullptr);
// An own copy of all bytes, to be changed and made a constant again.
std::vector<std::byte> copy_bytes(const Constant& in);

// The shape cut at an axis: outer × size × inner elements.
struct AxisSplit {
  int64_t outer = 1, size = 1, inner = 1;
  AxisSplit(const Shape& shape, int64_t axis);
};

// Fold kernels for whole classes of operators. `fn` is a captureless lambda over the computing
// type.
template <auto fn>
Folded fold_unary(const FoldContext& ctx) {
  const Constant& x = *ctx.inputs[0];
  return with_computing(x.dtype(), [&]<class C>(C) -> Folded {
    return {map<C, C>(x, x.dtype(), fn)};
  });
}

// For functions that PyTorch and ONNX define on floats only.
template <auto fn>
Folded fold_float(const FoldContext& ctx) {
  const Constant& x = *ctx.inputs[0];
  if (!is_float(x.dtype())) return {};
  if (x.dtype() == DType::kFloat64) return {map<double, double>(x, x.dtype(), fn)};
  return {map<float, float>(x, x.dtype(), fn)};
}

template <auto fn>
Folded fold_binary(const FoldContext& ctx) {
  if (!foldable(ctx)) return {};
  const Constant &a = *ctx.inputs[0], &b = *ctx.inputs[1];
  return with_computing(a.dtype(), [&]<class C>(C) -> Folded {
    return {map<C, C>(a, b, a.dtype(), out_shape(ctx), fn)};
  });
}

template <auto fn>
Folded fold_comparison(const FoldContext& ctx) {
  if (!foldable(ctx)) return {};
  const Constant &a = *ctx.inputs[0], &b = *ctx.inputs[1];
  return with_computing(a.dtype(), [&]<class C>(C) -> Folded {
    return {map<C, int64_t>(a, b, DType::kBool, out_shape(ctx), fn)};
  });
}

// The first input's elements with the output's shape.
Folded fold_reshape(const FoldContext& ctx);

}  // namespace nnscan
