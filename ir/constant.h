// Constant tensors: immutable, shared, contiguous in row-major order. A splat holds one element
// that stands for all, so that `torch.zeros(4096, 4096)` costs nothing until something needs
// its bytes. The bytes are owned, or borrowed from a mapped file that the owner keeps alive.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "ir/type.h"

namespace nnscan {

class Constant;
using ConstantRef = std::shared_ptr<const Constant>;

class Constant {
 public:
  // `data` holds numel elements; kept alive by `owner`.
  static ConstantRef borrow(DType dtype, std::vector<int64_t> shape, const std::byte* data,
                            std::shared_ptr<const void> owner);
  static ConstantRef own(DType dtype, std::vector<int64_t> shape, std::vector<std::byte> data);
  static ConstantRef splat(DType dtype, std::vector<int64_t> shape, const std::byte* element);
  // Elements converted from double or int64 as a C cast to the dtype would.
  static ConstantRef fill(DType dtype, std::vector<int64_t> shape, double value);
  static ConstantRef of_ints(std::vector<int64_t> values);             // int64, 1-d
  static ConstantRef scalar_int(int64_t value, DType dtype = DType::kInt64);
  static ConstantRef scalar_float(double value, DType dtype = DType::kFloat32);
  static ConstantRef scalar_bool(bool value);

  DType dtype() const { return dtype_; }
  const std::vector<int64_t>& shape() const { return shape_; }
  size_t rank() const { return shape_.size(); }
  int64_t numel() const { return numel_; }
  size_t byte_size() const { return static_cast<size_t>(numel_) * size_of(dtype_); }
  bool is_splat() const { return splat_; }

  // The element at row-major index i, converted.
  double as_double(int64_t i) const;
  int64_t as_int(int64_t i) const;
  const std::byte* element(int64_t i) const {
    return data_ + (splat_ ? 0 : static_cast<size_t>(i) * size_of(dtype_));
  }
  // All bytes; a splat is expanded (and the expansion kept).
  std::span<const std::byte> bytes() const;
  std::vector<int64_t> ints() const;  // every element as int64
  ConstantRef reshaped(std::vector<int64_t> shape) const;  // same elements, shared bytes
  bool same_as(const Constant& other) const;               // dtype, shape and bits

 private:
  Constant(DType dtype, std::vector<int64_t> shape);
  DType dtype_;
  bool splat_ = false;
  std::vector<int64_t> shape_;
  int64_t numel_ = 1;
  const std::byte* data_ = nullptr;
  std::shared_ptr<const void> owner_;
  mutable std::shared_ptr<std::vector<std::byte>> expanded_;
};

// Element conversions between the host's types and the two half formats.
float half_to_float(uint16_t bits);
uint16_t float_to_half(float value);        // round to nearest even
float bfloat16_to_float(uint16_t bits);
uint16_t float_to_bfloat16(float value);    // round to nearest even
// Writes `value` as one element of `dtype`.
void store_element(DType dtype, std::byte* to, double value);
void store_element(DType dtype, std::byte* to, int64_t value);

}  // namespace nnscan
