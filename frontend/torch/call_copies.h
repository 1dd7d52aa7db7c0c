// What calls made, by their arguments, to be copied instead of made again: a network has the same few layers, blocks
// of layers and tables over and over.
//
// Copied are instances of modules, and what functions of the program gave that took long. A constructor of `torch.nn`
// does nothing else than to make its layer. Code of the program may do anything, so that it is watched while it runs:
// it must have changed no object that is older than its call, and done nothing that objects do not show (reports,
// nodes of the graph, imports, asking where an object lies). What it reads besides its arguments is older than the
// entry, and must not have changed since the entry's analysis began.
#pragma once

#include <optional>
#include <string>
#include <unordered_map>

#include "frontend/python/interp.h"
#include "frontend/torch/recipe.h"

namespace nnscan::torch {

class CopyKey;

class CallCopies {
 public:
  using Call = py::FunctionRef<py::Value()>;
  explicit CallCopies(Torch& torch) : torch_(torch) {}
  // The analysis of an entry begins: what is there now is the world that its calls find.
  void begin_entry() { world_ = torch_.in.journal.advance(); }
  // An instance of the class, by a copy or by `construct`.
  py::Value instance(py::ClassObj* cls, const py::Args& args, Call construct);
  // What the function gives, by a copy or by `call`.
  py::Value result(py::FunctionObj* function, const py::Args& args, Call call);
  void forget() { known_.clear(), bytes_ = 0; }

 private:
  struct Known {
    int calls = 0;                 // while there was no recipe
    std::optional<Recipe> recipe;
    uint64_t steps = 0;            // that the call took
    uint32_t depth = 0;            // of the calls around it
  };
  bool is_time() const;
  bool counts(py::ClassObj* cls);
  bool is_world_unchanged() const { return !torch_.in.journal.changed_older_than(world_); }
  py::Value made(CopyKey& key, bool is_of_torch, Call call);
  py::Value watched(const CopyKey& key, bool is_of_torch, bool is_first, Call call);

  Torch& torch_;
  uint32_t world_ = 1;      // what is older was there before the entry
  uint32_t valid_for_ = 0;  // Interp::prelude_changes()
  size_t bytes_ = 0;
  std::unordered_map<std::string, Known> known_;  // by what was called, and arguments
};

}  // namespace nnscan::torch
