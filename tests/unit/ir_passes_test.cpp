// Each pass as text before and text after; the result must be a graph.
#include <catch2/catch.hpp>

#include "ir/passes/passes.h"
#include "ir/text.h"
#include "ir/verify.h"

using namespace nnscan;

namespace {

template <class Pass>
std::string after(const std::string& text, const Pass& pass) {
  DimPool dims;
  auto parsed = parse_graph(text, dims);
  if (auto* error = std::get_if<TextError>(&parsed)) return error->message;
  Graph& graph = std::get<Graph>(parsed);
  for (const std::string& message : verify(graph, dims)) FAIL(message);
  pass(graph, dims);
  for (const std::string& message : verify(graph, dims)) FAIL(message);
  return print(graph, dims);
}

std::string without_dead_code(const std::string& text) {
  return after(text, [](Graph& graph, DimPool&) { eliminate_dead_code(graph); });
}

std::string simplified(const std::string& text) {
  return after(text, [](Graph& graph, DimPool&) {
    simplify(graph);
    eliminate_dead_code(graph);
  });
}

std::string folded(const std::string& text, size_t expected) {
  return after(text, [&](Graph& graph, DimPool& dims) {
    CHECK(fold_batch_norm(graph, dims) == expected);
  });
}

struct Row {
  const char* before;
  const char* after;
};

}  // namespace

TEST_CASE("what nothing uses is dropped") {
  const Row rows[] = {
      {"graph(x: f32[N], unused: f32[N]) -> (y: f32[N]) {\n"
       "  %0: f32[N] = Exp(%unused)\n"
       "  %1: f32[N] = Log(%0)\n"
       "  %2: f32[N] = RandomNormalLike(%x)\n"
       "  %3: f32[N] = Relu(%x)\n"
       "  return %3\n"
       "}\n",
       "graph(x: f32[N], unused: f32[N]) -> (y: f32[N]) {\n"
       "  %0: f32[N] = Relu(%x)\n"
       "  return %0\n"
       "}\n"},
      // Results go with their outputs, and what only they needed.
      {"graph(x: f32[N], c: bool[]) -> (y: f32[N]) {\n"
       "  %0: f32[N] = Exp(%x)\n"
       "  %1: f32[N], %2: f32[N] = If(%c) then {\n"
       "    %3: f32[N] = Log(%x)\n"
       "    %4: f32[N] = Neg(%x)\n"
       "    yield %3, %4\n"
       "  } else {\n"
       "    yield %0, %x\n"
       "  }\n"
       "  return %2\n"
       "}\n",
       "graph(x: f32[N], c: bool[]) -> (y: f32[N]) {\n"
       "  %0: f32[N] = If(%c) then {\n"
       "    %1: f32[N] = Neg(%x)\n"
       "    yield %1\n"
       "  } else {\n"
       "    yield %x\n"
       "  }\n"
       "  return %0\n"
       "}\n"},
      // An If without outputs, and one whose outputs nothing uses, with their condition.
      {"graph(x: f32[N]) -> (y: f32[N]) {\n"
       "  %0: f32[] = ReduceSum(%x) {keepdims = 0}\n"
       "  %1: bool[] = Greater(%0, 0.0: f32[])\n"
       "  If(%1) then {\n"
       "    yield\n"
       "  } else {\n"
       "    yield\n"
       "  }\n"
       "  %2: f32[N] = If(%1) then {\n"
       "    yield %x\n"
       "  } else {\n"
       "    %3: f32[N] = Neg(%x)\n"
       "    yield %3\n"
       "  }\n"
       "  return %x\n"
       "}\n",
       "graph(x: f32[N]) -> (y: f32[N]) {\n"
       "  return %x\n"
       "}\n"},
      // A Loop keeps its state and loses a scanned output.
      {"graph(x: f32[2], c: bool[]) -> (y: f32[2]) {\n"
       "  %0: f32[2], %1: f32[?0,2] = Loop(3, %c, %x) body(%i: i64[], %d: bool[], %h: f32[2]) {\n"
       "    %2: f32[2] = Relu(%h)\n"
       "    %3: f32[2] = Exp(%h)\n"
       "    yield %d, %2, %3\n"
       "  }\n"
       "  return %0\n"
       "}\n",
       "graph(x: f32[2], c: bool[]) -> (y: f32[2]) {\n"
       "  %0: f32[2] = Loop(3, %c, %x) body(%i: i64[], %d: bool[], %h: f32[2]) {\n"
       "    %1: f32[2] = Relu(%h)\n"
       "    yield %d, %1\n"
       "  }\n"
       "  return %0\n"
       "}\n"},
  };
  for (const Row& row : rows) CHECK(without_dead_code(row.before) == row.after);
}

