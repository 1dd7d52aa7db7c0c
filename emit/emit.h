// From a finished graph to a file. `emit` looks the format up in the table of format.cpp, and
// that format's function writes the whole output or nothing: files appear under their name only
// when every byte is in place. Nothing here throws; what went wrong is in the result.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "ir/base/diagnostic.h"
#include "ir/base/source.h"
#include "ir/graph.h"

namespace nnscan {

struct EmitOptions {
  std::string format = "onnx";  // a name from format.cpp
  int opset = 0;                // of the ONNX formats; 0: the graph's
  bool external_data = false;   // weights beside the model, in OUTPUT.data
  // Weights of more bytes than this go beside the model without being asked.
  uint64_t external_above = uint64_t{1} << 30;
  std::string output = "-";  // a path, or "-" for standard output
  std::string version;       // of nnscan, for the file's header
  // Why the graph is not whole; empty where it is. Only JSON and the page say so: to give such a graph
  // to another format is a mistake.
  std::vector<Diagnostic> stopped;
  bool source_paths = false;  // json: places have a `path`, for whoever shows them on this machine
};

enum class EmitError : uint8_t {
  kNone,
  kUsage,     // no such format, binary to a terminal, external data on a stream
  kFile,      // the file system said no
  kOpset,     // the opset cannot say it: see problems
  kLimit,     // the format cannot hold it, for its size or depth; problems may say where
  kInternal,  // our mistake
};

// A node that the opset, or the format, cannot express.
struct OpsetProblem {
  NodeId node;
  std::string message;   // "`GridSample` needs opset 16"
  int lowest_opset = 0;  // 0: none of those we write
};

struct EmitResult {
  EmitError kind = EmitError::kNone;
  std::string error;                    // what happened, in one or a few lines
  int lowest_opset = 0;                 // kOpset: the first that can say all of it; 0: none
  std::vector<OpsetProblem> problems;   // every node concerned, in program order
  std::vector<Assumption> assumptions;  // that the opset adds to the graph's
  std::vector<std::string> warnings;    // of a file that was written
  uint64_t bytes = 0;                   // written to the output
  std::string data_path;                // the file of external data, if one was written

  bool ok() const { return kind == EmitError::kNone; }
  static EmitResult fail(EmitError kind, std::string error) {
    EmitResult result;
    result.kind = kind;
    result.error = std::move(error);
    return result;
  }
};

// What a format's function gets.
struct EmitInput {
  const Graph& graph;
  DimPool& dims;
  const SourceMap& sources;
  const EmitOptions& options;
};

// Writes a text format's whole text to the output.
EmitResult emit_text(const EmitInput& input, std::string_view text);

EmitResult emit(const Graph& graph, DimPool& dims, const SourceMap& sources,
                const EmitOptions& options);

// Reads what the onnx library knows of its operators, which happens at the first emission otherwise.
// Worth a call in a process that forks others.
void prepare_emission();

// Whether the graph can be written as an ONNX file: the opset may lack what it needs, or the format
// be too small. Writes nothing.
EmitResult try_emit(const Graph& graph, DimPool& dims, const SourceMap& sources,
                    const EmitOptions& options);

}  // namespace nnscan
