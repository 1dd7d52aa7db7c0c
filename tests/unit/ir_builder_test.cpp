#include <catch2/catch.hpp>

#include "ir/base/check.h"
#include "ir/builder.h"

using namespace nnscan;

namespace {

struct Session {
  explicit Session(int opset = 17) { graph.opset = opset; }
  Graph graph;
  DimPool dims;
  Builder builder{graph, dims, [] { return OriginId{}; }};

  Dim k(int64_t value) { return dims.constant(value); }
  ValueId input(const char* name, Dims shape, DType dtype = DType::kFloat32) {
    return builder.input(name, Type::of(dtype, std::move(shape)));
  }
  ValueId flag() { return builder.input("flag", Type::scalar(DType::kBool)); }
  std::string type(ValueId value) { return text(graph.type(value), dims); }
  const Node& node(ValueId value) { return graph.nodes[graph.values[value].node]; }
  std::string op(ValueId value) {
    return graph.values[value].kind == ValueKind::kNode ? node(value).op->name : "";
  }
  std::vector<int64_t> ints(ValueId value) { return graph.constant(value)->ints(); }
  std::vector<std::string> root_ops() {
    std::vector<std::string> names;
    for (NodeId id : graph.blocks[graph.root].nodes) names.push_back(graph.nodes[id].op->name);
    return names;
  }
};

using Ops = std::vector<std::string>;
using Ints = std::vector<int64_t>;

void infer_first(InferContext& ctx) { ctx.set(ctx.in(0)); }
void infer_scalar_only(InferContext& ctx) {
  if (ctx.want_rank(0, 0, "the input")) ctx.set(ctx.in(0));
}
void infer_same_length(InferContext& ctx) {
  ctx.set(ctx.in(0).dtype, {ctx.unify(ctx.in(0).dims[0], ctx.in(1).dims[0], "the length")});
}
constexpr OpInfo kNoise{"Noise", 1, infer_first, nullptr, false};
constexpr OpInfo kScalarOnly{"ScalarOnly", 1, infer_scalar_only};
constexpr OpInfo kSameLength{"SameLength", 1, infer_same_length};

}  // namespace

TEST_CASE("an equal pure node is made once") {
  Session s;
  ValueId x = s.input("x", {s.dims.symbol("N")});
  ValueId a = s.builder.make1("Relu", {x}), b = s.builder.make1("Relu", {x});
  CHECK(a == b);
  CHECK(s.builder.make1("Add", {a, x}) != s.builder.make1("Add", {x, a}));
  auto axis = [&](int64_t i) { return std::vector<NamedAttribute>{{"axis", i}}; };
  CHECK(s.builder.make1("Softmax", {x}, axis(0)) == s.builder.make1("Softmax", {x}, axis(0)));
  CHECK(s.builder.make1("Softmax", {x}, axis(0)) != s.builder.make1("Softmax", {x}));
  CHECK(s.builder.make(kNoise, {x}, {})[0] != s.builder.make(kNoise, {x}, {})[0]);
}

TEST_CASE("a node inside a block is not reused outside it") {
  Session s;
  ValueId x = s.input("x", {s.k(2)}), flag = s.flag();
  NodeId branch = s.builder.open_if(flag);
  const std::vector<BlockId> sides = s.graph.nodes[branch].blocks;
  s.builder.enter(sides[0]);
  ValueId inside = s.builder.make1("Relu", {x});
  CHECK(s.builder.make1("Relu", {x}) == inside);
  s.builder.leave();
  s.builder.enter(sides[1]);
  CHECK(s.builder.make1("Relu", {x}) != inside);
  s.builder.leave();
  CHECK_FALSE(s.builder.visible(inside));
  ValueId after = s.builder.make1("Relu", {x});
  CHECK(after != inside);
  // Entered again, the block cannot see what was made after its If.
  s.builder.enter(sides[0]);
  CHECK_FALSE(s.builder.visible(after));
  s.builder.leave();
}

