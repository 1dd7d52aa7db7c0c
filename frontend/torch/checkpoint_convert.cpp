#include "frontend/torch/checkpoint_match.h"

namespace nnscan {

ConstantRef convert_constant(const ConstantRef& constant, DType dtype) {
  if (constant->dtype() == dtype) return constant;
  const bool from_float = is_float(constant->dtype());
  const size_t size = size_of(dtype);
  const int64_t count = constant->is_splat() ? 1 : constant->numel();
  std::vector<std::byte> out(static_cast<size_t>(count) * size);
  std::byte* to = out.data();
  for (int64_t i = 0; i < count; ++i, to += size) {
    if (from_float) {
      store_element(dtype, to, constant->as_double(i));
    } else {
      store_element(dtype, to, constant->as_int(i));
    }
  }
  return constant->is_splat() ? Constant::splat(dtype, constant->shape(), out.data())
                              : Constant::own(dtype, constant->shape(), std::move(out));
}

}  // namespace nnscan
