#include "emit/onnx/dim_names.h"

#include <cctype>

namespace nnscan {

namespace {

// `/layer1/NonZero_output_0` as a word that can stand in an expression.
std::string word(const std::string& name) {
  std::string text;
  for (unsigned char c : name)
    if (std::isalnum(c) || c >= 0x80 || !text.empty())
      text += std::isalnum(c) || c >= 0x80 ? c : '_';
  return text.empty() ? "unknown" : text;
}

}  // namespace

DimNames::DimNames(const Graph& graph, DimPool& dims, const Names& names) : dims_(dims) {
  for (const auto& [symbol, origin] : graph.symbols) {
    const std::string& name = names.value(origin.value);
    if (name.empty()) continue;
    std::string axis = origin.axis < 0 ? "" : "_dim_" + std::to_string(origin.axis);
    wanted_[symbol] = word(name) + axis;
  }
  see_block(graph, graph.root, names);
}

void DimNames::see_block(const Graph& graph, BlockId id, const Names& names) {
  for (ValueId param : graph.blocks[id].params) see(graph, param, names);
  for (NodeId node_id : graph.blocks[id].nodes) {
    const Node& node = graph.nodes[node_id];
    for (ValueId output : node.outputs)
      if (output.valid()) see(graph, output, names);
    for (BlockId block : node.blocks) see_block(graph, block, names);
  }
}

void DimNames::see(const Graph& graph, ValueId value, const Names& names) {
  const Type& type = graph.type(value);
  for (size_t axis = 0; axis < type.dims.size(); ++axis) {
    for (uint32_t symbol : dims_.symbols_of(type.dims[axis])) {
      const DimSymbol& info = dims_.symbol_info(symbol);
      if (!info.anonymous) {
        taken_.insert(info.name);
        continue;
      }
      ++uses_[symbol];
      if (dims_.as_symbol(type.dims[axis]) == symbol)
        wanted_.try_emplace(symbol, word(names.value(value)) + "_dim_" + std::to_string(axis));
    }
  }
}

std::string DimNames::free_name(const std::string& wanted) {
  std::string name = wanted;
  for (int i = 1; !taken_.insert(name).second; ++i) name = wanted + "_" + std::to_string(i);
  return name;
}

// The name is a symbol of the pool's, so that expressions print with it. It is as large as the
// one it stands for: nothing may simplify that did not before.
Dim DimNames::stand_in(uint32_t symbol) {
  auto found = stand_ins_.find(symbol);
  if (found != stand_ins_.end()) return found->second;
  auto wanted = wanted_.find(symbol);
  Dim dim = dims_.symbol(free_name(wanted == wanted_.end() ? "unknown" : wanted->second));
  DimSymbol& info = dims_.symbol_info(*dims_.as_symbol(dim));
  info.lower = dims_.symbol_info(symbol).lower;
  info.upper = dims_.symbol_info(symbol).upper;
  stand_ins_.emplace(symbol, dim);
  return dim;
}

const std::string& DimNames::param(Dim dim) {
  auto [place, is_new] = params_.try_emplace(dim.index);
  if (!is_new) return place->second;
  auto lone = dims_.as_symbol(dim);
  if (lone && dims_.symbol_info(*lone).anonymous && uses_[*lone] < 2) return place->second;
  std::map<uint32_t, Dim> renamed;
  for (uint32_t symbol : dims_.symbols_of(dim))
    if (dims_.symbol_info(symbol).anonymous) renamed.emplace(symbol, stand_in(symbol));
  return place->second = dims_.text(renamed.empty() ? dim : dims_.substitute(dim, renamed));
}

}  // namespace nnscan