TEST_CASE("equal constants are one value") {
  Session s;
  CHECK(s.builder.constant(Constant::of_ints({1, 2})) ==
        s.builder.constant(Constant::of_ints({1, 2})));
  CHECK(s.builder.constant(Constant::of_ints({1})) !=
        s.builder.constant(Constant::scalar_int(1)));
  CHECK(s.builder.constant(Constant::scalar_float(0.0)) !=
        s.builder.constant(Constant::scalar_float(-0.0)));
  auto zeros = [] { return Constant::fill(DType::kFloat32, {4096, 4096}, 0); };
  CHECK(s.builder.constant(zeros()) == s.builder.constant(zeros()));
}

TEST_CASE("calls on constants are folded up to the limit") {
  Session s;
  ValueId a = s.builder.constant(Constant::fill(DType::kFloat32, {8}, 3));
  ValueId sum = s.builder.make1("Add", {a, a});
  REQUIRE(s.graph.constant(sum));
  CHECK(s.graph.constant(sum)->as_double(0) == 6);
  CHECK(s.root_ops().empty());
  s.builder.fold_limit = 7;
  CHECK(s.op(s.builder.make1("Mul", {a, a})) == "Mul");
  // A parameter keeps its name: it is not folded away.
  s.builder.fold_limit = 1000;
  ConstantRef ones = Constant::fill(DType::kFloat32, {8}, 1);
  ValueId weight = s.builder.initializer("w", s.graph.type(a), ones);
  CHECK(s.op(s.builder.make1("Add", {weight, a})) == "Add");
  CHECK(s.graph.parameters == std::vector<ValueId>{weight});
}

TEST_CASE("what a call on large constants gave is not computed again") {
  Session s;
  std::vector<int64_t> numbers(4096);
  for (size_t i = 0; i < numbers.size(); ++i) numbers[i] = static_cast<int64_t>(i);
  ValueId a = s.builder.constant(Constant::of_ints(std::move(numbers)));
  ValueId b = s.builder.constant(Constant::scalar_int(2));
  Builder::Mark mark = s.builder.mark();
  ValueId product = s.builder.make1("Mul", {a, b});
  CHECK(product == s.builder.make1("Mul", {a, b}));
  CHECK(product != s.builder.make1("Add", {a, b}));
  CHECK(s.builder.make1("Neg", {product}) == s.builder.make1("Neg", {product}));
  s.builder.rewind(mark);
  ValueId sum = s.builder.make1("Add", {a, b});
  CHECK(s.graph.constant(sum)->as_int(5) == 7);
  CHECK(s.graph.constant(s.builder.make1("Neg", {sum}))->as_int(5) == -7);
}

TEST_CASE("a failing type rule names its op, an open one asks for a refinement") {
  Session s;
  ValueId x = s.input("x", {s.k(2)});
  try {
    s.builder.make(kScalarOnly, {x}, {});
    FAIL("accepted");
  } catch (const TypeError& error) {
    CHECK(error.op == &kScalarOnly);
    CHECK(error.message == "the input must have 0 dimensions, not 1");
  }
  ValueId open = s.builder.input("y", Type::unranked(DType::kFloat32));
  ValueId relu = s.builder.make1("Relu", {open});
  try {
    s.builder.make(kScalarOnly, {relu}, {});
    FAIL("accepted");
  } catch (const NeedRefinement& need) {
    REQUIRE(need.refinements.size() == 1);
    CHECK(need.refinements[0].value == open);
    CHECK(need.refinements[0].rank == 0);
  }
  CHECK(s.root_ops() == Ops{"Relu"});
}

