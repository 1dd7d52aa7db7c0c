#include "tools/lsp/shape.h"

#include "frontend/torch/tensor.h"

namespace nnscan::lsp {

namespace {

constexpr size_t kShownItems = 4;
constexpr int kDeepest = 3;

Shape shape_of(py::Interp& in, const py::Value& v, int depth) {
  Shape shape;
  switch (v.tag) {
    case py::Tag::kSymInt:
      shape.kind = Shape::Kind::kSize;
      shape.dim = in.to_dim(v);
      return shape;
    case py::Tag::kSymFloat:
    case py::Tag::kSymBool:
      shape.kind = Shape::Kind::kNumber;
      shape.type = Type::scalar(v.tag == py::Tag::kSymBool ? DType::kBool : DType::kFloat64);
      return shape;
    case py::Tag::kInt:
      shape.kind = Shape::Kind::kOther;
      shape.text = std::to_string(v.i);
      return shape;
    case py::Tag::kBool:
    case py::Tag::kNone:
    case py::Tag::kFloat:
      shape.kind = Shape::Kind::kOther;
      shape.text = in.repr(v);
      return shape;
    case py::Tag::kObject:
      break;
    default:
      return shape;
  }
  if (py::is(v, py::Kind::kTensor)) {
    auto* tensor = static_cast<torch::TensorObj*>(v.obj);
    shape.kind = Shape::Kind::kTensor;
    // What a view looks at may have changed its content since, and never its type.
    shape.type = tensor->base || !tensor->storage->content.valid()
                     ? tensor->type
                     : in.session.graph.type(tensor->storage->content);
    return shape;
  }
  const bool tuple = py::is(v, py::Kind::kTuple);
  if ((!tuple && !py::is(v, py::Kind::kList)) || depth >= kDeepest) return shape;
  shape.kind = tuple ? Shape::Kind::kTuple : Shape::Kind::kList;
  auto items = py::items_in(v);
  shape.count = items.size();
  for (size_t i = 0; i < std::min(items.size(), kShownItems); ++i)
    shape.items.push_back(shape_of(in, items[i], depth + 1));
  return shape;
}

std::string text(const Shape& shape, const DimPool& dims, const SizeNames& name_of) {
  switch (shape.kind) {
    case Shape::Kind::kNothing:
      return "…";
    case Shape::Kind::kOther:
      return shape.text;
    case Shape::Kind::kSize:
      return dims.text(shape.dim, name_of);
    case Shape::Kind::kNumber:
      return shape.type.dtype == DType::kBool ? "bool" : "float";
    case Shape::Kind::kTensor: {
      std::string out = std::string(info(shape.type.dtype).name) + "[";
      if (!shape.type.ranked) return out + "…]";
      for (size_t i = 0; i < shape.type.rank(); ++i)
        out += (i ? ", " : "") + dims.text(shape.type.dims[i], name_of);
      return out + "]";
    }
    case Shape::Kind::kTuple:
    case Shape::Kind::kList:
      break;
  }
  const bool tuple = shape.kind == Shape::Kind::kTuple;
  std::string out = tuple ? "(" : "[", first;
  bool alike = shape.count > 2;
  for (size_t i = 0; i < shape.items.size(); ++i) {
    std::string item = text(shape.items[i], dims, name_of);
    if (i == 0) first = item;
    alike &= item == first;
    out += (i ? ", " : "") + item;
  }
  if (alike)
    return (tuple ? "(" : "[") + std::to_string(shape.count) + " × " + first + (tuple ? ")" : "]");
  return out + (shape.count > shape.items.size() ? ", …" : "") +
         (tuple && shape.count == 1 ? "," : "") + (tuple ? ")" : "]");
}

}  // namespace

bool Shape::shows() const {
  if (kind == Kind::kTensor || kind == Kind::kSize || kind == Kind::kNumber) return true;
  return std::any_of(items.begin(), items.end(), [](const Shape& item) { return item.shows(); });
}

Shape shape_of(py::Interp& in, const py::Value& v) { return shape_of(in, v, 0); }

Json to_json(const Shape& shape, const DimPool& dims, const SizeNames& name_of) {
  Json json{{"t", text(shape, dims, name_of)}};
  if (shape.kind != Shape::Kind::kTensor || !shape.type.ranked) return json;
  Json sizes = Json::array();
  for (Dim dim : shape.type.dims) sizes.push_back(dims.text(dim, name_of));
  json["d"] = {info(shape.type.dtype).name, sizes};
  return json;
}

}  // namespace nnscan::lsp
