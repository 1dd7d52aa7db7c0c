#include <catch2/catch.hpp>

#include <bit>
#include <cmath>
#include <cstring>
#include <limits>

#include "ir/base/check.h"
#include "ir/constant.h"

using namespace nnscan;

TEST_CASE("half floats round to nearest even") {
  struct Row {
    float value;
    uint16_t bits;
  };
  const Row rows[] = {
      {0.0f, 0x0000},      {-0.0f, 0x8000},     {1.0f, 0x3c00},      {-2.0f, 0xc000},
      {65504.0f, 0x7bff},  {65519.0f, 0x7bff},  {65520.0f, 0x7c00},  {1e10f, 0x7c00},
      {0x1p-24f, 0x0001},  {0x1p-25f, 0x0000},  {0x1.8p-25f, 0x0001}, {0x1p-14f, 0x0400},
      {1.0f + 0x1p-11f, 0x3c00}, {1.0f + 0x1.8p-11f, 0x3c01}, {1.0f + 3 * 0x1p-11f, 0x3c02},
      {0x1.ff8p-15f, 0x03ff}, {0x1.ffap-15f, 0x03ff}, {0x1.ffcp-15f, 0x0400},
      {std::numeric_limits<float>::infinity(), 0x7c00},
  };
  for (const Row& row : rows) {
    INFO(row.value);
    CHECK(float_to_half(row.value) == row.bits);
  }
  CHECK(std::isnan(half_to_float(float_to_half(std::nanf("")))));
}

TEST_CASE("every half float survives the way through float") {
  for (uint32_t bits = 0; bits < 0x10000; ++bits) {
    uint16_t half = static_cast<uint16_t>(bits);
    if (std::isnan(half_to_float(half))) continue;
    REQUIRE(float_to_half(half_to_float(half)) == half);
  }
}

TEST_CASE("every bfloat16 survives the way through float, and ties go to even") {
  for (uint32_t bits = 0; bits < 0x10000; ++bits) {
    uint16_t brain = static_cast<uint16_t>(bits);
    if (std::isnan(bfloat16_to_float(brain))) continue;
    REQUIRE(float_to_bfloat16(bfloat16_to_float(brain)) == brain);
  }
  CHECK(float_to_bfloat16(std::bit_cast<float>(0x3f808000u)) == 0x3f80);
  CHECK(float_to_bfloat16(std::bit_cast<float>(0x3f818000u)) == 0x3f82);
  CHECK(float_to_bfloat16(std::nanf("")) == 0x7fc0);
}

TEST_CASE("elements are converted as a C cast would") {
  CHECK(Constant::fill(DType::kInt32, {1}, -3.9)->as_int(0) == -3);
  CHECK(Constant::fill(DType::kUInt8, {1}, -1.0)->as_int(0) == 255);
  CHECK(Constant::fill(DType::kInt64, {1}, 1e30)->as_int(0) == INT64_MIN);
  CHECK(Constant::fill(DType::kInt64, {1}, std::nan(""))->as_int(0) == INT64_MIN);
  CHECK(Constant::fill(DType::kInt32, {1}, -2147483648.5)->as_int(0) == INT32_MIN);
  CHECK(Constant::fill(DType::kBool, {1}, 0.5)->as_int(0) == 1);
  CHECK(Constant::scalar_int(300, DType::kInt8)->as_int(0) == 44);
  CHECK(Constant::scalar_float(0.1, DType::kFloat16)->as_double(0) == 0.0999755859375);
  CHECK(Constant::scalar_float(7.75)->as_int(0) == 7);
}

TEST_CASE("a splat is as good as its expansion") {
  ConstantRef splat = Constant::fill(DType::kInt16, {2, 3}, 7);
  CHECK(splat->is_splat());
  CHECK(splat->bytes().size() == 12);
  ConstantRef whole = Constant::own(DType::kInt16, {2, 3},
                                    {splat->bytes().begin(), splat->bytes().end()});
  CHECK(splat->same_as(*whole));
  CHECK(whole->same_as(*splat));
  CHECK(whole->ints() == std::vector<int64_t>(6, 7));
  CHECK_FALSE(splat->same_as(*splat->reshaped({6})));
  CHECK(splat->reshaped({6})->same_as(*whole->reshaped({6})));
  CHECK(Constant::fill(DType::kFloat32, {1 << 20, 1 << 20}, 0)->numel() == int64_t{1} << 40);
}

TEST_CASE("empty and borrowed constants") {
  CHECK(Constant::of_ints({})->same_as(*Constant::of_ints({})));
  CHECK(Constant::fill(DType::kFloat32, {0, 4}, 1)->bytes().empty());
  auto owner = std::make_shared<std::vector<float>>(std::vector<float>{1, 2, 3});
  auto* bytes = reinterpret_cast<const std::byte*>(owner->data());
  ConstantRef borrowed = Constant::borrow(DType::kFloat32, {3}, bytes, owner);
  owner.reset();
  CHECK(borrowed->as_double(2) == 3);
}

TEST_CASE("shapes beyond 64 bits are our error, not a crash") {
  CHECK_THROWS_AS(Constant::fill(DType::kFloat32, {int64_t{1} << 40, int64_t{1} << 40}, 0),
                  InternalError);
  CHECK_THROWS_AS(Constant::own(DType::kFloat32, {2}, std::vector<std::byte>(4)), InternalError);
}
