// The nodes of one block, grouped as the module tree groups them: what drawings nest.
#pragma once

#include <map>
#include <memory>
#include <string>
#include <vector>

#include "ir/graph.h"

namespace nnscan {

struct ModuleGroup {
  std::string path;           // "layer1.0.conv1"; of the root group: what encloses the block
  std::string label;          // "conv1 (Conv2d)"
  std::vector<NodeId> nodes;  // directly in this module
  std::vector<std::unique_ptr<ModuleGroup>> inner;  // in order of first use
};

// Groups the block's nodes below the module that the block's owner stands in.
ModuleGroup group_by_module(const Graph& graph, BlockId block);

// The class of each module that a node names, by path.
std::map<std::string, std::string> module_classes(const Graph& graph);

}  // namespace nnscan
