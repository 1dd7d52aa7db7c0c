// The format `onnxtxt`: the model in ONNX's textual syntax, which `onnx.parser` reads back.
// Names that are no C identifiers stand in quotes. What the syntax has no place for, the
// source locations, are comments. https://onnx.ai/onnx/repo-docs/Syntax.html
#pragma once

#include "emit/emit.h"

namespace nnscan {

EmitResult emit_onnxtxt(const EmitInput& input);

}  // namespace nnscan
