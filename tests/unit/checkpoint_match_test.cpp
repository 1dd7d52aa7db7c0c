#include <catch2/catch.hpp>

#include <cmath>
#include <limits>

#include "frontend/torch/checkpoint_match.h"
#include "tests/unit/checkpoint_files.h"

namespace nnscan {
namespace {

using namespace test;

ConstantRef filled(std::vector<int64_t> shape, double value = 1, DType dtype = DType::kFloat32) {
  return Constant::fill(dtype, std::move(shape), value);
}

Checkpoint checkpoint_of(std::vector<std::pair<std::string, std::vector<int64_t>>> shapes) {
  Checkpoint out;
  for (auto& [key, shape] : shapes) out.tensors.push_back({key, filled(shape)});
  return out;
}

std::string matched(const std::vector<ParameterSlot>& slots, const Checkpoint& checkpoint) {
  const auto result = match_checkpoint(slots, checkpoint);
  if (const auto* error = std::get_if<CheckpointError>(&result)) {
    CHECK(error->code == CheckpointError::Code::kMismatch);
    return error->message;
  }
  std::string out;
  for (const ConstantRef& data : std::get<0>(result)) out += (out.empty() ? "" : "; ") + text(data);
  return out;
}

const DType f32 = DType::kFloat32;

TEST_CASE("slots get the tensors of their keys, in their own order") {
  Checkpoint checkpoint;
  checkpoint.tensors = {{"a", filled({2}, 1)}, {"b", filled({1}, 2)}};
  const std::vector<ParameterSlot> slots = {{"b", f32, {1}}, {"a", f32, {2}}};
  CHECK(matched(slots, checkpoint) == "f32[1] 2; f32[2] 1 1");
  const auto result = match_checkpoint(slots, checkpoint);
  CHECK(std::get<0>(result)[1] == checkpoint.tensors[0].data);  // not copied
}

TEST_CASE("everything that does not fit is listed at once") {
  const std::vector<ParameterSlot> slots = {
      {"a", f32, {2}}, {"b", f32, {3, 4}}, {"c", f32, {}}, {"d", f32, {1}}};
  CHECK(matched(slots, checkpoint_of({{"b", {4, 3}}, {"c", {2}}, {"x", {1}}, {"y.z", {1}}})) ==
        "checkpoint does not fit the module: 2 missing keys: `a`, `d`; 2 unexpected keys: `x`, "
        "`y.z`; 2 wrongly shaped keys: `b` is [4,3] in the checkpoint and [3,4] in the module, `c` "
        "is [2] in the checkpoint and [] in the module");
  CHECK(matched({}, checkpoint_of({{"x", {}}})) ==
        "checkpoint does not fit the module: 1 unexpected key: `x`");
}

TEST_CASE("long lists end with a count") {
  std::vector<ParameterSlot> slots;
  for (int i = 0; i < 205; ++i) slots.push_back({"w" + std::to_string(i), f32, {}});
  const std::string message = matched(slots, {});
  CHECK_THAT(message, Catch::Contains("205 missing keys: `w0`, ") &&
                          Catch::EndsWith("`w199` and 5 more"));
}

TEST_CASE("the prefixes of wrappers come off") {
  const std::vector<ParameterSlot> plain = {{"a.w", f32, {}}, {"b", f32, {}}};
  for (const std::string prefix : {"", "module.", "_orig_mod.", "module._orig_mod."}) {
    INFO(prefix);
    CHECK(matched(plain, checkpoint_of({{prefix + "a.w", {}}, {prefix + "b", {}}})) ==
          "f32[] 1; f32[] 1");
  }
  // Not when one key lacks it, and not when the module has it itself.
  CHECK_THAT(matched(plain, checkpoint_of({{"module.a.w", {}}, {"b", {}}})),
             Catch::Contains("1 unexpected key: `module.a.w`"));
  const std::vector<ParameterSlot> own = {{"module.w", f32, {}}};
  CHECK(matched(own, checkpoint_of({{"module.w", {}}})) == "f32[] 1");
  CHECK(matched(own, checkpoint_of({{"module.module.w", {}}})) == "f32[] 1");
  CHECK_THAT(matched(plain, checkpoint_of({{"module.x", {}}})),
             Catch::Contains("unexpected key: `x`"));
}

TEST_CASE("a foreign prefix is named in the hint") {
  const auto result = match_checkpoint(std::vector<ParameterSlot>{{"w", f32, {}}},
                                       checkpoint_of({{"net.w", {}}}));
  CHECK_THAT(std::get<CheckpointError>(result).hint, Catch::Contains("starts with `net.`"));
}

TEST_CASE("a checkpoint older than num_batches_tracked counts 0 batches") {
  const std::vector<ParameterSlot> slots = {{"bn.running_mean", f32, {1}},
                                            {"bn.num_batches_tracked", DType::kInt64, {}}};
  Checkpoint old = checkpoint_of({{"bn.running_mean", {1}}});
  CHECK(matched(slots, old) == "f32[1] 1; i64[] 0");
  old.versions["bn"] = 1;
  CHECK(matched(slots, old) == "f32[1] 1; i64[] 0");
  old.versions["bn"] = 2;
  CHECK(matched(slots, old) ==
        "checkpoint does not fit the module: 1 missing key: `bn.num_batches_tracked`");
  Checkpoint wrapped = checkpoint_of({{"module.bn.running_mean", {1}}});
  CHECK(matched(slots, wrapped) == "f32[1] 1; i64[] 0");
  wrapped.versions["module.bn"] = 2;
  CHECK_THAT(matched(slots, wrapped), Catch::Contains("missing key"));
  // At the root; and a buffer of this name that is not of a normalisation module.
  CHECK(matched({{"running_mean", f32, {1}}, {"num_batches_tracked", DType::kInt64, {}}},
                checkpoint_of({{"running_mean", {1}}})) == "f32[1] 1; i64[] 0");
  CHECK_THAT(matched({{"x.num_batches_tracked", DType::kInt64, {}}}, {}),
             Catch::Contains("missing key"));
}

TEST_CASE("one element in a vector fits a 0-d parameter") {
  CHECK(matched({{"a", f32, {}}}, checkpoint_of({{"a", {1}}})) == "f32[] 1");
  CHECK_THAT(matched({{"a", f32, {1}}}, checkpoint_of({{"a", {}}})),
             Catch::Contains("`a` is [] in the checkpoint and [1] in the module"));
}

TEST_CASE("elements are converted as Tensor.copy_ does") {
  const double inf = std::numeric_limits<double>::infinity();
  struct Case {
    DType from;
    double value;
    DType to;
    double wanted;
  };
  const Case cases[] = {
      {DType::kFloat64, 1e300, DType::kFloat32, inf},
      {DType::kFloat64, 0.1, DType::kFloat32, 0.1f},
      {DType::kFloat32, 65519, DType::kFloat16, 65504},
      {DType::kFloat32, 65520, DType::kFloat16, inf},
      {DType::kFloat32, 2049, DType::kFloat16, 2048},
      {DType::kFloat32, 257, DType::kBFloat16, 256},
      {DType::kFloat32, 259, DType::kBFloat16, 260},
      {DType::kFloat16, -0.5, DType::kFloat32, -0.5},
      {DType::kFloat32, 2.9, DType::kInt64, 2},
      {DType::kFloat32, -2.9, DType::kInt32, -2},
      {DType::kFloat32, -1, DType::kUInt8, 255},
      {DType::kFloat32, 300, DType::kUInt8, 44},
      {DType::kInt64, 300, DType::kInt8, 44},
      {DType::kInt64, -1, DType::kBool, 1},
      {DType::kFloat32, 0.25, DType::kBool, 1},
      {DType::kFloat32, std::nan(""), DType::kBool, 1},
      {DType::kFloat32, 0, DType::kBool, 0},
      {DType::kInt64, 16777217, DType::kFloat32, 16777216},
      {DType::kBool, 1, DType::kFloat16, 1},
  };
  for (const Case& c : cases) {
    INFO(info(c.from).name << " " << c.value << " to " << info(c.to).name);
    const ConstantRef splat = filled({3}, c.value, c.from);
    const ConstantRef bytes =
        Constant::own(c.from, {3}, {splat->bytes().begin(), splat->bytes().end()});
    for (const ConstantRef& from : {splat, bytes}) {
      const ConstantRef to = convert_constant(from, c.to);
      CHECK(to->dtype() == c.to);
      CHECK(to->shape() == std::vector<int64_t>{3});
      CHECK(to->as_double(2) == c.wanted);
    }
  }
  const ConstantRef same = filled({2});
  CHECK(convert_constant(same, f32) == same);
}

}  // namespace
}  // namespace nnscan
