#include "emit/onnx/opset.h"

#include <algorithm>

#include "emit/onnx/rewrites.h"
#include "ir/ops/op.h"

namespace nnscan {

namespace {

constexpr OpsetRow kRows[] = {
    {"ReduceMean", 18, "axes: input to attribute", rewrite_axes},
    {"ReduceMax", 18, "axes: input to attribute", rewrite_axes},
    {"ReduceMin", 18, "axes: input to attribute", rewrite_axes},
    {"ReduceProd", 18, "axes: input to attribute", rewrite_axes},
    {"ReduceL1", 18, "axes: input to attribute", rewrite_axes},
    {"ReduceL2", 18, "axes: input to attribute", rewrite_axes},
    {"ReduceLogSum", 18, "axes: input to attribute", rewrite_axes},
    {"ReduceLogSumExp", 18, "axes: input to attribute", rewrite_axes},
    {"ReduceSumSquare", 18, "axes: input to attribute", rewrite_axes},
    {"ReduceSum", 13, "axes: input to attribute", rewrite_axes},
    {"Squeeze", 13, "axes: input to attribute", rewrite_axes},
    {"Unsqueeze", 13, "axes: input to attribute", rewrite_axes},
    {"Split", 18, "num_outputs: attribute to the sizes", rewrite_split_count},
    {"Split", 13, "split: input to attribute", rewrite_split_sizes},
    {"Softmax", 13, "axis: one axis to all from it on", rewrite_softmax},
    {"LogSoftmax", 13, "axis: one axis to all from it on", rewrite_softmax},
    {"Hardmax", 13, "axis: one axis to all from it on", rewrite_softmax},
    {"Pad", 18, "axes: some to all", rewrite_pad},
    {"Resize", 18, "axes: some to all", rewrite_resize_axes},
    {"Resize", 13, "roi and scales: optional to required", rewrite_resize_inputs},
    {"GridSample", 20, "mode: linear to bilinear", rewrite_grid_sample},
    {"RoiAlign", 16, "coordinate_transformation_mode: none", rewrite_roi_align},
    {"IsInf", 20, "half floats: by way of float32", rewrite_is_inf},
    {"MaxPool", 22, "ceil_mode: no window that starts in the padding", rewrite_ceil_mode},
    {"AveragePool", 22, "ceil_mode: no window that starts in the padding", rewrite_ceil_mode},
    {"AveragePool", 19, "dilations: none", rewrite_average_pool},
    {"Max", 12, "integers: by comparison", rewrite_extreme},
    {"Min", 12, "integers: by comparison", rewrite_extreme},
    {"Shape", 15, "start and end: attributes to a Slice", rewrite_shape},
    {"Reshape", 14, "allowzero: sizes that are not 0", rewrite_reshape},
};

}  // namespace

std::span<const OpsetRow> opset_rows() { return kRows; }

Rewriting::Rewriting(const Graph& graph, DimPool& dims, const Node& node, int opset)
    : graph(graph), dims(dims), opset(opset) {
  form.op = node.op->name;
  form.attributes = node.attributes;
  auto operand = [](ValueId id) { return id.valid() ? Operand(id) : Operand(std::monostate{}); };
  for (ValueId id : node.inputs) form.inputs.push_back(operand(id));
  for (ValueId id : node.outputs) form.outputs.push_back(operand(id));
}

const Constant* Rewriting::constant(size_t input) const {
  if (input >= form.inputs.size()) return nullptr;
  if (auto* made = std::get_if<ConstantRef>(&form.inputs[input])) return made->get();
  auto* id = std::get_if<ValueId>(&form.inputs[input]);
  return id ? graph.constant(*id) : nullptr;
}

const Type* Rewriting::type(const Operand& operand) const {
  auto* id = std::get_if<ValueId>(&operand);
  return id ? &graph.type(*id) : nullptr;
}

const Type* Rewriting::input_type(size_t input) const {
  return input < form.inputs.size() ? type(form.inputs[input]) : nullptr;
}

Lowered refused(std::string what) {
  Lowered lowered;
  lowered.refusal = std::move(what);
  return lowered;
}

bool is_at_home(std::string_view op, int opset) {
  return std::ranges::none_of(
      kRows, [&](const OpsetRow& row) { return opset < row.below && op == row.op; });
}

Lowered lower(const Graph& graph, DimPool& dims, const Node& node, int opset) {
  Rewriting rewriting(graph, dims, node, opset);
  bool covered = false;
  for (const OpsetRow& row : kRows) {
    if (opset >= row.below || rewriting.form.op != row.op) continue;
    covered = true;
    if (!row.rewrite(rewriting)) return refused("`" + std::string(row.op) + "` in this form");
  }
  if (!covered && node.op->since > opset) return refused("`" + std::string(node.op->name) + "`");
  Lowered lowered;
  lowered.forms = std::move(rewriting.before);
  lowered.main = lowered.forms.size();
  lowered.forms.push_back(std::move(rewriting.form));
  std::move(rewriting.after.begin(), rewriting.after.end(), std::back_inserter(lowered.forms));
  lowered.assumptions = std::move(rewriting.assumptions);
  return lowered;
}

}  // namespace nnscan
