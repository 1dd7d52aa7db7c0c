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

#include "ir/base/bytes.h"
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
// The same of a constant; of a splat, all are of its one element.
Shape reading_strides(const Constant& in, const Shape& out);
Shape broadcast_shapes(const Shape& a, const Shape& b);
int64_t normal_axis(int64_t axis, size_t rank);

// Calls f(n, offsets, steps) for runs of n elements that lie `steps` apart, all of `shape` in row-major order.
// Axes that lie as one are walked as one.
template <size_t N, class F>
void for_each_run(const Shape& shape, const std::array<Shape, N>& strides, std::array<int64_t, N> offsets, F f) {
  struct Axis { int64_t size; std::array<int64_t, N> steps; };
  std::vector<Axis> axes;
  for (size_t i = 0; i < shape.size(); ++i) {
    if (shape[i] == 0) return;
    if (shape[i] == 1) continue;
    Axis axis{shape[i], {}};
    bool is_one = !axes.empty();
    for (size_t k = 0; k < N; ++k) {
      axis.steps[k] = strides[k][i];
      is_one = is_one && axes.back().steps[k] == axis.steps[k] * axis.size;
    }
    if (is_one) axis.size *= axes.back().size, axes.back() = axis;
    else axes.push_back(axis);
  }
  if (axes.empty()) return f(int64_t{1}, offsets, std::array<int64_t, N>{});
  const Axis last = axes.back();
  axes.pop_back();
  std::vector<int64_t> index(axes.size(), 0);
  for (bool more = true; more;) {
    f(last.size, offsets, last.steps);
    more = false;
    for (size_t axis = axes.size(); axis-- > 0 && !more;) {
      more = ++index[axis] < axes[axis].size;
      for (size_t k = 0; k < N; ++k) offsets[k] += axes[axis].steps[k] * (more ? 1 : 1 - axes[axis].size);
      if (!more) index[axis] = 0;
    }
  }
}

// Calls f(offset...) for each index of `shape` in row-major order.
template <size_t N, class F>
void for_each_offset(const Shape& shape, const std::array<Shape, N>& strides, std::array<int64_t, N> offsets, F f) {
  for_each_run<N>(shape, strides, offsets, [&](int64_t n, std::array<int64_t, N> at, const std::array<int64_t, N>& steps) {
    for (int64_t i = 0; i < n; ++i) {
      std::apply(f, at);
      for (size_t k = 0; k < N; ++k) at[k] += steps[k];
    }
  });
}

template <class C>
concept Computing = std::same_as<C, int64_t> || std::same_as<C, float> || std::same_as<C, double>;

// Calls f with a value of the dtype's computing type.
template <class F>
auto with_computing(DType dtype, F f) {
  if (!is_float(dtype)) return f(int64_t{});
  return dtype == DType::kFloat64 ? f(double{}) : f(float{});
}

// The elements of a constant, converted where they are of another type. A splat, or one element, answers every index.
template <Computing C>
class Elements {
 public:
  explicit Elements(const Constant& constant);
  C operator[](int64_t i) const { return data_[uniform_ ? 0 : i]; }
  const C* data() const { return data_; }
  bool uniform() const { return uniform_; }

 private:
  std::vector<C> converted_;
  const C* data_ = nullptr;
  bool uniform_ = false;
};

// A constant of these elements; one element for a larger shape makes a splat.
template <Computing C>
ConstantRef store(DType dtype, Shape shape, std::vector<C> elements);

// Calls f with an unsigned integer of the size of an element.
template <class F>
auto with_bits(DType dtype, F f) {
  switch (size_of(dtype)) {
    case 1: return f(uint8_t{});
    case 2: return f(uint16_t{});
    case 4: return f(uint32_t{});
    default: return f(uint64_t{});
  }
}

// Calls fill(to), which sets `count(shape)` elements.
template <class T, class F>
ConstantRef filled(DType dtype, const Shape& shape, F fill) {
  auto data = std::make_shared_for_overwrite<T[]>(static_cast<size_t>(count(shape)));
  fill(data.get());
  const auto* bytes = reinterpret_cast<const std::byte*>(data.get());
  return Constant::borrow(dtype, shape, bytes, std::move(data));
}

// Calls fill(to), which sets all bytes.
template <class F>
ConstantRef filled_bytes(DType dtype, const Shape& shape, F fill) {
  const size_t bytes = static_cast<size_t>(count(shape)) * size_of(dtype);
  auto data = std::make_shared_for_overwrite<uint64_t[]>((bytes + 7) / 8);  // aligned
  auto* start = reinterpret_cast<std::byte*>(data.get());
  fill(start);
  return Constant::borrow(dtype, shape, start, std::move(data));
}

// Elements of the computing type `R`, which fill(to) sets, as ones of the dtype.
template <class R, class F>
ConstantRef computed(DType dtype, const Shape& shape, F fill) {
  if constexpr (std::same_as<R, int64_t>) {
    if (dtype == DType::kInt64) return filled<int64_t>(dtype, shape, fill);
  } else if (dtype == (std::same_as<R, float> ? DType::kFloat32 : DType::kFloat64)) {
    return filled<R>(dtype, shape, fill);
  }
  std::vector<R> elements(static_cast<size_t>(count(shape)));
  fill(elements.data());
  return store<R>(dtype, shape, std::move(elements));
}

// f over one constant; `R` is the computing type of the result.
template <class C, class R, class F>
ConstantRef map(const Constant& x, DType dtype, F f) {
  Elements<C> in(x);
  if (in.uniform() && x.numel() > 0) return store<R>(dtype, x.shape(), {static_cast<R>(f(in[0]))});
  auto each = [&](auto* to, auto convert) {
    for (const C* from = in.data(); from != in.data() + x.numel(); ++from) *to++ = convert(static_cast<R>(f(*from)));
  };
  if (dtype == DType::kBool)
    return filled<uint8_t>(dtype, x.shape(), [&](uint8_t* to) { each(to, [](R r) -> uint8_t { return r != R{}; }); });
  return computed<R>(dtype, x.shape(), [&](R* to) { each(to, [](R r) { return r; }); });
}

// f over two constants that broadcast to `shape`.
template <class C, class R, class F>
ConstantRef map(const Constant& a, const Constant& b, DType dtype, const Shape& shape, F f) {
  Elements<C> x(a), y(b);
  if (x.uniform() && y.uniform() && count(shape) > 0) {
    return store<R>(dtype, shape, {static_cast<R>(f(x[0], y[0]))});
  }
  auto each = [&](auto* to, auto convert) {
    for_each_run<2>(shape, {reading_strides(a, shape), reading_strides(b, shape)}, {0, 0}, [&](int64_t n, auto at, auto steps) {
      const C *left = x.data() + at[0], *right = y.data() + at[1];
      for (int64_t i = 0; i < n; ++i) *to++ = convert(static_cast<R>(f(left[i * steps[0]], right[i * steps[1]])));
    });
  };
  if (dtype == DType::kBool)
    return filled<uint8_t>(dtype, shape, [&](uint8_t* to) { each(to, [](R r) -> uint8_t { return r != R{}; }); });
  return computed<R>(dtype, shape, [&](R* to) { each(to, [](R r) { return r; }); });
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
