// Numbers for parameters: PyTorch's default distributions, from a generator of our own. The
// sequence is not PyTorch's, its distribution is.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "ir/constant.h"

namespace nnscan::torch {

// `kind` and its parameters: "normal" (mean, std), "uniform" (low, high), "trunc_normal" (mean,
// std, a, b), "bernoulli" (p), "integers" (low, high), "permutation", "orthogonal" (gain).
// `state` is advanced, so that each call gives other numbers and a seed gives the same ones.
ConstantRef draw(const std::string& kind, DType dtype, const std::vector<int64_t>& shape,
                 const std::vector<double>& parameters, uint64_t& state);

}  // namespace nnscan::torch
