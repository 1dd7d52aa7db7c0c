// One table of rows for each family of primitives. Above each row stands what
// emit/onnx/opset.cpp has to rewrite, where the form that the graph holds (opset 20) is not the
// one that an older opset takes; no remark means that only the version number differs.
#pragma once

#include <span>

#include "ir/ops/op.h"

namespace nnscan {

std::span<const OpInfo> arithmetic_ops();
std::span<const OpInfo> logic_ops();
std::span<const OpInfo> math_ops();
std::span<const OpInfo> activation_ops();
std::span<const OpInfo> reduce_ops();
std::span<const OpInfo> order_ops();
std::span<const OpInfo> shape_ops();
std::span<const OpInfo> movement_ops();
std::span<const OpInfo> slice_ops();
std::span<const OpInfo> gather_ops();
std::span<const OpInfo> scatter_ops();
std::span<const OpInfo> generate_ops();
std::span<const OpInfo> random_ops();
std::span<const OpInfo> conv_ops();
std::span<const OpInfo> pool_ops();
std::span<const OpInfo> norm_ops();
std::span<const OpInfo> linear_ops();
std::span<const OpInfo> image_ops();
std::span<const OpInfo> recurrent_ops();
std::span<const OpInfo> control_ops();

}  // namespace nnscan
