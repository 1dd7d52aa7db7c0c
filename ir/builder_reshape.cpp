// Reshape with as few nodes as the dims allow. Without the attribute allowzero, a 0 in the shape
// copies the input's size on that axis, and -1 stands for what remains, which is undefined while
// another size is 0. https://onnx.ai/onnx/operators/onnx__Reshape.html
#include <algorithm>

#include <fmt/format.h>

#include "ir/base/check.h"
#include "ir/builder.h"

namespace nnscan {

bool Builder::surely_positive(Dim dim) {
  return dims_.compare(Compare::kGe, dim, dims_.constant(1)) == true;
}

// Whether the axis may be given as 0: its size, whenever it is 0, is 0 in the input too.
bool Builder::copies_zero(const Type& from, const Dims& dims, size_t axis) {
  if (!from.ranked || axis >= from.rank()) return false;
  if (from.dims[axis] == dims[axis]) return true;
  std::optional<Dim> factor = dims_.divide_exactly(dims[axis], from.dims[axis]);
  return factor && dims_.known(*factor).value_or(0) != 0;
}

// The shape as numbers: known sizes, 0 for copied axes, at most one -1.
std::optional<std::vector<int64_t>> Builder::static_shape(const Type& from, const Dims& dims) {
  std::vector<int64_t> shape;
  std::optional<size_t> open;
  for (size_t i = 0; i < dims.size(); ++i) {
    if (std::optional<int64_t> known = dims_.known(dims[i])) {
      shape.push_back(*known);
    } else if (from.ranked && i < from.rank() && from.dims[i] == dims[i]) {
      shape.push_back(0);
    } else {
      if (open) return std::nullopt;
      open = i;
      shape.push_back(-1);
    }
  }
  for (size_t i = 0; open && i < dims.size(); ++i)
    if (i != *open && !surely_positive(dims[i])) return std::nullopt;
  return shape;
}

// The shape as a value. Its sizes may turn out to be 0, which must then not be read as a copy:
// where that is not certain, allowzero takes all of them literally (since opset 14).
ValueId Builder::shape_for_reshape(const Type& from, const Dims& dims, bool& allow_zero) {
  allow_zero = false;
  if (auto shape = static_shape(from, dims)) return constant(Constant::of_ints(std::move(*shape)));
  bool copies_are_right = true;
  for (size_t i = 0; i < dims.size(); ++i)
    copies_are_right &= surely_positive(dims[i]) || copies_zero(from, dims, i);
  if (!copies_are_right && graph_.opset >= 14) {
    allow_zero = true;
    return shape_value(dims);
  }
  std::vector<ValueId> pieces;
  for (size_t i = 0; i < dims.size(); ++i) {
    bool copied = from.ranked && i < from.rank() && from.dims[i] == dims[i];
    Dim entry = copied && !dims_.known(dims[i]) ? dims_.constant(0) : dims[i];
    pieces.push_back(dim_vector1(entry));
  }
  if (pieces.size() == 1) return pieces.front();
  return make1("Concat", std::move(pieces), {{"axis", int64_t{0}}});
}

// A shape with a 0 in it holds no elements, whatever is reshaped.
ValueId Builder::empty_tensor(ValueId value, const Dims& dims) {
  Type from = graph_.type(value);
  if (from.ranked && surely_positive(element_count(from, dims_)))
    throw TypeError{find_op("Reshape"),
                    fmt::format("{} elements do not fit a shape of 0",
                                dims_.text(element_count(from, dims_)))};
  Type type = Type::of(from.dtype, dims);
  if (auto shape = known_shape(type, dims_))
    return constant(Constant::fill(from.dtype, std::move(*shape), 0));
  ConstantRef zero = Constant::fill(from.dtype, {1}, 0);
  ValueId empty = make1("ConstantOfShape", {shape_value(dims)}, {{"value", zero}});
  graph_.values[empty].type = std::move(type);
  return empty;
}

ValueId Builder::reshape(ValueId value, const Dims& dims) {
  const Type from = graph_.type(value);
  if (from.ranked && from.dims == dims) return value;
  auto zero_here = [&](size_t i) { return dims_.known(dims[i]) == 0; };
  for (size_t i = 0; i < dims.size(); ++i) {
    bool copied = from.ranked && i < from.rank() && from.dims[i] == dims[i];
    if (zero_here(i) && !copied) return empty_tensor(value, dims);
  }
  bool allow_zero = false;
  ValueId shape = shape_for_reshape(from, dims, allow_zero);
  std::vector<NamedAttribute> attributes;
  if (allow_zero) attributes.push_back({"allowzero", int64_t{1}});
  ValueId result = make1("Reshape", {value, shape}, std::move(attributes));
  if (graph_.values[result].kind == ValueKind::kNode && graph_.type(result).dims != dims) {
    graph_.values[result].type = Type::of(from.dtype, dims);
    register_symbols(result);
  }
  return result;
}

}  // namespace nnscan
