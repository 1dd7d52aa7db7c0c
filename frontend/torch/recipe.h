// How to make once more what a call made: the objects that came into being, how they hold one another, and
// where they hold arguments of the call. A copy shares with another what is older than the call, and nothing
// else; what was one object in the original is one in the copy.
#pragma once

#include <optional>
#include <vector>

#include "frontend/python/interp.h"
#include "frontend/torch/tensor.h"

namespace nnscan::torch {

class Recipe {
 public:
  static constexpr size_t kMostParts = 8192;
  struct Ages {
    uint32_t call;   // what is younger was made by the call
    uint32_t world;  // what is older may be held by copies as it is
  };
  // None where what was made holds something that cannot be copied with certainty: a view of memory, a value
  // of the graph, an iterator, an object by its place in memory; or where it is of more than `most` objects.
  // `arguments`: the young objects that the call was given.
  static std::optional<Recipe> of(Torch& torch, const py::Value& made, const std::vector<py::Obj*>& arguments, Ages ages,
                                  size_t most = kMostParts);
  // `arguments`: those of this call, in the same order.
  py::Value make(Torch& torch, const std::vector<py::Obj*>& arguments) const;
  size_t bytes() const;

 private:
  class Writer;
  class Reader;
  // A value that is an object of the recipe, or an argument: neither has symbolic numbers.
  static constexpr py::Tag kMade = py::Tag::kSymInt, kGiven = py::Tag::kSymBool;
  static constexpr uint32_t kNone = UINT32_MAX;

  // An object: its values, or entries, are those from `first` on.
  struct Part {
    py::Kind kind;
    py::ClassObj* cls;
    uint32_t first = 0, count = 0;
    uint32_t attributes = kNone;                   // the part that is its namespace
    const py::FunctionObj* function = nullptr;     // of a function: another one of its code
  };
  // The memory of a tensor: a constant, or numbers that are drawn. Neither is a value of a graph, which ends
  // with an analysis.
  struct Memory {
    DType dtype;
    std::vector<int64_t> shape;
    ConstantRef constant;
  };

  std::vector<Part> parts_;  // tuples behind those that they hold
  std::vector<py::Value> values_;
  std::vector<py::TableEntry> entries_;
  std::vector<Memory> memories_;
  py::Value root_;
};

}  // namespace nnscan::torch
