// Small pieces of protocol buffer: attributes, tensors, types.
#pragma once

#include <onnx/onnx_pb.h>

#include <string>

#include "emit/onnx/dim_names.h"
#include "ir/graph.h"

namespace nnscan {

void add_attribute(onnx::NodeProto& node, const NamedAttribute& attribute);
void add_subgraph(onnx::NodeProto& node, const std::string& attribute, onnx::GraphProto graph);

// A tensor's name, type and dims, without its bytes; and with them, for small ones.
onnx::TensorProto tensor_header(const std::string& name, const Constant& value);
onnx::TensorProto whole_tensor(const std::string& name, const Constant& value);

// The constant that whole_tensor made it from.
ConstantRef constant_of(const onnx::TensorProto& tensor);

// Without a shape field where the rank is not known.
void set_type(onnx::ValueInfoProto& info, const Type& type, const DimPool& dims, DimNames& names);

// A name for messages and for ONNX's text syntax: "float", "int64", …
const char* onnx_type_name(int data_type);

}  // namespace nnscan
