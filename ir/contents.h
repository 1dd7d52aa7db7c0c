// Shape arithmetic done with tensors stays symbolic: what a node makes of short int64 vectors
// whose elements are known as Dims.
#pragma once

#include <optional>

#include "ir/ops/op.h"

namespace nnscan {

// The elements of the node's only output, an int64 of rank 0 or 1, where the inputs' elements
// decide them. `ctx` holds the inferred output type.
std::optional<Dims> known_contents(InferContext& ctx);

}  // namespace nnscan
