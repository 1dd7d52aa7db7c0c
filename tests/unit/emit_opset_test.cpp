#include <catch2/catch.hpp>

#include <set>

#include "emit/onnx/opset.h"
#include "emit/onnx/schema.h"
#include "tests/unit/emit_files.h"
#include "tests/unit/emit_opset_cases.h"

namespace nnscan {

using namespace emit_test;

namespace {

// The model of this graph at an opset; every test of it goes through the checker and strict
// shape inference, which hold the rewritten form against the types that the case states.
onnx::ModelProto model_at(HandGraph& hand, int opset) {
  TestFolder folder;
  EmitOptions options;
  options.opset = opset;
  options.output = folder / "net.onnx";
  EmitResult result = hand.emit(options);
  INFO(result.error);
  REQUIRE(result.ok());
  return parsed(options.output);
}

EmitResult refusal_at(HandGraph& hand, int opset) {
  TestFolder folder;
  EmitOptions options;
  options.opset = opset;
  options.output = folder / "net.onnx";
  EmitResult result = hand.emit(options);
  CHECK(folder.names().empty());
  return result;
}

const onnx::AttributeProto* attribute(const onnx::NodeProto& node, const std::string& name) {
  for (const auto& each : node.attribute())
    if (each.name() == name) return &each;
  return nullptr;
}

std::vector<int64_t> ints(const onnx::AttributeProto* attribute) {
  REQUIRE(attribute);
  return {attribute->ints().begin(), attribute->ints().end()};
}

std::vector<int64_t> int_initializer(const onnx::GraphProto& graph, const std::string& name) {
  for (const auto& tensor : graph.initializer()) {
    if (tensor.name() != name) continue;
    std::vector<int64_t> values(tensor.raw_data().size() / 8);
    std::memcpy(values.data(), tensor.raw_data().data(), tensor.raw_data().size());
    return values;
  }
  return {};
}

}  // namespace

TEST_CASE("every rewrite gives a model that onnx accepts", "[emit]") {
  for (const OpsetCase& each : opset_cases()) {
    HandGraph hand;
    each.build(hand);
    INFO(each.row << " below " << each.below);
    int opset = std::min(each.below - 1, library_opset());
    CHECK(ops(model_at(hand, opset).graph()) == each.expected);
  }
}

TEST_CASE("every rewrite is tried by some case", "[emit]") {
  std::set<std::pair<std::string, int>> tried;
  for (const OpsetCase& each : opset_cases()) tried.emplace(each.row, each.below);
  for (const OpsetRow& row : opset_rows()) {
    INFO(row.op << " below " << row.below);
    CHECK(tried.count({row.op, row.below}));
  }
}

TEST_CASE("the home form needs no rewrite", "[emit]") {
  for (const OpsetCase& each : opset_cases()) {
    HandGraph hand;
    each.build(hand);
    for (NodeId id : hand.graph.blocks[hand.graph.root].nodes) {
      Lowered lowered = lower(hand.graph, hand.dims, hand.graph.nodes[id], kHomeOpset);
      REQUIRE(lowered.forms.size() == 1);
      CHECK(lowered.forms[0].inputs.size() == hand.graph.nodes[id].inputs.size());
    }
  }
}

TEST_CASE("axes become an attribute and their constant goes", "[emit]") {
  HandGraph hand;
  ValueId x = hand.input("x", hand.f32({2, 3}));
  hand.output("y", hand.node("ReduceMean", {x, hand.ints({1})}, hand.f32({2, 1})));
  auto model = model_at(hand, 17);
  const auto& node = model.graph().node(0);
  CHECK(node.input_size() == 1);
  CHECK(ints(attribute(node, "axes")) == std::vector<int64_t>{1});
  CHECK(model.graph().initializer_size() == 0);
}

TEST_CASE("a split into parts gets its sizes where 13 has no count", "[emit]") {
  HandGraph hand;
  ValueId x = hand.input("x", hand.f32({7}));
  NodeId split = hand.make("Split", {x}, {hand.f32({3}), hand.f32({3}), hand.f32({1})},
                           {{"num_outputs", int64_t{3}}});
  for (ValueId part : hand.graph.nodes[split].outputs) hand.output("", part);
  auto at13 = model_at(hand, 13);
  CHECK(int_initializer(at13.graph(), at13.graph().node(0).input(1)) ==
        std::vector<int64_t>{3, 3, 1});
  auto at11 = model_at(hand, 11);
  CHECK(ints(attribute(at11.graph().node(0), "split")) == std::vector<int64_t>{3, 3, 1});
}

TEST_CASE("what cannot be rewritten names the lowest opset that can say it", "[emit]") {
  struct Case {
    const char* name;
    int opset, lowest;
    void (*build)(HandGraph&);
  };
  const Case cases[] = {
      {"axes that are computed", 17, 18,
       [](HandGraph& hand) {
         ValueId x = hand.input("x", hand.f32({2, 3}));
         ValueId axes = hand.input("axes", hand.i64({1}));
         hand.output("y", hand.node("ReduceMean", {x, axes}, Type::unranked(DType::kFloat32)));
       }},
      {"a split that may be uneven", 13, 18,
       [](HandGraph& hand) {
         Type open = Type::of(DType::kFloat32, {hand.dims.symbol("N")});
         ValueId x = hand.input("x", open);
         Type part = Type::of(DType::kFloat32, {hand.dims.unknown()});
         NodeId split = hand.make("Split", {x}, {part, part}, {{"num_outputs", int64_t{2}}});
         hand.output("y", hand.graph.nodes[split].outputs[0]);
       }},
      {"an element type that came later", 11, 12,
       [](HandGraph& hand) {
         ValueId x = hand.input("x", hand.i64({2}));
         hand.output("y", hand.node("Clip", {x}, hand.i64({2})));
       }},
      {"an element type that came after the library", 19, 20,
       [](HandGraph& hand) {
         ValueId x = hand.input("x", hand.of(DType::kBool, {2}));
         hand.output("y", hand.node("ReduceMax", {x}, hand.of(DType::kBool, {1})));
       }},
      {"a shape that is always empty", 13, 14,
       [](HandGraph& hand) {
         ValueId x = hand.input("x", hand.f32({2, 0}));
         ValueId shape = hand.input("shape", hand.i64({2}));
         hand.output(
             "y", hand.node("Reshape", {x, shape}, hand.f32({0, 5}), {{"allowzero", int64_t{1}}}));
       }},
      {"an attribute that came later", 11, 12,
       [](HandGraph& hand) {
         ValueId x = hand.input("x", hand.f32({2, 3, 4}));
         ValueId at = hand.input("at", hand.i64({2, 1}));
         hand.output(
             "y", hand.node("GatherND", {x, at}, hand.f32({2, 4}), {{"batch_dims", int64_t{1}}}));
       }},
      {"an attribute's value that came later", 17, 18,
       [](HandGraph& hand) {
         ValueId x = hand.input("x", hand.f32({2}));
         ValueId at = hand.input("at", hand.i64({2}));
         hand.output("y", hand.node("ScatterElements", {x, at, x}, hand.f32({2}),
                                    {{"reduction", std::string("max")}}));
       }},
      {"an operator that came later", 17, 20,
       [](HandGraph& hand) {
         ValueId x = hand.input("x", hand.f32({2}));
         hand.output("y", hand.node("Gelu", {x}, hand.f32({2})));
       }},
      {"one of each, of which the later counts", 11, 20,
       [](HandGraph& hand) {
         ValueId x = hand.input("x", hand.f32({2}));
         ValueId i = hand.input("i", hand.i64({2}));
         hand.output("y", hand.node("Gelu", {x}, hand.f32({2})));
         hand.output("z", hand.node("Clip", {i}, hand.i64({2})));
       }},
      {"boxes that older opsets align otherwise", 15, 16,
       [](HandGraph& hand) {
         ValueId x = hand.input("x", hand.f32({1, 2, 4, 4}));
         ValueId boxes = hand.input("boxes", hand.f32({3, 4}));
         ValueId images = hand.input("images", hand.i64({3}));
         hand.output("y", hand.node("RoiAlign", {x, boxes, images}, hand.f32({3, 2, 1, 1})));
       }},
      {"inside a branch", 17, 20,
       [](HandGraph& hand) {
         ValueId x = hand.input("x", hand.f32({2}));
         ValueId flag = hand.input("flag", Type::scalar(DType::kBool));
         NodeId choice = hand.make("If", {flag}, {hand.f32({2})});
         hand.enter(choice);
         hand.leave({hand.node("Gelu", {x}, hand.f32({2}))});
         hand.enter(choice);
         hand.leave({x});
         hand.output("y", hand.graph.nodes[choice].outputs[0]);
       }},
  };
  for (const Case& each : cases) {
    HandGraph hand;
    each.build(hand);
    INFO(each.name);
    EmitResult result = refusal_at(hand, each.opset);
    INFO(result.error);
    CHECK(result.kind == EmitError::kOpset);
    CHECK(result.lowest_opset == each.lowest);
    CHECK(result.problems.size() >= 1);
  }
}

TEST_CASE("sizes that an older Reshape misreads are assumptions", "[emit]") {
  HandGraph hand;
  Dim n = hand.dims.symbol("N"), m = hand.dims.symbol("M");
  ValueId x = hand.input("x", Type::of(DType::kFloat32, {n, m, hand.dims.constant(3)}));
  ValueId shape = hand.input("shape", hand.i64({3}));
  Type type = Type::of(DType::kFloat32, {n, hand.dims.constant(3), m});
  hand.from(5, "", "Net");
  hand.output("y", hand.node("Reshape", {x, shape}, type, {{"allowzero", int64_t{1}}}));
  TestFolder folder;
  EmitOptions options;
  options.output = folder / "net.onnx";
  for (int opset : {13, 14}) {
    options.opset = opset;
    EmitResult result = hand.emit(options);
    INFO(result.error);
    REQUIRE(result.ok());
    auto metadata = parsed(options.output).metadata_props();
    REQUIRE(result.assumptions.size() == (opset < 14));  // M alone: N stays where it is
    REQUIRE(metadata.size() == (opset < 14));
    if (opset == 14) continue;
    CHECK(result.assumptions[0].message.find("`M` is not 0") == 0);
    CHECK(metadata[0].value().find("model.py:5: `M` is not 0") == 0);
  }
}

TEST_CASE("a use that no opset has is refused without one", "[emit]") {
  HandGraph hand;
  ValueId x = hand.input("x", hand.of(DType::kBool, {2}));
  hand.output("y", hand.node("Add", {x, x}, hand.of(DType::kBool, {2})));
  EmitResult result = refusal_at(hand, 17);
  CHECK(result.kind == EmitError::kOpset);
  CHECK(result.lowest_opset == 0);
  CHECK(result.error.find("`Add` on bool") != std::string::npos);
}

TEST_CASE("each opset has the IR version of its release", "[emit]") {
  const std::pair<int, int> kExpected[] = {{11, 6}, {12, 7}, {13, 7}, {14, 7}, {15, 8},
                                           {17, 8}, {18, 8}, {19, 9}, {20, 9}};
  for (auto [opset, ir_version] : kExpected) CHECK(ir_version_of(opset) == ir_version);
}

TEST_CASE("opsets outside the range are a usage error", "[emit]") {
  for (int opset : {10, 21, -1}) {
    HandGraph hand = sample();
    CHECK(refusal_at(hand, opset).kind == EmitError::kUsage);
  }
}

}  // namespace nnscan