TEST_CASE("sizes are learnt only of inputs") {
  Session s;
  Dim open = s.dims.unknown();
  ValueId x = s.input("x", {open}), y = s.input("y", {s.k(6)});
  try {
    s.builder.make(kSameLength, {x, y}, {});
    FAIL("accepted");
  } catch (const NeedRefinement& need) {
    REQUIRE(need.refinements.size() == 1);
    CHECK(need.refinements[0].symbol == s.dims.as_symbol(open));
    CHECK(need.refinements[0].dim == s.k(6));
  }
  // 2*?0 + 2 is 6 where ?0 is 2.
  ValueId zeros = s.builder.constant(Constant::fill(DType::kFloat32, {2}, 0));
  ValueId padded = s.builder.make1("Concat", {x, x, zeros}, {{"axis", int64_t{0}}});
  CHECK_THROWS_AS(s.builder.make(kSameLength, {padded, y}, {}), NeedRefinement);
  ValueId named = s.input("z", {s.dims.symbol("N")});
  CHECK(s.type(s.builder.make(kSameLength, {named, y}, {})[0]) == "f32[6]");
  ValueId seven = s.input("w", {s.k(7)});
  CHECK_THROWS_AS(s.builder.make(kSameLength, {seven, y}, {}), TypeError);
  CHECK_THROWS_AS(s.builder.make(kSameLength, {padded, seven}, {}), TypeError);
}

TEST_CASE("broadcasting is decided where it can be") {
  Session s;
  Dim n = s.dims.symbol("N"), m = s.dims.symbol("M");
  struct Row {
    Dims a, b;
    const char* type;
  };
  const Row rows[] = {
      {{n, s.k(1)}, {s.k(4)}, "f32[N,4]"},
      {{n, s.k(3)}, {n, s.k(3)}, "f32[N,3]"},
      {{n}, {s.k(5)}, "f32[5]"},
      {{n}, {s.k(0)}, "f32[0]"},
      {{n}, {s.dims.add(m, s.k(2))}, "f32[M + 2]"},
  };
  int i = 0;
  for (const Row& row : rows) {
    ValueId a = s.input(("a" + std::to_string(i)).c_str(), row.a);
    ValueId b = s.input(("b" + std::to_string(i++)).c_str(), row.b);
    CHECK(s.type(s.builder.make1("Add", {a, b})) == row.type);
    CHECK(s.type(s.builder.make1("Add", {b, a})) == row.type);
  }
  // Either may be 1 or both equal: the result has a size of its own, which can be computed.
  ValueId sum = s.builder.make1("Add", {s.input("p", {n}), s.input("q", {m})});
  Dim size = s.graph.type(sum).dims[0];
  CHECK(s.dims.as_symbol(size));
  CHECK((size != n && size != m));
  CHECK(s.node(s.builder.dim_vector1(size)).inputs[0] == sum);
}

TEST_CASE("sizes become nodes where they are needed, once") {
  for (int opset : {17, 13}) {
    Session s(opset);
    Dim n = s.dims.symbol("N"), h = s.dims.symbol("H");
    s.input("x", {n, s.k(3), h});
    CHECK(s.ints(s.builder.dim_vector1(s.k(7))) == Ints{7});
    CHECK(s.ints(s.builder.dim_scalar(s.k(7))) == Ints{7});
    ValueId size = s.builder.dim_vector1(h);
    CHECK(s.builder.dim_vector1(h) == size);
    CHECK(s.root_ops() == (opset == 17 ? Ops{"Shape"} : Ops{"Shape", "Gather"}));
    CHECK(s.builder.dims_of(size) == Dims{h});
    ValueId scalar = s.builder.dim_scalar(h);
    CHECK(s.type(scalar) == "i64[]");
    CHECK(s.builder.dims_of(scalar) == Dims{h});
    CHECK(s.builder.dim_from_scalar(scalar) == h);
  }
}

