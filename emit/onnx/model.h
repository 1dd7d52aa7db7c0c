// From the graph to an ONNX model, all but the bytes of its weights: the ModelProto holds the
// graph's nodes, inputs, outputs and value types, and the initializers stand beside it, so that
// no weight is ever copied into a protocol buffer on its way to the file.
#pragma once

#include <onnx/onnx_pb.h>

#include <string>
#include <vector>

#include "emit/emit.h"
#include "emit/names.h"
#include "emit/onnx/transposes.h"
#include "ir/graph.h"

namespace nnscan {

struct Initializer {
  std::string name;
  ConstantRef value;
  std::string doc;           // the state_dict key, where the name had to differ from it
  std::optional<Swap> swap;  // the value has the file's shape, its bytes yet another order

  ConstantRef contents() const { return swap ? swapped(*value, *swap) : value; }
};

struct OnnxModel {
  onnx::ModelProto proto;                 // graph.initializer is empty
  std::vector<Initializer> initializers;  // parameters in state_dict order, then constants
  std::vector<OpsetProblem> problems;     // if any, the model is not whole
  std::vector<Assumption> assumptions;    // the graph's, then those of the opset
  std::vector<std::string> unranked;      // inputs and outputs whose rank is not known
};

OnnxModel build_model(const EmitInput& input, const Names& names, int opset);

}  // namespace nnscan
