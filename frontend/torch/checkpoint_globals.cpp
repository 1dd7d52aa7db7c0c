#include "frontend/torch/checkpoint_globals.h"

#include <algorithm>
#include <array>
#include <utility>

namespace nnscan::checkpoint {
namespace {

using enum GlobalMeaning;

constexpr GlobalRow storage(const char* module, const char* name, DType dtype, uint8_t size,
                            const char* label) {
  return {module, name, kStorage, dtype, size, label};
}
constexpr GlobalRow odd_storage(const char* module, const char* name, uint8_t size,
                                const char* label) {
  return {module, name, kStorage, std::nullopt, size, label};
}
constexpr GlobalRow dtype(const char* name, DType dtype, uint8_t size) {
  return {"torch", name, kDtype, dtype, size, name};
}
constexpr GlobalRow odd_dtype(const char* name, uint8_t size) {
  return {"torch", name, kDtype, std::nullopt, size, name};
}
constexpr GlobalRow odd_tensor(const char* name, const char* label) {
  return {"torch._utils", name, kUnsupportedTensor, std::nullopt, 0, label};
}

constexpr GlobalRow kGlobalRows[] = {
    {"collections", "OrderedDict", kDict},
    {"collections", "Counter", kDict},
    {"collections", "defaultdict", kDefaultDict},
    {"collections", "deque", kInert},
    {"builtins", "dict", kDict},
    {"builtins", "list", kList},
    {"builtins", "tuple", kTuple},
    {"builtins", "set", kSet},
    {"builtins", "frozenset", kSet},
    {"builtins", "int", kInert},
    {"builtins", "long", kInert},
    {"builtins", "float", kInert},
    {"builtins", "complex", kInert},
    {"builtins", "bool", kInert},
    {"builtins", "str", kInert},
    {"builtins", "unicode", kInert},
    {"builtins", "bytes", kInert},
    {"builtins", "bytearray", kInert},
    {"builtins", "range", kInert},
    {"builtins", "xrange", kInert},
    {"builtins", "slice", kInert},
    {"builtins", "object", kInert},
    {"copyreg", "_reconstructor", kInert},
    {"_codecs", "encode", kInert},  // bytes, as protocol 2 writes them
    {"argparse", "Namespace", kInert},
    {"numpy", "dtype", kInert},
    {"numpy", "ndarray", kInert},
    {"numpy.core.multiarray", "scalar", kInert},
    {"numpy.core.multiarray", "_reconstruct", kInert},
    {"numpy.core.numeric", "_frombuffer", kInert},

    {"torch", "Size", kSize},
    {"torch", "device", kInert},
    {"torch", "per_tensor_affine", kInert},
    {"torch", "per_channel_affine", kInert},
    {"torch.serialization", "_get_layout", kInert},
    {"torch", "Tensor", kTensorClass},
    {"torch.nn.parameter", "Parameter", kTensorClass},
    {"torch.nn.parameter", "Buffer", kTensorClass},

    {"torch._utils", "_rebuild_tensor", kRebuildTensor},
    {"torch._utils", "_rebuild_tensor_v2", kRebuildTensor},
    {"torch._utils", "_rebuild_tensor_v3", kRebuildTensorV3},
    {"torch._utils", "_rebuild_parameter", kRebuildParameter},
    {"torch._utils", "_rebuild_parameter_with_state", kRebuildParameter},
    {"torch._tensor", "_rebuild_from_type", kRebuildFromType},
    {"torch._tensor", "_rebuild_from_type_v2", kRebuildFromType},
    {"torch.tensor", "_rebuild_from_type", kRebuildFromType},

    odd_tensor("_rebuild_qtensor", "a quantised tensor"),
    odd_tensor("_rebuild_sparse_tensor", "a sparse tensor"),
    odd_tensor("_rebuild_sparse_csr_tensor", "a sparse tensor"),
    odd_tensor("_rebuild_nested_tensor", "a nested tensor"),
    odd_tensor("_rebuild_meta_tensor_no_storage", "a meta tensor, which has no data"),
    odd_tensor("_rebuild_wrapper_subclass", "a tensor subclass"),
    odd_tensor("_rebuild_device_tensor_from_numpy", "a tensor of another device"),
    odd_tensor("_rebuild_device_tensor_from_cpu_tensor", "a tensor of another device"),
    odd_tensor("_rebuild_xla_tensor", "a tensor of another device"),

    storage("torch", "DoubleStorage", DType::kFloat64, 8, "float64"),
    storage("torch", "FloatStorage", DType::kFloat32, 4, "float32"),
    storage("torch", "HalfStorage", DType::kFloat16, 2, "float16"),
    storage("torch", "BFloat16Storage", DType::kBFloat16, 2, "bfloat16"),
    storage("torch", "LongStorage", DType::kInt64, 8, "int64"),
    storage("torch", "IntStorage", DType::kInt32, 4, "int32"),
    storage("torch", "ShortStorage", DType::kInt16, 2, "int16"),
    storage("torch", "CharStorage", DType::kInt8, 1, "int8"),
    storage("torch", "ByteStorage", DType::kUInt8, 1, "uint8"),
    storage("torch", "BoolStorage", DType::kBool, 1, "bool"),
    odd_storage("torch", "ComplexFloatStorage", 8, "complex64"),
    odd_storage("torch", "ComplexDoubleStorage", 16, "complex128"),
    odd_storage("torch", "QInt8Storage", 1, "qint8"),
    odd_storage("torch", "QUInt8Storage", 1, "quint8"),
    odd_storage("torch", "QInt32Storage", 4, "qint32"),
    odd_storage("torch", "QUInt4x2Storage", 0, "quint4x2"),
    odd_storage("torch", "QUInt2x4Storage", 0, "quint2x4"),
    odd_storage("torch.storage", "UntypedStorage", 1, "untyped"),
    odd_storage("torch", "UntypedStorage", 1, "untyped"),

    dtype("float64", DType::kFloat64, 8),
    dtype("float32", DType::kFloat32, 4),
    dtype("float16", DType::kFloat16, 2),
    dtype("bfloat16", DType::kBFloat16, 2),
    dtype("int64", DType::kInt64, 8),
    dtype("int32", DType::kInt32, 4),
    dtype("int16", DType::kInt16, 2),
    dtype("int8", DType::kInt8, 1),
    dtype("uint8", DType::kUInt8, 1),
    dtype("bool", DType::kBool, 1),
    odd_dtype("uint16", 2),
    odd_dtype("uint32", 4),
    odd_dtype("uint64", 8),
    odd_dtype("complex32", 4),
    odd_dtype("complex64", 8),
    odd_dtype("complex128", 16),
    odd_dtype("qint8", 1),
    odd_dtype("quint8", 1),
    odd_dtype("qint32", 4),
    odd_dtype("float8_e4m3fn", 1),
    odd_dtype("float8_e4m3fnuz", 1),
    odd_dtype("float8_e5m2", 1),
    odd_dtype("float8_e5m2fnuz", 1),
    odd_dtype("float8_e8m0fnu", 1),
};

// Other spellings of a module: Python 2's, and those of newer NumPy.
constexpr std::pair<std::string_view, std::string_view> kAliases[] = {
    {"__builtin__", "builtins"},
    {"copy_reg", "copyreg"},
    {"numpy._core.multiarray", "numpy.core.multiarray"},
    {"numpy._core.numeric", "numpy.core.numeric"},
};

}  // namespace

std::span<const GlobalRow> global_rows() { return kGlobalRows; }

const GlobalRow* find_global(std::string_view module, std::string_view name) {
  for (const auto& [alias, known] : kAliases) {
    if (module == alias) module = known;
  }
  const auto row = std::ranges::find_if(
      kGlobalRows, [&](const GlobalRow& r) { return name == r.name && module == r.module; });
  return row == std::end(kGlobalRows) ? nullptr : &*row;
}

}  // namespace nnscan::checkpoint
