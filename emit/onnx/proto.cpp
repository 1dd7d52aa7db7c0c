#include "emit/onnx/proto.h"

#include <bit>
#include <cstring>

#include "ir/base/check.h"

namespace nnscan {

// ONNX stores raw bytes in little-endian order, and so do constants here.
static_assert(std::endian::native == std::endian::little);

namespace {

using onnx::AttributeProto;

// Sets the field and the type of an attribute from each kind of value.
struct AttributeWriter {
  AttributeProto& to;

  void operator()(int64_t value) {
    to.set_type(AttributeProto::INT);
    to.set_i(value);
  }
  void operator()(double value) {
    to.set_type(AttributeProto::FLOAT);
    to.set_f(static_cast<float>(value));
  }
  void operator()(const std::string& value) {
    to.set_type(AttributeProto::STRING);
    to.set_s(value);
  }
  void operator()(const std::vector<int64_t>& values) {
    to.set_type(AttributeProto::INTS);
    for (int64_t value : values) to.add_ints(value);
  }
  void operator()(const std::vector<double>& values) {
    to.set_type(AttributeProto::FLOATS);
    for (double value : values) to.add_floats(static_cast<float>(value));
  }
  void operator()(const std::vector<std::string>& values) {
    to.set_type(AttributeProto::STRINGS);
    for (const std::string& value : values) to.add_strings(value);
  }
  void operator()(const ConstantRef& value) {
    to.set_type(AttributeProto::TENSOR);
    *to.mutable_t() = whole_tensor("", *value);
  }
};

}  // namespace

void add_attribute(onnx::NodeProto& node, const NamedAttribute& attribute) {
  AttributeProto& proto = *node.add_attribute();
  proto.set_name(attribute.name);
  std::visit(AttributeWriter{proto}, attribute.value);
}

void add_subgraph(onnx::NodeProto& node, const std::string& attribute, onnx::GraphProto graph) {
  AttributeProto& proto = *node.add_attribute();
  proto.set_name(attribute);
  proto.set_type(AttributeProto::GRAPH);
  *proto.mutable_g() = std::move(graph);
}

onnx::TensorProto tensor_header(const std::string& name, const Constant& value) {
  onnx::TensorProto tensor;
  for (int64_t size : value.shape()) tensor.add_dims(size);
  tensor.set_data_type(info(value.dtype()).onnx);
  if (!name.empty()) tensor.set_name(name);
  return tensor;
}

onnx::TensorProto whole_tensor(const std::string& name, const Constant& value) {
  onnx::TensorProto tensor = tensor_header(name, value);
  auto bytes = value.bytes();
  tensor.set_raw_data(bytes.data(), bytes.size());
  return tensor;
}

ConstantRef constant_of(const onnx::TensorProto& tensor) {
  std::optional<DType> dtype;
  for (int i = 0; i < kDTypeCount; ++i)
    if (info(static_cast<DType>(i)).onnx == tensor.data_type()) dtype = static_cast<DType>(i);
  NNSCAN_CHECK(dtype.has_value() && tensor.has_raw_data());
  std::vector<std::byte> bytes(tensor.raw_data().size());
  std::memcpy(bytes.data(), tensor.raw_data().data(), bytes.size());
  return Constant::own(*dtype, {tensor.dims().begin(), tensor.dims().end()}, std::move(bytes));
}

void set_type(onnx::ValueInfoProto& info_proto, const Type& type, const DimPool& dims,
              DimNames& names) {
  auto& tensor = *info_proto.mutable_type()->mutable_tensor_type();
  tensor.set_elem_type(info(type.dtype).onnx);
  if (!type.ranked) return;
  auto& shape = *tensor.mutable_shape();
  for (Dim dim : type.dims) {
    auto& to = *shape.add_dim();
    if (auto known = dims.known(dim))
      to.set_dim_value(*known);
    else if (const std::string& param = names.param(dim); !param.empty())
      to.set_dim_param(param);
  }
}

const char* onnx_type_name(int data_type) {
  struct Row {
    int data_type;
    const char* name;
  };
  static constexpr Row kRows[] = {
      {1, "float"}, {2, "uint8"}, {3, "int8"},     {5, "int16"},   {6, "int32"},
      {7, "int64"}, {9, "bool"},  {10, "float16"}, {11, "double"}, {16, "bfloat16"},
  };
  for (const Row& row : kRows)
    if (row.data_type == data_type) return row.name;
  return "undefined";
}

}  // namespace nnscan
