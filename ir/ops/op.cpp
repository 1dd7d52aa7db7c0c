#include "ir/ops/lacks.h"
#include "ir/ops/op.h"

#include <algorithm>

#include <fmt/format.h>

namespace nnscan {

namespace {

constexpr int64_t kMaxKnownLength = 256;  // longer lists of integers are data, not shapes

// These give their first input's shape: who asks for the rank of the result asks for its.
constexpr std::string_view kShapePreserving[] = {
    "Abs",   "Cast",      "Ceil",  "Clip", "Cos",     "Elu",      "Erf",  "Exp",
    "Floor", "HardSwish", "Identity", "LeakyRelu", "Log", "Mish", "Neg",  "Not",
    "Relu",  "Round",     "Selu",  "Sigmoid", "Sign", "Sin",      "Softmax", "Softplus",
    "Softsign", "Sqrt",   "Tanh",
};

ValueId rank_source(const Graph& graph, ValueId value) {
  while (graph.values[value].kind == ValueKind::kNode) {
    const Node& node = graph.nodes[graph.values[value].node];
    bool preserves = std::ranges::find(kShapePreserving, node.op->name) !=
                     std::end(kShapePreserving);
    if (!preserves) break;
    value = node.inputs[0];
  }
  return value;
}

bool is_model_input(const Graph& graph, ValueId value) {
  const ValueInfo& info = graph.values[value];
  return info.kind == ValueKind::kInput && info.block == graph.root;
}

}  // namespace

std::optional<Dims> constant_dims(const Constant& constant, DimPool& dims) {
  if (constant.dtype() != DType::kInt64 || constant.rank() > 1) return std::nullopt;
  if (constant.numel() > kMaxKnownLength) return std::nullopt;
  Dims result;
  for (int64_t i = 0; i < constant.numel(); ++i)
    result.push_back(dims.constant(constant.as_int(i)));
  return result;
}

std::optional<Dims> InferContext::dims_value(size_t i) const {
  if (!has(i)) return std::nullopt;
  if (const Constant* bytes = constant(i)) return constant_dims(*bytes, dims);
  if (!known) return std::nullopt;
  auto found = known->find(node.inputs[i].index);
  return found == known->end() ? std::nullopt : std::optional(found->second);
}

bool InferContext::want_rank(size_t i, int rank, const char* what) {
  const Type& type = in(i);
  if (type.ranked) {
    if (type.rank() == static_cast<size_t>(rank)) return true;
    fail(fmt::format("{} must have {} dimensions, not {}", what, rank, type.rank()));
    return false;
  }
  ValueId source = rank_source(graph, node.inputs[i]);
  if (is_model_input(graph, source))
    refinements.push_back({0, Dim{}, source, rank, {}});
  else
    throw OperatorLacks(*this, Code::kUnknownRank,
                        fmt::format("{} must have {} dimensions; how many it has is not known",
                                    what, rank));
  return false;
}

// Only what the model's inputs leave open can be learnt: a size that a node makes anew, such as
// NonZero's, is a new symbol when the analysis is repeated.
bool InferContext::refinable(uint32_t symbol) const {
  if (!dims.symbol_info(symbol).anonymous) return false;
  auto origin = graph.symbols.find(symbol);
  return origin != graph.symbols.end() && is_model_input(graph, origin->second.value);
}

std::optional<Refinement> InferContext::solve(Dim a, Dim b) {
  Dim difference = dims.sub(a, b);
  for (uint32_t symbol : dims.symbols_of(difference)) {
    auto origin = graph.symbols.find(symbol);
    bool of_input = origin != graph.symbols.end() && is_model_input(graph, origin->second.value);
    if (!of_input) return std::nullopt;
  }
  std::optional<Refinement> best;
  const std::vector<DimPool::Term> terms = dims.terms(difference);
  for (const DimPool::Term& term : terms) {
    if (term.factors.size() != 1) continue;
    const DimAtom atom = dims.atom(term.factors[0]);
    if (atom.op != DimOp::kSymbol || !refinable(atom.a.index)) continue;
    Dim coefficient = dims.constant(term.coefficient);
    Dim rest = dims.sub(difference, dims.mul(coefficient, dims.symbol_dim(atom.a.index)));
    std::vector<uint32_t> others = dims.symbols_of(rest);
    if (std::ranges::binary_search(others, atom.a.index)) continue;
    std::optional<Dim> value = dims.divide_exactly(dims.neg(rest), coefficient);
    // The later of two inputs is told by the earlier.
    if (value && (!best || best->symbol < atom.a.index))
      best = Refinement{atom.a.index, *value, ValueId{}, -1, {}};
  }
  return best;
}

Dim InferContext::unify(Dim a, Dim b, const std::string& what) {
  if (a == b) return a;
  std::optional<Refinement> learnt;
  if (dims.compare(Compare::kEq, a, b) != false) learnt = solve(a, b);
  bool impossible = learnt && dims.compare(Compare::kGe, learnt->dim, dims.constant(0)) == false;
  if (impossible || dims.compare(Compare::kEq, a, b) == false) {
    fail(fmt::format("{}: {} is not {}", what, text(a), text(b)));
    return a;
  }
  if (learnt) refinements.push_back(*learnt);
  auto unknown = [&](Dim dim) {
    std::optional<uint32_t> symbol = dims.as_symbol(dim);
    return symbol && dims.symbol_info(*symbol).anonymous;
  };
  if (dims.known(a) || (!dims.known(b) && !unknown(a))) return a;
  return b;
}

// A size of at least 2 is not stretched, so it is the result's, and so is 0. Of two sizes that
// may or may not be 1 the result is neither: it has a size of its own.
Dim InferContext::broadcast_dim(Dim a, Dim b) {
  if (a == b || dims.known(b) == 1) return a;
  if (dims.known(a) == 1) return b;
  auto stands = [&](Dim dim) {
    return dims.known(dim) == 0 || dims.compare(Compare::kGe, dim, dims.constant(2)) == true;
  };
  bool a_stands = stands(a), b_stands = stands(b);
  if (!a_stands && !b_stands) return dims.unknown();
  if (a_stands && b_stands && dims.compare(Compare::kEq, a, b) == false)
    fail(fmt::format("sizes {} and {} do not broadcast", text(a), text(b)));
  if (b_stands && (!a_stands || dims.known(b))) return b;
  return a;
}

Type InferContext::broadcast(DType dtype, std::span<const Type* const> types) {
  size_t rank = 0;
  for (const Type* type : types) {
    if (!type->ranked) return Type::unranked(dtype);
    rank = std::max(rank, type->rank());
  }
  Dims result(rank, dims.constant(1));
  for (const Type* type : types) {
    size_t skipped = rank - type->rank();
    for (size_t i = 0; i < type->rank(); ++i)
      result[skipped + i] = broadcast_dim(result[skipped + i], type->dims[i]);
  }
  return Type::of(dtype, std::move(result));
}

int64_t InferContext::axis(int64_t axis, size_t rank) {
  int64_t count = static_cast<int64_t>(rank);
  if (axis < -count || axis >= count) {
    fail(fmt::format("axis {} is out of range for {} dimensions", axis, rank));
    return 0;
  }
  return axis < 0 ? axis + count : axis;
}

const OpInfo* find_op(std::string_view name) {
  static const auto kByName = [] {
    std::unordered_map<std::string_view, const OpInfo*> rows;
    for (std::span<const OpInfo> family : op_families())
      for (const OpInfo& row : family) rows.emplace(row.name, &row);
    return rows;
  }();
  auto found = kByName.find(name);
  return found == kByName.end() ? nullptr : found->second;
}

}  // namespace nnscan