TEST_CASE("trivial patterns are removed") {
  const Row rows[] = {
      {"graph(x: f32[N]) -> (y: f32[N]) {\n"
       "  %0: f32[N] = Identity(%x)\n"
       "  %1: f32[N] = Cast(%0) {to = 1}\n"
       "  %2: f32[N] = Relu(%1)\n"
       "  %3: f32[N] = Identity(%2)\n"
       "  return %3\n"
       "}\n",
       "graph(x: f32[N]) -> (y: f32[N]) {\n"
       "  %0: f32[N] = Relu(%x)\n"
       "  return %0\n"
       "}\n"},
      {"graph(x: f32[2,3,4]) -> (y: f32[2,3,4], z: f32[4,2,3]) {\n"
       "  %0: f32[3,4,2] = Transpose(%x) {perm = [1, 2, 0]}\n"
       "  %1: f32[2,3,4] = Transpose(%0) {perm = [2, 0, 1]}\n"
       "  %2: f32[4,2,3] = Transpose(%0) {perm = [1, 2, 0]}\n"
       "  return %1, %2\n"
       "}\n",
       "graph(x: f32[2,3,4]) -> (y: f32[2,3,4], z: f32[4,2,3]) {\n"
       "  %0: f32[4,2,3] = Transpose(%x) {perm = [2, 0, 1]}\n"
       "  return %x, %0\n"
       "}\n"},
      {"graph(x: f32[2,3]) -> (y: f32[2,3]) {\n"
       "  %0: f32[3,2] = Transpose(%x)\n"
       "  %1: f32[2,3] = Transpose(%0)\n"
       "  return %1\n"
       "}\n",
       "graph(x: f32[2,3]) -> (y: f32[2,3]) {\n"
       "  return %x\n"
       "}\n"},
      {"graph(x: f32[N,4]) -> (y: f32[N,4], z: f32[2*N,2]) {\n"
       "  %0: f32[4*N] = Reshape(%x, [-1])\n"
       "  %1: f32[N,4] = Reshape(%0, [-1, 4])\n"
       "  %2: f32[2*N,2] = Reshape(%0, [-1, 2])\n"
       "  return %1, %2\n"
       "}\n",
       "graph(x: f32[N,4]) -> (y: f32[N,4], z: f32[2*N,2]) {\n"
       "  %0: f32[2*N,2] = Reshape(%x, [-1, 2])\n"
       "  return %x, %0\n"
       "}\n"},
      // The 0 of the second copies a size of the first's result; only where it is the same size
      // in the input may the first go.
      {"graph(x: f32[N,4]) -> (y: f32[2*N,2,1], z: f32[N,4,1]) {\n"
       "  %0: f32[2*N,2] = Reshape(%x, [-1, 2])\n"
       "  %1: f32[2*N,2,1] = Reshape(%0, [0, 2, 1])\n"
       "  %2: f32[N,2,2] = Reshape(%x, [0, 2, 2])\n"
       "  %3: f32[N,4,1] = Reshape(%2, [0, 4, 1])\n"
       "  return %1, %3\n"
       "}\n",
       "graph(x: f32[N,4]) -> (y: f32[2*N,2,1], z: f32[N,4,1]) {\n"
       "  %0: f32[2*N,2] = Reshape(%x, [-1, 2])\n"
       "  %1: f32[2*N,2,1] = Reshape(%0, [0, 2, 1])\n"
       "  %2: f32[N,4,1] = Reshape(%x, [0, 4, 1])\n"
       "  return %1, %2\n"
       "}\n"},
      {"graph(x: f32[N,4]) -> (y: f32[N,4]) {\n"
       "  %0: i64[2] = Shape(%x)\n"
       "  %1: f32[N,4] = Expand(%x, %0)\n"
       "  return %1\n"
       "}\n",
       "graph(x: f32[N,4]) -> (y: f32[N,4]) {\n"
       "  return %x\n"
       "}\n"},
      {"graph(x: f32[N], c: bool[]) -> (p: bool[], q: bool[], r: i64[], s: f32[N], t: f32[N]) {\n"
       "  %0: f32[N] = Relu(%x)\n"
       "  %1: bool[], %2: bool[], %3: i64[], %4: f32[N], %5: f32[N] = If(%c) then {\n"
       "    %6: f32[N] = Identity(%0)\n"
       "    yield true: bool[], false: bool[], 3, %6, %x\n"
       "  } else {\n"
       "    yield false: bool[], true: bool[], 3, %0, %0\n"
       "  }\n"
       "  return %1, %2, %3, %4, %5\n"
       "}\n",
       "graph(x: f32[N], c: bool[]) -> (p: bool[], q: bool[], r: i64[], s: f32[N], t: f32[N]) {\n"
       "  %0: f32[N] = Relu(%x)\n"
       "  %1: bool[] = Not(%c)\n"
       "  %2: f32[N] = If(%c) then {\n"
       "    yield %x\n"
       "  } else {\n"
       "    yield %0\n"
       "  }\n"
       "  return %c, %1, 3, %0, %2\n"
       "}\n"},
      // A condition of another shape is not the result.
      {"graph(c: bool[1]) -> (p: bool[]) {\n"
       "  %0: bool[] = If(%c) then {\n"
       "    yield true: bool[]\n"
       "  } else {\n"
       "    yield false: bool[]\n"
       "  }\n"
       "  return %0\n"
       "}\n",
       "graph(c: bool[1]) -> (p: bool[]) {\n"
       "  %0: bool[] = If(%c) then {\n"
       "    yield true: bool[]\n"
       "  } else {\n"
       "    yield false: bool[]\n"
       "  }\n"
       "  return %0\n"
       "}\n"},
  };
  for (const Row& row : rows) CHECK(simplified(row.before) == row.after);
}

