// The dim_param of each symbolic size. Named symbols and expressions over them read as DimPool
// prints them (`N`, `2*N`). A size that nobody named gets a name where equality is worth
// stating, which is where two sizes share it: `x_dim_2` after the input's axis that it is, else
// after the value that it was read from. A lone unknown stays unnamed.
#pragma once

#include <map>
#include <string>
#include <unordered_map>
#include <unordered_set>

#include "emit/names.h"
#include "ir/graph.h"

namespace nnscan {

class DimNames {
 public:
  DimNames(const Graph& graph, DimPool& dims, const Names& names);

  // Empty for a size that is not worth a name. Not for known sizes.
  const std::string& param(Dim dim);

 private:
  void see_block(const Graph& graph, BlockId id, const Names& names);
  void see(const Graph& graph, ValueId value, const Names& names);
  Dim stand_in(uint32_t symbol);
  std::string free_name(const std::string& wanted);

  DimPool& dims_;
  std::map<uint32_t, int> uses_;                      // of anonymous symbols: places they stand in
  std::map<uint32_t, std::string> wanted_;            // what a symbol would be called
  std::map<uint32_t, Dim> stand_ins_;                 // a named symbol for an anonymous one
  std::unordered_set<std::string> taken_;             // names of symbols that the graph uses
  std::unordered_map<uint32_t, std::string> params_;  // by dim
};

}  // namespace nnscan
