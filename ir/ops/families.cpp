#include "ir/ops/families.h"

#include <array>

namespace nnscan {

std::span<const std::span<const OpInfo>> op_families() {
  static const std::array kFamilies = {
      arithmetic_ops(), logic_ops(),  math_ops(),    activation_ops(), reduce_ops(),
      order_ops(),      shape_ops(),  movement_ops(), slice_ops(),     gather_ops(),
      scatter_ops(),    generate_ops(), random_ops(), conv_ops(),      pool_ops(),
      norm_ops(),       linear_ops(), image_ops(),   recurrent_ops(),  control_ops(),
  };
  return kFamilies;
}

}  // namespace nnscan
