// Running forward: its parameters become graph inputs, Python values or defaults, as declared; its
// result becomes the graph's outputs.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "frontend/torch/analysis.h"
#include "frontend/torch/tensor.h"

namespace nnscan::torch {

// What use has taught about inputs that were not declared in full, by input path.
struct Learnt {
  std::map<std::string, int> ranks;
  std::map<std::string, DType> dtypes;
  std::map<std::string, size_t> lists;  // how many tensors are in one
  // By path and axis: a size, or the name of a symbol.
  std::map<std::pair<std::string, size_t>, int64_t> sizes;
  std::map<std::pair<std::string, size_t>, std::string> names;
  // The axis has the same size as another input's.
  std::map<std::pair<std::string, size_t>, std::pair<std::string, size_t>> same;
  // What was refused before the last of it was learnt, from an analysis that was then given up.
  std::vector<Diagnostic> refused;
};

// An input that was not declared in full: what is known of it, and which axes have no known size.
struct OpenInput {
  std::string path;
  DType dtype;
  int rank = -1;  // -1: not known
  std::vector<size_t> axes;
  bool list = false;  // it holds tensors, and it is not known how many
};

// Whether the module defines what nn.Module itself only raises an exception for.
bool has_forward(py::Interp& interp, py::Value module);

class Forward {
 public:
  Forward(py::Interp& interp, const AnalysisRequest& request, const Learnt& learnt)
      : in_(interp), request_(request), learnt_(learnt) {}

  // Reports and throws Stop if the declarations do not fit, or nothing can be returned.
  void run(py::Value module, py::ModuleObj* file);
  Span place() const { return signature_ ? signature_->code->name_span : Span{}; }  // of forward, once it has run
  // Adds to `learnt` what the analysis asks for; false if it says nothing new.
  bool learn(const std::vector<Refinement>& refinements, Learnt& learnt) const;
  // The inputs of which something is open after all, in order.
  std::vector<OpenInput> open() const;
  // The parameters that kept their defaults, and would be tensors otherwise; in order.
  const std::vector<std::string>& kept() const { return kept_; }
  // Of each symbol that stands for an unknown size of an input: the input's path and the axis.
  const std::map<uint32_t, std::pair<std::string, size_t>>& symbol_axes() const { return symbol_axes_; }

 private:
  struct Declared {
    const InputSpec* input = nullptr;
    const SetSpec* set = nullptr;
    std::vector<std::pair<std::string, Declared>> children;
    Declared& child(const std::string& name);
  };
  void read_declarations();
  const py::FunctionObj* find_signature(py::Value module);
  py::Value argument(const Declared& declared, const std::string& path, const std::string& annotation);
  py::Value container(const Declared& declared, const std::string& path, const std::string& annotation);
  py::Value input(const std::string& path, DType dtype, const std::vector<DeclaredDim>* dims,
                  const std::string& annotation);
  py::Value undeclared(const std::string& path, const std::string& annotation, Span span);
  py::Value guessed(const std::string& path, const std::string& annotation);
  std::vector<py::Value> elements(const std::string& path, size_t count);  // tensors
  Dim declared_dim(const DeclaredDim& dim, const std::string& path, size_t axis);
  Dim unknown_dim(const std::string& path, size_t axis);
  void bind(py::Value module, std::vector<py::Value>& positional, std::vector<py::Keyword>& keywords);
  void collect(py::Value result);
  py::Value selected(const py::ChoiceObj* choice);
  void flatten(py::Value v, std::vector<ValueId>& leaves);
  ValueId either_tensor(const py::ChoiceObj* choice);
  std::vector<std::string> output_names(size_t count, bool single);

  py::Interp& in_;
  const AnalysisRequest& request_;
  const Learnt& learnt_;
  py::ModuleObj* file_ = nullptr;
  Declared root_;
  std::map<uint32_t, std::pair<std::string, size_t>> symbol_axes_;  // of unknown sizes
  std::map<std::pair<std::string, size_t>, Dim> axis_dims_;
  std::map<uint32_t, std::string> input_paths_;                     // by value
  std::vector<std::string> kept_, open_lists_;
  std::string open_arguments_;  // the name of a `*args` of which nothing was declared
  const py::FunctionObj* signature_ = nullptr;
};

}  // namespace nnscan::torch
