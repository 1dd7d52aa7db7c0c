#include "ir/graph.h"

namespace nnscan {

namespace {

template <class T>
const T* get(const Node& node, std::string_view name) {
  const Attribute* attribute = node.find(name);
  return attribute ? std::get_if<T>(attribute) : nullptr;
}

}  // namespace

const Attribute* Node::find(std::string_view name) const {
  for (const NamedAttribute& attribute : attributes)
    if (attribute.name == name) return &attribute.value;
  return nullptr;
}

int64_t Node::int_or(std::string_view name, int64_t fallback) const {
  const int64_t* found = get<int64_t>(*this, name);
  return found ? *found : fallback;
}

double Node::float_or(std::string_view name, double fallback) const {
  const double* found = get<double>(*this, name);
  return found ? *found : fallback;
}

std::string Node::string_or(std::string_view name, const std::string& fallback) const {
  const std::string* found = get<std::string>(*this, name);
  return found ? *found : fallback;
}

std::vector<int64_t> Node::ints_or(std::string_view name, std::vector<int64_t> fallback) const {
  const std::vector<int64_t>* found = get<std::vector<int64_t>>(*this, name);
  return found ? *found : std::move(fallback);
}

Graph::Graph() { root = blocks.add({}); }

const Constant* Graph::constant(ValueId value) const { return values[value].constant.get(); }

bool Graph::is_ancestor(BlockId outer, BlockId inner) const {
  for (BlockId block = inner; block.valid(); block = blocks[block].parent)
    if (block == outer) return true;
  return false;
}

}  // namespace nnscan