// scale 2, 6; shift 1, 0; mean 3, -1; variance 0.75, 3.75 with epsilon 0.25: gains 2 and 3,
// offsets 1 - 3*2 = -5 and 0 + 1*3 = 3.
static const std::string kNorm =
    "  initializer %bn.weight: f32[2] = [2.0, 6.0]\n"
    "  initializer %bn.bias: f32[2] = [1.0, 0.0]\n"
    "  initializer %bn.running_mean: f32[2] = [3.0, -1.0]\n"
    "  initializer %bn.running_var: f32[2] = [0.75, 3.75]\n";
static const std::string kNormOf =
    "(%0, %bn.weight, %bn.bias, %bn.running_mean, %bn.running_var) {epsilon = 0.25}\n";

TEST_CASE("batch normalization goes into a convolution") {
  CHECK(folded("graph(x: f32[N,1,5]) -> (y: f32[N,2,4]) {\n"
               "  initializer %conv.weight: f32[2,1,2] = [1.0, 2.0, 3.0, 4.0]\n" + kNorm +
               "  %0: f32[N,2,4] = Conv(%x, %conv.weight)  # conv\n"
               "  %1: f32[N,2,4] = BatchNormalization" + kNormOf +
               "  return %1\n"
               "}\n", 1) ==
        "graph(x: f32[N,1,5]) -> (y: f32[N,2,4]) {\n"
        "  initializer %conv.weight: f32[2,1,2] = [2.0, 4.0, 9.0, 12.0]\n"
        "  initializer %conv.bias: f32[2] = [-5.0, 3.0]\n"
        "  %0: f32[N,2,4] = Conv(%x, %conv.weight, %conv.bias)  # conv\n"
        "  return %0\n"
        "}\n");
}

TEST_CASE("batch normalization goes into a grouped transposed convolution") {
  // Two inputs and one output a group: the first input feeds channel 0, the second channel 1.
  CHECK(folded("graph(x: f32[N,2,3]) -> (y: f32[N,2,4]) {\n"
               "  initializer %up.weight: f32[2,1,2] = [1.0, 2.0, 3.0, 4.0]\n"
               "  initializer %up.bias: f32[2] = [10.0, 20.0]\n" + kNorm +
               "  %0: f32[N,2,4] = ConvTranspose(%x, %up.weight, %up.bias) {group = 2}\n"
               "  %1: f32[N,2,4] = BatchNormalization" + kNormOf +
               "  return %1\n"
               "}\n", 1) ==
        "graph(x: f32[N,2,3]) -> (y: f32[N,2,4]) {\n"
        "  initializer %up.weight: f32[2,1,2] = [2.0, 4.0, 9.0, 12.0]\n"
        "  initializer %up.bias: f32[2] = [15.0, 63.0]\n"
        "  %0: f32[N,2,4] = ConvTranspose(%x, %up.weight, %up.bias) {group = 2}\n"
        "  return %0\n"
        "}\n");
  // One group: both inputs feed both channels.
  CHECK(folded("graph(x: f32[N,1,3]) -> (y: f32[N,2,4]) {\n"
               "  initializer %up.weight: f32[1,2,2] = [1.0, 2.0, 3.0, 4.0]\n" + kNorm +
               "  %0: f32[N,2,4] = ConvTranspose(%x, %up.weight)\n"
               "  %1: f32[N,2,4] = BatchNormalization" + kNormOf +
               "  return %1\n"
               "}\n", 1).find("%up.weight: f32[1,2,2] = [2.0, 4.0, 9.0, 12.0]") !=
        std::string::npos);
}

