// What views and windows ask of sizes, where they are plain: numbers and symbolic numbers in lists.
// Each answers None where it is not that plain; the prelude's own lines then decide, or raise.
#pragma once

#include "frontend/python/interp.h"

namespace nnscan::torch {

// Adds `view_sizes`, `reshape_form` and the like to `_native`.
void add_size_methods(py::Interp& interp, py::DictObj* native);

}  // namespace nnscan::torch
