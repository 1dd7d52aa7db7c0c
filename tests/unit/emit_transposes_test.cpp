#include "emit/onnx/transposes.h"

#include <catch2/catch.hpp>

#include <cstring>
#include <numeric>

#include "tests/unit/emit_files.h"
#include "tests/unit/emit_graphs.h"

namespace nnscan {

using namespace emit_test;

namespace {

using Ints = std::vector<int64_t>;

// Every element differs from its neighbours, whatever its size.
ConstantRef counting(DType dtype, const Ints& shape) {
  int64_t count = std::accumulate(shape.begin(), shape.end(), int64_t{1}, std::multiplies<>());
  std::vector<std::byte> bytes(static_cast<size_t>(count) * size_of(dtype));
  for (size_t i = 0; i < bytes.size(); ++i) bytes[i] = static_cast<std::byte>(i * 31 + i / 251);
  return Constant::own(dtype, shape, std::move(bytes));
}

// One element after the other, by the definition of Transpose.
std::vector<std::byte> by_definition(const Constant& value, const Ints& perm) {
  const Ints& shape = value.shape();
  size_t rank = shape.size(), size = size_of(value.dtype());
  Ints strides(rank, 1);
  for (size_t i = rank; i-- > 1;) strides[i - 1] = strides[i] * shape[i];
  std::vector<std::byte> out;
  Ints at(rank, 0);
  for (int64_t i = 0; i < value.numel(); ++i) {
    int64_t from = 0;
    for (size_t axis = 0; axis < rank; ++axis)
      from += at[axis] * strides[static_cast<size_t>(perm[axis])];
    out.insert(out.end(), value.element(from), value.element(from) + size);
    for (size_t axis = rank; axis-- > 0;) {
      if (++at[axis] < shape[static_cast<size_t>(perm[axis])]) break;
      at[axis] = 0;
    }
  }
  return out;
}

std::vector<std::byte> bytes_of(const Constant& value) {
  auto bytes = value.bytes();
  return {bytes.begin(), bytes.end()};
}

struct Move {
  Ints shape, perm;
  bool is_swap;
};

const Move kMoves[] = {
    {{3, 4}, {1, 0}, true},
    {{3, 4}, {0, 1}, true},
    {{16, 32}, {1, 0}, true},
    {{37, 61}, {1, 0}, true},
    {{20000, 37}, {1, 0}, true},  // more than one strip, of the least width
    {{70, 9000}, {1, 0}, true},   // more than one strip of many tiles
    {{1, 7}, {1, 0}, true},
    {{0, 7}, {1, 0}, true},
    {{5, 6, 7}, {0, 2, 1}, true},
    {{5, 6, 7}, {1, 2, 0}, true},
    {{5, 6, 7}, {2, 0, 1}, true},
    {{5, 1, 7}, {2, 1, 0}, true},
    {{2, 3, 4, 5}, {0, 1, 3, 2}, true},
    {{2, 3, 4, 5}, {2, 3, 0, 1}, true},
    {{2, 3, 4, 5}, {0, 2, 3, 1}, true},
    {{5, 6, 7}, {2, 1, 0}, false},
    {{5, 6, 7}, {1, 0, 2}, false},
    {{2, 3, 4, 5}, {0, 2, 1, 3}, false},
};

// x[1, 2, 3] @ transposed w[4, 3] and what the case adds, as the ONNX file has it.
onnx::ModelProto file_of(HandGraph& hand, bool external = false) {
  TestFolder folder;
  EmitOptions options;
  options.output = folder / "net.onnx";
  options.external_data = external;
  EmitResult result = hand.emit(options);
  INFO(result.error);
  REQUIRE(result.ok());
  return parsed(options.output);
}

struct Product {
  HandGraph hand;
  ValueId x, w, product;

