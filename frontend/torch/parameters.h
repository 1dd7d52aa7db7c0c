// The module's state: naming its modules, and giving its parameters and buffers their values.
#pragma once

#include <string>
#include <vector>

#include "frontend/torch/checkpoint.h"
#include "frontend/torch/tensor.h"

namespace nnscan::torch {

struct StateEntry {
  std::string key;      // of state_dict
  TensorObj* tensor;
  bool persistent = true;  // false: a buffer that state_dict leaves out
};

// Fills Interp::module_paths and returns the state in the order of state_dict().
std::vector<StateEntry> collect_state(py::Interp& interp, py::Value module);

// The module and all below it, each once.
std::vector<py::Obj*> modules_of(py::Interp& interp, py::Value module);

// A parameter or buffer as forward finds it.
struct BoundState {
  std::string key;
  TensorObj* tensor;
  ValueId value;
};

// Makes each entry's storage an initializer: with the checkpoint's bytes, the bytes that the
// source computed, or unknown ones. Reports and throws Stop where the checkpoint does not fit.
std::vector<BoundState> bind_state(py::Interp& interp, const std::vector<StateEntry>& state,
                                   const Checkpoint* checkpoint, const std::string& checkpoint_path);

// What is no part of the state, as forward finds it: memory, and the numbers, texts and containers
// in attributes of modules.
struct KeptAttribute {
  py::DictObj* attrs;
  py::Value key;
  std::string name;  // "layers.0.calls"
  py::Value value;
  py::Contents contents;  // of a container
};
struct Kept {
  std::vector<std::pair<py::StorageObj*, ValueId>> storages;
  std::vector<KeptAttribute> attributes;
};
Kept kept_memory(py::Interp& interp, const std::vector<BoundState>& state);

// Records an assumption for each buffer, each other tensor of the constructor's, and each attribute
// that forward changed after it had looked at it: a file keeps nothing between runs.
void assume_unchanged(py::Interp& interp, const std::vector<BoundState>& state, const Kept& kept, Span forward);

}  // namespace nnscan::torch
