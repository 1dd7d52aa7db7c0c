#include <catch2/catch.hpp>

#include "frontend/torch/checkpoint_strided.h"
#include "tests/unit/checkpoint_files.h"

namespace nnscan::checkpoint {
namespace {

using namespace test;

// A storage of int16 0, 1, 2, …
Window counting(int16_t count) {
  auto values = std::make_shared<std::vector<int16_t>>();
  for (int16_t i = 0; i < count; ++i) values->push_back(i);
  return {std::as_bytes(std::span(*values)), values};
}

struct Result {
  std::string text;
  bool borrowed = false;
  bool splat = false;
};

Result read_view(std::vector<int64_t> shape, std::vector<int64_t> strides, int64_t offset = 0) {
  const Window storage = counting(24);
  CopyBudget budget(1000, {.copied_bytes = 0});
  try {
    const ConstantRef out =
        read_strided({DType::kInt16, std::move(shape), std::move(strides), offset}, storage, budget,
                     "w");
    const std::byte* start = out->numel() > 0 ? out->bytes().data() : nullptr;
    return {text(out), start >= storage.bytes.data() && start < storage.bytes.data() + 48,
            out->is_splat()};
  } catch (const CheckpointError& error) {
    return {error.message};
  }
}

TEST_CASE("what lies in row-major order is borrowed") {
  CHECK(read_view({3}, {1}).borrowed);
  CHECK(read_view({2, 3}, {3, 1}, 4).text == "i16[2,3] 4 5 6 7 8 9");
  CHECK(read_view({2, 3}, {3, 1}, 4).borrowed);
  CHECK(read_view({2, 3}, {}, 4).borrowed);
  CHECK(read_view({}, {}, 23).text == "i16[] 23");
  CHECK(read_view({1, 2, 1}, {99, 1, 77}).borrowed);  // the stride of one element means nothing
}

TEST_CASE("other views are gathered") {
  CHECK(read_view({3, 2}, {1, 3}).text == "i16[3,2] 0 3 1 4 2 5");
  CHECK(read_view({2, 2, 2}, {1, 4, 2}, 1).text == "i16[2,2,2] 1 3 5 7 2 4 6 8");
  CHECK(read_view({4}, {5}).text == "i16[4] 0 5 10 15");
  CHECK(read_view({3, 2}, {1, 1}).text == "i16[3,2] 0 1 1 2 2 3");
  CHECK(read_view({2, 3}, {0, 2}).text == "i16[2,3] 0 2 4 0 2 4");
  CHECK(read_view({2, 3}, {7, 0}).text == "i16[2,3] 0 0 0 7 7 7");
  CHECK_FALSE(read_view({2, 3}, {7, 0}).borrowed);
}

TEST_CASE("one element repeated is a splat") {
  CHECK(read_view({2, 3}, {0, 0}, 5).text == "i16[2,3] 5 5 5 5 5 5");
  CHECK(read_view({2, 3}, {0, 0}, 5).splat);
}

TEST_CASE("nothing needs no storage") {
  CHECK(read_view({0}, {1}, 1000).text == "i16[0]");
  CHECK(read_view({3, 0, 2}, {2, 2, 1}).text == "i16[3,0,2]");
}

TEST_CASE("a view that leaves its storage is refused") {
  const int64_t huge = INT64_MAX;
  const std::string outside =
      "checkpoint is damaged: `w` reaches outside its storage of 48 bytes";
  CHECK(read_view({24}, {1}).borrowed);
  CHECK(read_view({25}, {1}).text == outside);
  CHECK(read_view({1}, {1}, 24).text == outside);
  CHECK(read_view({1}, {1}, -1).text == outside);
  CHECK(read_view({2}, {-1}, 5).text == outside);
  CHECK(read_view({2}, {huge}, 5).text == outside);
  CHECK(read_view({3, 3}, {huge, huge}).text == outside);
  CHECK(read_view({2}, {1}, huge).text == outside);
  CHECK(read_view({2, 2}, {24, 1}).text == outside);
  const std::string size = "checkpoint is damaged: `w` has an impossible size";
  CHECK(read_view({huge}, {0}).text == size);
  CHECK(read_view({1 << 30, 1 << 30, 1 << 30}, {0, 0, 0}).text == size);
  CHECK(read_view({1LL << 62, 1LL << 62, 0}, {0, 0, 0}).text == size);
  CHECK(read_view({-1}, {1}).text == size);
  CHECK(read_view(std::vector<int64_t>(65, 1), std::vector<int64_t>(65, 1)).text == size);
}

TEST_CASE("copies end with the budget") {
  CHECK(read_view({500}, {0}).splat);
  CHECK_THAT(read_view({501}, {0}).text, Catch::Contains("asks for 1002 bytes for `w`"));
  CHECK_THAT(read_view({1 << 20, 2}, {0, 2}).text, Catch::Contains("far more than the file holds"));
}

TEST_CASE("bools become 0 and 1") {
  auto bytes = std::make_shared<std::string>("\x00\x01\x02\xff"s);
  const Window storage{as_bytes(*bytes), bytes};
  CopyBudget budget(100, {});
  const StridedView view{DType::kBool, {4}, {1}, 0};
  const ConstantRef out = read_strided(view, storage, budget, "w");
  CHECK(std::string(reinterpret_cast<const char*>(out->bytes().data()), 4) == "\0\1\1\1"s);
  const StridedView clean{DType::kBool, {2}, {1}, 0};
  CHECK(read_strided(clean, storage, budget, "w")->bytes().data() == storage.bytes.data());
}

}  // namespace
}  // namespace nnscan::checkpoint
