// Fits a checkpoint to a module: one constant for each parameter and buffer, of the module's own
// element type, or one error that names every key that does not fit. This is
// `load_state_dict(strict=True)`; https://pytorch.org/docs/stable/generated/torch.nn.Module.html.
//
// As PyTorch does, a missing `num_batches_tracked` counts as 0 when the checkpoint is older than
// that buffer: when it notes no version for the normalisation module, or one below 2. And a
// one-element vector is taken for a 0-d parameter.
//
// `module.` (DataParallel) and `_orig_mod.` (torch.compile) are taken off when every key of the
// checkpoint starts with them and the module's keys do not.
#pragma once

#include <span>

#include "frontend/torch/checkpoint.h"

namespace nnscan {

struct ParameterSlot {
  std::string key;
  DType dtype = DType::kFloat32;
  std::vector<int64_t> shape;
};

// One constant for each slot, in the order of the slots. The error is kMismatch; each of its three
// lists (missing, unexpected, wrongly shaped) is complete up to kMaxListedKeys entries.
inline constexpr size_t kMaxListedKeys = 200;
std::variant<std::vector<ConstantRef>, CheckpointError> match_checkpoint(
    std::span<const ParameterSlot> slots, const Checkpoint& checkpoint);

// The same elements in another type, converted as Tensor.copy_ converts them; the constant itself
// when the type is the same.
ConstantRef convert_constant(const ConstantRef& constant, DType dtype);

}  // namespace nnscan
