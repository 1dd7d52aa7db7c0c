// What one analysis owns: sources, names, dims, the graph and its builder, limits and reports.
// Everything hangs off a session, so that many can live in one process.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <set>
#include <memory>
#include <string>
#include <vector>

#include "ir/base/diagnostic.h"
#include "ir/base/source.h"
#include "ir/base/symbol.h"
#include "ir/builder.h"
#include "ir/dim.h"
#include "ir/graph.h"

namespace nnscan::syntax {
class Pieces;
}

namespace nnscan {

struct Limits {
  uint64_t steps = 10'000'000;       // statements and calls
  int64_t unrolled = 1000;           // iterations of one loop in `forward` before it becomes a Loop
  uint32_t depth = 900;              // Python frames, as CPython's default of 1000
  uint64_t heap_bytes = 2ull << 30;  // Python objects
  uint64_t list_items = 4'000'000;   // of one container
  uint64_t string_bytes = 64ull << 20;
  uint64_t elements = 1ull << 31;    // of a tensor that a constructor makes
  uint64_t nodes = 2'000'000;        // of the graph
  uint64_t file_bytes = 16ull << 20;
};

struct Options {
  int opset = 17;
  std::string target = "onnx";
  bool as_export = false;
  bool train = false;
  std::vector<std::string> include;  // -I
  std::string prelude_folder;        // NNSCAN_PRELUDE; empty: the embedded one
  enum class Init { kInputs, kRandom, kZeros } init = Init::kInputs;
  uint64_t seed = 0;
  bool whole_files = false;  // parse what is imported at once, not each function when it is called
  bool all_outlines = false;  // of the model's own file, too, only functions that are called
  std::set<std::string> imports_in_order;  // packages that are imported as Python does, all at once
  Limits limits;
};

// Thrown when a limit is passed or an error leaves nothing to go on with; the report is made.
struct Stop {};

struct Session {
  explicit Session(Options options) : options(std::move(options)) { graph.opset = this->options.opset; }
  Session(const Session&) = delete;

  Options options;
  SourceMap sources;
  SymbolTable symbols;
  DiagnosticSink sink;
  DimPool dims;
  Graph graph;
  Span asked_for_export;  // where the model first asks whether it is being exported
  // By absolute path: text that stands for a file's, such as what an editor has not saved.
  std::map<std::string, std::string> unsaved;
  // Parts of such a text that are parsed already.
  std::shared_ptr<syntax::Pieces> pieces;
  // Packages in which an import on first use was seen to do something else than Python's order does.
  std::set<std::string> out_of_order;
  bool stops_out_of_order = false;  // since whoever asked starts anew then
  // Asked before a file is read, if set; false ends the run.
  std::function<bool(const std::string& path)> may_read;
};

}  // namespace nnscan
