#include "emit/onnx/schema.h"

#include <onnx/defs/schema.h>

#include <algorithm>
#include <map>

namespace nnscan {

namespace {

using onnx::OpSchema;
using onnx::OpSchemaRegistry;

// The operators that opsets after 17 changed, for libraries that end there.
struct Change {
  int opset;
  const char* op;
};
constexpr Change kChanges[] = {
    {18, "BitwiseAnd"},
    {18, "BitwiseNot"},
    {18, "BitwiseOr"},
    {18, "BitwiseXor"},
    {18, "CenterCropPad"},
    {18, "Col2Im"},
    {18, "GroupNormalization"},
    {18, "LpPool"},
    {18, "Mish"},
    {18, "Pad"},
    {18, "ReduceL1"},
    {18, "ReduceL2"},
    {18, "ReduceLogSum"},
    {18, "ReduceLogSumExp"},
    {18, "ReduceMax"},
    {18, "ReduceMean"},
    {18, "ReduceMin"},
    {18, "ReduceProd"},
    {18, "ReduceSumSquare"},
    {18, "Resize"},
    {18, "ScatterElements"},
    {18, "ScatterND"},
    {18, "Split"},
    {19, "AveragePool"},
    {19, "Cast"},
    {19, "CastLike"},
    {19, "DeformConv"},
    {19, "DequantizeLinear"},
    {19, "Equal"},
    {19, "Identity"},
    {19, "If"},
    {19, "Loop"},
    {19, "Pad"},
    {19, "QuantizeLinear"},
    {19, "Reshape"},
    {19, "Resize"},
    {19, "Scan"},
    {19, "Shape"},
    {19, "Size"},
    {20, "AffineGrid"},
    {20, "ConstantOfShape"},
    {20, "DFT"},
    {20, "Gelu"},
    {20, "GridSample"},
    {20, "IsInf"},
    {20, "IsNaN"},
    {20, "ReduceMax"},
    {20, "ReduceMin"},
};

// Values of attributes that came later than the attribute, which no schema tells.
struct ValueLimit {
  const char* op;
  const char* attribute;
  const char* value;
  int since;
};
constexpr ValueLimit kValueLimits[] = {
    {"ScatterElements", "reduction", "max", 18},
    {"ScatterElements", "reduction", "min", 18},
    {"ScatterND", "reduction", "max", 18},
    {"ScatterND", "reduction", "min", 18},
    {"Pad", "mode", "wrap", 19},
    {"Resize", "coordinate_transformation_mode", "half_pixel_symmetric", 19},
};

// Element types of the first input that came with one of the changes above.
struct TypeLimit {
  const char* op;
  DType dtype;
  int since;
};
constexpr TypeLimit kTypeLimits[] = {
    {"ReduceMax", DType::kBool, 20},
    {"ReduceMin", DType::kBool, 20},
};

bool changed_between(const std::string& op, int known, int opset) {
  return std::any_of(std::begin(kChanges), std::end(kChanges), [&](const Change& change) {
    return change.op == op && change.opset > known && change.opset <= opset;
  });
}

const char* type_text(DType dtype) {
  switch (dtype) {
    case DType::kBool:
      return "tensor(bool)";
    case DType::kUInt8:
      return "tensor(uint8)";
    case DType::kInt8:
      return "tensor(int8)";
    case DType::kInt16:
      return "tensor(int16)";
    case DType::kInt32:
      return "tensor(int32)";
    case DType::kInt64:
      return "tensor(int64)";
    case DType::kFloat16:
      return "tensor(float16)";
    case DType::kBFloat16:
      return "tensor(bfloat16)";
    case DType::kFloat32:
      return "tensor(float)";
    case DType::kFloat64:
      return "tensor(double)";
  }
  return "";
}

bool admits(const OpSchema::FormalParameter& parameter, DType dtype) {
  for (onnx::DataType type : parameter.GetTypes())
    if (*type == type_text(dtype)) return true;
  return false;
}

// The element types of all operands against the formal ones; those of one name are equal.
std::string type_misfit(const Form& form, const OpSchema& schema, const DTypeOf& dtype_of) {
  std::map<std::string, DType> bound;
  auto check = [&](const std::vector<Operand>& operands,
                   const std::vector<OpSchema::FormalParameter>& formal) -> std::string {
    for (size_t i = 0; i < operands.size() && !formal.empty(); ++i) {
      std::optional<DType> dtype = dtype_of(operands[i]);
      if (!dtype) continue;
      const auto& parameter = formal[std::min(i, formal.size() - 1)];
      std::string on = " on " + std::string(info(*dtype).name);
      if (!admits(parameter, *dtype)) return "`" + form.op + "`" + on;
      if (!parameter.GetIsHomogeneous()) continue;
      auto [place, is_new] = bound.try_emplace(parameter.GetTypeStr(), *dtype);
      if (!is_new && place->second != *dtype)
        return "`" + form.op + "`" + on + " and " + info(place->second).name;
    }
    return "";
  };
  std::string found = check(form.inputs, schema.inputs());
  return found.empty() ? check(form.outputs, schema.outputs()) : found;
}

std::string limit_misfit(const Form& form, int opset, const DTypeOf& dtype_of) {
  for (const ValueLimit& limit : kValueLimits)
    if (form.op == limit.op && opset < limit.since &&
        form.string_or(limit.attribute, "") == limit.value)
      return "`" + form.op + "` with " + limit.attribute + " `" + limit.value + "`";
  for (const TypeLimit& limit : kTypeLimits)
    if (form.op == limit.op && opset < limit.since && !form.inputs.empty() &&
        dtype_of(form.inputs[0]) == limit.dtype)
      return "`" + form.op + "` on " + info(limit.dtype).name;
  return "";
}

std::string schema_misfit(const Form& form, const OpSchema& schema, const DTypeOf& dtype_of) {
  for (const NamedAttribute& attribute : form.attributes)
    if (!schema.attributes().count(attribute.name))
      return "`" + form.op + "` with attribute `" + attribute.name + "`";
  auto count = static_cast<int>(form.inputs.size());
  if (count > schema.max_input() || count < schema.min_input())
    return "`" + form.op + "` with " + std::to_string(count) + " inputs";
  if (static_cast<int>(form.outputs.size()) > schema.max_output())
    return "`" + form.op + "` with " + std::to_string(form.outputs.size()) + " outputs";
  return type_misfit(form, schema, dtype_of);
}

}  // namespace

int library_opset() {
  const auto& ranges = OpSchemaRegistry::DomainToVersionRange::Instance().Map();
  return ranges.at(onnx::ONNX_DOMAIN).second;
}

int library_ir_version() { return static_cast<int>(onnx::Version::IR_VERSION); }

void load_schemas() { OpSchemaRegistry::Schema("Add", library_opset(), onnx::ONNX_DOMAIN); }

std::string misfit(const Form& form, int opset, const DTypeOf& dtype_of) {
  if (std::string found = limit_misfit(form, opset, dtype_of); !found.empty()) return found;
  int known = std::min(opset, library_opset());
  if (changed_between(form.op, known, opset)) return "";
  const OpSchema* schema = OpSchemaRegistry::Schema(form.op, known, onnx::ONNX_DOMAIN);
  if (!schema || schema->Deprecated()) return "`" + form.op + "`";
  return schema_misfit(form, *schema, dtype_of);
}

int ir_version_of(int opset) {
  struct Row {
    int opset, ir_version;
  };
  constexpr Row kRows[] = {{19, 9}, {15, 8}, {12, 7}, {11, 6}};
  for (const Row& row : kRows)
    if (opset >= row.opset) return row.ir_version;
  return kRows[std::size(kRows) - 1].ir_version;
}

}  // namespace nnscan
