#include <catch2/catch.hpp>

#include <onnx/checker.h>

#include "tests/unit/emit_files.h"
#include "tests/unit/emit_graphs.h"

namespace nnscan {

using namespace emit_test;

namespace {

onnx::ModelProto model_of(HandGraph& hand, EmitOptions options = {}) {
  TestFolder folder;
  options.output = folder / "net.onnx";
  EmitResult result = hand.emit(options);
  INFO(result.error);
  REQUIRE(result.ok());
  CHECK(result.bytes == std::filesystem::file_size(options.output));
  return parsed(options.output);
}

template <class List>
std::string names_of(const List& list) {
  std::string text;
  for (const auto& each : list) text += (text.empty() ? "" : " ") + each.name();
  return text;
}

const onnx::GraphProto& branch(const onnx::NodeProto& node, const std::string& name) {
  for (const auto& attribute : node.attribute())
    if (attribute.name() == name) return attribute.g();
  throw std::runtime_error("no branch " + name);
}

// `N,4,?`
std::string shape_text(const onnx::ValueInfoProto& value) {
  std::string text;
  for (const auto& dim : value.type().tensor_type().shape().dim())
    text += (text.empty() ? "" : ",") + (dim.has_dim_value()   ? std::to_string(dim.dim_value())
                                         : dim.has_dim_param() ? dim.dim_param()
                                                               : "?");
  return text;
}

Type open(std::vector<Dim> dims) { return Type::of(DType::kFloat32, std::move(dims)); }

}  // namespace

TEST_CASE("names say where things come from", "[emit]") {
  HandGraph hand = sample();
  auto model = model_of(hand);
  const auto& graph = model.graph();
  CHECK(graph.name() == "Net");
  CHECK(names_of(graph.input()) == "x flag layer.0.bias");
  CHECK(names_of(graph.output()) == "y z again same bias");
  CHECK(names_of(graph.initializer()) == "layer.0.weight /Constant /Constant_1");
  CHECK(names_of(graph.node()) ==
        "/layer.0/MatMul /layer.0/Add /If /Mul /Identity_4 /Identity_5 /Identity_6");
  CHECK(graph.node(1).output(0) == "/layer.0/Add_output_0");
  CHECK(graph.node(3).output(0) == "y");
}

TEST_CASE("outputs that no node of their own makes come through Identity", "[emit]") {
  HandGraph hand = sample();
  auto model = model_of(hand);
  const auto& graph = model.graph();
  CHECK(graph.node(4).input(0) == "y");  // the value returned twice
  CHECK(graph.node(4).output(0) == "again");
  CHECK(graph.node(5).input(0) == "x");             // an input
  CHECK(graph.node(6).input(0) == "layer.0.bias");  // a parameter
}

TEST_CASE("a branch makes all that it returns", "[emit]") {
  HandGraph hand = sample();
  auto model = model_of(hand);
  const auto& choice = model.graph().node(2);
  const auto& then_graph = branch(choice, "then_branch");
  CHECK(ops(then_graph) == "Relu Identity Identity");
  CHECK(names_of(then_graph.output()) ==
        "/act/Relu_output_0 /Identity_output_0 /Identity_output_0_1");
  const auto& else_graph = branch(choice, "else_branch");
  CHECK(ops(else_graph) == "Neg Identity Identity");
  CHECK(else_graph.node(1).input(0) == "/layer.0/Add_output_0");
}

TEST_CASE("taken names get numbers", "[emit]") {
  HandGraph hand;
  ValueId x = hand.input("x", hand.f32({2}));
  ValueId weight = hand.input("weight", hand.f32({2}));
  ValueId parameter =
      hand.parameter("weight", hand.f32({2}), Constant::fill(DType::kFloat32, {2}, 1));
  ValueId sum = hand.node("Add", {x, parameter}, hand.f32({2}));
  ValueId twice = hand.node("Add", {sum, weight}, hand.f32({2}));
  hand.output("x", sum);
  hand.output("x", twice);
  auto model = model_of(hand);
  CHECK(names_of(model.graph().input()) == "x weight");
  CHECK(names_of(model.graph().output()) == "x_1 x_2");
  REQUIRE(names_of(model.graph().initializer()) == "weight_1");
  CHECK(model.graph().initializer(0).doc_string() == "state_dict key: weight");
  CHECK(names_of(model.graph().node()) == "/Add /Add_1");
}

TEST_CASE("weights go where their bytes are known", "[emit]") {
  HandGraph hand;
  ValueId x = hand.input("x", hand.f32({2}));
  std::vector<ValueId> keys;
  for (const char* key : {"c", "a", "unused", "b"}) {
    bool known = key[0] == 'a' || key[0] == 'b';
    keys.push_back(hand.parameter(key, hand.f32({2}),
                                  known ? Constant::fill(DType::kFloat32, {2}, 0.5) : nullptr));
  }
  ValueId y = x;
  for (size_t i : {3, 1, 0}) y = hand.node("Add", {y, keys[i]}, hand.f32({2}));
  hand.output("y", y);
  auto model = model_of(hand);
  CHECK(names_of(model.graph().input()) == "x c");        // after the real inputs
  CHECK(names_of(model.graph().initializer()) == "a b");  // in state_dict order, only what is used
  float values[2];
  REQUIRE(model.graph().initializer(0).raw_data().size() == sizeof values);
  std::memcpy(values, model.graph().initializer(0).raw_data().data(), sizeof values);
  CHECK(values[1] == 0.5f);
}

TEST_CASE("a large constant of one value is made by a node", "[emit]") {
  HandGraph hand;
  ValueId x = hand.input("x", hand.f32({1}));
  ValueId large = hand.constant(Constant::fill(DType::kFloat32, {100, 100}, 3));
  ValueId small = hand.constant(Constant::fill(DType::kFloat32, {16, 16}, 3));
  ValueId sum = hand.node("Add", {x, small}, hand.f32({16, 16}));
  hand.output("y", sum);
  hand.output("z", hand.node("Add", {x, large}, hand.f32({100, 100})));
  auto model = model_of(hand);
  CHECK(ops(model.graph()) == "ConstantOfShape Add Add");
  CHECK(names_of(model.graph().initializer()) == "/Constant /Constant_1_shape");
  CHECK(model.ByteSizeLong() < 5000);
}

TEST_CASE("a splat parameter is an initializer with all its bytes", "[emit]") {
  HandGraph hand;
  ValueId x = hand.input("x", hand.f32({1}));
  ValueId weight =
      hand.parameter("w", hand.f32({300, 301}), Constant::fill(DType::kFloat32, {300, 301}, 2));
  hand.output("y", hand.node("Add", {x, weight}, hand.f32({300, 301})));
  auto model = model_of(hand);
  const std::string& raw = model.graph().initializer(0).raw_data();
  REQUIRE(raw.size() == 300 * 301 * 4);
  for (size_t i = 0; i < raw.size(); i += 4) {
    float value;
    std::memcpy(&value, &raw[i], 4);
    if (value != 2) FAIL("element " << i / 4 << " is " << value);
  }
}

TEST_CASE("nodes and models say where they come from", "[emit]") {
  HandGraph hand = sample();
  hand.graph.assumptions.push_back({{FileId{0}, 41, 41}, "`x` is not empty"});
  EmitOptions options;
  options.version = "9.9";
  auto model = model_of(hand, options);
  CHECK(model.graph().node(0).doc_string() ==
        "source: model.py:7\nmodule: layer.0 (Linear)\ntorch: torch.nn.functional.linear");
  CHECK(model.producer_name() == "nnscan");
  CHECK(model.producer_version() == "9.9");
  REQUIRE(model.metadata_props_size() == 2);
  CHECK(model.metadata_props(1).key() == "nnscan.assumptions");
  CHECK(model.metadata_props(1).value() == "model.py:42: `x` is not empty");
}

TEST_CASE("sizes keep their names", "[emit]") {
  HandGraph hand;
  DimPool& dims = hand.dims;
  Dim n = dims.symbol("N"), shared = dims.unknown(), lone = dims.unknown(), made = dims.unknown();
  ValueId x = hand.input("x", open({n, shared, dims.constant(3)}));
  ValueId other = hand.input("other", open({shared, lone}));
  ValueId twice =
      hand.node("Concat", {x, x}, open({dims.mul(dims.constant(2), n), shared, dims.constant(3)}),
                {{"axis", int64_t{0}}});
  Type found = Type::of(DType::kInt64, {dims.constant(3), made});
  hand.output("y", twice);
  hand.output("found", hand.node("NonZero", {x}, found));
  hand.output("more",
              hand.node("Concat", {other, other}, open({dims.mul(dims.constant(2), shared), lone}),
                        {{"axis", int64_t{0}}}));
  auto model = model_of(hand);
  const auto& graph = model.graph();
  CHECK(shape_text(graph.input(0)) == "N,x_dim_1,3");
  CHECK(shape_text(graph.input(1)) == "x_dim_1,other_dim_1");
  CHECK(shape_text(graph.output(0)) == "2*N,x_dim_1,3");
  CHECK(shape_text(graph.output(1)) == "3,?");  // nothing else has this size
  CHECK(shape_text(graph.output(2)) == "2*x_dim_1,other_dim_1");
}

TEST_CASE("an open rank stays open, with a warning", "[emit]") {
  HandGraph hand;
  ValueId x = hand.input("x", Type::unranked(DType::kFloat32));
  hand.output("y", hand.node("Relu", {x}, Type::unranked(DType::kFloat32)));
  TestFolder folder;
  EmitOptions options;
  options.output = folder / "net.onnx";
  EmitResult result = hand.emit(options);
  CHECK(result.ok());
  CHECK(result.warnings.size() == 2);
  CHECK_FALSE(parsed(options.output).graph().input(0).type().tensor_type().has_shape());
}

TEST_CASE("the same graph gives the same bytes", "[emit]") {
  TestFolder folder;
  for (const char* name : {"a", "b"}) {
    HandGraph hand = sample();
    EmitOptions options;
    options.output = folder / name;
    REQUIRE(hand.emit(options).ok());
    REQUIRE(hand.emit(options).ok());  // and again from the same pool of sizes
  }
  CHECK(content(folder / "a") == content(folder / "b"));
}

TEST_CASE("types that onnx would not infer are an internal error", "[emit]") {
  struct Case {
    const char* name;
    Type (*type)(HandGraph&);
  };
  const Case cases[] = {
      {"a size",
       [](HandGraph& hand) {
         return hand.f32({2, 5});
       }},
      {"a rank",
       [](HandGraph& hand) {
         return hand.f32({2, 4, 1});
       }},
      {"an element type",
       [](HandGraph& hand) {
         return hand.of(DType::kFloat64, {2, 4});
       }},
  };
  for (const Case& each : cases) {
    INFO(each.name);
    HandGraph hand;
    ValueId x = hand.input("x", hand.f32({2, 3})), w = hand.input("w", hand.f32({3, 4}));
    ValueId product = hand.node("MatMul", {x, w}, each.type(hand));
    hand.output("y", hand.node("Shape", {product},
                               hand.i64({static_cast<int64_t>(hand.graph.type(product).rank())})));
    TestFolder folder;
    EmitOptions options;
    options.output = folder / "net.onnx";
    EmitResult result = hand.emit(options);
    CHECK_FALSE(result.ok());
    CHECK(folder.names().empty());
  }
}

namespace {

// `depth` branches in one another.
ValueId nested(HandGraph& hand, ValueId x, ValueId flag, int depth) {
  if (depth == 0) return hand.node("Relu", {x}, hand.f32({4}));
  NodeId choice = hand.make("If", {flag}, {hand.f32({4})});
  hand.enter(choice);
  hand.leave({nested(hand, x, flag, depth - 1)});
  hand.enter(choice);
  hand.leave({hand.node("Neg", {x}, hand.f32({4}))});
  return hand.graph.nodes[choice].outputs[0];
}

}  // namespace

TEST_CASE("branches nest as deep as readers go, and no deeper", "[emit]") {
  for (int depth : {31, 32}) {
    HandGraph hand;
    ValueId x = hand.input("x", hand.f32({4}));
    hand.output("y", nested(hand, x, hand.input("flag", Type::scalar(DType::kBool)), depth));
    TestFolder folder;
    EmitOptions options;
    options.output = folder / "net.onnx";
    EmitResult result = hand.emit(options);
    CHECK(result.ok() == (depth == 31));
    if (result.ok()) {
      CHECK(parsed(options.output).doc_string() == "");
      continue;
    }
    CHECK(result.kind == EmitError::kLimit);
    CHECK(result.problems.size() == 1);
  }
}

TEST_CASE("a loop carries its values through a body", "[emit]") {
  HandGraph hand;
  Type flag = Type::scalar(DType::kBool);
  ValueId x = hand.input("x", hand.f32({2}));
  ValueId count = hand.input("count", hand.i64({}));
  NodeId loop = hand.make("Loop", {count, ValueId{}, x, x}, {hand.f32({2}), hand.f32({2})});
  BlockId body = hand.enter(loop);
  hand.input("i", hand.i64({}));
  ValueId go_on = hand.input("cond", flag);
  ValueId sum = hand.input("sum", hand.f32({2})), kept = hand.input("", hand.f32({2}));
  hand.leave({go_on, hand.node("Add", {sum, x}, hand.f32({2})), kept});
  hand.output("y", hand.graph.nodes[loop].outputs[0]);
  hand.output("z", hand.graph.nodes[loop].outputs[1]);
  REQUIRE(hand.graph.blocks[body].params.size() == 4);
  auto model = model_of(hand);
  const auto& node = model.graph().node(0);
  CHECK(node.input(1) == "");
  const auto& graph = branch(node, "body");
  CHECK(names_of(graph.input()) == "/Loop_i /Loop_cond /Loop_sum /Loop_input");
  CHECK(ops(graph) == "Add Identity Identity");
  CHECK(names_of(graph.output()) == "/Identity_output_0 /Add_output_0 /Identity_output_0_1");
}

TEST_CASE("random numbers never reach a file", "[emit]") {
  HandGraph hand;
  ValueId x = hand.input("x", hand.f32({2}));
  ValueInfo info;
  info.kind = ValueKind::kRandom;
  info.type = hand.f32({2});
  hand.output("y", hand.node("Add", {x, hand.graph.values.add(info)}, hand.f32({2})));
  TestFolder folder;
  EmitOptions options;
  options.output = folder / "net.onnx";
  CHECK(hand.emit(options).kind == EmitError::kInternal);
  CHECK(folder.names().empty());
}

}  // namespace nnscan
