#include "ir/type.h"

#include <array>

#include "ir/base/check.h"

namespace nnscan {

namespace {

constexpr DTypeInfo kDTypes[] = {
    {DType::kBool, "bool", "bool", 1, 9},          {DType::kUInt8, "uint8", "u8", 1, 2},
    {DType::kInt8, "int8", "i8", 1, 3},            {DType::kInt16, "int16", "i16", 2, 5},
    {DType::kInt32, "int32", "i32", 4, 6},         {DType::kInt64, "int64", "i64", 8, 7},
    {DType::kFloat16, "float16", "f16", 2, 10},    {DType::kBFloat16, "bfloat16", "bf16", 2, 16},
    {DType::kFloat32, "float32", "f32", 4, 1},     {DType::kFloat64, "float64", "f64", 8, 11},
};
static_assert(std::size(kDTypes) == kDTypeCount);

// The other names that torch gives them.
constexpr std::pair<std::string_view, DType> kAliases[] = {
    {"float", DType::kFloat32}, {"double", DType::kFloat64}, {"half", DType::kFloat16},
    {"long", DType::kInt64},    {"int", DType::kInt32},      {"short", DType::kInt16},
};

template <class Key>
std::optional<DType> find_dtype(Key key) {
  for (const DTypeInfo& row : kDTypes)
    if (key(row)) return row.dtype;
  return std::nullopt;
}

}  // namespace

const DTypeInfo& info(DType dtype) {
  const DTypeInfo& row = kDTypes[static_cast<int>(dtype)];
  NNSCAN_CHECK(row.dtype == dtype, "the table of dtypes is out of order");
  return row;
}

std::optional<DType> dtype_named(std::string_view name) {
  for (auto [alias, dtype] : kAliases)
    if (alias == name) return dtype;
  return find_dtype([&](const DTypeInfo& row) { return row.name == name; });
}

std::optional<DType> dtype_lettered(std::string_view letter) {
  return find_dtype([&](const DTypeInfo& row) { return row.letter == letter; });
}

bool is_float(DType dtype) { return dtype >= DType::kFloat16; }
bool is_integer(DType dtype) { return dtype != DType::kBool && !is_float(dtype); }

std::string text(const Type& type, const DimPool& dims) {
  return text(type, dims, [&](uint32_t symbol) { return dims.symbol_info(symbol).name; });
}

std::string text(const Type& type, const DimPool& dims, const DimPool::NameOf& name_of) {
  std::string shape;
  for (Dim dim : type.dims) shape += (shape.empty() ? "" : ",") + dims.text(dim, name_of);
  return std::string(info(type.dtype).letter) + "[" + (type.ranked ? shape : "*") + "]";
}

std::optional<std::vector<int64_t>> known_shape(const Type& type, const DimPool& dims) {
  if (!type.ranked) return std::nullopt;
  std::vector<int64_t> shape;
  for (Dim dim : type.dims) {
    std::optional<int64_t> size = dims.known(dim);
    if (!size) return std::nullopt;
    shape.push_back(*size);
  }
  return shape;
}

Dim element_count(const Type& type, DimPool& dims) {
  if (!type.ranked) return Dim{};
  Dim count = dims.constant(1);
  for (Dim dim : type.dims) count = dims.mul(count, dim);
  return count;
}

}  // namespace nnscan