TEST_CASE("expressions are computed as Python does") {
  struct Row {
    Dim (*make)(DimPool&, Dim);
    int opset;
    Ops ops;
  };
  // h is a size; minus h - 1 may be negative, and ONNX's Div rounds towards zero.
  const Row rows[] = {
      {[](DimPool& p, Dim h) { return p.add(h, p.constant(1)); }, 17, {"Shape", "Add"}},
      {[](DimPool& p, Dim h) { return p.sub(p.constant(5), h); }, 17, {"Shape", "Sub"}},
      {[](DimPool& p, Dim h) { return p.mul(h, p.constant(-2)); }, 17, {"Shape", "Mul", "Neg"}},
      {[](DimPool& p, Dim h) { return p.floor_div(h, p.constant(2)); }, 17, {"Shape", "Div"}},
      {[](DimPool& p, Dim h) { return p.mod(h, p.constant(2)); }, 17, {"Shape", "Mod"}},
      {[](DimPool& p, Dim h) { return p.min(h, p.constant(2)); }, 17, {"Shape", "Min"}},
      {[](DimPool& p, Dim h) { return p.max(h, p.constant(2)); }, 11,
       {"Shape", "Gather", "Greater", "Where"}},
      {[](DimPool& p, Dim h) {
         return p.floor_div(p.sub(p.mul(h, h), p.mul(h, p.constant(3))), p.constant(5));
       }, 17, {"Shape", "Mul", "Mul", "Sub", "Mod", "Sub", "Div"}},
  };
  for (const Row& row : rows) {
    Session s(row.opset);
    Dim h = s.dims.symbol("H");
    s.input("x", {s.k(2), h});
    Dim dim = row.make(s.dims, h);
    ValueId value = s.builder.dim_vector1(dim);
    INFO(s.dims.text(dim));
    CHECK(s.root_ops() == row.ops);
    CHECK(s.builder.dims_of(value) == Dims{dim});
  }
}

TEST_CASE("shapes of several sizes") {
  Session s;
  Dim n = s.dims.symbol("N"), h = s.dims.symbol("H"), w = s.dims.symbol("W");
  s.input("x", {n, s.k(3), h, w});
  CHECK(s.ints(s.builder.shape_value({})) == Ints{});
  CHECK(s.ints(s.builder.shape_value({s.k(2), s.k(3)})) == Ints{2, 3});
  ValueId whole = s.builder.shape_value({n, s.k(3), h, w});
  CHECK(s.root_ops() == Ops{"Shape"});
  ValueId mixed = s.builder.shape_value({s.k(4), n, s.k(8), h, w});
  CHECK(s.builder.dims_of(mixed) == Dims{s.k(4), n, s.k(8), h, w});
  CHECK(s.node(mixed).inputs.size() == 4);
  CHECK(s.builder.dims_of(whole) == Dims{n, s.k(3), h, w});
}

TEST_CASE("shape arithmetic done with tensors stays symbolic") {
  Session s;
  Dim n = s.dims.symbol("N"), h = s.dims.symbol("H");
  ValueId x = s.input("x", {n, s.k(3), h});
  auto vector = [&](Ints values) {
    return s.builder.constant(Constant::of_ints(std::move(values)));
  };
  ValueId shape = s.builder.make1("Shape", {x});
  ValueId last = s.builder.make1("Gather", {shape, s.builder.constant(Constant::scalar_int(-1))});
  CHECK(s.builder.dims_of(last) == Dims{h});
  ValueId middle = s.builder.make1("Slice", {shape, vector({1}), vector({2})});
  CHECK(s.ints(middle) == Ints{3});
  ValueId reversed =
      s.builder.make1("Slice", {shape, vector({-1}), vector({-9}), vector({0}), vector({-2})});
  CHECK(s.builder.dims_of(reversed) == Dims{h, n});
  ValueId twice = s.builder.make1("Mul", {shape, vector({2})});
  CHECK(s.dims.text((*s.builder.dims_of(twice))[2]) == "2*H");
  ValueId halves = s.builder.make1("Div", {twice, vector({2})});
  CHECK(s.builder.dims_of(halves) == Dims{n, s.k(3), h});
  ValueId count = s.builder.make1("ReduceProd", {shape}, {{"keepdims", int64_t{0}}});
  CHECK(s.dims.text(s.builder.dim_from_scalar(count)) == "3*H*N");
  ValueId less = s.builder.make1("Sub", {shape, vector({9})});
  CHECK_FALSE(s.builder.dims_of(s.builder.make1("Div", {less, vector({2})})));
  ValueId joined = s.builder.make1("Concat", {vector({1}), middle}, {{"axis", int64_t{0}}});
  CHECK(s.ints(joined) == Ints{1, 3});
}

