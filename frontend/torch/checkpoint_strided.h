// From a strided view of a storage, which is how PyTorch describes a tensor, to a constant in
// row-major order. What lies in the storage in that order already is borrowed; a view of one
// element repeated becomes a splat; anything else is gathered, within the copy budget.
#pragma once

#include "frontend/torch/checkpoint_bytes.h"

namespace nnscan::checkpoint {

// Offset and strides count elements. Absent strides: row-major.
struct StridedView {
  DType dtype = DType::kFloat32;
  std::vector<int64_t> shape;
  std::vector<int64_t> strides;
  int64_t offset = 0;
};

// Tensors of more axes are refused; PyTorch's own iterators stop at 64.
inline constexpr size_t kMaxRank = 64;

// Throws kMalformed when the view leaves the storage, kLimit when the budget is spent. `key`
// names the tensor in messages.
ConstantRef read_strided(const StridedView& view, const Window& storage, CopyBudget& budget,
                         std::string_view key);

}  // namespace nnscan::checkpoint
