// BatchNormalization at inference is y = (x - mean) * scale / sqrt(var + epsilon) + shift for
// each channel: with g = scale / sqrt(var + epsilon), a layer w * x + b before it becomes
// (g*w) * x + (g*(b - mean) + shift).
// https://onnx.ai/onnx/operators/onnx__BatchNormalization.html
#include <algorithm>
#include <cmath>
#include <functional>
#include <optional>
#include <string>
#include <tuple>

#include "ir/ops/op.h"
#include "ir/passes/passes.h"
#include "ir/passes/rewrite.h"

namespace nnscan {

namespace {

// The channel that an element of the weight belongs to, by its row-major index.
using ChannelOf = std::function<int64_t(int64_t)>;

int64_t count(const std::vector<int64_t>& shape, size_t from) {
  int64_t product = 1;
  for (size_t i = from; i < shape.size(); ++i) product *= shape[i];
  return product;
}

// [out, in / group, kernel…]
ChannelOf conv_channels(const Node&, const std::vector<int64_t>& shape) {
  int64_t each = count(shape, 1);
  return [each](int64_t i) { return i / each; };
}

// [in, out / group, kernel…]
ChannelOf conv_transpose_channels(const Node& node, const std::vector<int64_t>& shape) {
  int64_t inputs = shape[0] / node.int_or("group", 1), outputs = shape[1], each = count(shape, 2);
  return [=](int64_t i) {
    int64_t in = i / (outputs * each), out = i / each % outputs;
    return in / inputs * outputs + out;
  };
}

// [in, out], or [out, in] with transB
ChannelOf gemm_channels(const Node& node, const std::vector<int64_t>& shape) {
  int64_t columns = shape[1];
  if (node.int_or("transB", 0) != 0) return [columns](int64_t i) { return i / columns; };
  return [columns](int64_t i) { return i % columns; };
}

struct Layer {
  std::string_view op;
  ChannelOf (*channels)(const Node&, const std::vector<int64_t>&);
  size_t least_rank;  // of the weight
};

constexpr Layer kLayers[] = {
    {"Conv", conv_channels, 3},
    {"ConvTranspose", conv_transpose_channels, 3},
    {"Gemm", gemm_channels, 2},
};

class Folder {
 public:
  Folder(Graph& graph, DimPool& dims) : graph_(graph), dims_(dims), uses_(count_uses(graph)) {}

  size_t run() {
    size_t folded = 0;
    for (uint32_t i = 0; i < graph_.nodes.size(); ++i) folded += fold(NodeId{i}) ? 1 : 0;
    if (folded == 0) return 0;
    replaced_.apply(graph_);
    eliminate_dead_code(graph_);
    drop_unused_parameters();
    return folded;
  }

 private:
  // What the normalization does to each channel: y = gain * x + offset.
  struct Affine {
    std::vector<double> gain, offset;
    size_t size() const { return gain.size(); }
  };

  bool fold(NodeId id) {
    const Node norm = graph_.nodes[id];
    if (norm.op->name != std::string_view("BatchNormalization")) return false;
    if (!is_placed(id) || norm.outputs.size() != 1 || norm.int_or("training_mode", 0) != 0)
      return false;
    std::optional<Affine> affine = affine_of(norm);
    ValueId input = replaced_.of(norm.inputs[0]);  // of a layer, folded before or not
    const Layer* layer = affine ? layer_of(input) : nullptr;
    if (!layer || uses_[input.index] != 1) return false;
    if (!fold_into(graph_.values[input].node, *layer, *affine)) return false;
    replaced_.add(norm.outputs[0], input);
    uses_[input.index] = uses_[norm.outputs[0].index];
    for (size_t i = 1; i < norm.inputs.size(); ++i) release(norm.inputs[i]);
    return true;
  }

  bool is_placed(NodeId id) const {
    const std::vector<NodeId>& nodes = graph_.blocks[graph_.nodes[id].block].nodes;
    return std::find(nodes.begin(), nodes.end(), id) != nodes.end();
  }

  std::optional<Affine> affine_of(const Node& norm) const {
    if (norm.inputs.size() != 5) return std::nullopt;
    const Constant* known[4];
    for (size_t i = 0; i < 4; ++i) {
      known[i] = norm.inputs[i + 1].valid() ? graph_.constant(norm.inputs[i + 1]) : nullptr;
      if (!known[i] || known[i]->numel() != known[0]->numel()) return std::nullopt;
    }
    auto [scale, shift, mean, variance] = std::tie(known[0], known[1], known[2], known[3]);
    double epsilon = norm.float_or("epsilon", 1e-5);
    Affine affine;
    for (int64_t c = 0; c < scale->numel(); ++c) {
      double gain = scale->as_double(c) / std::sqrt(variance->as_double(c) + epsilon);
      if (!std::isfinite(gain)) return std::nullopt;
      affine.gain.push_back(gain);
      affine.offset.push_back(shift->as_double(c) - mean->as_double(c) * gain);
    }
    return affine;
  }

  const Layer* layer_of(ValueId value) const {
    for (const Layer& layer : kLayers)
      if (made_by(graph_, value, layer.op)) return &layer;
    return nullptr;
  }

