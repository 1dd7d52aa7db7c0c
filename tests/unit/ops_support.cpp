#include "tests/unit/ops_support.h"

#include <fmt/format.h>

#include <cmath>
#include <sstream>

namespace nnscan::ops_test {

namespace {

DType dtype_of_letter(const std::string& letter) {
  for (int i = 0; i < kDTypeCount; ++i) {
    if (letter == info(DType(i)).letter) return DType(i);
  }
  throw std::invalid_argument("no dtype " + letter);
}

std::vector<std::string> split(const std::string& text, char at) {
  std::vector<std::string> out;
  std::istringstream in(text);
  for (std::string item; std::getline(in, item, at);) out.push_back(item);
  return out;
}

struct Bench {
  Graph graph;
  DimPool dims;
  Builder builder{graph, dims, [] { return OriginId{}; }};

  Dim dim(const std::string& text) {
    if (text == "?") return dims.unknown();
    if (std::isdigit(static_cast<unsigned char>(text[0]))) return dims.constant(std::stoll(text));
    if (text[0] == '-') return dims.neg(dim(text.substr(1)));
    return dims.symbol(text);
  }

  Dims list(const std::string& text) {
    Dims out;
    for (const std::string& item : split(text, ',')) out.push_back(dim(item));
    return out;
  }

  Type type(const std::string& text) {
    size_t open = text.find('[');
    DType dtype = dtype_of_letter(text.substr(0, open));
    std::string inner = text.substr(open + 1, text.find(']') - open - 1);
    return inner == "*" ? Type::unranked(dtype) : Type::of(dtype, list(inner));
  }

  ValueId value(const std::string& text) {
    if (text.empty()) return ValueId{};
    if (text[0] == '$') return builder.dim_scalar(dim(text.substr(1)));
    if (text[0] == '@') return builder.shape_value(list(text.substr(1)));
    if (text.find(' ') != std::string::npos) return builder.constant(parse_constant(text));
    return builder.input(fmt::format("x{}", graph.blocks[graph.root].params.size()), type(text));
  }

  std::vector<ValueId> run(const Call& call) {
    graph.opset = call.opset;
    // Sizes that a shape speaks of belong to some input.
    for (const std::string& input : call.inputs) {
      if (input.empty() || (input[0] != '@' && input[0] != '$')) continue;
      for (const std::string& item : split(input.substr(1), ',')) {
        if (std::isalpha(static_cast<unsigned char>(item[0])))
          builder.input("of" + item, type("f32[" + item + "]"));
      }
    }
    std::vector<ValueId> inputs;
    for (const std::string& input : call.inputs) inputs.push_back(value(input));
    const OpInfo* op = find_op(call.op);
    if (!op) throw std::invalid_argument("no op " + call.op);
    return builder.make(*op, inputs, call.attributes, call.outputs);
  }

  const std::string& symbol_text(uint32_t number) const { return dims.symbol_info(number).name; }

  std::string describe(const Refinement& learnt) const {
    if (!learnt.value.valid()) {
      return fmt::format("{}={}", symbol_text(learnt.symbol), dims.text(learnt.dim));
    }
    const std::string& name = graph.values[learnt.value].name;
    return fmt::format("input {} has rank {}", name.substr(1), learnt.rank);
  }
};

double tolerance(DType dtype) {
  switch (size_of(dtype)) {
    case 2: return dtype == DType::kBFloat16 ? 8e-3 : 1e-3;
    case 4: return 5e-7;
    default: return 1e-14;
  }
}

}  // namespace

ConstantRef parse_constant(const std::string& text) {
  size_t open = text.find('['), close = text.find(']');
  DType dtype = dtype_of_letter(text.substr(0, open));
  Ints shape;
  int64_t n = 1;
  for (const std::string& size : split(text.substr(open + 1, close - open - 1), ',')) {
    shape.push_back(std::stoll(size));
    n *= shape.back();
  }
  std::vector<std::byte> bytes;
  std::istringstream in(text.substr(close + 1));
  for (std::string item; in >> item;) {
    bytes.resize(bytes.size() + size_of(dtype));
    std::byte* to = bytes.data() + bytes.size() - size_of(dtype);
    if (is_float(dtype)) store_element(dtype, to, std::strtod(item.c_str(), nullptr));
    else store_element(dtype, to, static_cast<int64_t>(std::stoll(item)));
  }
  if (bytes.size() == size_of(dtype) && n > 1) return Constant::splat(dtype, shape, bytes.data());
  if (bytes.size() != static_cast<size_t>(n) * size_of(dtype))
    throw std::invalid_argument("elements do not fit: " + text);
  return Constant::own(dtype, shape, std::move(bytes));
}

std::string types_of(const Call& call) {
  Bench bench;
  try {
    std::vector<std::string> out;
    for (ValueId value : bench.run(call)) out.push_back(text(bench.graph.type(value), bench.dims));
    return fmt::format("{}", fmt::join(out, " "));
  } catch (const TypeError& error) {
    return "error: " + error.message;
  } catch (const NeedRefinement& need) {
    std::vector<std::string> out;
    for (const Refinement& learnt : need.refinements) out.push_back(bench.describe(learnt));
    return fmt::format("{}", fmt::join(out, ", "));
  }
}

static std::string render(const Constant& constant) {
  std::string out = fmt::format("{}[{}]", info(constant.dtype()).letter,
                                fmt::join(constant.shape(), ","));
  for (int64_t i = 0; i < constant.numel(); ++i) {
    if (is_float(constant.dtype())) out += fmt::format(" {:.17g}", constant.as_double(i));
    else out += fmt::format(" {}", constant.as_int(i));
  }
  return constant.numel() == 0 ? out + " " : out;
}

std::vector<std::string> folded(const Call& call) {
  Bench bench;
  std::vector<std::string> out;
  for (ValueId value : bench.run(call)) {
    const Constant* constant = bench.graph.constant(value);
    out.push_back(constant ? render(*constant) : text(bench.graph.type(value), bench.dims));
  }
  return out;
}

bool agrees(const std::string& result, const std::string& expected) {
  if (result.find(' ') == std::string::npos) return result == expected;
  ConstantRef a = parse_constant(result), b = parse_constant(expected);
  if (a->dtype() != b->dtype() || a->shape() != b->shape()) return false;
  for (int64_t i = 0; i < a->numel(); ++i) {
    if (!is_float(a->dtype()) && a->as_int(i) != b->as_int(i)) return false;
    double x = a->as_double(i), y = b->as_double(i);
    if (x == y || (std::isnan(x) && std::isnan(y))) continue;
    if (!(std::abs(x - y) <= tolerance(a->dtype()) * std::max(1.0, std::abs(y)))) return false;
  }
  return true;
}

}  // namespace nnscan::ops_test