TEST_CASE("batch normalization goes into Gemm, its beta and layout respected") {
  CHECK(folded("graph(x: f32[N,2]) -> (y: f32[N,2]) {\n"
               "  initializer %fc.weight: f32[2,2] = [1.0, 2.0, 3.0, 4.0]\n"
               "  initializer %fc.bias: f32[1,2] = [1.0, 2.0]\n" + kNorm +
               "  %0: f32[N,2] = Gemm(%x, %fc.weight, %fc.bias) {alpha = 0.5, beta = 2.0}\n"
               "  %1: f32[N,2] = BatchNormalization" + kNormOf +
               "  return %1\n"
               "}\n", 1) ==
        "graph(x: f32[N,2]) -> (y: f32[N,2]) {\n"
        "  initializer %fc.weight: f32[2,2] = [2.0, 6.0, 6.0, 12.0]\n"
        "  initializer %fc.bias: f32[2] = [-1.0, 15.0]\n"
        "  %0: f32[N,2] = Gemm(%x, %fc.weight, %fc.bias) {alpha = 0.5}\n"
        "  return %0\n"
        "}\n");
  CHECK(folded("graph(x: f32[N,2]) -> (y: f32[N,2]) {\n"
               "  initializer %fc.weight: f32[2,2] = [1.0, 2.0, 3.0, 4.0]\n" + kNorm +
               "  %0: f32[N,2] = Gemm(%x, %fc.weight) {transB = 1}\n"
               "  %1: f32[N,2] = BatchNormalization" + kNormOf +
               "  return %1\n"
               "}\n", 1).find("%fc.weight: f32[2,2] = [2.0, 4.0, 9.0, 12.0]") !=
        std::string::npos);
}

TEST_CASE("batch normalization stays where folding would not be the same") {
  const std::string signature = "graph(x: f32[N,1,5]) -> (y: f32[N,2,4]) {\n";
  const std::string known = "  initializer %conv.weight: f32[2,1,2] = [1.0, 2.0, 3.0, 4.0]\n";
  const std::string conv = "  %0: f32[N,2,4] = Conv(%x, %conv.weight)\n";
  const std::string norm = "  %1: f32[N,2,4] = BatchNormalization" + kNormOf;
  // The weights are not known.
  const std::string open = signature + "  initializer %conv.weight: f32[2,1,2] = input\n" + kNorm +
                           conv + norm + "  return %1\n}\n";
  CHECK(folded(open, 0) == open);
  // The result before it is used as well.
  const std::string used = signature + known + kNorm + conv + norm +
                           "  %2: f32[N,2,4] = Add(%0, %1)\n  return %2\n}\n";
  CHECK(folded(used, 0) == used);
}

TEST_CASE("a shared weight stays as it is for the others") {
  std::string text = folded(
      "graph(x: f32[N,1,5]) -> (y: f32[N,2,4], z: f32[N,2,3]) {\n"
      "  initializer %conv.weight: f32[2,1,2] = [1.0, 2.0, 3.0, 4.0]\n" + kNorm +
      "  %0: f32[N,2,4] = Conv(%x, %conv.weight)\n"
      "  %1: f32[N,2,4] = BatchNormalization" + kNormOf +
      "  %2: f32[N,2,3] = Conv(%x, %conv.weight) {dilations = [2]}\n"
      "  return %1, %2\n}\n", 1);
  CHECK(text ==
        "graph(x: f32[N,1,5]) -> (y: f32[N,2,4], z: f32[N,2,3]) {\n"
        "  initializer %conv.weight: f32[2,1,2] = [1.0, 2.0, 3.0, 4.0]\n"
        "  initializer %conv.weight@1: f32[2,1,2] = [2.0, 4.0, 9.0, 12.0]\n"
        "  initializer %conv.bias: f32[2] = [-5.0, 3.0]\n"
        "  %0: f32[N,2,4] = Conv(%x, %conv.weight@1, %conv.bias)\n"
        "  %1: f32[N,2,3] = Conv(%x, %conv.weight) {dilations = [2]}\n"
        "  return %0, %1\n"
        "}\n");
}

TEST_CASE("one normalization after another folds as well") {
  std::string text = folded(
      "graph(x: f32[N,1,5]) -> (y: f32[N,2,4]) {\n"
      "  initializer %conv.weight: f32[2,1,2] = [1.0, 2.0, 3.0, 4.0]\n" + kNorm +
      "  %0: f32[N,2,4] = Conv(%x, %conv.weight)\n"
      "  %1: f32[N,2,4] = BatchNormalization" + kNormOf +
      "  %2: f32[N,2,4] = BatchNormalization(%1, %bn.weight, %bn.bias, %bn.running_mean, "
      "%bn.running_var) {epsilon = 0.25}\n"
      "  return %2\n}\n", 2);
  CHECK(text.find("%conv.weight: f32[2,1,2] = [4.0, 8.0, 27.0, 36.0]") != std::string::npos);
  CHECK(text.find("%conv.bias: f32[2] = [-15.0, 12.0]") != std::string::npos);
  CHECK(text.find("BatchNormalization") == std::string::npos);
}
