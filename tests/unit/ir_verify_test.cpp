// The verifier accepts what the builder makes (the other tests say so) and sees each kind of
// damage: texts that are not graphs, and graphs that a hand has changed.
#include <catch2/catch.hpp>

#include "ir/builder.h"
#include "ir/text.h"
#include "ir/verify.h"

using namespace nnscan;

namespace {

std::string first_message(Graph& graph, DimPool& dims) {
  std::vector<std::string> messages = verify(graph, dims);
  return messages.empty() ? "" : messages.front();
}

std::string verdict(const std::string& body) {
  DimPool dims;
  auto parsed = parse_graph(
      "graph(x: f32[N,3], c: bool[]) -> () {\n" + body + "  return\n}\n", dims);
  if (auto* error = std::get_if<TextError>(&parsed)) return error->message;
  return first_message(std::get<Graph>(parsed), dims);
}

}  // namespace

TEST_CASE("the verifier reads types and scopes") {
  struct Row {
    const char* body;
    const char* message;
  };
  const Row rows[] = {
      {"  %0: f32[N,3] = Relu(%x)\n", ""},
      {"  %0: f32[N,4] = Relu(%x)\n",
       "node 0 `Relu`: output 0 is declared f32[N,4], found f32[N,3]"},
      {"  %0: f32[M,3] = Relu(%x)\n", ""},  // may be equal
      {"  %0: f32[*] = Relu(%x)\n", ""},
      {"  %0: f32[N] = Relu(%x)  # a.b\n",
       "node 0 `Relu` in a.b: output 0 is declared f32[N], found f32[N,3]"},
      {"  %0: f64[N,3] = Relu(%x)\n",
       "node 0 `Relu`: output 0 is declared f64[N,3], found f32[N,3]"},
      {"  %0: f32[7] = Add(%x, splat(0.0): f32[4])\n",
       "node 0 `Add`: sizes 3 and 4 do not broadcast"},
      {"  %0: i64[2] = Shape(%x)\n  %1: f32[N,3] = Expand(%x, %0)\n", ""},
      {"  %0: i64[2] = Shape(%x)\n  %1: f32[N,3] = Reshape(%x, %0)\n", ""},
      {"  %0: i64[2] = Shape(%x)\n  %1: f32[N + 1,3] = Reshape(%x, %0)\n",
       "node 1 `Reshape`: output 0 is declared f32[N + 1,3], found f32[N,3]"},
      {"  random %r: f32[3]\n  %0: f32[N,3] = Add(%x, %r)\n", "node 0 `Add`: input 1 is random"},
      {"  %0: f32[N,3] = If(%c) then {\n    yield %x\n  } else {\n    yield %x\n  }\n", ""},
      {"  %0: f32[N,3] = If(%x) then {\n    yield %x\n  } else {\n    yield %x\n  }\n",
       "node 0 `If`: the condition is not one bool"},
      {"  %0: f32[N,3] = If(%c) then {\n    yield %x, %x\n  } else {\n    yield %x\n  }\n",
       "node 0 `If`: results and outputs differ in number"},
      {"  %0: f32[N,3] = If(%c) then {\n    yield %c\n  } else {\n    yield %x\n  }\n",
       "node 0 `If`: output 0 is declared f32[N,3], found bool[]"},
      {"  %0: f32[N,3] = If(%c) then {\n    %1: f32[N,3] = Relu(%x)\n    yield %1\n  } else {\n"
       "    yield %1\n  }\n",
       "node 0 `If`: result 0 is value 3, not visible here"},
      {"  %0: f32[N,3] = If(%c) then {\n    %1: f32[N,3] = Relu(%x)\n    yield %1\n  } else {\n"
       "    yield %x\n  }\n  %2: f32[N,3] = Relu(%1)\n",
       "node 2 `Relu`: input 0 is value 3, not visible here"},
      {"  %0: f32[N,3] = Loop(_, %c, %x) body(%i: i64[], %d: bool[], %h: f32[N,3]) {\n"
       "    yield %d, %h\n  }\n", ""},
      {"  %0: f32[N,3] = Loop(_, %c, %x) body(%i: i64[], %d: bool[], %h: f32[N,3]) {\n"
       "    yield %d\n  }\n",
       "node 0 `Loop`: inputs, body and outputs differ in number"},
      {"  %0: f32[N,3] = Loop(_, %c, %x) body(%i: i64[], %d: bool[], %h: f32[N,3]) {\n"
       "    yield %d, %d\n  }\n",
       "node 0 `Loop`: state 0 is declared f32[N,3], found bool[]"},
      {"  %0: f32[?0] = Loop(_, %c) body(%i: i64[], %d: bool[]) {\n    yield %d, %x\n  }\n",
       "node 0 `Loop`: scan 0 is declared f32[], found f32[N,3]"},
      {"  %0: f32[N,3] = Relu(%x) then {\n    yield\n  } else {\n    yield\n  }\n",
       "node 0 `Relu` has blocks"},
  };
  for (const Row& row : rows) {
    INFO(row.body);
    CHECK(verdict(row.body) == row.message);
  }
}

TEST_CASE("the verifier sees broken stores") {
  Graph graph;
  DimPool dims;
  Builder builder(graph, dims, [] { return OriginId{}; });
  ValueId x = builder.input("x", Type::of(DType::kFloat32, {dims.symbol("N")}));
  ValueId y = builder.make1("Relu", {x});
  ValueId z = builder.make1("Exp", {y});
  graph.outputs = {{z, "z"}};
  std::vector<NodeId>& nodes = graph.blocks[graph.root].nodes;
  REQUIRE(first_message(graph, dims).empty());
  SECTION("a use before its definition") {
    std::swap(nodes[0], nodes[1]);
    CHECK(first_message(graph, dims) == "node 1 `Exp`: input 0 is value 1, not visible here");
  }
  SECTION("a node that stands twice") {
    nodes.push_back(nodes[0]);
    CHECK(first_message(graph, dims) == "node 0 `Relu` stands twice");
  }
  SECTION("an output that nothing makes") {
    nodes.pop_back();
    CHECK(first_message(graph, dims) == "output 0 is value 2, not visible here");
  }
  SECTION("an output of another node") {
    graph.values[y].node = NodeId{1};
    CHECK(first_message(graph, dims) == "node 0 `Relu`: output 0 is of another node");
  }
  SECTION("bytes of another type") {
    ValueId one = builder.constant(Constant::of_ints({1}));
    graph.values[one].type.dtype = DType::kFloat32;
    CHECK(first_message(graph, dims) == "value 3 has bytes of another type");
  }
  SECTION("no value at all") {
    graph.nodes[NodeId{1}].inputs[0] = ValueId{99};
    CHECK(first_message(graph, dims) == "node 1 `Exp`: input 0 is no value");
  }
}