  bool fold_into(NodeId id, const Layer& layer, const Affine& affine) {
    const Node node = graph_.nodes[id];
    const Constant* weight = graph_.constant(node.inputs[1]);
    if (!weight || !is_float(weight->dtype()) || weight->rank() < layer.least_rank) return false;
    ChannelOf channel = layer.channels(node, weight->shape());
    if (weight->numel() == 0 || channel(weight->numel() - 1) + 1 != channels(affine)) return false;
    std::optional<std::vector<double>> bias = bias_of(node, affine.size());
    if (!bias) return false;
    ConstantRef scaled = make(weight->dtype(), weight->shape(), [&](int64_t i) {
      return weight->as_double(i) * affine.gain[static_cast<size_t>(channel(i))];
    });
    ConstantRef shifted = make(weight->dtype(), {channels(affine)}, [&](int64_t i) {
      size_t c = static_cast<size_t>(i);
      return (*bias)[c] * affine.gain[c] + affine.offset[c];
    });
    place(id, std::move(scaled), std::move(shifted));
    return true;
  }

  static int64_t channels(const Affine& affine) { return static_cast<int64_t>(affine.size()); }

  // One for each channel, beta applied; 0 without a bias; nothing where it is not known, or is
  // not one number a channel.
  std::optional<std::vector<double>> bias_of(const Node& node, size_t channels) const {
    std::vector<double> bias(channels, 0);
    if (node.inputs.size() < 3 || !node.inputs[2].valid()) return bias;
    const Constant* known = graph_.constant(node.inputs[2]);
    if (!known) return std::nullopt;
    bool is_row = known->rank() <= 2 && known->numel() == static_cast<int64_t>(channels) &&
                  (known->rank() == 0 || known->shape().back() == known->numel());
    if (!is_row && known->numel() != 1) return std::nullopt;
    double beta = node.float_or("beta", 1);  // Gemm's; the others have none
    for (size_t c = 0; c < channels; ++c)
      bias[c] = beta * known->as_double(is_row ? static_cast<int64_t>(c) : 0);
    return bias;
  }

  template <class Element>
  static ConstantRef make(DType dtype, std::vector<int64_t> shape, const Element& element) {
    size_t size = size_of(dtype);
    int64_t elements = count(shape, 0);
    std::vector<std::byte> bytes(static_cast<size_t>(elements) * size);
    for (int64_t i = 0; i < elements; ++i)
      store_element(dtype, bytes.data() + static_cast<size_t>(i) * size, element(i));
    return Constant::own(dtype, std::move(shape), std::move(bytes));
  }

  // The layer gets the new numbers under the old names where it alone had them.
  void place(NodeId id, ConstantRef weight, ConstantRef bias) {
    Node& node = graph_.nodes[id];
    ValueId old_weight = node.inputs[1], old_bias;
    if (node.inputs.size() > 2) old_bias = node.inputs[2];
    ValueId new_weight = add(std::move(weight), old_weight, graph_.values[old_weight].name);
    std::string name = old_bias.valid() ? graph_.values[old_bias].name
                                        : bias_name(graph_.values[old_weight].name);
    ValueId new_bias = add(std::move(bias), old_bias.valid() ? old_bias : old_weight, name);
    node.inputs.resize(3);
    node.inputs[1] = new_weight;
    node.inputs[2] = new_bias;
    std::erase_if(node.attributes, [](const NamedAttribute& a) { return a.name == "beta"; });
    take_place(old_weight, new_weight);
    if (old_bias.valid())
      take_place(old_bias, new_bias);
    else
      insert_after(new_weight, new_bias);
  }

  static std::string bias_name(const std::string& weight) {
    constexpr std::string_view kSuffix = "weight";
    if (!weight.ends_with(kSuffix)) return "";
    return weight.substr(0, weight.size() - kSuffix.size()) + "bias";
  }

  ValueId add(ConstantRef bytes, ValueId like, std::string name) {
    bool keyed = graph_.values[like].kind == ValueKind::kInitializer && !name.empty();
    ValueInfo info;
    info.kind = keyed ? ValueKind::kInitializer : ValueKind::kConstant;
    info.type.dtype = bytes->dtype();
    for (int64_t size : bytes->shape()) info.type.dims.push_back(dims_.constant(size));
    info.name = std::move(name);
    info.constant = std::move(bytes);
    ValueId value = graph_.values.add(std::move(info));
    uses_.push_back(1);
    return value;
  }

  void release(ValueId value) {
    if (!value.valid()) return;
    --uses_[value.index];
    released_.push_back(value);
  }

  auto position(ValueId value) {
    return std::find(graph_.parameters.begin(), graph_.parameters.end(), value);
  }

  // In the list of parameters; a weight that others share stays beside its folded copy.
  void take_place(ValueId old_value, ValueId new_value) {
    release(old_value);
    if (graph_.values[new_value].kind != ValueKind::kInitializer) return;
    auto at = position(old_value);
    if (at == graph_.parameters.end())
      graph_.parameters.push_back(new_value);
    else
      graph_.parameters.insert(at + 1, new_value);
  }

  void insert_after(ValueId weight, ValueId bias) {
    if (graph_.values[bias].kind != ValueKind::kInitializer) return;
    auto at = position(weight);
    graph_.parameters.insert(at == graph_.parameters.end() ? at : at + 1, bias);
  }

  // Only those that the folding left without a use.
  void drop_unused_parameters() {
    for (ValueId value : released_) {
      if (uses_[value.index] != 0) continue;
      std::erase(graph_.parameters, value);
    }
  }

  Graph& graph_;
  DimPool& dims_;
  std::vector<uint32_t> uses_;
  std::vector<ValueId> released_;
  Replacements replaced_;
};

}  // namespace

size_t fold_batch_norm(Graph& graph, DimPool& dims) { return Folder(graph, dims).run(); }

}  // namespace nnscan
