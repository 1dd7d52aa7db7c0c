// What a model, or a module in it, costs: parameters and multiply-adds.
#pragma once

#include <map>

#include "frontend/torch/workspace.h"
#include "tools/lsp/json.h"

namespace nnscan::lsp {

// Gives sizes of inputs that nobody named the names that people use: `N`, `C`, `H`, `W` of images.
void name_sizes(torch::Workspace& workspace, const torch::Attempt& attempt);

class Counts {
 public:
  Counts(torch::Workspace& workspace, const torch::Built& built, const torch::Attempt& attempt);

  // Of the module at this path and all below it; of the whole model where it is empty.
  //   {"parameters": N, "multiply_adds": N | absent, "per": "N" | "", "at": "H=224, W=224",
  //    "at_most": bool}
  // multiply_adds is of a batch of 1 where "per" names the batch's symbol: it grows with it.
  Json of(const std::string& path);
  int64_t parameters(const std::string& path) const;

 private:
  torch::Workspace& workspace_;
  std::map<std::string, int64_t> numbers_;  // of elements of each parameter, by key
  std::map<uint32_t, Dim> nominal_;         // sizes that are taken where they are open
  std::map<uint32_t, Dim> one_, two_;       // the same, with a batch of 1 and of 2
  std::string batch_;
};

}  // namespace nnscan::lsp