  explicit Product(ConstantRef bytes) {
    x = hand.input("x", hand.f32({1, 2, 3}));
    w = hand.parameter("w", hand.f32({4, 3}), std::move(bytes));
    product = multiply();
  }
  ValueId multiply() {
    return hand.node("MatMul", {x, turned()}, hand.f32({1, 2, 4}));
  }
  ValueId turned() { return hand.node("Transpose", {w}, hand.f32({3, 4}), {{"perm", Ints{1, 0}}}); }
};

std::string initializers(const onnx::ModelProto& model) {
  std::string text;
  for (const auto& each : model.graph().initializer())
    text += (text.empty() ? "" : " ") + each.name();
  return text;
}

}  // namespace

TEST_CASE("bytes are put in the order that Transpose gives", "[emit]") {
  for (DType dtype : {DType::kInt8, DType::kFloat16, DType::kFloat32, DType::kFloat64}) {
    for (const Move& move : kMoves) {
      auto swap = swap_of(move.shape, move.perm);
      CHECK(swap.has_value() == move.is_swap);
      if (!swap) continue;
      ConstantRef value = counting(dtype, move.shape);
      CHECK(bytes_of(*swapped(*value, *swap)) == by_definition(*value, move.perm));
    }
  }
}

TEST_CASE("a weight that is only transposed is written transposed", "[emit]") {
  Product net(counting(DType::kFloat32, {4, 3}));
  net.hand.output("y", net.product);
  net.hand.output("again", net.multiply());  // the same Transpose once more
  auto model = file_of(net.hand);
  CHECK(ops(model.graph()) == "MatMul MatMul");
  CHECK(model.graph().node(0).input(1) == "w_transposed");
  CHECK(model.graph().node(1).input(1) == "w_transposed");
  REQUIRE(initializers(model) == "w_transposed");
  const auto& tensor = model.graph().initializer(0);
  CHECK(tensor.dims(0) == 3);
  CHECK(tensor.dims(1) == 4);
  CHECK(tensor.doc_string() == "state_dict key: w, its axes in the order 1, 0");
  auto expected = by_definition(*net.hand.graph.values[net.w].constant, {1, 0});
  REQUIRE(tensor.raw_data().size() == expected.size());
  CHECK(std::memcmp(tensor.raw_data().data(), expected.data(), expected.size()) == 0);
}

TEST_CASE("a large weight is transposed into external data", "[emit]") {
  HandGraph hand;
  ValueId x = hand.input("x", hand.f32({1, 2, 301}));
  ValueId w =
      hand.parameter("w", hand.f32({700, 301}), counting(DType::kFloat32, {700, 301}));
  ValueId turned = hand.node("Transpose", {w}, hand.f32({301, 700}));  // the default reverses
  hand.output("y", hand.node("MatMul", {x, turned}, hand.f32({1, 2, 700})));
  TestFolder folder;
  EmitOptions options;
  options.output = folder / "net.onnx";
  options.external_data = true;
  REQUIRE(hand.emit(options).ok());
  std::string data = content(folder / "net.onnx.data");
  auto expected = by_definition(*hand.graph.values[w].constant, {1, 0});
  REQUIRE(data.size() == expected.size());
  CHECK(std::memcmp(data.data(), expected.data(), data.size()) == 0);
}

TEST_CASE("the Transpose stays where the weight itself is needed", "[emit]") {
  SECTION("as an input of the model") {
    Product net(nullptr);
    net.hand.output("y", net.product);
    auto model = file_of(net.hand);
    CHECK(ops(model.graph()) == "Transpose MatMul");
    CHECK(model.graph().input(1).name() == "w");
  }
  SECTION("by another node") {
    Product net(counting(DType::kFloat32, {4, 3}));
    net.hand.output("y", net.product);
    net.hand.output("z", net.hand.node("Neg", {net.w}, net.hand.f32({4, 3})));
    auto model = file_of(net.hand);
    CHECK(ops(model.graph()) == "Transpose MatMul Neg");
    CHECK(initializers(model) == "w");
  }
  SECTION("as an output") {
    Product net(counting(DType::kFloat32, {4, 3}));
    net.hand.output("y", net.product);
    net.hand.output("w_out", net.w);
    CHECK(ops(file_of(net.hand).graph()) == "Transpose MatMul Identity");
  }
  SECTION("because the transpose is an output") {
    Product net(counting(DType::kFloat32, {4, 3}));
    ValueId turned = net.turned();
    net.hand.output("y", net.product);
    net.hand.output("turned", turned);
    CHECK(ops(file_of(net.hand).graph()) == "Transpose MatMul Transpose");
  }
}

TEST_CASE("a weight is written transposed for nodes in branches", "[emit]") {
  Product net(counting(DType::kFloat32, {4, 3}));
  HandGraph& hand = net.hand;
  ValueId flag = hand.input("flag", Type::scalar(DType::kBool));
  NodeId choice = hand.make("If", {flag}, {hand.f32({1, 2, 4})});
  hand.enter(choice);
  hand.leave({net.multiply()});
  hand.enter(choice);
  ValueId product = net.multiply();
  hand.leave({hand.node("Neg", {product}, hand.f32({1, 2, 4}))});
  hand.output("y", hand.node("Add", {net.product, hand.graph.nodes[choice].outputs[0]},
                             hand.f32({1, 2, 4})));
  auto model = file_of(hand);
  CHECK(ops(model.graph()) == "MatMul If Add");
  CHECK(ops(model.graph().node(1).attribute(0).g()) == "MatMul");
  CHECK(ops(model.graph().node(1).attribute(1).g()) == "MatMul Neg");
}

}  // namespace nnscan
