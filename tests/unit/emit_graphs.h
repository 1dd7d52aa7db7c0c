// Small graphs for the tests of the emitters, made by filling the stores: the types are the
// test's to state, so that wrong ones can be stated too.
#pragma once

#include <string>
#include <vector>

#include "emit/emit.h"
#include "ir/graph.h"
#include "ir/ops/op.h"

namespace nnscan::emit_test {

struct HandGraph {
  Graph graph;
  DimPool dims;
  SourceMap sources;
  BlockId at = graph.root;
  OriginId origin;

  Type f32(std::vector<int64_t> shape) { return of(DType::kFloat32, shape); }
  Type i64(std::vector<int64_t> shape) { return of(DType::kInt64, shape); }
  Type of(DType dtype, const std::vector<int64_t>& shape) {
    Type type = Type::of(dtype, {});
    for (int64_t size : shape) type.dims.push_back(dims.constant(size));
    return type;
  }

  ValueId input(const std::string& name, Type type) {
    ValueInfo info;
    info.type = std::move(type);
    info.kind = ValueKind::kInput;
    info.block = at;
    info.name = name;
    ValueId id = graph.values.add(info);
    graph.blocks[at].params.push_back(id);
    return id;
  }

  ValueId constant(ConstantRef value) {
    ValueInfo info;
    info.kind = ValueKind::kConstant;
    info.type = of(value->dtype(), value->shape());
    info.constant = std::move(value);
    return graph.values.add(info);
  }
  ValueId ints(std::vector<int64_t> values) {
    return constant(Constant::of_ints(std::move(values)));
  }

  ValueId parameter(const std::string& key, Type type, ConstantRef bytes = nullptr) {
    ValueInfo info;
    info.kind = ValueKind::kInitializer;
    info.type = std::move(type);
    info.name = key;
    info.constant = std::move(bytes);
    ValueId id = graph.values.add(info);
    graph.parameters.push_back(id);
    return id;
  }

  NodeId make(const char* op, std::vector<ValueId> inputs, std::vector<Type> types,
              std::vector<NamedAttribute> attributes = {}) {
    Node node;
    node.op = find_op(op);
    node.inputs = std::move(inputs);
    node.attributes = std::move(attributes);
    node.origin = origin;
    node.block = at;
    NodeId id = graph.nodes.add(node);
    for (size_t i = 0; i < types.size(); ++i) {
      ValueInfo info;
      info.type = types[i];
      info.node = id;
      info.output = static_cast<uint32_t>(i);
      info.block = at;
      graph.nodes[id].outputs.push_back(graph.values.add(info));
    }
    graph.blocks[at].nodes.push_back(id);
    return id;
  }

  ValueId node(const char* op, std::vector<ValueId> inputs, Type type,
               std::vector<NamedAttribute> attributes = {}) {
    return graph.nodes[make(op, std::move(inputs), {std::move(type)}, std::move(attributes))]
        .outputs[0];
  }

  // A block of the node `owner`; what is made next goes there, until `leave`.
  BlockId enter(NodeId owner) {
    BlockId id = graph.blocks.add({at, owner, {}, {}, {}});
    graph.nodes[owner].blocks.push_back(id);
    at = id;
    return id;
  }
  void leave(std::vector<ValueId> results) {
    graph.blocks[at].results = std::move(results);
    at = graph.blocks[at].parent;
  }

  void output(const std::string& name, ValueId value) {
    graph.outputs.push_back({value, name});
    graph.blocks[graph.root].results.push_back(value);
  }

  // What is made next comes from line `line` of model.py, in this module.
  void from(uint32_t line, const std::string& path, const std::string& klass,
            const std::string& torch_call = "") {
    if (sources.size() == 0) sources.add("model.py", "model.py", std::string(200, '\n'), false);
    Origin made;
    made.span = {FileId{0}, line - 1, line - 1};
    made.module_path = path;
    made.module_class = klass;
    made.torch_call = torch_call;
    origin = graph.origins.add(made);
  }

  EmitResult emit(EmitOptions options) { return nnscan::emit(graph, dims, sources, options); }
  EmitInput as_input(const EmitOptions& options) { return {graph, dims, sources, options}; }
};

// y = relu(x @ w + b), once as it is and once in a branch: inputs, weights, modules, an If whose
// branches return an outer value, a constant and one value twice.
inline HandGraph sample() {
  HandGraph hand;
  hand.graph.name = "Net";
  Dim n = hand.dims.symbol("N");
  auto batch = [&](int64_t size) {
    return Type::of(DType::kFloat32, {n, hand.dims.constant(size)});
  };
  ValueId x = hand.input("x", batch(4));
  ValueId flag = hand.input("flag", Type::scalar(DType::kBool));
  std::vector<std::byte> bytes(4 * 3 * 4);
  for (int i = 0; i < 12; ++i) store_element(DType::kFloat32, &bytes[i * 4], 0.25 * i - 1);
  ValueId w = hand.parameter("layer.0.weight", hand.f32({4, 3}),
                             Constant::own(DType::kFloat32, {4, 3}, bytes));
  ValueId b = hand.parameter("layer.0.bias", hand.f32({3}));
  hand.from(7, "layer.0", "Linear", "torch.nn.functional.linear");
  ValueId product = hand.node("MatMul", {x, w}, batch(3));
  ValueId sum = hand.node("Add", {product, b}, batch(3));
  hand.from(8, "", "Net");
  NodeId choice = hand.make("If", {flag}, {batch(3), Type::scalar(DType::kFloat32), batch(3)});
  hand.enter(choice);
  hand.from(9, "act", "ReLU", "torch.nn.functional.relu");
  ValueId relu = hand.node("Relu", {sum}, batch(3));
  hand.leave({relu, hand.constant(Constant::scalar_float(1)), relu});
  hand.enter(choice);
  ValueId minus = hand.node("Neg", {sum}, batch(3));
  hand.leave({sum, hand.constant(Constant::scalar_float(2)), minus});
  hand.from(8, "", "Net");
  auto chosen = hand.graph.nodes[choice].outputs;
  ValueId scaled = hand.node("Mul", {chosen[0], chosen[1]}, batch(3));
  hand.output("y", scaled);
  hand.output("z", chosen[2]);
  hand.output("again", scaled);
  hand.output("same", x);
  hand.output("bias", b);
  return hand;
}

}  // namespace nnscan::emit_test
