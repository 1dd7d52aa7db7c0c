#include <catch2/catch.hpp>

#include "ir/type.h"

using namespace nnscan;

TEST_CASE("types have a text") {
  DimPool pool;
  Dim n = pool.symbol("N");
  Dim half = pool.floor_div(pool.symbol("H"), pool.constant(2));
  struct Row {
    Type type;
    const char* text;
  };
  const Row rows[] = {
      {Type::of(DType::kFloat32, {n, pool.constant(3), half}), "f32[N,3,H//2]"},
      {Type::scalar(DType::kInt64), "i64[]"},
      {Type::unranked(DType::kBFloat16), "bf16[*]"},
      {Type::of(DType::kBool, {pool.add(n, pool.constant(1))}), "bool[N + 1]"},
      {Type::of(DType::kUInt8, {pool.constant(0)}), "u8[0]"},
  };
  for (const Row& row : rows) CHECK(text(row.type, pool) == row.text);
}

TEST_CASE("dtypes are found by each of their names") {
  for (int i = 0; i < kDTypeCount; ++i) {
    DType dtype = static_cast<DType>(i);
    CHECK(dtype_named(info(dtype).name) == dtype);
    CHECK(dtype_lettered(info(dtype).letter) == dtype);
  }
  CHECK(dtype_named("long") == DType::kInt64);
  CHECK(dtype_named("half") == DType::kFloat16);
  CHECK_FALSE(dtype_named("f32"));
  CHECK_FALSE(dtype_named("complex64"));
  CHECK(is_float(DType::kBFloat16));
  CHECK_FALSE(is_integer(DType::kBool));
}

TEST_CASE("shapes are known when all dims are") {
  DimPool pool;
  Type known = Type::of(DType::kFloat32, {pool.constant(2), pool.constant(5)});
  CHECK(known_shape(known, pool) == std::vector<int64_t>{2, 5});
  CHECK(pool.known(element_count(known, pool)) == 10);
  Type open = Type::of(DType::kFloat32, {pool.constant(2), pool.symbol("N")});
  CHECK_FALSE(known_shape(open, pool));
  CHECK(pool.text(element_count(open, pool)) == "2*N");
  CHECK_FALSE(known_shape(Type::unranked(DType::kFloat32), pool));
  CHECK_FALSE(element_count(Type::unranked(DType::kFloat32), pool).valid());
}
