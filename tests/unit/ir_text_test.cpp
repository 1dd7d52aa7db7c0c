#include <catch2/catch.hpp>

#include "ir/builder.h"
#include "ir/text.h"
#include "ir/verify.h"

using namespace nnscan;

namespace {

std::string again(const std::string& text, bool all_bytes = false) {
  DimPool dims;
  auto parsed = parse_graph(text, dims);
  if (auto* error = std::get_if<TextError>(&parsed)) return error->message;
  Graph& graph = std::get<Graph>(parsed);
  for (const std::string& message : verify(graph, dims)) UNSCOPED_INFO(message);
  CHECK(verify(graph, dims).empty());
  return print(graph, dims, {all_bytes});
}

std::string error_of(const std::string& text) {
  DimPool dims;
  auto parsed = parse_graph(text, dims);
  auto* error = std::get_if<TextError>(&parsed);
  if (!error) return "";
  return std::to_string(error->line) + ":" + std::to_string(error->column) + ": " + error->message;
}

}  // namespace

TEST_CASE("a text is read back to the same text") {
  const char* texts[] = {
      "graph() -> () {\n"
      "  return\n"
      "}\n",

      "graph(x: f32[N,8], flag: bool[]) -> (y: f32[N,10]) {\n"
      "  initializer %fc.weight: f32[10,8] = input\n"
      "  initializer %fc.bias: f32[10] = splat(0.0)\n"
      "  initializer %num_batches: i64[] = 0\n"
      "  %0: f32[N,10] = Gemm(%x, %fc.weight, %fc.bias) {transB = 1}  # fc\n"
      "  %1: f32[N,10] = If(%flag) then {  # head.gate\n"
      "    %2: f32[N,10] = Mul(%0, 0.5: f32[])  # head.gate.scale\n"
      "    yield %2\n"
      "  } else {\n"
      "    yield %0\n"
      "  }\n"
      "  return %1\n"
      "}\n",

      "graph(x: f32[?0,?0*N], y: f32[*]) -> (a: f32[?0*?0*N], a: f32[*]) {\n"
      "  %0: f32[?0*?0*N] = Reshape(%x, [-1])\n"
      "  return %0, %y\n"
      "}\n",

      "graph(x: f32[N,H], s: i64[4]) -> (a: f32[min(H, 5),(H + 1)//2,3*H - N%8,max(2*H, N)]) {\n"
      "  %0: f32[N,H] = Clip(%x, _, 6.0: f32[])\n"
      "  %1: f32[min(H, 5),(H + 1)//2,3*H - N%8,max(2*H, N)] = Reshape(%0, %s) {allowzero = 1}\n"
      "  return %1\n"
      "}\n",

      "graph(n as ?0: i64[]) -> (y: f32[?0]) {\n"
      "  %0: i64[1] = Unsqueeze(%n, [0])\n"
      "  %1: f32[?0] = ConstantOfShape(%0) {value = tensor [0.25]: f32[1]}\n"
      "  return %1\n"
      "}\n",

      "graph(\"odd name\": f32[2,2]) -> (\"a\\\"b\": f32[2,2]) {\n"
      "  %0: f32[2,2] = Add(%\"odd name\", [1.0, inf, -inf, nan]: f32[2,2])\n"
      "  %1: f32[2,2] = Add(%0, splat(1e-05): f32[2,2])\n"
      "  return %1\n"
      "}\n",

      "graph(x: f32[2], c: bool[]) -> (y: f32[2], z: f32[?0,2]) {\n"
      "  %0: f32[2], %1: f32[?0,2] = Loop(3, %c, %x) "
      "body(%i: i64[], %2: bool[], %h: f32[2]) {  # rnn\n"
      "    %3: f32[2] = Relu(%h)\n"
      "    yield %2, %3, %h\n"
      "  }\n"
      "  return %0, %1\n"
      "}\n",
  };
  for (const char* text : texts) CHECK(again(text) == text);
}

TEST_CASE("names are made unique by a number and lose it again") {
  Graph graph;
  DimPool dims;
  Builder builder(graph, dims, [] { return OriginId{}; });
  Type type = Type::of(DType::kFloat32, {dims.constant(2)});
  ValueId x = builder.input("w", type), w = builder.initializer("w", type, nullptr);
  ValueId odd = builder.initializer("my key", type, nullptr);
  ValueId sum = builder.make1("Add", {builder.make1("Add", {x, w}), odd});
  graph.outputs = {{sum, "w"}};
  std::string text = print(graph, dims);
  CHECK(text ==
        "graph(w: f32[2]) -> (w: f32[2]) {\n"
        "  initializer %w@1: f32[2] = input\n"
        "  initializer %\"my key\": f32[2] = input\n"
        "  %0: f32[2] = Add(%w, %w@1)\n"
        "  %1: f32[2] = Add(%0, %\"my key\")\n"
        "  return %1\n"
        "}\n");
  CHECK(again(text) == text);
  DimPool fresh;
  auto parsed = parse_graph(text, fresh);
  const Graph& read = std::get<Graph>(parsed);
  CHECK(read.values[read.parameters[0]].name == "w");
  CHECK(read.values[read.parameters[1]].name == "my key");
}

