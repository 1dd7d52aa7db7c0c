// Symbolic integers as values: the nodes that compute a Dim when the model runs, and the Dims
// that values are known to hold.
#include <algorithm>

#include "ir/base/check.h"
#include "ir/builder.h"

namespace nnscan {

std::optional<Dims> Builder::dims_of(ValueId value) const {
  if (const Constant* bytes = graph_.constant(value)) return constant_dims(*bytes, dims_);
  auto found = noted_.find(value.index);
  return found == noted_.end() ? std::nullopt : std::optional(found->second);
}

void Builder::note_dims(ValueId value, Dims dims) { noted_[value.index] = std::move(dims); }

Dim Builder::dim_from_scalar(ValueId value) {
  if (std::optional<Dims> known = dims_of(value); known && known->size() == 1)
    return known->front();
  Dim dim = dims_.unknown(false);
  graph_.symbols[*dims_.as_symbol(dim)] = {value, -1};
  note_dims(value, {dim});
  return dim;
}

ValueId Builder::dim_scalar(Dim dim) {
  if (std::optional<int64_t> known = dims_.known(dim))
    return constant(Constant::scalar_int(*known));
  if (std::optional<uint32_t> symbol = dims_.as_symbol(dim)) {
    SymbolOrigin origin = visible_origin(*symbol);
    if (origin.axis == -1) return origin.value;
  }
  ValueId axes = constant(Constant::of_ints({0}));
  return make1("Squeeze", {dim_vector1(dim), axes});
}

ValueId Builder::dim_vector1(Dim dim) {
  if (std::optional<int64_t> known = dims_.known(dim)) return constant(Constant::of_ints({*known}));
  auto [from, to] = dim_cache_.equal_range(dim.index);
  for (; from != to; ++from)
    if (visible(from->second)) return from->second;
  ValueId value = materialise(dim);
  if (graph_.values[value].kind != ValueKind::kConstant) note_dims(value, {dim});
  dim_cache_.emplace(dim.index, value);
  return value;
}

ValueId Builder::materialise(Dim dim) {
  if (std::optional<uint32_t> symbol = dims_.as_symbol(dim)) return symbol_vector1(*symbol);
  std::vector<DimPool::Part> parts = dims_.readable(dim);
  std::ranges::stable_partition(parts, [](const auto& part) { return part.coefficient > 0; });
  ValueId total;
  for (const DimPool::Part& part : parts) {
    bool negative = false;
    ValueId value = part_value(part, negative);
    if (!total.valid())
      total = negative ? make1("Neg", {value}) : value;
    else
      total = make1(negative ? "Sub" : "Add", {total, value});
  }
  return total;
}

// The part's value, or where `negative` comes back true, what to subtract.
ValueId Builder::part_value(const DimPool::Part& part, bool& negative) {
  int64_t coefficient = part.coefficient;
  negative = coefficient < 0 && coefficient != INT64_MIN;
  if (negative) coefficient = -coefficient;
  ValueId value;
  for (const DimAtom& atom : part.factors) {
    ValueId factor = atom_value(atom);
    value = value.valid() ? make1("Mul", {value, factor}) : factor;
  }
  if (value.valid() && coefficient == 1) return value;
  ValueId multiple = constant(Constant::of_ints({coefficient}));
  return value.valid() ? make1("Mul", {value, multiple}) : multiple;
}

// Floor division and modulo are Python's. ONNX's Mod has the divisor's sign too, but its Div
// rounds towards zero, so where a may be negative, a // b is (a - a % b) / b, which is exact.
// https://onnx.ai/onnx/operators/onnx__Mod.html
ValueId Builder::atom_value(const DimAtom& atom) {
  if (atom.op == DimOp::kSymbol) return symbol_vector1(atom.a.index);
  ValueId a = dim_vector1(atom.a), b = dim_vector1(atom.b);
  if (atom.op == DimOp::kMod) return make1("Mod", {a, b});
  if (atom.op == DimOp::kFloorDiv) {
    auto non_negative = [&](Dim dim) {
      return dims_.compare(Compare::kGe, dim, dims_.constant(0)) == true;
    };
    if (non_negative(atom.a) && non_negative(atom.b)) return make1("Div", {a, b});
    return make1("Div", {make1("Sub", {a, make1("Mod", {a, b})}), b});
  }
  bool larger = atom.op == DimOp::kMax;
  if (graph_.opset >= 12) return make1(larger ? "Max" : "Min", {a, b});
  // Before opset 12 Max and Min are for floats only.
  ValueId a_wins = make1(larger ? "Greater" : "Less", {a, b});
  return make1("Where", {a_wins, a, b});
}

// Where the symbol's value can be read at the current place.
std::optional<SymbolOrigin> Builder::find_origin(uint32_t symbol) const {
  auto found = graph_.symbols.find(symbol);
  if (found != graph_.symbols.end() && visible(found->second.value)) return found->second;
  for (uint32_t i = 0; i < graph_.values.size(); ++i) {
    ValueId value{i};
    if (!visible(value)) continue;
    const Dims& dims = graph_.type(value).dims;
    for (size_t axis = 0; axis < dims.size(); ++axis)
      if (dims_.as_symbol(dims[axis]) == symbol)
        return SymbolOrigin{value, static_cast<int>(axis)};
  }
  return std::nullopt;
}

SymbolOrigin Builder::visible_origin(uint32_t symbol) const {
  std::optional<SymbolOrigin> origin = find_origin(symbol);
  NNSCAN_CHECK(origin, "nothing visible tells the size " + dims_.symbol_info(symbol).name);
  return *origin;
}

bool Builder::computable(Dim dim) const {
  std::vector<uint32_t> symbols = dims_.symbols_of(dim);
  auto known = [&](uint32_t symbol) { return find_origin(symbol).has_value(); };
  return std::ranges::all_of(symbols, known);
}

ValueId Builder::symbol_vector1(uint32_t symbol) {
  SymbolOrigin origin = visible_origin(symbol);
  if (origin.axis == -1)
    return make1("Unsqueeze", {origin.value, constant(Constant::of_ints({0}))});
  size_t axis = static_cast<size_t>(origin.axis);
  return axes_of(origin.value, axis, axis + 1);
}

// The sizes of some neighbouring axes as a vector. Shape takes a range since opset 15.
ValueId Builder::axes_of(ValueId value, size_t start, size_t end) {
  size_t rank = graph_.type(value).rank();
  if (start == 0 && end == rank) return make1("Shape", {value});
  if (graph_.opset >= 15) {
    std::vector<NamedAttribute> attributes;
    if (end != rank) attributes.push_back({"end", static_cast<int64_t>(end)});
    if (start != 0) attributes.push_back({"start", static_cast<int64_t>(start)});
    return make1("Shape", {value}, std::move(attributes));
  }
  std::vector<int64_t> axes;
  for (size_t axis = start; axis < end; ++axis) axes.push_back(static_cast<int64_t>(axis));
  return make1("Gather", {make1("Shape", {value}), constant(Constant::of_ints(std::move(axes)))});
}

// How many dims from `at` on are the sizes of neighbouring axes of one value, if the first is a
// symbol whose origin is an axis.
size_t Builder::shape_run(const Dims& dims, size_t at, SymbolOrigin& origin) {
  std::optional<uint32_t> symbol = dims_.as_symbol(dims[at]);
  if (!symbol) return 0;
  origin = visible_origin(*symbol);
  if (origin.axis == -1) return 0;
  const Dims& axes = graph_.type(origin.value).dims;
  size_t axis = static_cast<size_t>(origin.axis), length = 0;
  while (at + length < dims.size() && axis + length < axes.size() &&
         dims[at + length] == axes[axis + length])
    ++length;
  return length;
}

ValueId Builder::shape_value(const Dims& dims) {
  std::vector<ValueId> pieces;
  std::vector<int64_t> numbers;  // known sizes that are not yet in pieces
  auto flush = [&] {
    if (!numbers.empty()) pieces.push_back(constant(Constant::of_ints(std::move(numbers))));
    numbers.clear();
  };
  for (size_t i = 0; i < dims.size();) {
    if (std::optional<int64_t> known = dims_.known(dims[i])) {
      numbers.push_back(*known);
      ++i;
      continue;
    }
    flush();
    SymbolOrigin origin;
    size_t length = shape_run(dims, i, origin);
    size_t axis = static_cast<size_t>(origin.axis);
    pieces.push_back(length > 1 ? axes_of(origin.value, axis, axis + length)
                                : dim_vector1(dims[i]));
    i += std::max<size_t>(length, 1);
  }
  if (pieces.empty()) return constant(Constant::of_ints(std::move(numbers)));
  flush();
  if (pieces.size() == 1) return pieces.front();
  ValueId shape = make1("Concat", pieces, {{"axis", int64_t{0}}});
  note_dims(shape, dims);
  return shape;
}

}  // namespace nnscan
