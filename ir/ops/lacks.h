// How a type rule says that the operator cannot do what is asked of it, whatever PyTorch does. Sizes
// that do not fit are another matter (InferContext::fail): PyTorch raises an exception for those,
// which the model may catch. This here is never to be taken for one.
#pragma once

#include <string>
#include <utility>

#include "ir/base/diagnostic.h"
#include "ir/builder.h"

namespace nnscan {

struct OperatorLacks : TypeError {
  OperatorLacks(const InferContext& ctx, Code code, std::string message)
      : TypeError{ctx.node.op, std::move(message)}, code(code) {}
  Code code;
};

}  // namespace nnscan
