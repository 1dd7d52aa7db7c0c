#include "frontend/torch/checkpoint_pickle.h"

#include <fmt/format.h>

#include <algorithm>

namespace nnscan::checkpoint {
namespace {

// How far a class's attributes are searched for those of every nn.Module; they come first.
constexpr size_t kAttributesSearched = 128;
constexpr const char* kSaveStateDict =
    "where the file can be trusted, load it in Python and save the weights alone: "
    "`torch.save(model.state_dict(), path)`";

bool has_module_attributes(const PickleTree& tree, PickleId state) {
  if (!state || tree[state].kind != PickleKind::kDict) return false;
  const std::vector<PickleId>& items = tree[state].items;
  for (size_t i = 0; i < std::min(items.size(), kAttributesSearched); i += 2) {
    if (tree[items[i]].text == "_modules" || tree[items[i]].text == "_parameters") return true;
  }
  return false;
}

const PickleNode* element(const PickleTree& tree, const PickleNode& tuple, size_t index) {
  return tuple.kind == PickleKind::kTuple && index < tuple.items.size() ? &tree[tuple.items[index]]
                                                                        : nullptr;
}

// The name behind the class of an object, if the allowlist lacks it.
std::string_view refused_class(const PickleTree& tree, const PickleNode& node) {
  if (node.kind != PickleKind::kObject) return {};
  const PickleNode* type = &tree[node.items[0]];
  if (type->kind == PickleKind::kPersistent) {
    // The old format wraps module classes: ('module', class, source file, source).
    type = element(tree, tree[type->items[0]], 1);
  } else if (type->row && type->row->name == std::string_view("_reconstructor")) {
    type = element(tree, tree[node.items[1]], 0);  // protocol 1: (class, object, None)
  }
  return type && type->kind == PickleKind::kGlobal && !type->row ? type->text : std::string_view{};
}

// The class of the outermost pickled nn.Module, which is the one made first; or nothing.
std::string_view pickled_module(const PickleTree& tree) {
  for (const PickleNode& node : tree.nodes) {
    const std::string_view name = refused_class(tree, node);
    if (!name.empty() && has_module_attributes(tree, node.state)) return name;
  }
  return {};
}

}  // namespace

PickleId PickleTree::find(PickleId dict, std::string_view key) const {
  const std::vector<PickleId>& items = nodes[dict].items;
  for (size_t i = items.size(); i >= 2; i -= 2) {
    const PickleNode& node = nodes[items[i - 2]];
    if (node.kind == PickleKind::kString && node.text == key) return items[i - 1];
  }
  return {};
}

const GlobalRow* PickleTree::callee(PickleId id) const {
  const PickleNode& node = nodes[id];
  if (node.kind != PickleKind::kObject) return nullptr;
  return nodes[node.items[0]].row;
}

void check_names(const PickleTree& tree) {
  if (tree.refused.empty()) return;
  const std::string_view module = pickled_module(tree);
  if (!module.empty()) {
    fail(Code::kPickleRefused,
         fmt::format("checkpoint holds a whole pickled module, {}, instead of its state_dict",
                     quote(module)),
         kSaveStateDict);
  }
  std::string names;
  for (const std::string_view name : tree.refused) {
    names += (names.empty() ? "" : ", ") + quote(name);
  }
  fail(Code::kPickleRefused,
       fmt::format("checkpoint refers to {}, which {} not data", names,
                   tree.refused.size() == 1 ? "is" : "are"),
       kSaveStateDict);
}

}  // namespace nnscan::checkpoint
