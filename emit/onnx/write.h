// The format `onnx`: build, check, write. Weights go into the model file, or beside it.
#pragma once

#include "emit/emit.h"
#include "emit/onnx/model.h"

namespace nnscan {

EmitResult emit_onnx(const EmitInput& input);
// Whether that would succeed, the file system aside: nothing is written, nor shown to the onnx library.
EmitResult try_onnx(const EmitInput& input);

// The model of the input's opset, checked, for every format that shows it. Sets `result` to what
// stands in the way, or to warnings.
OnnxModel checked_model(const EmitInput& input, EmitResult& result);

}  // namespace nnscan
