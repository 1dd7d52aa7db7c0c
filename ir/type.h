// The type of an SSA value: an element type and a shape over symbolic dims. A shape whose rank
// is not known has no dims at all; a rank that is known has a Dim for each axis, possibly an
// anonymous unknown.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "ir/dim.h"

namespace nnscan {

// Element types, named as torch names them. The order of the integers and of the floats is the
// order of promotion.
enum class DType : uint8_t {
  kBool,
  kUInt8,
  kInt8,
  kInt16,
  kInt32,
  kInt64,
  kFloat16,
  kBFloat16,
  kFloat32,
  kFloat64,
};
inline constexpr int kDTypeCount = 10;

struct DTypeInfo {
  DType dtype;
  const char* name;    // "float32": torch's, and what --input takes
  const char* letter;  // "f32": the text form's
  uint8_t size;        // bytes of an element
  uint8_t onnx;        // onnx.TensorProto.DataType
};
const DTypeInfo& info(DType dtype);
std::optional<DType> dtype_named(std::string_view name);  // "float32", "float", "long", …
inline size_t size_of(DType dtype) { return info(dtype).size; }
std::optional<DType> dtype_lettered(std::string_view letter);  // "f32"
bool is_float(DType dtype);
bool is_integer(DType dtype);  // not bool

using Dims = std::vector<Dim>;

struct Type {
  DType dtype = DType::kFloat32;
  bool ranked = true;
  Dims dims;

  static Type scalar(DType dtype) { return {dtype, true, {}}; }
  static Type of(DType dtype, Dims dims) { return {dtype, true, std::move(dims)}; }
  static Type unranked(DType dtype) { return {dtype, false, {}}; }
  size_t rank() const { return dims.size(); }
  friend bool operator==(const Type&, const Type&) = default;
};

std::string text(const Type& type, const DimPool& dims);  // `f32[N,3,224,224]`, `f32[*]`, `i64[]`
std::string text(const Type& type, const DimPool& dims, const DimPool::NameOf& name_of);
// All dims as integers, if they are.
std::optional<std::vector<int64_t>> known_shape(const Type& type, const DimPool& dims);
// The product of all dims; invalid without a rank.
Dim element_count(const Type& type, DimPool& dims);

}  // namespace nnscan
