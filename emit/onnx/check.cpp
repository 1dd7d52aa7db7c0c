#include "emit/onnx/check.h"

#include <onnx/checker.h>
#include <onnx/shape_inference/implementation.h>

#include <algorithm>

#include "emit/onnx/proto.h"
#include "emit/onnx/schema.h"

namespace nnscan {

namespace {

constexpr size_t kLargestShown = 1024;  // bytes of a weight that the library sees

// The model as the library gets it.
onnx::ModelProto shown_model(const OnnxModel& model) {
  onnx::ModelProto shown = model.proto;
  shown.set_ir_version(std::min<int64_t>(shown.ir_version(), library_ir_version()));
  onnx::GraphProto& graph = *shown.mutable_graph();
  for (const Initializer& each : model.initializers) {
    if (each.value->byte_size() <= kLargestShown) {
      *graph.add_initializer() = whole_tensor(each.name, *each.contents());
      continue;
    }
    onnx::ValueInfoProto& input = *graph.add_input();
    input.set_name(each.name);
    auto& type = *input.mutable_type()->mutable_tensor_type();
    type.set_elem_type(info(each.value->dtype()).onnx);
    for (int64_t size : each.value->shape()) type.mutable_shape()->add_dim()->set_dim_value(size);
    type.mutable_shape();
  }
  return shown;
}

using ValueInfos = google::protobuf::RepeatedPtrField<onnx::ValueInfoProto>;

// The checker insists on a rank for inputs and outputs; models that leave it open run all the
// same. Those that had none are returned, to have it taken away again.
std::vector<onnx::TypeProto_Tensor*> pretend_ranks(ValueInfos& values) {
  std::vector<onnx::TypeProto_Tensor*> pretended;
  for (auto& value : values) {
    auto& type = *value.mutable_type()->mutable_tensor_type();
    if (type.has_shape()) continue;
    type.mutable_shape();
    pretended.push_back(&type);
  }
  return pretended;
}

}  // namespace

std::string check_model(const OnnxModel& model) {
  onnx::ModelProto shown = shown_model(model);
  try {
    auto inputs = pretend_ranks(*shown.mutable_graph()->mutable_input());
    auto outputs = pretend_ranks(*shown.mutable_graph()->mutable_output());
    onnx::checker::check_model(shown);
    for (auto* type : inputs) type->clear_shape();
    for (auto* type : outputs) type->clear_shape();
    const onnx::ShapeInferenceOptions strict(true, 1, true);
    onnx::shape_inference::InferShapes(shown, onnx::OpSchemaRegistry::Instance(), strict);
  } catch (const std::exception& error) {
    return error.what();
  }
  return "";
}

std::string check_graph(const EmitInput& input, const Names& names, const OnnxModel& model,
                        int opset) {
  if (opset <= library_opset()) return check_model(model);
  OnnxModel older = build_model(input, names, library_opset());
  return older.problems.empty() ? check_model(older) : "";
}

}  // namespace nnscan