TEST_CASE("a number read from a tensor becomes a symbol bound to it") {
  Session s;
  ValueId n = s.input("n", {}, DType::kInt64);
  Dim dim = s.builder.dim_from_scalar(n);
  CHECK(s.builder.dim_from_scalar(n) == dim);
  CHECK(s.builder.dim_scalar(dim) == n);
  CHECK(s.op(s.builder.dim_vector1(dim)) == "Unsqueeze");
  CHECK(s.dims.compare(Compare::kGe, dim, s.k(0)) == std::nullopt);
}

TEST_CASE("reshape takes the shortest shape that is right for every size") {
  struct Row {
    const char* from;
    const char* to;
    int opset;
    Ints shape;       // empty: computed
    bool allow_zero;
  };
  // N and H may be 0, P may not.
  const Row rows[] = {
      {"N,4", "N,2,2", 17, {0, 2, 2}, false},
      {"N,H,4", "N,H,2,2", 17, {0, 0, 2, 2}, false},
      {"N,H,4", "NH,4", 17, {-1, 4}, false},
      {"N,H,4", "4,NH", 17, {4, -1}, false},
      {"P,H,4", "P,4H", 17, {0, -1}, false},
      {"N,H,4", "N,4H", 17, {}, false},    // with N = 0, -1 would be 0 / 0
      {"N,H,4", "N,4H", 13, {}, false},
      {"4,N", "N,4", 17, {-1, 4}, false},
      {"4,N,H", "N,4,H", 17, {}, true},    // with N = 0, 0 would copy 4
      {"2,3", "3,2", 17, {3, 2}, false},
      {"P,H", "H,P", 17, {}, true},        // no axis stands where it stood
  };
  for (const Row& row : rows) {
    Session s(row.opset);
    Dim p = s.dims.symbol("P");
    s.dims.symbol_info(*s.dims.as_symbol(p)).lower = 1;
    std::map<std::string, Dim> names{{"N", s.dims.symbol("N")}, {"H", s.dims.symbol("H")}, {"P", p},
                                     {"2", s.k(2)}, {"3", s.k(3)}, {"4", s.k(4)}};
    names["NH"] = s.dims.mul(names["N"], names["H"]);
    names["4H"] = s.dims.mul(s.k(4), names["H"]);
    auto parse = [&](std::string text) {
      Dims dims;
      text += ',';
      for (size_t at = 0, end; (end = text.find(',', at)) != std::string::npos; at = end + 1)
        dims.push_back(names.at(text.substr(at, end - at)));
      return dims;
    };
    INFO(row.from << " to " << row.to);
    Dims wanted = parse(row.to);
    ValueId x = s.input("x", parse(row.from));
    ValueId y = s.builder.reshape(x, wanted);
    CHECK(s.graph.type(y).dims == wanted);
    const Constant* shape = s.graph.constant(s.node(y).inputs[1]);
    CHECK((s.node(y).find("allowzero") != nullptr) == row.allow_zero);
    if (row.shape.empty()) {
      CHECK_FALSE(shape);
    } else {
      REQUIRE(shape);
      CHECK(shape->ints() == row.shape);
    }
  }
}

