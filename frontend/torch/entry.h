// What --class names: finding it, building the module, and listing what could be named.
#pragma once

#include "frontend/torch/analysis.h"
#include "frontend/torch/tensor.h"

namespace nnscan::torch {

// The module that the entry makes. Reports and throws Stop where there is none.
py::Value build_entry(py::Interp& interp, py::ModuleObj* file, const std::string& entry);

std::vector<Entry> entries_of(py::Interp& interp, py::ModuleObj* file);

}  // namespace nnscan::torch
