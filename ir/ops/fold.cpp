#include "ir/ops/fold.h"

#include "ir/base/check.h"

namespace nnscan {

int64_t count(const Shape& shape) {
  int64_t n = 1;
  for (int64_t size : shape) n *= size;
  return n;
}

Shape out_shape(const FoldContext& ctx, size_t output) {
  auto shape = known_shape(ctx.outputs[output], ctx.dims);
  NNSCAN_CHECK(shape.has_value(), "a fold needs known output shapes");
  return *shape;
}

bool foldable(const FoldContext& ctx) {
  for (const Type& type : ctx.outputs) {
    auto shape = known_shape(type, ctx.dims);
    if (!shape) return false;
    double bytes = static_cast<double>(size_of(type.dtype));
    for (int64_t size : *shape) {
      if (size < 0) return false;
      bytes *= static_cast<double>(size);
    }
    if (bytes > static_cast<double>(kMaxFoldBytes)) return false;
  }
  return true;
}

Shape row_major_strides(const Shape& shape) {
  Shape strides(shape.size(), 1);
  for (size_t i = shape.size(); i-- > 1;) strides[i - 1] = strides[i] * shape[i];
  return strides;
}

Shape broadcast_strides(const Shape& in, const Shape& out) {
  Shape own = row_major_strides(in), strides(out.size(), 0);
  size_t lead = out.size() - in.size();
  for (size_t i = 0; i < in.size(); ++i) {
    if (in[i] != 1) strides[lead + i] = own[i];
  }
  return strides;
}

Shape reading_strides(const Constant& in, const Shape& out) {
  return in.is_splat() ? Shape(out.size(), 0) : broadcast_strides(in.shape(), out);
}

Shape broadcast_shapes(const Shape& a, const Shape& b) {
  const Shape &longer = a.size() >= b.size() ? a : b, &shorter = a.size() >= b.size() ? b : a;
  Shape out = longer;
  size_t lead = longer.size() - shorter.size();
  for (size_t i = 0; i < shorter.size(); ++i) {
    if (out[lead + i] == 1) out[lead + i] = shorter[i];
  }
  return out;
}

int64_t normal_axis(int64_t axis, size_t rank) {
  return axis < 0 ? axis + static_cast<int64_t>(rank) : axis;
}

AxisSplit::AxisSplit(const Shape& shape, int64_t axis) {
  for (size_t i = 0; i < shape.size(); ++i) {
    int64_t& part = static_cast<int64_t>(i) < axis ? outer
                    : static_cast<int64_t>(i) > axis ? inner : size;
    part *= shape[i];
  }
}

namespace {

// Calls f with how to read an element of the dtype.
template <class C, class F>
void with_loader(DType dtype, F f) {
  auto plain = [&]<class T>(T) { f([](const std::byte* from) { return static_cast<C>(load<T>(from)); }); };
  switch (dtype) {
    case DType::kBool: return f([](const std::byte* from) { return static_cast<C>(load<uint8_t>(from) != 0); });
    case DType::kUInt8: return plain(uint8_t{});
    case DType::kInt8: return plain(int8_t{});
    case DType::kInt16: return plain(int16_t{});
    case DType::kInt32: return plain(int32_t{});
    case DType::kInt64: return plain(int64_t{});
    case DType::kFloat16: return f([](const std::byte* from) { return static_cast<C>(half_to_float(load<uint16_t>(from))); });
    case DType::kBFloat16: return f([](const std::byte* from) { return static_cast<C>(bfloat16_to_float(load<uint16_t>(from))); });
    case DType::kFloat32: return plain(float{});
    case DType::kFloat64: return plain(double{});
  }
}

// Calls f with how to write an element of the dtype.
template <class C, class F>
void with_saver(DType dtype, F f) {
  auto plain = [&]<class T>(T) { f([](std::byte* to, C value) { nnscan::store(to, static_cast<T>(value)); }); };
  switch (dtype) {
    case DType::kBool: return f([](std::byte* to, C value) { nnscan::store(to, static_cast<uint8_t>(value != C{})); });
    case DType::kUInt8: return plain(uint8_t{});
    case DType::kInt8: return plain(int8_t{});
    case DType::kInt16: return plain(int16_t{});
    case DType::kInt32: return plain(int32_t{});
    case DType::kInt64: return plain(int64_t{});
    case DType::kFloat16: return f([](std::byte* to, C value) { nnscan::store(to, float_to_half(static_cast<float>(value))); });
    case DType::kBFloat16: return f([](std::byte* to, C value) { nnscan::store(to, float_to_bfloat16(static_cast<float>(value))); });
    case DType::kFloat32: return plain(float{});
    case DType::kFloat64: return plain(double{});
  }
}

template <class C>
constexpr DType kStoredAs = std::same_as<C, int64_t> ? DType::kInt64 : std::same_as<C, float> ? DType::kFloat32 : DType::kFloat64;

}  // namespace

// Bytes of a checkpoint need not be aligned.
template <Computing C>
Elements<C>::Elements(const Constant& constant) {
  uniform_ = constant.is_splat() || constant.numel() == 1;
  if (constant.numel() == 0) return;
  const std::byte* from = constant.element(0);
  if (constant.dtype() == kStoredAs<C> && reinterpret_cast<uintptr_t>(from) % alignof(C) == 0) {
    data_ = reinterpret_cast<const C*>(from);
    return;
  }
  converted_.resize(static_cast<size_t>(uniform_ ? 1 : constant.numel()));
  const size_t size = size_of(constant.dtype());
  with_loader<C>(constant.dtype(), [&](auto load) {
    for (C& element : converted_) element = load(from), from += size;
  });
  data_ = converted_.data();
}

template <Computing C>
ConstantRef store(DType dtype, Shape shape, std::vector<C> elements) {
  const size_t size = size_of(dtype);
  int64_t n = count(shape);
  bool is_splat = elements.size() == 1 && n > 1;
  NNSCAN_CHECK(is_splat || static_cast<int64_t>(elements.size()) == n, "elements and shape differ");
  if (dtype == kStoredAs<C> && !is_splat) {
    auto kept = std::make_shared<std::vector<C>>(std::move(elements));
    const auto* bytes = reinterpret_cast<const std::byte*>(kept->data());
    return Constant::borrow(dtype, std::move(shape), bytes, std::move(kept));
  }
  std::vector<std::byte> bytes(elements.size() * size);
  with_saver<C>(dtype, [&](auto save) {
    std::byte* to = bytes.data();
    for (C element : elements) save(to, element), to += size;
  });
  if (is_splat) return Constant::splat(dtype, std::move(shape), bytes.data());
  return Constant::own(dtype, std::move(shape), std::move(bytes));
}

template class Elements<int64_t>;
template class Elements<float>;
template class Elements<double>;
template ConstantRef store(DType, Shape, std::vector<int64_t>);
template ConstantRef store(DType, Shape, std::vector<float>);
template ConstantRef store(DType, Shape, std::vector<double>);

ConstantRef strided(const Constant& in, const Shape& shape, const Shape& strides, int64_t offset) {
  if (in.is_splat() && count(shape) > 0) return Constant::splat(in.dtype(), shape, in.element(0));
  return with_bits(in.dtype(), [&]<class T>(T) {
    return filled<T>(in.dtype(), shape, [&](T* to) {
      for_each_run<1>(shape, {strides}, {offset}, [&](int64_t n, auto at, auto steps) {
        const std::byte* from = in.element(at[0]);
        if (steps[0] == 1) std::memcpy(to, from, static_cast<size_t>(n) * sizeof(T));
        else
          for (int64_t i = 0; i < n; ++i) to[i] = load<T>(from + i * steps[0] * static_cast<int64_t>(sizeof(T)));
        to += n;
      });
    });
  });
}

ConstantRef take(const Constant& in, const Shape& shape, const std::vector<int64_t>& source, const std::byte* fill) {
  if (in.is_splat() && !fill && !source.empty()) return Constant::splat(in.dtype(), shape, in.element(0));
  return with_bits(in.dtype(), [&]<class T>(T) {
    return filled<T>(in.dtype(), shape, [&](T* to) {
      for (int64_t i : source) *to++ = load<T>(i < 0 ? fill : in.element(i));
    });
  });
}

std::vector<std::byte> copy_bytes(const Constant& in) {
  auto bytes = in.bytes();
  return {bytes.begin(), bytes.end()};
}

Folded fold_reshape(const FoldContext& ctx) {
  if (!foldable(ctx)) return {};
  Shape shape = out_shape(ctx);
  if (count(shape) != ctx.inputs[0]->numel()) return {};
  return {ctx.inputs[0]->reshaped(std::move(shape))};
}

}  // namespace nnscan
