#include <cstring>

#include "frontend/torch/checkpoint_match.h"

namespace nnscan {
namespace {

// A half-precision checkpoint for a float32 module is the common case and gets a loop of its own,
// several times as fast as the one for any two types.
template <float (*kToFloat)(uint16_t)>
void widen(const std::byte* from, int64_t count, std::byte* to) {
  for (int64_t i = 0; i < count; ++i) {
    uint16_t bits;
    std::memcpy(&bits, from + 2 * i, sizeof bits);
    const float value = kToFloat(bits);
    std::memcpy(to + 4 * i, &value, sizeof value);
  }
}

void convert(const Constant& from, int64_t count, DType dtype, std::byte* to) {
  const bool from_float = is_float(from.dtype());
  const size_t size = size_of(dtype);
  for (int64_t i = 0; i < count; ++i, to += size) {
    if (from_float) {
      store_element(dtype, to, from.as_double(i));
    } else {
      store_element(dtype, to, from.as_int(i));
    }
  }
}

}  // namespace

ConstantRef convert_constant(const ConstantRef& constant, DType dtype) {
  if (constant->dtype() == dtype) return constant;
  const int64_t count = constant->is_splat() ? 1 : constant->numel();
  std::vector<std::byte> out(static_cast<size_t>(count) * size_of(dtype));
  if (constant->dtype() == DType::kFloat16 && dtype == DType::kFloat32) {
    widen<half_to_float>(constant->element(0), count, out.data());
  } else if (constant->dtype() == DType::kBFloat16 && dtype == DType::kFloat32) {
    widen<bfloat16_to_float>(constant->element(0), count, out.data());
  } else {
    convert(*constant, count, dtype, out.data());
  }
  return constant->is_splat() ? Constant::splat(dtype, constant->shape(), out.data())
                              : Constant::own(dtype, constant->shape(), std::move(out));
}

}  // namespace nnscan
