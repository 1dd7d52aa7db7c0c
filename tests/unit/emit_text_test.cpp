#include <catch2/catch.hpp>

#include <nlohmann/json.hpp>

#include "emit/dot.h"
#include "emit/format.h"
#include "emit/json.h"
#include "ir/text.h"
#include "tests/unit/emit_files.h"
#include "tests/unit/emit_graphs.h"

namespace nnscan {

using namespace emit_test;

namespace {

std::string text_of(HandGraph& hand, const char* format) {
  TestFolder folder;
  EmitOptions options;
  options.format = format;
  options.output = folder / "out";
  EmitResult result = hand.emit(options);
  INFO(result.error);
  REQUIRE(result.ok());
  return content(options.output);
}

size_t count(const std::string& text, const std::string& part) {
  size_t found = 0;
  for (size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) ++found;
  return found;
}

}  // namespace

TEST_CASE("an unknown format is refused with those there are", "[emit]") {
  HandGraph hand = sample();
  EmitOptions options;
  options.format = "png";
  EmitResult result = hand.emit(options);
  CHECK(result.kind == EmitError::kUsage);
  for (const Format& format : formats()) CHECK(result.error.find(format.name) != std::string::npos);
}

TEST_CASE("the ssa text is a graph that reads back", "[emit]") {
  HandGraph hand;
  ValueId x = hand.input("x", hand.f32({2}));
  hand.output("y", hand.node("Add", {x, hand.parameter("bias", hand.f32({2}))}, hand.f32({2})));
  std::string text = text_of(hand, "ssa");
  DimPool dims;
  auto graph = parse_graph(text, dims);
  if (auto* error = std::get_if<TextError>(&graph)) FAIL(error->message << "\n" << text);
  CHECK(print(std::get<Graph>(graph), dims) == text);
}

TEST_CASE("a drawing nests modules and branches", "[emit]") {
  HandGraph hand = sample();
  std::string text = text_of(hand, "dot");
  for (const char* part : {"label=\"layer\"", "label=\"0 (Linear)\"", "label=\"then: flag\"",
                           "label=\"else: flag\"", "MatMul\\n#1: layer.0.weight f32[4,3]",
                           "label=\"condition bool[]\"", "[label=\"x\\nf32[N,4]\""})
    CHECK(count(text, part) == 1);
  CHECK(count(text, "style=dashed];") == 6);  // each branch's three results
  CHECK(count(text, "{") == count(text, "}"));
}

TEST_CASE("a drawing escapes what users write", "[emit]") {
  HandGraph hand;
  ValueId x = hand.input("a\"b\\c\nd", hand.f32({2}));
  hand.output("y", hand.node("Relu", {x}, hand.f32({2})));
  CHECK(count(text_of(hand, "dot"), "a\\\"b\\\\c\\nd") == 1);
}

TEST_CASE("the json has the graph, its places and its modules", "[emit]") {
  HandGraph hand = sample();
  auto json = nlohmann::json::parse(text_of(hand, "json"));
  CHECK(json["format"] == "nnscan-graph");
  CHECK(json["inputs"][0] ==
        nlohmann::json::parse(R"({"name":"x","dtype":"float32","shape":["N",4]})"));
  CHECK(json["outputs"][2]["name"] == "again");
  CHECK(json["outputs"][2]["value"] == "y");
  CHECK(json["parameters"][0]["embedded"] == true);
  CHECK(json["parameters"][1]["embedded"] == false);
  CHECK(json["constants"]["/Constant"]["data"] == nlohmann::json::parse("[1.0]"));
  const auto& node = json["body"]["nodes"][0];
  CHECK(node["op"] == "MatMul");
  CHECK(node["module"] == "layer.0");
  CHECK(node["torch"] == "torch.nn.functional.linear");
  CHECK(node["source"]["file"] == "model.py");
  CHECK(node["source"]["line"] == 7);
  const auto& choice = json["body"]["nodes"][2];
  REQUIRE(choice["blocks"].size() == 2);
  CHECK(choice["blocks"][1]["results"][0] == "/layer.0/Add_output_0");
  CHECK(json["modules"].size() == 3);
}

TEST_CASE("the json has every kind of attribute", "[emit]") {
  HandGraph hand;
  ValueId x = hand.input("x", hand.f32({2}));
  hand.output("y", hand.node("Relu", {x}, hand.f32({2}),
                             {{"f", -std::numeric_limits<double>::infinity()},
                              {"i", int64_t{3}},
                              {"is", std::vector<int64_t>{1, 2}},
                              {"s", std::string("text")},
                              {"t", Constant::of_ints({7})}}));
  auto json = nlohmann::json::parse(text_of(hand, "json"));
  CHECK(
      json["body"]["nodes"][0]["attributes"] ==
      nlohmann::json::parse(
          R"({"f":"-inf","i":3,"is":[1,2],"s":"text","t":{"dtype":"int64","shape":[1],"data":[7]}})"));
}

TEST_CASE("paths outside the working directory show their file's name only", "[emit]") {
  HandGraph hand;
  hand.sources.add("/home/me/net.py", "/home/me/net.py", "\n\n\n", false);
  hand.from(2, "", "Net");
  ValueId x = hand.input("x", hand.f32({2}));
  hand.output("y", hand.node("Relu", {x}, hand.f32({2})));
  for (const char* format : {"json", "onnxtxt", "onnx"}) {
    std::string text = text_of(hand, format);
    CHECK(text.find("net.py") != std::string::npos);
    CHECK(text.find("/home") == std::string::npos);
  }
}

TEST_CASE("onnx text quotes what is no identifier", "[emit]") {
  HandGraph hand;
  ValueId x = hand.input("x", Type::of(DType::kFloat32, {hand.dims.symbol("N")}));
  ValueId half = hand.constant(Constant::fill(DType::kFloat16, {}, 1.0));
  ValueId weight = hand.parameter("a.b", hand.f32({1}), Constant::fill(DType::kFloat32, {1}, 2));
  hand.output("y", hand.node("Mul", {x, weight}, hand.graph.type(x)));
  hand.output("h", hand.node("Neg", {half}, hand.of(DType::kFloat16, {})));
  hand.output("e", hand.node("Elu", {x}, hand.graph.type(x), {{"alpha", 2.0}}));
  std::string text = text_of(hand, "onnxtxt");
  for (const char* part :
       {"(float[N] x) => (float[N] y, float16 h, float[N] e)", "float[1] \"a.b\" = {2.0}",
        "float16 \"/Constant\" = {15360}", "[\"/Mul\"] y = Mul (x, \"a.b\")",
        "e = Elu <alpha: float = 2.0> (x)", "opset_import: [\"\" : 17]"}) {
    INFO(part << "\n" << text);
    CHECK(count(text, part) == 1);
  }
}

}  // namespace nnscan
