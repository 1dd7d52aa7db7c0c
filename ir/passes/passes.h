// What is done to a finished graph before it is written. Each pass leaves a graph that verify()
// accepts and that computes the same; ids stay valid, and what is dropped from the blocks stays
// in the stores, unreachable.
#pragma once

#include "ir/graph.h"

namespace nnscan {

// Removes trivial patterns, each exact for every input: Identity; Cast, Reshape and Expand to
// what a value is already; a Reshape of a Reshape; Transposes that follow one another; results
// of an If that are the same on both sides, or are its condition.
void simplify(Graph& graph);

// Drops nodes that nothing uses, random ones too, results of an If that nothing uses, and Ifs
// and Loops left without any. Inputs stay, used or not.
void eliminate_dead_code(Graph& graph);

// Folds BatchNormalization into the weights of the Conv, ConvTranspose or Gemm before it, where
// both have known weights and nothing else uses the result in between. Rounding differs in the
// last bits, so this is asked for. Returns how many were folded.
size_t fold_batch_norm(Graph& graph, DimPool& dims);

}  // namespace nnscan
