#include "emit/onnx/model.h"

#include <algorithm>
#include <iterator>
#include <unordered_set>

#include "emit/onnx/dim_names.h"
#include "emit/onnx/node_forms.h"
#include "emit/onnx/opset.h"
#include "emit/onnx/proto.h"
#include "emit/onnx/schema.h"
#include "emit/origin.h"
#include "ir/base/check.h"
#include "ir/ops/op.h"

namespace nnscan {

namespace {

// A constant of one repeated element that is larger than this becomes a node that makes it.
constexpr size_t kLargestPlainSplat = 1024;

// The attribute that holds each of an operator's blocks, in the graph's order of them.
struct BlockAttribute {
  const char* op;
  size_t index;
  const char* name;
};
constexpr BlockAttribute kBlockAttributes[] = {
    {"If", 0, "then_branch"}, {"If", 1, "else_branch"}, {"Loop", 0, "body"}, {"Scan", 0, "body"}};

const char* block_attribute(const Node& node, size_t index) {
  for (const BlockAttribute& row : kBlockAttributes)
    if (row.index == index && std::string_view(row.op) == node.op->name) return row.name;
  internal_error(__FILE__, __LINE__, std::string("blocks of ") + node.op->name);
}

class ModelBuilder {
 public:
  ModelBuilder(const EmitInput& input, const Names& names, int opset)
      : input_(input),
        graph_(input.graph),
        names_(names),
        opset_(opset),
        dim_names_(graph_, input.dims, names),
        transposes_(graph_),
        used_(graph_.values.size(), false) {}

  OnnxModel build();

 private:
  void header();
  void interface(onnx::GraphProto& to);
  void outputs(onnx::GraphProto& to);
  void weights(onnx::GraphProto& to);
  void add_weight(onnx::GraphProto& to, ValueId id);
  void add_transposed(const StoredTranspose& stored);
  void add_splat(onnx::GraphProto& to, ValueId id);
  bool is_splat_node(const ValueInfo& info) const;

  void block(onnx::GraphProto& to, BlockId id);
  void value_types(onnx::GraphProto& to, BlockId id);
  onnx::GraphProto body(const Node& node, BlockId id, const std::string& name);
  void node(onnx::GraphProto& to, NodeId id);
  void bodies(onnx::NodeProto* to, const Node& node, NodeId id);
  void form(onnx::NodeProto& to, const Form& form, const std::string& scope,
            std::vector<std::string>& between);
  void identity(onnx::GraphProto& to, const std::string& from, const std::string& name,
                const std::string& scope);
  void value_type(onnx::ValueInfoProto& info, const std::string& name, ValueId id);
  const std::string& use(ValueId id);
  const std::string& made(const ConstantRef& value, const std::string& scope);

