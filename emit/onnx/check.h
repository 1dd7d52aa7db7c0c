// The onnx library's own opinion of a model, asked before anything is written: its checker, then
// strict shape inference with data propagation over the types that we state, which reports any
// that differ from what it infers. Large weights are shown to it as inputs, so that nothing big
// is copied.
//
// A library older than the model's opset is asked about the same graph in the newest opset that
// it knows; where that opset cannot say the graph, it is not asked.
#pragma once

#include <string>

#include "emit/onnx/model.h"

namespace nnscan {

// What is wrong with the model, or nothing. The model's opset is one that the library knows.
std::string check_model(const OnnxModel& model);

// The same for a graph whose model in `opset` is `model`.
std::string check_graph(const EmitInput& input, const Names& names, const OnnxModel& model,
                        int opset);

}  // namespace nnscan
