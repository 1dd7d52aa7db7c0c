// How many multiplications with an addition a graph computes: those of convolutions, matrix products and
// recurrent layers, as the literature counts a model's cost. Element-wise operators count nothing.
#pragma once

#include <functional>

#include "ir/graph.h"

namespace nnscan {

struct MultiplyAdds {
  Dim count;               // over the graph's symbols
  bool at_most = false;    // a branch counts as the costlier of its sides
  bool complete = true;    // false: some operator's sizes are not known, or too large, and it is left out
};

// Of the nodes that `counts` accepts, those inside of branches and loops included: a loop's body as
// often as it runs.
MultiplyAdds multiply_adds(const Graph& graph, DimPool& dims, const std::function<bool(const Node&)>& counts);
MultiplyAdds multiply_adds(const Graph& graph, DimPool& dims);

}  // namespace nnscan
