// What a node becomes at an opset: rewritten where the form moved, then held against the
// opset's own definition of the operator.
#pragma once

#include "emit/emit.h"
#include "emit/onnx/opset.h"

namespace nnscan {

// The forms of the node, or a refusal that says what the opset lacks: "`Max` on int64".
Lowered forms_of(const Graph& graph, DimPool& dims, const Node& node, int opset);

// The first opset above `opset` that can say this node; 0: none up to the home opset.
int lowest_opset_of(const Graph& graph, DimPool& dims, const Node& node, int opset);

// What an opset makes of a graph's nodes besides their forms: what it lacks, and what it assumes.
struct OpsetFindings {
  std::vector<OpsetProblem> problems;
  std::vector<Assumption> assumptions;

  void add(const Graph& graph, DimPool& dims, NodeId id, int opset, const Lowered& lowered);
};

// Of all nodes of the graph, in all blocks; no form is kept.
OpsetFindings look_through(const Graph& graph, DimPool& dims, int opset);

}  // namespace nnscan
