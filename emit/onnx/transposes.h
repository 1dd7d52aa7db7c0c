// Weights that a file holds transposed. A Linear of more than two axes multiplies by its weight's
// transpose; a Transpose node of a tensor that is in the file anyway is work for nobody, so the
// tensor is written the other way round and the node is left out. The bytes are put in order on
// their way to the file, a strip at a time: the tensor is never copied as a whole.
//
// That is done where every use of the tensor is the same Transpose. A tensor that has other uses
// too (an embedding tied to the last layer) is stored once, as it is, and one that is an input of
// the model keeps PyTorch's shape: there the nodes stay.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "emit/output.h"
#include "ir/graph.h"

namespace nnscan {

// A permutation of axes, as what it does to the bytes: each of `batch` matrices of rows × columns
// elements becomes its transpose.
struct Swap {
  int64_t batch = 1, rows = 1, columns = 1;
};

// Most permutations are none: they move more than one group of neighbouring axes.
std::optional<Swap> swap_of(const std::vector<int64_t>& shape, const std::vector<int64_t>& perm);

// The elements in their new order, in memory: for small tensors, and formats of text.
ConstantRef swapped(const Constant& value, const Swap& swap);
std::string write_swapped(OutputFile& file, const Constant& value, const Swap& swap);

// A tensor that is stored transposed, and how.
struct StoredTranspose {
  ValueId weight;
  std::vector<int64_t> perm;
  Swap swap;
  std::string name;  // in the file; whoever uses it gives it one
};

class StoredTransposes {
 public:
  explicit StoredTransposes(const Graph& graph);

  // Of a weight, or of the output of a Transpose that is left out; null for all other values.
  StoredTranspose* of(ValueId id);
  bool is_left_out(const Node& node) const;

 private:
  std::unordered_map<uint32_t, StoredTranspose> by_weight_;
  std::unordered_map<uint32_t, uint32_t> weight_of_output_;
};

}  // namespace nnscan
