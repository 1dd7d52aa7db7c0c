// From a model file and an entry in it to an SSA graph. The stages: load the file, build the
// module, bind its parameters, run forward on unknown tensors, collect what it returns, clean up
// and verify. What use teaches about an undeclared input (its rank, a size) starts it anew with
// that known.
#pragma once

#include <map>
#include <memory>
#include <set>
#include <string>
#include <vector>

#include "frontend/session.h"
#include "frontend/torch/input_spec.h"

namespace nnscan::torch {

struct AnalysisRequest {
  std::string file;
  std::string entry;  // --class: a name or an expression
  std::vector<InputSpec> inputs;
  std::vector<SetSpec> sets;
  std::string weights;  // a checkpoint's path; empty: none
  bool fold_batch_norm = false;
  std::set<std::string> given;  // parameters of forward that are inputs although they have defaults
  Options options;
  std::map<std::string, std::string> unsaved;  // Session::unsaved
};

struct Analysis {
  std::unique_ptr<Session> session;  // sources, reports, and the graph
  bool ok = false;                   // the graph is whole
  std::vector<std::string> files_read;
  int attempts = 0;                  // how often it ran
};

// Never throws: whatever went wrong is in session->sink.
Analysis analyse(const AnalysisRequest& request);

// Whether `forward` was run, so that there is a graph up to where the analysis stopped.
bool has_begun(const Analysis& analysis);

// The classes and functions of a file that --class could name, in order.
struct Entry {
  std::string name;
  std::string kind;       // "class", "function", "variable"
  std::string arguments;  // of the call, as written: "(block, layers, num_classes=1000)"
  bool needs_arguments = false;
  // Where each argument that it needs is annotated with a class that can be made without any, such as
  // its configuration: the call with those. Else empty.
  std::string default_call;
  Span span;                  // its name where it is defined; of a variable: the file's start
  bool gives_module = false;  // it is a module class or a module, or its annotation says so
};
struct Listing {
  std::unique_ptr<Session> session;
  bool ok = false;
  std::vector<Entry> entries;
};
Listing list_entries(const std::string& file, const Options& options);

}  // namespace nnscan::torch
