// What is worth knowing of a model although its graph is right: for those who check sources.
#pragma once

#include "frontend/torch/workspace.h"

namespace nnscan::torch {

// Reports submodules and parameters that do not reach what forward returns, and decisions by data
// that an exporter which runs the model would make once and for all. After `Workspace::forward`.
void advise(py::Interp& interp, const Built& built);

}  // namespace nnscan::torch