TEST_CASE("reshape to the same or to an empty shape") {
  Session s;
  Dim n = s.dims.symbol("N");
  ValueId x = s.input("x", {n, s.k(4)});
  CHECK(s.builder.reshape(x, {n, s.k(4)}) == x);
  ValueId empty = s.builder.reshape(s.input("e", {s.k(0), s.k(4)}), {s.k(2), s.k(0)});
  REQUIRE(s.graph.constant(empty));
  CHECK(s.graph.constant(empty)->shape() == Ints{2, 0});
  CHECK_THROWS_AS(s.builder.reshape(s.input("f", {s.k(4)}), {s.k(2), s.k(0)}), TypeError);
  CHECK_THROWS_AS(s.builder.reshape(s.input("g", {s.k(4)}), {s.k(3)}), TypeError);
  ValueId symbolic = s.builder.reshape(s.input("h", {n, s.k(0)}), {s.k(0), n});
  CHECK(s.op(symbolic) == "ConstantOfShape");
  CHECK(s.type(symbolic) == "f32[0,N]");
}

TEST_CASE("an If joins the types of its sides") {
  Session s;
  Dim n = s.dims.symbol("N");
  ValueId x = s.input("x", {n, s.k(3)}), flag = s.flag();
  ValueId y = s.input("y", {n, s.k(5)}), z = s.input("z", {n});
  ValueId whole = s.builder.constant(Constant::of_ints({1}));
  NodeId branch = s.builder.open_if(flag);
  const std::vector<BlockId> sides = s.graph.nodes[branch].blocks;
  s.builder.enter(sides[0]);
  ValueId inside = s.builder.make1("Relu", {x});
  s.builder.leave();
  ValueId same = s.builder.add_if_output(branch, inside, x);
  CHECK(s.type(same) == "f32[N,3]");
  ValueId different = s.builder.add_if_output(branch, inside, y);
  Dim joined = s.graph.type(different).dims[1];
  CHECK(s.graph.type(different).dims[0] == n);
  CHECK(s.dims.range(joined).lower == 3);
  CHECK(s.dims.range(joined).upper == 5);
  CHECK(s.node(s.builder.dim_vector1(joined)).inputs[0] == different);
  CHECK(s.type(s.builder.add_if_output(branch, x, z)) == "f32[*]");
  CHECK_THROWS_AS(s.builder.add_if_output(branch, x, whole), TypeError);
  Type given = Type::of(DType::kFloat32, {n, s.dims.unknown()});
  CHECK(s.graph.type(s.builder.add_if_output(branch, x, x, &given)) == given);
  CHECK(s.graph.blocks[sides[0]].results == std::vector<ValueId>{inside, inside, x, x});
  CHECK(s.graph.nodes[branch].outputs.size() == 4);
  CHECK_THROWS_AS(s.builder.open_if(x), TypeError);
  // What one side made is no result of the other.
  CHECK_THROWS_AS(s.builder.add_if_output(branch, x, inside), InternalError);
}

TEST_CASE("a number that both sides agree on stays known") {
  Session s;
  Dim n = s.dims.symbol("N");
  s.input("x", {n});
  ValueId scalar = s.builder.dim_scalar(n);
  NodeId branch = s.builder.open_if(s.flag());
  ValueId both = s.builder.add_if_output(branch, scalar, scalar);
  CHECK(s.builder.dim_from_scalar(both) == n);
}

TEST_CASE("splice puts a block in the place of its If") {
  Session s;
  ValueId x = s.input("x", {s.k(2)});
  NodeId outer = s.builder.open_if(s.flag());
  const std::vector<BlockId> sides = s.graph.nodes[outer].blocks;
  s.builder.enter(sides[0]);
  ValueId a = s.builder.make1("Relu", {x});
  NodeId inner = s.builder.open_if(s.graph.nodes[outer].inputs[0]);
  s.builder.leave();
  s.builder.splice(outer, sides[0]);
  CHECK(s.root_ops() == Ops{"Relu", "If"});
  CHECK(s.builder.visible(a));
  CHECK(s.builder.make1("Relu", {x}) == a);
  CHECK(s.graph.nodes[inner].block == s.graph.root);
  CHECK(s.graph.blocks[s.graph.nodes[inner].blocks[1]].parent == s.graph.root);
}