TEST_CASE("attributes of every kind") {
  const char* attributes[] = {
      "a = 1",
      "a = -9223372036854775808",
      "a = 0.5",
      "a = 2.0",
      "a = -inf",
      "a = \"text with \\\"quotes\\\", \\x0a and {}\"",
      "a = [1, 2]",
      "a = []",
      "a = [1.0, 0.1]",
      "a = floats []",
      "a = [\"x\", \"y\"]",
      "a = strings []",
      "a = tensor 3: i64[]",
      "a = tensor [true, false]: bool[2]",
      "a = tensor []: f32[0,3]",
      "a = tensor [0.1, 65504.0, 6e-08]: f16[3]",
      "a = tensor splat(0.1): f64[2,2]",
      "a = 1, b = 2",
  };
  for (const char* attribute : attributes) {
    std::string text = std::string("graph(x: f32[2]) -> () {\n  %0: f32[2] = Relu(%x) {") +
                       attribute + "}\n  return\n}\n";
    std::string expected = text;
    // Written as the shortest digits of what half precision keeps.
    if (size_t at = text.find("[0.1, 65504.0, 6e-08]"); at != std::string::npos)
      expected.replace(at, 21, "[0.099975586, 65504.0, 5.9604645e-08]");
    CHECK(again(text) == expected);
    CHECK(again(expected) == expected);
  }
}

TEST_CASE("long constants are listed, their bytes only when asked for") {
  Graph graph;
  DimPool dims;
  Builder builder(graph, dims, [] { return OriginId{}; });
  ValueId x = builder.input("x", Type::of(DType::kInt64, {dims.constant(10)}));
  ValueId table = builder.constant(Constant::of_ints({1, 2, 3, 4, 5, 6, 7, 8, 9, 10}));
  ValueId sum = builder.make1("Add", {x, table});
  graph.outputs = {{sum, "y"}};
  std::string brief = print(graph, dims), full = print(graph, dims, {true});
  CHECK(brief.find("constant %constant: i64[10] = embedded\n") != std::string::npos);
  CHECK(full.find("constant %constant: i64[10] = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]\n") !=
        std::string::npos);
  CHECK(again(full, true) == full);
  CHECK(error_of(brief) == "2:41: the text leaves the bytes out");
}

TEST_CASE("anonymous sizes are numbered as they appear") {
  Graph graph;
  DimPool dims;
  for (int i = 0; i < 7; ++i) dims.unknown();
  Builder builder(graph, dims, [] { return OriginId{}; });
  Dim a = dims.unknown(), b = dims.unknown();
  ValueId x = builder.input("x", Type::of(DType::kFloat32, {b, a}));
  graph.outputs = {{builder.make1("Transpose", {x}), "y"}};
  CHECK(print(graph, dims) ==
        "graph(x: f32[?0,?1]) -> (y: f32[?1,?0]) {\n"
        "  %0: f32[?1,?0] = Transpose(%x)\n"
        "  return %0\n"
        "}\n");
}

TEST_CASE("what is no graph is an error at its place") {
  struct Row {
    const char* text;
    const char* error;
  };
  const Row rows[] = {
      {"", "1:1: expected `graph(`"},
      {"graph(x: f31[2]) -> () {\n return\n}", "1:13: no element type `f31`"},
      {"graph(x: f32[2//0]) -> () {\n return\n}", "1:18: division by 0"},
      {"graph(x: f32[99999999999999999999]) -> () {\n return\n}",
       "1:14: expected a number of at most 64 bits"},
      {"graph() -> (y: f32[]) {\n  return\n}", "3:1: as many results as outputs"},
      {"graph() -> () {\n  %0: f32[] = Frob()\n  return\n}", "2:19: no operator `Frob`"},
      {"graph() -> () {\n  %0: f32[] = Relu(%1)\n  return\n}",
       "2:22: `%1` does not stand above"},
      {"graph(x: f32[], x: f32[]) -> () {\n  return\n}", "1:25: `%x` stands twice"},
      {"graph() -> () {\n  return\n} more", "3:3: expected the end"},
      {"graph(x: f32[2]) -> () {\n  %0: f32[2] = Add(%x, [1.0]: f32[2])\n  return\n}",
       "2:37: the elements do not fill the shape"},
      {"graph(x: f32[2]) -> () {\n  %0: f32[2] = Add(%x, [1.5])\n  return\n}",
       "2:29: `1.5` is no int64"},
      {"graph(x: f32[2]) -> () {\n  %0: f32[2] = Add(%x, \"a", "2:24: expected a number"},
      {"graph(x: f32[N]) -> () {\n  %0: f32[2] = Relu(%x) {a = \"b",
       "2:32: the string does not end"},
  };
  for (const Row& row : rows) CHECK(error_of(row.text) == row.error);
  CHECK(error_of("graph(x: f32[" + std::string(100000, '(')).find("nest too deeply") !=
        std::string::npos);
}
