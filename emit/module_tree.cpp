#include "emit/module_tree.h"

namespace nnscan {

namespace {

const std::string& module_of(const Graph& graph, NodeId id) {
  static const std::string kRoot;
  OriginId origin = graph.nodes[id].origin;
  return origin.valid() ? graph.origins[origin].module_path : kRoot;
}

bool is_below(const std::string& path, const std::string& outer) {
  return outer.empty() || (path.compare(0, outer.size(), outer) == 0 &&
                           (path.size() == outer.size() || path[outer.size()] == '.'));
}

// The group of the module at `path`, made with those around it.
ModuleGroup& descend(ModuleGroup& group, const std::string& path,
                     const std::map<std::string, std::string>& classes) {
  if (group.path == path) return group;
  size_t begin = group.path.empty() ? 0 : group.path.size() + 1;
  std::string next = path.substr(0, path.find('.', begin));
  for (auto& inner : group.inner)
    if (inner->path == next) return descend(*inner, path, classes);
  auto made = std::make_unique<ModuleGroup>();
  made->path = next;
  made->label = next.substr(begin);
  if (auto found = classes.find(next); found != classes.end())
    made->label += " (" + found->second + ")";
  group.inner.push_back(std::move(made));
  return descend(*group.inner.back(), path, classes);
}

}  // namespace

std::map<std::string, std::string> module_classes(const Graph& graph) {
  std::map<std::string, std::string> classes;
  for (const Origin& origin : graph.origins)
    if (!origin.module_class.empty()) classes.emplace(origin.module_path, origin.module_class);
  return classes;
}

ModuleGroup group_by_module(const Graph& graph, BlockId block) {
  ModuleGroup root;
  auto classes = module_classes(graph);
  NodeId owner = graph.blocks[block].owner;
  if (owner.valid()) root.path = module_of(graph, owner);
  // A node of a module elsewhere (a function that a branch shares) stands in the block itself.
  for (NodeId id : graph.blocks[block].nodes) {
    const std::string& path = module_of(graph, id);
    (is_below(path, root.path) ? descend(root, path, classes) : root).nodes.push_back(id);
  }
  return root;
}

}  // namespace nnscan
