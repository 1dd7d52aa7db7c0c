// What of torch is understood: every public name of the prelude, with the operators that its code
// names. Found by reading the prelude's syntax trees from each function to the functions and
// operators that its global names stand for; nothing is run.
#pragma once

#include <string>
#include <vector>

#include "frontend/session.h"

namespace nnscan::torch {

struct CatalogueRow {
  std::string name;  // as users write it: "torch.nn.functional.gelu", "torch.Tensor.view"
  std::string kind;  // "function", "method" or "module"
  std::vector<std::string> operators;  // that it may use, sorted; empty: it only arranges values
  int opset = 11;    // the lowest at which all its forms can be written
  std::vector<std::string> needs;  // of the operators, those without a form below `opset`
  bool refused = false;  // known, and always refused
};

// Sorted by name. The session's options name the prelude; its sink has what went wrong, if anything.
std::vector<CatalogueRow> catalogue(Session& session);

}  // namespace nnscan::torch
