#include "ir/constant.h"

#include <cmath>
#include <cstring>
#include <limits>

#include "ir/base/bytes.h"
#include "ir/base/check.h"

namespace nnscan {

namespace {

// As the hardware does where C leaves it undefined: out of range and NaN give the lowest value.
template <class T>
T truncated(double value) {
  constexpr double kLimit = -static_cast<double>(std::numeric_limits<T>::min());
  if (!(value > -kLimit - 1 && value < kLimit)) return std::numeric_limits<T>::min();
  return static_cast<T>(value);
}

std::shared_ptr<std::vector<std::byte>> one_element(DType dtype, const auto& value) {
  auto bytes = std::make_shared<std::vector<std::byte>>(size_of(dtype));
  store_element(dtype, bytes->data(), value);
  return bytes;
}

}  // namespace

void store_element(DType dtype, std::byte* to, double value) {
  switch (dtype) {
    case DType::kBool: return store<uint8_t>(to, value != 0);
    case DType::kUInt8: return store(to, static_cast<uint8_t>(truncated<int32_t>(value)));
    case DType::kInt8: return store(to, static_cast<int8_t>(truncated<int32_t>(value)));
    case DType::kInt16: return store(to, static_cast<int16_t>(truncated<int32_t>(value)));
    case DType::kInt32: return store(to, truncated<int32_t>(value));
    case DType::kInt64: return store(to, truncated<int64_t>(value));
    case DType::kFloat16: return store(to, float_to_half(static_cast<float>(value)));
    case DType::kBFloat16: return store(to, float_to_bfloat16(static_cast<float>(value)));
    case DType::kFloat32: return store(to, static_cast<float>(value));
    case DType::kFloat64: return store(to, value);
  }
}

void store_element(DType dtype, std::byte* to, int64_t value) {
  switch (dtype) {
    case DType::kBool: return store<uint8_t>(to, value != 0);
    case DType::kUInt8: return store(to, static_cast<uint8_t>(value));
    case DType::kInt8: return store(to, static_cast<int8_t>(value));
    case DType::kInt16: return store(to, static_cast<int16_t>(value));
    case DType::kInt32: return store(to, static_cast<int32_t>(value));
    case DType::kInt64: return store(to, value);
    case DType::kFloat16: return store(to, float_to_half(static_cast<float>(value)));
    case DType::kBFloat16: return store(to, float_to_bfloat16(static_cast<float>(value)));
    case DType::kFloat32: return store(to, static_cast<float>(value));
    case DType::kFloat64: return store(to, static_cast<double>(value));
  }
}

Constant::Constant(DType dtype, std::vector<int64_t> shape)
    : dtype_(dtype), shape_(std::move(shape)) {
  for (int64_t size : shape_) {
    NNSCAN_CHECK(size >= 0, "a negative size");
    NNSCAN_CHECK(!__builtin_mul_overflow(numel_, size, &numel_), "too many elements");
  }
  int64_t bytes;
  NNSCAN_CHECK(!__builtin_mul_overflow(numel_, static_cast<int64_t>(size_of(dtype_)), &bytes),
               "too many bytes");
}

ConstantRef Constant::borrow(DType dtype, std::vector<int64_t> shape, const std::byte* data,
                             std::shared_ptr<const void> owner) {
  std::shared_ptr<Constant> result(new Constant(dtype, std::move(shape)));
  result->data_ = data;
  result->owner_ = std::move(owner);
  return result;
}

ConstantRef Constant::own(DType dtype, std::vector<int64_t> shape, std::vector<std::byte> data) {
  auto bytes = std::make_shared<std::vector<std::byte>>(std::move(data));
  const std::byte* start = bytes->data();
  size_t size = bytes->size();
  ConstantRef result = borrow(dtype, std::move(shape), start, std::move(bytes));
  NNSCAN_CHECK(result->byte_size() == size, "the data does not fill the shape");
  return result;
}

ConstantRef Constant::splat(DType dtype, std::vector<int64_t> shape, const std::byte* element) {
  auto bytes = std::make_shared<std::vector<std::byte>>(element, element + size_of(dtype));
  std::shared_ptr<Constant> result(new Constant(dtype, std::move(shape)));
  result->splat_ = true;
  result->data_ = bytes->data();
  result->owner_ = std::move(bytes);
  return result;
}

ConstantRef Constant::fill(DType dtype, std::vector<int64_t> shape, double value) {
  return splat(dtype, std::move(shape), one_element(dtype, value)->data());
}

ConstantRef Constant::of_ints(std::vector<int64_t> values) {
  std::vector<std::byte> bytes(values.size() * sizeof(int64_t));
  if (!values.empty()) std::memcpy(bytes.data(), values.data(), bytes.size());
  return own(DType::kInt64, {static_cast<int64_t>(values.size())}, std::move(bytes));
}

ConstantRef Constant::scalar_int(int64_t value, DType dtype) {
  return splat(dtype, {}, one_element(dtype, value)->data());
}

ConstantRef Constant::scalar_float(double value, DType dtype) {
  return splat(dtype, {}, one_element(dtype, value)->data());
}

ConstantRef Constant::scalar_bool(bool value) {
  return scalar_int(value ? 1 : 0, DType::kBool);
}

double Constant::as_double(int64_t i) const {
  const std::byte* from = element(i);
  switch (dtype_) {
    case DType::kFloat16: return half_to_float(load<uint16_t>(from));
    case DType::kBFloat16: return bfloat16_to_float(load<uint16_t>(from));
    case DType::kFloat32: return load<float>(from);
    case DType::kFloat64: return load<double>(from);
    case DType::kBool:
    case DType::kUInt8:
    case DType::kInt8:
    case DType::kInt16:
    case DType::kInt32:
    case DType::kInt64: break;
  }
  return static_cast<double>(as_int(i));
}

int64_t Constant::as_int(int64_t i) const {
  const std::byte* from = element(i);
  switch (dtype_) {
    case DType::kBool: return load<uint8_t>(from) != 0;
    case DType::kUInt8: return load<uint8_t>(from);
    case DType::kInt8: return load<int8_t>(from);
    case DType::kInt16: return load<int16_t>(from);
    case DType::kInt32: return load<int32_t>(from);
    case DType::kInt64: return load<int64_t>(from);
    case DType::kFloat16:
    case DType::kBFloat16:
    case DType::kFloat32:
    case DType::kFloat64: break;
  }
  return truncated<int64_t>(as_double(i));
}

std::span<const std::byte> Constant::bytes() const {
  if (!splat_ || numel_ == 1) return {data_, byte_size()};
  if (!expanded_) {
    size_t size = size_of(dtype_);
    expanded_ = std::make_shared<std::vector<std::byte>>(byte_size());
    for (size_t at = 0; at < expanded_->size(); at += size)
      std::memcpy(expanded_->data() + at, data_, size);
  }
  return *expanded_;
}

std::vector<int64_t> Constant::ints() const {
  std::vector<int64_t> values(static_cast<size_t>(numel_));
  for (int64_t i = 0; i < numel_; ++i) values[static_cast<size_t>(i)] = as_int(i);
  return values;
}

ConstantRef Constant::reshaped(std::vector<int64_t> shape) const {
  std::shared_ptr<Constant> result(new Constant(dtype_, std::move(shape)));
  NNSCAN_CHECK(result->numel_ == numel_, "a reshape keeps the number of elements");
  result->splat_ = splat_;
  result->data_ = data_;
  result->owner_ = owner_;
  result->expanded_ = expanded_;
  return result;
}

bool Constant::same_as(const Constant& other) const {
  if (this == &other) return true;
  if (dtype_ != other.dtype_ || shape_ != other.shape_) return false;
  if (splat_ == other.splat_ && data_ == other.data_) return true;
  size_t size = size_of(dtype_);
  if (!splat_ && !other.splat_) return !numel_ || !std::memcmp(data_, other.data_, byte_size());
  if (splat_ && other.splat_) return !numel_ || !std::memcmp(data_, other.data_, size);
  for (int64_t i = 0; i < numel_; ++i)
    if (std::memcmp(element(i), other.element(i), size) != 0) return false;
  return true;
}

}  // namespace nnscan