TEST_CASE("a size that only one branch knows cannot be computed outside it") {
  Session s;
  ValueId x = s.input("x", {s.dims.symbol("N")});
  NodeId branch = s.builder.open_if(s.flag());
  s.builder.enter(s.graph.nodes[branch].blocks[0]);
  Dim counted = s.graph.type(s.builder.make1("NonZero", {x})).dims[1];
  Dim twice = s.dims.mul(counted, s.dims.symbol("N"));
  CHECK(s.builder.computable(twice));
  s.builder.leave();
  CHECK_FALSE(s.builder.computable(twice));
  CHECK_THROWS_AS(s.builder.dim_vector1(twice), InternalError);
  CHECK(s.builder.computable(s.dims.symbol("N")));
}

TEST_CASE("rewind forgets all that was made since the mark") {
  Session s;
  Dim n = s.dims.symbol("N");
  ValueId x = s.input("x", {n});
  ValueId kept = s.builder.make1("Relu", {x});
  Builder::Mark mark = s.builder.mark();
  ValueId number = s.input("k", {}, DType::kInt64);
  Dim dim = s.builder.dim_from_scalar(number);
  ValueId size = s.builder.dim_vector1(n);
  s.builder.constant(Constant::of_ints({42}));
  s.builder.initializer("w", s.graph.type(x), nullptr);
  s.graph.outputs.push_back({size, "y"});
  NodeId branch = s.builder.open_if(s.flag());
  s.builder.enter(s.graph.nodes[branch].blocks[0]);
  s.builder.make1("Exp", {x});
  s.builder.rewind(mark);
  CHECK(s.builder.current() == s.graph.root);
  CHECK(s.root_ops() == Ops{"Relu"});
  CHECK(s.graph.outputs.empty());
  CHECK(s.graph.parameters.empty());
  CHECK(s.graph.blocks[s.graph.root].params == std::vector<ValueId>{x});
  CHECK(s.graph.symbols.count(*s.dims.as_symbol(dim)) == 0);
  CHECK(s.graph.symbols.count(*s.dims.as_symbol(n)) == 1);
  CHECK(s.builder.make1("Relu", {x}) == kept);
  // The ids are given again, and nothing remembers who had them.
  for (int i = 0; i < 8; ++i)
    CHECK_FALSE(s.builder.dims_of(s.input("r", {s.k(1)}, DType::kInt64)));
  CHECK(s.op(s.builder.dim_vector1(n)) == "Shape");
  CHECK(s.ints(s.builder.constant(Constant::of_ints({42}))) == Ints{42});
}

TEST_CASE("rewind trims an If that stays") {
  Session s;
  ValueId x = s.input("x", {s.k(2)});
  NodeId branch = s.builder.open_if(s.flag());
  const std::vector<BlockId> sides = s.graph.nodes[branch].blocks;
  s.builder.add_if_output(branch, x, x);
  Builder::Mark mark = s.builder.mark();
  s.builder.enter(sides[1]);
  ValueId y = s.builder.make1("Relu", {x});
  s.builder.leave();
  s.builder.add_if_output(branch, x, y);
  s.builder.rewind(mark);
  CHECK(s.graph.nodes[branch].outputs.size() == 1);
  CHECK(s.graph.blocks[sides[1]].results == std::vector<ValueId>{x});
  CHECK(s.graph.blocks[sides[1]].nodes.empty());
}

TEST_CASE("values are used only where they are visible") {
  Session s;
  ValueId x = s.input("x", {s.k(2)});
  NodeId branch = s.builder.open_if(s.flag());
  s.builder.enter(s.graph.nodes[branch].blocks[0]);
  ValueId inside = s.builder.make1("Relu", {x});
  s.builder.leave();
  CHECK_THROWS_AS(s.builder.make1("Exp", {inside}), InternalError);
}