  const EmitInput& input_;
  const Graph& graph_;
  Names names_;  // a copy, to add to
  const int opset_;
  DimNames dim_names_;
  StoredTransposes transposes_;
  std::vector<bool> used_;          // by value
  std::vector<ValueId> constants_;  // in order of first use
  std::vector<Initializer> made_;   // by rewrites
  OpsetFindings found_;
  OnnxModel model_;
};

OnnxModel ModelBuilder::build() {
  onnx::GraphProto& to = *model_.proto.mutable_graph();
  to.set_name(graph_.name.empty() ? "main_graph" : graph_.name);
  interface(to);
  block(to, graph_.root);
  outputs(to);
  value_types(to, graph_.root);
  weights(to);
  model_.problems = std::move(found_.problems);
  model_.assumptions = graph_.assumptions;
  std::move(found_.assumptions.begin(), found_.assumptions.end(),
            std::back_inserter(model_.assumptions));
  header();
  return std::move(model_);
}

void ModelBuilder::header() {
  onnx::ModelProto& model = model_.proto;
  model.set_ir_version(ir_version_of(opset_));
  model.set_producer_name("nnscan");
  if (!input_.options.version.empty()) model.set_producer_version(input_.options.version);
  auto& import = *model.add_opset_import();
  import.set_domain("");
  import.set_version(opset_);
  auto metadata = [&](const char* key, const std::string& value) {
    if (value.empty()) return;
    auto& entry = *model.add_metadata_props();
    entry.set_key(key);
    entry.set_value(value);
  };
  metadata("nnscan.version", input_.options.version);
  metadata("nnscan.assumptions", assumption_list(input_.sources, model_.assumptions));
}

void ModelBuilder::value_type(onnx::ValueInfoProto& info, const std::string& name, ValueId id) {
  info.set_name(name);
  set_type(info, graph_.type(id), input_.dims, dim_names_);
}

void ModelBuilder::interface(onnx::GraphProto& to) {
  for (ValueId id : graph_.blocks[graph_.root].params) {
    value_type(*to.add_input(), names_.value(id), id);
    if (!graph_.type(id).ranked) model_.unranked.push_back("input `" + names_.value(id) + "`");
  }
}

void ModelBuilder::outputs(onnx::GraphProto& to) {
  for (size_t i = 0; i < graph_.outputs.size(); ++i) {
    ValueId id = graph_.outputs[i].value;
    const std::string& name = names_.output(i);
    if (names_.value(id) != name) identity(to, use(id), name, "/");
    value_type(*to.add_output(), name, id);
    if (!graph_.type(id).ranked) model_.unranked.push_back("output `" + name + "`");
  }
}

const std::string& ModelBuilder::use(ValueId id) {
  StoredTranspose* stored = transposes_.of(id);
  if (stored) id = stored->weight;
  const ValueInfo& info = graph_.values[id];
  NNSCAN_CHECK(info.kind != ValueKind::kRandom, "random numbers reach node or output");
  bool outside = info.kind == ValueKind::kConstant || info.kind == ValueKind::kInitializer;
  if (outside && !used_[id.index]) constants_.push_back(id);
  used_[id.index] = true;
  if (!stored) return names_.value(id);
  if (stored->name.empty()) stored->name = names_.fresh_value(names_.value(id) + "_transposed");
  return stored->name;
}

void ModelBuilder::weights(onnx::GraphProto& to) {
  int body_nodes = to.node_size();
  std::vector<bool> listed(graph_.values.size(), false);
  for (ValueId id : graph_.parameters) {
    listed[id.index] = true;
    if (used_[id.index]) add_weight(to, id);
  }
  for (ValueId id : constants_)
    if (!listed[id.index]) add_weight(to, id);
  std::move(made_.begin(), made_.end(), std::back_inserter(model_.initializers));
  // The nodes that make splats come before all that use them.
  auto nodes = to.mutable_node();
  std::rotate(nodes->pointer_begin(), nodes->pointer_begin() + body_nodes, nodes->pointer_end());
}

bool ModelBuilder::is_splat_node(const ValueInfo& info) const {
  const Constant& value = *info.constant;
  // ConstantOfShape makes no bfloat16 before opset 20.
  return info.kind == ValueKind::kConstant && value.is_splat() &&
         value.byte_size() > kLargestPlainSplat &&
         (value.dtype() != DType::kBFloat16 || opset_ >= 20);
}

void ModelBuilder::add_weight(onnx::GraphProto& to, ValueId id) {
  const ValueInfo& info = graph_.values[id];
  if (const StoredTranspose* stored = transposes_.of(id)) return add_transposed(*stored);
  const std::string& name = names_.value(id);
  bool renamed = info.kind == ValueKind::kInitializer && name != info.name;
  std::string doc = renamed ? "state_dict key: " + info.name : "";
  if (!info.constant) {
    auto& parameter = *to.add_input();
    value_type(parameter, name, id);
    if (renamed) parameter.set_doc_string(doc);
  } else if (is_splat_node(info)) {
    add_splat(to, id);
  } else {
    model_.initializers.push_back({name, info.constant, doc, {}});
  }
}

void ModelBuilder::add_transposed(const StoredTranspose& stored) {
  const ValueInfo& info = graph_.values[stored.weight];
  std::vector<int64_t> shape;
  std::string axes;
  for (int64_t axis : stored.perm) {
    shape.push_back(info.constant->shape()[static_cast<size_t>(axis)]);
    if (!axes.empty()) axes += ", ";
    axes += std::to_string(axis);
  }
  std::string doc;
  if (info.kind == ValueKind::kInitializer)
    doc = "state_dict key: " + info.name + ", its axes in the order " + axes;
  model_.initializers.push_back(
      {stored.name, info.constant->reshaped(std::move(shape)), doc, stored.swap});
}

void ModelBuilder::add_splat(onnx::GraphProto& to, ValueId id) {
  const Constant& value = *graph_.values[id].constant;
  const std::string& name = names_.value(id);
  std::string shape_name = names_.fresh_value(name + "_shape");
  model_.initializers.push_back({shape_name, Constant::of_ints(value.shape()), "", {}});
  onnx::NodeProto& node = *to.add_node();
  node.set_op_type("ConstantOfShape");
  node.set_name(names_.fresh_node(name));
  node.add_input(shape_name);
  node.add_output(name);
  std::vector<std::byte> element(value.element(0), value.element(0) + size_of(value.dtype()));
  add_attribute(node, {"value", Constant::own(value.dtype(), {1}, std::move(element))});
}

void ModelBuilder::block(onnx::GraphProto& to, BlockId id) {
  for (NodeId node_id : graph_.blocks[id].nodes) node(to, node_id);
}

// The types of what the block makes, but for its outputs, which have theirs.
void ModelBuilder::value_types(onnx::GraphProto& to, BlockId id) {
  std::unordered_set<std::string> typed;
  for (const auto& output : to.output()) typed.insert(output.name());
  for (NodeId node_id : graph_.blocks[id].nodes)
    for (ValueId output : graph_.nodes[node_id].outputs)
      if (output.valid() && !transposes_.of(output) && !typed.count(names_.value(output)))
        value_type(*to.add_value_info(), names_.value(output), output);
}

void ModelBuilder::identity(onnx::GraphProto& to, const std::string& from, const std::string& name,
                            const std::string& scope) {
  onnx::NodeProto& node = *to.add_node();
  node.set_op_type("Identity");
  node.set_name(names_.fresh_node(scope + "Identity"));
  node.add_input(from);
  node.add_output(name);
}

// A body's results must be made in the body itself, each by a value of its own.
onnx::GraphProto ModelBuilder::body(const Node& node, BlockId id, const std::string& name) {
  const Block& inner = graph_.blocks[id];
  onnx::GraphProto to;
  to.set_name(name);
  for (ValueId param : inner.params) value_type(*to.add_input(), names_.value(param), param);
  block(to, id);
  std::string scope = scope_of(graph_, node);
  std::unordered_set<uint32_t> given;
  for (ValueId result : inner.results) {
    const ValueInfo& info = graph_.values[result];
    bool own =
        info.kind == ValueKind::kNode && info.block == id && given.insert(result.index).second;
    std::string result_name = names_.value(result);
    if (!own) {
      result_name = names_.fresh_value(scope + "Identity_output_0");
      identity(to, use(result), result_name, scope);
    }
    value_type(*to.add_output(), result_name, result);
  }
  value_types(to, id);
  return to;
}

void ModelBuilder::node(onnx::GraphProto& to, NodeId id) {
  const Node& node = graph_.nodes[id];
  if (transposes_.is_left_out(node)) return;
  Lowered lowered = forms_of(graph_, input_.dims, node, opset_);
  found_.add(graph_, input_.dims, id, opset_, lowered);
  std::vector<std::string> between;
  std::string scope = scope_of(graph_, node);
  for (size_t i = 0; i < lowered.forms.size(); ++i) {
    const Form& form = lowered.forms[i];
    bool is_main = i == lowered.main;
    onnx::NodeProto& proto = *to.add_node();
    proto.set_name(is_main ? names_.node(id) : names_.fresh_node(scope + form.op));
    this->form(proto, form, scope, between);
    if (node.origin.valid()) {
      std::string doc = doc_string(input_.sources, graph_.origins[node.origin]);
      if (!doc.empty()) proto.set_doc_string(doc);
    }
  }
  if (lowered.forms.empty()) return bodies(nullptr, node, id);
  bodies(to.mutable_node(to.node_size() - 1), node, id);
}

// The blocks of a refused node are looked at too, for what else the opset lacks.
void ModelBuilder::bodies(onnx::NodeProto* to, const Node& node, NodeId id) {
  for (size_t i = 0; i < node.blocks.size(); ++i) {
    const char* attribute = block_attribute(node, i);
    onnx::GraphProto graph = body(node, node.blocks[i], names_.node(id) + "_" + attribute);
    if (to) add_subgraph(*to, attribute, std::move(graph));
  }
}

void ModelBuilder::form(onnx::NodeProto& to, const Form& form, const std::string& scope,
                        std::vector<std::string>& between) {
  auto name = [&](const Operand& operand) -> std::string {
    if (auto* id = std::get_if<ValueId>(&operand)) return use(*id);
    if (auto* value = std::get_if<ConstantRef>(&operand)) return made(*value, scope);
    auto* step = std::get_if<Between>(&operand);
    if (!step) return "";
    if (between.size() <= static_cast<size_t>(step->number)) between.resize(step->number + 1);
    std::string& known = between[step->number];
    if (known.empty()) known = names_.fresh_value(to.name() + "_between");
    return known;
  };
  to.set_op_type(form.op);
  for (const Operand& operand : form.inputs) to.add_input(name(operand));
  for (const Operand& operand : form.outputs) to.add_output(name(operand));
  for (const NamedAttribute& attribute : form.attributes) add_attribute(to, attribute);
}

// Constants of rewrites are few and small; equal ones are one.
const std::string& ModelBuilder::made(const ConstantRef& value, const std::string& scope) {
  for (const Initializer& known : made_)
    if (known.value->same_as(*value)) return known.name;
  made_.push_back({names_.fresh_value(scope + "Constant"), value, "", {}});
  return made_.back().name;
}

}  // namespace

OnnxModel build_model(const EmitInput& input, const Names& names, int opset) {
  return ModelBuilder(input, names, opset).build();
}

}  // namespace nnscan
