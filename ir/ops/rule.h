// What the type rules of the op families share: sets of dtypes with the opset that admitted
// them, rules for whole classes of operators, and arithmetic on sizes.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "ir/ops/op.h"

namespace nnscan {

using DTypeSet = uint32_t;

constexpr DTypeSet one_of(std::same_as<DType> auto... dtypes) {
  return ((1u << static_cast<unsigned>(dtypes)) | ... | 0u);
}

inline constexpr DTypeSet kBooleans = one_of(DType::kBool);
inline constexpr DTypeSet kSmallIntegers = one_of(DType::kUInt8, DType::kInt8, DType::kInt16);
inline constexpr DTypeSet kWideIntegers = one_of(DType::kInt32, DType::kInt64);
inline constexpr DTypeSet kIntegers = kSmallIntegers | kWideIntegers;
inline constexpr DTypeSet kSignedIntegers = kIntegers & ~one_of(DType::kUInt8);
inline constexpr DTypeSet kIeeeFloats = one_of(DType::kFloat16, DType::kFloat32, DType::kFloat64);
inline constexpr DTypeSet kFloats = kIeeeFloats | one_of(DType::kBFloat16);
inline constexpr DTypeSet kNumbers = kIntegers | kFloats;
inline constexpr DTypeSet kAnything = kNumbers | kBooleans;

// What an operator admits for one type parameter, and which of these only from a later opset on.
struct Admits {
  DTypeSet all = kAnything;
  DTypeSet late = 0;
  int since = 0;
};
inline constexpr Admits kReal = {kFloats}, kIeee = {kIeeeFloats};

std::string quoted(DType dtype);  // `float32`

// These throw OperatorLacks when the input's dtype does not fit; else they return true.
bool admit(InferContext& ctx, size_t input, const Admits& admits);
bool admit_only(InferContext& ctx, size_t input, DType dtype);
bool same_dtype(InferContext& ctx, size_t a, size_t b);
// Likewise when the analysis is for an opset below `since`.
bool needs_opset(InferContext& ctx, int since, const char* what);

// The input is a list of int64: a tensor with one axis.
bool admit_list(InferContext& ctx, size_t input, const char* what);

std::optional<DType> dtype_from_onnx(int64_t code);

// The type of an input with another dtype.
Type retyped(const Type& type, DType dtype);
// A shape of `rank` unknown sizes.
Dims unknown_dims(InferContext& ctx, size_t rank);

// Rules for whole classes of operators.
void infer_same(InferContext& ctx);  // the first input's type, as is

template <Admits T>
void infer_unary(InferContext& ctx) {
  if (admit(ctx, 0, T)) ctx.set(ctx.in(0));
}

// All inputs broadcast together; all have one dtype, which `result` replaces where given.
void infer_broadcast(InferContext& ctx, const Admits& admits, std::optional<DType> result);

template <Admits T>
void infer_elementwise(InferContext& ctx) {
  infer_broadcast(ctx, T, std::nullopt);
}

template <Admits T>
void infer_comparison(InferContext& ctx) {
  infer_broadcast(ctx, T, DType::kBool);
}

// Arithmetic on sizes that decides minimum and maximum where ranges tell.
Dim min_of(InferContext& ctx, Dim a, Dim b);
Dim max_of(InferContext& ctx, Dim a, Dim b);
Dim ceil_div(InferContext& ctx, Dim a, int64_t b);  // b > 0
Dim add(InferContext& ctx, Dim a, int64_t b);
Dim mul(InferContext& ctx, Dim a, int64_t b);
Dim product(InferContext& ctx, std::span<const Dim> dims);
// Fails the rule, and returns false, when a size is surely negative.
bool not_negative(InferContext& ctx, const Dims& sizes);

// A 1-d input as integers: a known constant, or dims that are all known.
std::optional<std::vector<int64_t>> known_ints(InferContext& ctx, size_t input);
// The one number in an input, likewise.
std::optional<int64_t> known_int(InferContext& ctx, size_t input);
// How many elements a 1-d input holds, if that is known.
std::optional<int64_t> known_length(InferContext& ctx, size_t input);

// What a window of `kernel` taps makes of a size: convolution and pooling share it.
struct Window {
  int64_t kernel = 1, stride = 1, dilation = 1, pad_begin = 0, pad_end = 0;
  bool ceil_mode = false;
  int64_t extent() const { return dilation * (kernel - 1) + 1; }
};
Dim window_output(InferContext& ctx, Dim size, const Window& window);
// One window for each spatial axis, from the attributes that convolution and pooling share:
// strides, dilations, pads, auto_pad, ceil_mode. Fails on lists of a wrong length.
std::vector<Window> windows(InferContext& ctx, const std::vector<int64_t>& kernel);
// Spatial sizes after the windows; SAME_UPPER and SAME_LOWER give ceil(size / stride).
Dims window_outputs(InferContext& ctx, std::span<const Dim> sizes,
                    const std::vector<Window>& windows);

}  // namespace nnscan
