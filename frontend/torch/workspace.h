// One interpreter and what it has imported, from which entries are analysed. An analysis spoils the
// state that it starts from; whoever analyses several entries from one import runs each in a process
// of its own.
#pragma once

#include <functional>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "frontend/torch/forward.h"
#include "frontend/torch/parameters.h"

namespace nnscan {
struct Checkpoint;
}

namespace nnscan::torch {

// A module with its parameters bound, ready for `forward`.
struct Built {
  py::Value module;  // unbound where the entry gives none
  std::vector<BoundState> state;
  Kept kept;
  bool ok = false;
};

// What became of one run of `forward`.
struct Attempt {
  bool again = false;           // it taught something: `learnt` has grown, try again
  std::vector<OpenInput> open;  // inputs of which something is not known
  std::vector<std::string> kept;  // Forward::kept()
  Span place;                   // of forward's name
  size_t inputs = 0;            // of the graph
  std::map<uint32_t, std::pair<std::string, size_t>> symbol_axes;  // of sizes that are not known
};

// Takes back what is done to a workspace while it lives, so that the next entry, or run of `forward`, starts
// from the same state. One may live while another does, and ends before it.
class Rewind {
 public:
  explicit Rewind(py::Interp& interp)
      : in_(interp), python_(interp.mark()), torch_(torch_of(interp).mark()), bytes_(interp.heap.bytes()) {}
  ~Rewind() { in_.journal.drop_base(); }
  Rewind(const Rewind&) = delete;
  // A run may have done what cannot be taken back, such as importing a module.
  bool is_possible() const { return !in_.journal.is_spoiled(); }
  void back() {
    in_.rewind(python_);
    torch_of(in_).rewind(torch_);
  }
  // Objects that were left behind: they are never freed.
  size_t litter() const { return in_.heap.bytes() - bytes_; }

 private:
  py::Interp& in_;
  py::Interp::Mark python_;
  Torch::Mark torch_;
  size_t bytes_;
};

class Workspace {
 public:
  explicit Workspace(const Options& options);
  Workspace(const Workspace&) = delete;

  Session& session() { return *session_; }
  py::Interp& interp() { return *interp_; }
  // Hands over what outlives the interpreter: sources, reports and the graph.
  std::unique_ptr<Session> release();

  // Imports a file, or finds it imported. Throws Stop, py::Raise or InternalError.
  py::ModuleObj* load(const std::string& path);
  // These never throw: what is wrong is reported.
  Built build(py::ModuleObj* file, const AnalysisRequest& request, const Checkpoint* checkpoint);
  // Runs forward: the graph is the session's.
  Attempt forward(py::ModuleObj* file, const Built& built, const AnalysisRequest& request, Learnt& learnt);
  // Runs `work`, and turns what it throws into a report.
  void guarded(const char* where, const std::function<void()>& work);

 private:
  std::unique_ptr<Session> session_;
  std::unique_ptr<py::Interp> interp_;
};

}  // namespace nnscan::torch
