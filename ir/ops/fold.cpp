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

template <class T>
T read(const std::byte* from) {
  T value;
  std::memcpy(&value, from, sizeof value);
  return value;
}

template <class C>
C load_element(DType dtype, const std::byte* from) {
  switch (dtype) {
    case DType::kBool: return static_cast<C>(read<uint8_t>(from) != 0);
    case DType::kUInt8: return static_cast<C>(read<uint8_t>(from));
    case DType::kInt8: return static_cast<C>(read<int8_t>(from));
    case DType::kInt16: return static_cast<C>(read<int16_t>(from));
    case DType::kInt32: return static_cast<C>(read<int32_t>(from));
    case DType::kInt64: return static_cast<C>(read<int64_t>(from));
    case DType::kFloat16: return static_cast<C>(half_to_float(read<uint16_t>(from)));
    case DType::kBFloat16: return static_cast<C>(bfloat16_to_float(read<uint16_t>(from)));
    case DType::kFloat32: return static_cast<C>(read<float>(from));
    case DType::kFloat64: return static_cast<C>(read<double>(from));
  }
  return C{};
}

template <class T>
void write(std::byte* to, T value) {
  std::memcpy(to, &value, sizeof value);
}

template <class C>
void save_element(DType dtype, std::byte* to, C value) {
  switch (dtype) {
    case DType::kBool: return write(to, static_cast<uint8_t>(value != C{}));
    case DType::kUInt8: return write(to, static_cast<uint8_t>(value));
    case DType::kInt8: return write(to, static_cast<int8_t>(value));
    case DType::kInt16: return write(to, static_cast<int16_t>(value));
    case DType::kInt32: return write(to, static_cast<int32_t>(value));
    case DType::kInt64: return write(to, static_cast<int64_t>(value));
    case DType::kFloat16: return write(to, float_to_half(static_cast<float>(value)));
    case DType::kBFloat16: return write(to, float_to_bfloat16(static_cast<float>(value)));
    case DType::kFloat32: return write(to, static_cast<float>(value));
    case DType::kFloat64: return write(to, static_cast<double>(value));
  }
}

}  // namespace

template <Computing C>
Elements<C>::Elements(const Constant& constant) {
  uniform_ = constant.is_splat() || constant.numel() == 1;
  auto n = static_cast<size_t>(uniform_ ? std::min<int64_t>(1, constant.numel())
                                        : constant.numel());
  data_.resize(n);
  for (size_t i = 0; i < n; ++i) {
    data_[i] = load_element<C>(constant.dtype(), constant.element(static_cast<int64_t>(i)));
  }
}

template <Computing C>
ConstantRef store(DType dtype, Shape shape, const std::vector<C>& elements) {
  size_t size = size_of(dtype);
  std::vector<std::byte> bytes(elements.size() * size);
  for (size_t i = 0; i < elements.size(); ++i) {
    save_element<C>(dtype, bytes.data() + i * size, elements[i]);
  }
  int64_t n = count(shape);
  if (elements.size() == 1 && n > 1) return Constant::splat(dtype, std::move(shape), bytes.data());
  NNSCAN_CHECK(static_cast<int64_t>(elements.size()) == n, "elements and shape differ");
  return Constant::own(dtype, std::move(shape), std::move(bytes));
}

template class Elements<int64_t>;
template class Elements<float>;
template class Elements<double>;
template ConstantRef store(DType, Shape, const std::vector<int64_t>&);
template ConstantRef store(DType, Shape, const std::vector<float>&);
template ConstantRef store(DType, Shape, const std::vector<double>&);

namespace {

// Copies elements one by one, as unsigned integers of their size.
template <class Source>
std::vector<std::byte> gather_bytes(size_t size, int64_t n, Source source) {
  std::vector<std::byte> out(static_cast<size_t>(n) * size);
  std::byte* to = out.data();
  source([&](const std::byte* from) {
    std::memcpy(to, from, size);
    to += size;
  });
  return out;
}

}  // namespace

ConstantRef strided(const Constant& in, const Shape& shape, const Shape& strides,
                    int64_t offset) {
  int64_t n = count(shape);
  if (in.is_splat() && n > 0) return Constant::splat(in.dtype(), shape, in.element(0));
  auto bytes = gather_bytes(size_of(in.dtype()), n, [&](auto emit) {
    for_each_offset<1>(shape, {strides}, {offset}, [&](int64_t i) { emit(in.element(i)); });
  });
  return Constant::own(in.dtype(), shape, std::move(bytes));
}

ConstantRef take(const Constant& in, const Shape& shape, const std::vector<int64_t>& source,
                 const std::byte* fill) {
  if (in.is_splat() && !fill && !source.empty()) {
    return Constant::splat(in.dtype(), shape, in.element(0));
  }
  auto bytes = gather_bytes(size_of(in.dtype()), count(shape), [&](auto emit) {
    for (int64_t i : source) emit(i < 0 ? fill : in.element(i));
  });
  return Constant::own(in.dtype(), shape, std::move(bytes));
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
