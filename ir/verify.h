// Whether a graph is one: every value is made once and used only where it is visible, blocks
// have the structure that If and Loop need, and every type is one that the type rules allow.
// The passes and the text parser are held to it, and so is what leaves the analysis.
#pragma once

#include <string>
#include <vector>

#include "ir/graph.h"

namespace nnscan {

// What is wrong, in words for us; empty if nothing is. The graph is only read.
std::vector<std::string> verify(Graph& graph, DimPool& dims);

}  // namespace nnscan
