// The methods of nn.Module that the prelude does not write in Python: attribute access and calls,
// which keep the module path that names the nodes of the graph, and what every module does so often
// that a frame for it would show.
#pragma once

#include "frontend/python/interp.h"

namespace nnscan::torch {

// `_parameters`, `_buffers`, `_modules` or a table of hooks; null: the module has none.
py::DictObj* space_of(py::Interp& interp, const py::Value& module, Symbol name);

// Adds `module_init`, `module_call` and the like to `_native`, each a method where a class names it.
void add_module_methods(py::Interp& interp, py::DictObj* native);

}  // namespace nnscan::torch
