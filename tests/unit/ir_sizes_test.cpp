// What the builder's nodes compute for a symbolic size, against the size's own arithmetic: the
// graph is run by making each of its nodes again on constants, which folds them.
#include <catch2/catch.hpp>

#include <random>

#include "ir/builder.h"
#include "ir/text.h"
#include "ir/verify.h"

using namespace nnscan;

namespace {

// The number that `value` holds when the inputs are these constants.
int64_t run(const Graph& graph, ValueId value, const std::map<uint32_t, ConstantRef>& inputs) {
  Graph folded;
  folded.opset = graph.opset;
  DimPool dims;
  Builder builder(folded, dims, [] { return OriginId{}; });
  std::map<uint32_t, ValueId> made;
  auto of = [&](ValueId id) {
    auto input = inputs.find(id.index);
    if (input != inputs.end()) return builder.constant(input->second);
    auto node = made.find(id.index);
    return node != made.end() ? node->second : builder.constant(graph.values[id].constant);
  };
  for (NodeId id : graph.blocks[graph.root].nodes) {
    const Node& node = graph.nodes[id];
    std::vector<ValueId> operands;
    for (ValueId input : node.inputs) operands.push_back(of(input));
    made[node.outputs[0].index] = builder.make(*node.op, operands, node.attributes).front();
  }
  const Constant* result = folded.constant(of(value));
  REQUIRE(result);
  return result->as_int(0);
}

class Random {
 public:
  explicit Random(uint32_t seed) : random_(seed) {}
  int64_t pick(int64_t low, int64_t high) {
    return low + static_cast<int64_t>(random_() % static_cast<uint64_t>(high - low + 1));
  }

 private:
  std::mt19937 random_;
};

Dim combine(DimPool& dims, Random& random, Dim a, Dim b) {
  Dim constant = dims.constant(random.pick(2, 5) * (random.pick(0, 3) == 0 ? -1 : 1));
  switch (random.pick(0, 7)) {
    case 0: return dims.add(a, b);
    case 1: return dims.sub(a, b);
    case 2: return dims.mul(a, constant);
    case 3: return dims.floor_div(a, constant);
    case 4: return dims.mod(a, constant);
    case 5: return dims.max(a, b);
    case 6: return dims.min(a, b);
    default: return dims.add(a, constant);
  }
}

}  // namespace

TEST_CASE("the nodes of a size compute that size") {
  Random random(7);
  for (int round = 0; round < 150; ++round) {
    Graph graph;
    DimPool dims;
    graph.opset = random.pick(0, 1) ? 17 : 11;
    Builder builder(graph, dims, [] { return OriginId{}; });
    Dim h = dims.symbol("H"), w = dims.symbol("W");
    ValueId x = builder.input("x", Type::of(DType::kFloat32, {h, w}));
    ValueId n = builder.input("n", Type::scalar(DType::kInt64));
    Dim number = builder.dim_from_scalar(n);
    std::vector<Dim> made = {h, w, number};
    for (int step = 0; step < 5; ++step) {
      Dim a = made[static_cast<size_t>(random.pick(0, static_cast<int64_t>(made.size()) - 1))];
      Dim b = made[static_cast<size_t>(random.pick(0, static_cast<int64_t>(made.size()) - 1))];
      made.push_back(combine(dims, random, a, b));
    }
    Dim wanted = made.back();
    ValueId value = builder.dim_vector1(wanted);
    graph.outputs = {{value, "size"}};
    INFO(dims.text(wanted) << "\n" << print(graph, dims));
    REQUIRE(verify(graph, dims).empty());
    for (int k = 0; k < 5; ++k) {
      int64_t hs = random.pick(0, 9), ws = random.pick(0, 20), ns = random.pick(-15, 15);
      std::map<uint32_t, Dim> with{{*dims.as_symbol(h), dims.constant(hs)},
                                   {*dims.as_symbol(w), dims.constant(ws)},
                                   {*dims.as_symbol(number), dims.constant(ns)}};
      std::map<uint32_t, ConstantRef> inputs{
          {x.index, Constant::fill(DType::kFloat32, {hs, ws}, 0)},
          {n.index, Constant::scalar_int(ns)}};
      CHECK(run(graph, value, inputs) == dims.known(dims.substitute(wanted, with)));
    }
  }
}

TEST_CASE("what tensors compute of sizes is known as sizes") {
  // The same nodes once on symbolic shapes, where the builder follows them, and once on numbers.
  Random random(11);
  for (int round = 0; round < 150; ++round) {
    Graph graph;
    DimPool dims;
    Builder builder(graph, dims, [] { return OriginId{}; });
    Dim h = dims.symbol("H"), w = dims.symbol("W");
    ValueId x = builder.input("x", Type::of(DType::kFloat32, {h, w}));
    auto vector = [&](int64_t value) { return builder.constant(Constant::of_ints({value})); };
    auto part = [&](int64_t from, int64_t to) {
      return builder.make1("Slice", {builder.make1("Shape", {x}), vector(from), vector(to)});
    };
    std::vector<ValueId> made = {part(0, 1), part(1, 2), vector(random.pick(1, 6))};
    const char* ops[] = {"Add", "Sub", "Mul", "Div", "Mod", "Max", "Min"};
    for (int step = 0; step < 5; ++step) {
      auto pick = [&] {
        return made[static_cast<size_t>(random.pick(0, static_cast<int64_t>(made.size()) - 1))];
      };
      std::string op = ops[random.pick(0, 6)];
      bool division = op == "Div" || op == "Mod";
      ValueId b = division ? vector(random.pick(1, 4) * (random.pick(0, 2) ? 1 : -1)) : pick();
      made.push_back(builder.make1(op, {pick(), b}));
    }
    for (ValueId value : made) {
      std::optional<Dims> known = builder.dims_of(value);
      if (!known) continue;
      graph.outputs = {{value, "size"}};
      INFO(dims.text(known->front()) << "\n" << print(graph, dims));
      for (int k = 0; k < 4; ++k) {
        int64_t hs = random.pick(0, 9), ws = random.pick(0, 20);
        std::map<uint32_t, Dim> with{{*dims.as_symbol(h), dims.constant(hs)},
                                     {*dims.as_symbol(w), dims.constant(ws)}};
        std::map<uint32_t, ConstantRef> inputs{
            {x.index, Constant::fill(DType::kFloat32, {hs, ws}, 0)}};
        CHECK(run(graph, value, inputs) == dims.known(dims.substitute(known->front(), with)));
      }
    }
  }
}
