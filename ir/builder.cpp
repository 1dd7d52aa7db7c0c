// Making nodes: types, folding, reuse of equal nodes, constants and inputs.
#include "ir/builder.h"
#include "ir/ops/lacks.h"

#include <algorithm>

#include "ir/base/check.h"
#include "ir/contents.h"

namespace nnscan {

namespace {

constexpr size_t kMaxHashedBytes = 4096;  // of larger constants, keys of nodes hold the address

template <class T>
void append_bits(std::string& to, const T& value) {
  to.append(reinterpret_cast<const char*>(&value), sizeof value);
}

// Equal constants have equal fingerprints; large ones are told apart by where they lie.
std::string fingerprint(const Constant& constant) {
  std::string text;
  bool small = constant.byte_size() <= kMaxHashedBytes;
  append_bits(text, constant.dtype());
  append_bits(text, small ? 0 : constant.is_splat() ? 1 : 2);
  append_bits(text, constant.rank());
  for (int64_t size : constant.shape()) append_bits(text, size);
  if (constant.numel() == 0) return text;
  if (small) {
    std::span<const std::byte> bytes = constant.bytes();
    text.append(reinterpret_cast<const char*>(bytes.data()), bytes.size());
  } else if (constant.is_splat()) {
    text.append(reinterpret_cast<const char*>(constant.element(0)), size_of(constant.dtype()));
  } else {
    append_bits(text, constant.element(0));
  }
  return text;
}

// Equal constants have equal ones; others may, too. Of a large one, what a few elements hold.
size_t likeness(const Constant& constant) {
  constexpr int64_t kSamples = 64;
  bool sampled = !constant.is_splat() && constant.byte_size() > kMaxHashedBytes;
  if (!sampled) return std::hash<std::string>{}(fingerprint(constant));
  std::string text;
  append_bits(text, constant.dtype());
  for (int64_t size : constant.shape()) append_bits(text, size);
  for (int64_t i = 0; i < kSamples; ++i)
    text.append(reinterpret_cast<const char*>(constant.element(constant.numel() / kSamples * i)), size_of(constant.dtype()));
  return std::hash<std::string>{}(text);
}

void append_attribute(std::string& key, const Attribute& attribute) {
  auto append = [&](const auto& value) {
    using T = std::decay_t<decltype(value)>;
    if constexpr (std::is_same_v<T, ConstantRef>) {
      key += fingerprint(*value);
    } else if constexpr (std::is_same_v<T, std::string>) {
      append_bits(key, value.size());
      key += value;
    } else if constexpr (std::is_arithmetic_v<T>) {
      append_bits(key, value);
    } else {
      append_bits(key, value.size());
      for (const auto& item : value) append_attribute(key, Attribute(item));
    }
  };
  append_bits(key, attribute.index());
  std::visit(append, attribute);
}

// Whether the key of a node that is not kept goes on meaning it: an address may be given again.
bool names_all(const Node& node) {
  return std::ranges::none_of(node.attributes, [](const NamedAttribute& attribute) {
    auto* constant = std::get_if<ConstantRef>(&attribute.value);
    return constant && (*constant)->byte_size() > kMaxHashedBytes;
  });
}

bool all_known(const Dims& dims, const DimPool& pool) {
  return std::all_of(dims.begin(), dims.end(), [&](Dim dim) { return pool.known(dim); });
}

}  // namespace

Builder::Builder(Graph& graph, DimPool& dims, std::function<OriginId()> origin)
    : graph_(graph), dims_(dims), origin_(std::move(origin)), stack_{graph.root} {}

// Values.

ValueId Builder::add_value(ValueInfo info) {
  ValueId value = graph_.values.add(std::move(info));
  register_symbols(value);
  return value;
}

// A symbol that is the size of an axis of a visible value can be computed from it.
void Builder::register_symbols(ValueId value) {
  const Type& type = graph_.type(value);
  for (size_t axis = 0; axis < type.rank(); ++axis) {
    std::optional<uint32_t> symbol = dims_.as_symbol(type.dims[axis]);
    if (!symbol) continue;
    auto known = graph_.symbols.find(*symbol);
    if (known != graph_.symbols.end() && visible(known->second.value)) continue;
    graph_.symbols[*symbol] = {value, static_cast<int>(axis)};
  }
}

ValueId Builder::constant(ConstantRef value) {
  size_t hash = likeness(*value);
  auto [from, to] = constants_.equal_range(hash);
  for (; from != to; ++from)
    if (graph_.values[from->second].constant->same_as(*value)) return from->second;
  ValueId id = fresh_constant(std::move(value));
  constants_.emplace(hash, id);
  return id;
}

ValueId Builder::fresh_constant(ConstantRef value) {
  ValueInfo info;
  info.kind = ValueKind::kConstant;
  info.type.dtype = value->dtype();
  for (int64_t size : value->shape()) info.type.dims.push_back(dims_.constant(size));
  info.constant = std::move(value);
  return add_value(std::move(info));
}

ValueId Builder::input(std::string name, Type type) {
  ValueInfo info;
  info.kind = ValueKind::kInput;
  info.type = std::move(type);
  info.block = graph_.root;
  info.name = std::move(name);
  ValueId value = add_value(std::move(info));
  graph_.blocks[graph_.root].params.push_back(value);
  return value;
}

ValueId Builder::initializer(std::string key, Type type, ConstantRef bytes) {
  ValueInfo info;
  info.kind = ValueKind::kInitializer;
  info.type = std::move(type);
  info.name = std::move(key);
  info.constant = std::move(bytes);
  ValueId value = add_value(std::move(info));
  graph_.parameters.push_back(value);
  return value;
}

ValueId Builder::random_source(Type type) {
  ValueInfo info;
  info.kind = ValueKind::kRandom;
  info.type = std::move(type);
  return add_value(std::move(info));
}

// Nodes.

std::string Builder::key_of(const Node& node) const {
  std::string key;
  append_bits(key, node.op);
  append_bits(key, node.outputs.size());
  for (ValueId input : node.inputs) append_bits(key, input.index);
  for (const NamedAttribute& attribute : node.attributes) {
    append_bits(key, attribute.name.size());
    key += attribute.name;
    append_attribute(key, attribute.value);
  }
  return key;
}

NodeId Builder::find_equal(const Node& node, const std::string& key) const {
  auto [from, to] = equal_.equal_range(key);
  for (; from != to; ++from) {
    const Node& found = graph_.nodes[from->second];
    if (found.op == node.op && visible(found.outputs[0])) return from->second;
  }
  return {};
}

std::vector<Type> Builder::infer(Node& node, std::optional<Dims>& contents) {
  InferContext ctx(graph_, dims_, node, &noted_);
  try {
    node.op->infer(ctx);
  } catch (const DimOverflow& overflow) {
    if (!ctx.failed()) throw OperatorLacks(ctx, Code::kLimitSize, overflow.what());
  }
  if (ctx.failed()) throw TypeError{node.op, std::move(ctx.error)};
  if (!ctx.refinements.empty()) throw NeedRefinement{std::move(ctx.refinements)};
  try {
    contents = known_contents(ctx);
  } catch (const DimOverflow&) {
    contents.reset();  // numbers, not sizes
  }
  NNSCAN_CHECK(ctx.outputs.size() >= node.outputs.size(), node.op->name);
  ctx.outputs.resize(node.outputs.size());
  return std::move(ctx.outputs);
}

// The results as constants, or nothing where they have to be computed by the model.
std::vector<ValueId> Builder::fold(const Node& node, const std::vector<Type>& types) {
  if (!node.op->fold || !node.op->pure) return {};
  std::vector<const Constant*> inputs;
  for (ValueId input : node.inputs) {
    if (input.valid() && graph_.values[input].kind != ValueKind::kConstant) return {};
    inputs.push_back(input.valid() ? graph_.constant(input) : nullptr);
  }
  int64_t elements = 0;
  for (const Type& type : types) {
    std::optional<std::vector<int64_t>> shape = known_shape(type, dims_);
    if (!shape) return {};
    int64_t count = 1;
    for (int64_t size : *shape)
      if (__builtin_mul_overflow(count, size, &count)) return {};
    if (__builtin_add_overflow(elements, count, &elements) || elements > fold_limit) return {};
  }
  std::vector<ConstantRef> folded = node.op->fold({node, inputs, types, dims_});
  if (folded.empty()) return {};
  NNSCAN_CHECK(folded.size() >= types.size(), node.op->name);
  std::vector<ValueId> values;
  for (size_t i = 0; i < types.size(); ++i) {
    bool as_inferred = folded[i]->dtype() == types[i].dtype &&
                       folded[i]->shape() == known_shape(types[i], dims_);
    NNSCAN_CHECK(as_inferred, node.op->name);
    values.push_back(constant(std::move(folded[i])));
  }
  return values;
}

std::vector<ValueId> Builder::append(Node node, std::vector<Type> types) {
  node.origin = origin_();
  BlockId block = node.block;
  NodeId id = graph_.nodes.add(std::move(node));
  graph_.blocks[block].nodes.push_back(id);
  for (uint32_t i = 0; i < types.size(); ++i) {
    ValueInfo info;
    info.type = std::move(types[i]);
    info.node = id;
    info.output = i;
    info.block = block;
    ValueId value = add_value(std::move(info));
    graph_.nodes[id].outputs[i] = value;
  }
  return graph_.nodes[id].outputs;
}

std::vector<ValueId> Builder::make(const OpInfo& op, std::vector<ValueId> inputs,
                                   std::vector<NamedAttribute> attributes, size_t outputs) {
  Node node;
  node.op = &op;
  node.block = current();
  node.outputs.resize(outputs);
  node.inputs = std::move(inputs);
  while (!node.inputs.empty() && !node.inputs.back().valid()) node.inputs.pop_back();
  for (ValueId input : node.inputs)
    NNSCAN_CHECK(!input.valid() || visible(input), op.name);
  node.attributes = std::move(attributes);
  std::ranges::sort(node.attributes, {}, &NamedAttribute::name);

  std::string key = op.pure ? key_of(node) : std::string();
  if (op.pure) {
    if (auto known = folded_.find(key); known != folded_.end()) return known->second;
    if (NodeId equal = find_equal(node, key); equal.valid()) return graph_.nodes[equal].outputs;
  }

  std::optional<Dims> contents;
  std::vector<Type> types = infer(node, contents);
  if (std::vector<ValueId> folded = fold(node, types); !folded.empty()) {
    if (names_all(node)) folded_.emplace(std::move(key), folded);
    return folded;
  }
  if (contents && op.pure && all_known(*contents, dims_)) {
    std::vector<int64_t> numbers;
    for (Dim dim : *contents) numbers.push_back(*dims_.known(dim));
    ConstantRef vector = Constant::of_ints(std::move(numbers));
    return {constant(types[0].rank() == 1 ? vector : vector->reshaped({}))};
  }
  std::vector<ValueId> values = append(std::move(node), std::move(types));
  if (op.pure && !values.empty()) equal_.emplace(std::move(key), graph_.values[values[0]].node);
  if (contents) note_dims(values[0], std::move(*contents));
  return values;
}

ValueId Builder::make1(std::string_view op, std::vector<ValueId> inputs,
                       std::vector<NamedAttribute> attributes) {
  const OpInfo* info = find_op(op);
  NNSCAN_CHECK(info, op);
  return make(*info, std::move(inputs), std::move(attributes)).front();
}

ValueId Builder::cast(ValueId value, DType dtype) {
  if (graph_.type(value).dtype == dtype) return value;
  return make1("Cast", {value}, {{"to", static_cast<int64_t>(info(dtype).onnx)}});
}

}  // namespace nnscan
