// What an opset's own definition of an operator admits: its attributes, number of inputs and
// element types, asked of the schemas of the onnx library that we are linked with. That library
// may be older than the opset; an operator that changed since then is taken as it comes, but for
// the few limits that schema.cpp lists.
#pragma once

#include <functional>
#include <optional>
#include <string>

#include "emit/onnx/form.h"

namespace nnscan {

// The newest opset and IR version that the linked library knows.
int library_opset();
int library_ir_version();

// Makes the library's table of operators, which the first question would.
void load_schemas();

using DTypeOf = std::function<std::optional<DType>(const Operand&)>;

// What `opset` does not admit in `form`, in a few words (`Max` on int64), or nothing.
std::string misfit(const Form& form, int opset, const DTypeOf& dtype_of);

// The IR version that came with an opset. https://github.com/onnx/onnx/blob/main/docs/Versioning.md
int ir_version_of(int opset);

}  // namespace nnscan
