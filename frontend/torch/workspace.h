// One interpreter and what it has imported, from which entries are analysed. An analysis spoils the
// state that it starts from; whoever analyses several entries from one import runs each in a process
// of its own.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "frontend/torch/forward.h"

namespace nnscan {
struct Checkpoint;
}

namespace nnscan::torch {

// What became of one try.
struct Attempt {
  bool again = false;         // it taught something: `learnt` has grown, try again
  py::Value module;           // what the entry made; unbound where nothing
  bool forward_ran = false;   // the module was built, and forward begun
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
  // Builds the entry and runs its forward: the graph is the session's. Never throws.
  Attempt attempt(py::ModuleObj* file, const AnalysisRequest& request, const Checkpoint* checkpoint, Learnt& learnt);
  // Runs `work`, and turns what it throws into a report.
  void guarded(const char* where, const std::function<void()>& work);

 private:
  std::unique_ptr<Session> session_;
  std::unique_ptr<py::Interp> interp_;
};

}  // namespace nnscan::torch
