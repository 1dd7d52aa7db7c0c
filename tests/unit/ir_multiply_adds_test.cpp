#include <catch2/catch.hpp>

#include "ir/builder.h"
#include "ir/multiply_adds.h"

using namespace nnscan;

namespace {

struct Session {
  Graph graph;
  DimPool dims;
  Builder builder{graph, dims, [] { return OriginId{}; }};

  Dim k(int64_t value) { return dims.constant(value); }
  Dim n() { return dims.symbol("N"); }
  ValueId input(const char* name, Dims shape) { return builder.input(name, Type::of(DType::kFloat32, std::move(shape))); }
  std::string count() {
    MultiplyAdds counted = multiply_adds(graph, dims);
    return std::string(counted.at_most ? "at most " : "") + dims.text(counted.count) + (counted.complete ? "" : " and more");
  }
};

}  // namespace

TEST_CASE("a convolution multiplies its kernel at each place of its output") {
  Session s;
  ValueId x = s.input("x", {s.n(), s.k(4), s.k(10), s.k(10)}), w = s.input("w", {s.k(6), s.k(2), s.k(3), s.k(3)});
  s.builder.make1("Conv", {x, w}, {{"group", int64_t{2}}});
  CHECK(s.count() == std::to_string(6 * 8 * 8 * 2 * 3 * 3) + "*N");
}

TEST_CASE("a transposed convolution multiplies it at each place of its input") {
  Session s;
  ValueId x = s.input("x", {s.k(1), s.k(4), s.k(5), s.k(5)}), w = s.input("w", {s.k(4), s.k(6), s.k(2), s.k(2)});
  s.builder.make1("ConvTranspose", {x, w});
  CHECK(s.count() == std::to_string(4 * 5 * 5 * 6 * 2 * 2));
}

TEST_CASE("products of matrices count the axis that they sum over") {
  Session s;
  ValueId a = s.input("a", {s.n(), s.k(3), s.k(5)}), b = s.input("b", {s.k(5), s.k(7)});
  s.builder.make1("MatMul", {a, b});
  CHECK(s.count() == std::to_string(3 * 5 * 7) + "*N");
  ValueId c = s.input("c", {s.k(5), s.k(2)}), d = s.input("d", {s.k(5), s.k(3)});
  s.builder.make1("Gemm", {c, d}, {{"transA", int64_t{1}}});
  CHECK(s.count() == std::to_string(3 * 5 * 7) + "*N + 30");
}

TEST_CASE("an einsum counts every value of all of its indices") {
  Session s;
  ValueId a = s.input("a", {s.n(), s.k(3), s.k(5)}), b = s.input("b", {s.n(), s.k(5), s.k(7)});
  s.builder.make1("Einsum", {a, b}, {{"equation", std::string("bij,bjk->bik")}});
  CHECK(s.count() == "105*N");
}

TEST_CASE("what is element-wise counts nothing, and what a filter leaves out neither") {
  Session s;
  ValueId x = s.input("x", {s.k(2), s.k(2)});
  s.builder.make1("Relu", {x});
  CHECK(s.count() == "0");
  s.builder.make1("MatMul", {x, x});
  CHECK(s.count() == "8");
  MultiplyAdds none = multiply_adds(s.graph, s.dims, [](const Node&) { return false; });
  CHECK(s.dims.known(none.count) == 0);
}

TEST_CASE("a branch counts as its costlier side") {
  Session s;
  ValueId x = s.input("x", {s.k(2), s.k(2)}), flag = s.builder.input("flag", Type::scalar(DType::kBool));
  NodeId branch = s.builder.open_if(flag);
  s.builder.enter(s.graph.nodes[branch].blocks[0]);
  ValueId once = s.builder.make1("MatMul", {x, x});
  s.builder.leave();
  s.builder.enter(s.graph.nodes[branch].blocks[1]);
  ValueId twice = s.builder.make1("MatMul", {s.builder.make1("MatMul", {x, x}), x});
  s.builder.leave();
  s.builder.add_if_output(branch, once, twice);
  CHECK(s.count() == "at most 16");
}

TEST_CASE("a loop counts as often as it runs") {
  Session s;
  ValueId x = s.input("x", {s.k(2), s.k(2)}), go_on = s.builder.input("go_on", Type::scalar(DType::kBool));
  s.input("counted", {s.n()});
  NodeId loop = s.builder.open_loop(s.n(), go_on, {});
  s.builder.enter(s.graph.nodes[loop].blocks[0]);
  s.builder.make1("MatMul", {x, x});
  s.builder.leave();
  CHECK(s.count() == "8*N");
  NodeId other = s.builder.open_loop(Dim(), go_on, {});
  s.builder.enter(s.graph.nodes[other].blocks[0]);
  s.builder.make1("Gemm", {x, x});
  s.builder.leave();
  CHECK(s.count() == "8*N + 8 and more");
}
