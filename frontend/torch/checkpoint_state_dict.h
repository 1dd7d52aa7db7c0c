// From the tree of a pickle to named tensors: finds the state_dict in what a training script
// saved, and reads each tensor of it from its storage.
#pragma once

#include <functional>

#include "frontend/torch/checkpoint_tensor.h"

namespace nnscan::checkpoint {

// The bytes of a storage: exactly those that its description counts. Throws if they are not there.
using StorageLookup = std::function<Window(const StorageRef&)>;

// `root` of the tree as torch.save got it. Throws kNoStateDict, kUnsupported, kMalformed, kLimit.
Checkpoint read_state_dict(const PickleTree& tree, const StorageLookup& lookup,
                           const CheckpointLimits& limits, CopyBudget& budget);

}  // namespace nnscan::checkpoint
