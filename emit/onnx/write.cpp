#include "emit/onnx/write.h"

#include <unistd.h>

#include <algorithm>

#include "emit/onnx/check.h"
#include "emit/onnx/node_forms.h"
#include "emit/onnx/opset.h"
#include "emit/onnx/wire.h"
#include "emit/output.h"

namespace nnscan {

namespace {

EmitResult opset_refusal(std::vector<OpsetProblem> problems, int opset) {
  EmitResult result = EmitResult::fail(
      EmitError::kOpset, "opset " + std::to_string(opset) + " cannot express the graph");
  for (const OpsetProblem& problem : problems) {
    result.error += "\n" + problem.message;
    result.lowest_opset = std::max(result.lowest_opset, problem.lowest_opset);
  }
  bool is_hopeless = std::any_of(problems.begin(), problems.end(),
                                 [](const OpsetProblem& p) { return p.lowest_opset == 0; });
  if (is_hopeless) result.lowest_opset = 0;
  result.problems = std::move(problems);
  return result;
}

// Readers of protocol buffers stop at messages nested 100 deep, and each block takes three.
constexpr int kDeepestBlock = 31;

// A node whose blocks are nested deeper than a reader goes, or none.
NodeId nested_too_deep(const Graph& graph, BlockId block, int depth) {
  for (NodeId id : graph.blocks[block].nodes) {
    if (depth == kDeepestBlock && !graph.nodes[id].blocks.empty()) return id;
    for (BlockId inner : graph.nodes[id].blocks)
      if (NodeId found = nested_too_deep(graph, inner, depth + 1); found.valid()) return found;
  }
  return {};
}

EmitResult depth_refusal(NodeId node) {
  EmitResult result = EmitResult::fail(EmitError::kLimit,
                                       "an ONNX file cannot nest branches and loops deeper than " +
                                           std::to_string(kDeepestBlock) + " levels");
  result.problems.push_back({node, result.error, 0});
  return result;
}

uint64_t weight_bytes(const OnnxModel& model) {
  uint64_t total = 0;
  for (const Initializer& each : model.initializers) total += each.value->byte_size();
  return total;
}

std::string base_name(const std::string& path) { return path.substr(path.rfind('/') + 1); }

EmitResult file_error(std::string error) {
  return EmitResult::fail(EmitError::kFile, std::move(error));
}

// The weights' file is in place before the model that points at it.
EmitResult write_both(OnnxModel& model, const std::string& path) {
  EmitResult result;
  result.data_path = path + ".data";
  ExternalLayout layout = lay_out(model.initializers, base_name(result.data_path));
  OutputFile file, data;
  if (std::string error = file.open(path); !error.empty()) return file_error(error);
  if (std::string error = data.open(result.data_path); !error.empty()) return file_error(error);
  if (std::string error = write_external(data, model.initializers, layout); !error.empty())
    return file_error(error);
  WireModel wire(model, &layout);
  if (wire.size() > kLargestModel)
    return EmitResult::fail(EmitError::kLimit,
                            "the graph alone is over 2 GiB, more than a model can hold");
  if (std::string error = wire.write(file); !error.empty()) return file_error(error);
  if (std::string error = data.commit(); !error.empty()) return file_error(error);
  if (std::string error = file.commit(); !error.empty()) {
    ::unlink(result.data_path.c_str());
    return file_error(error);
  }
  result.bytes = file.written();
  return result;
}

EmitResult write_one(OnnxModel& model, const std::string& path) {
  WireModel wire(model, nullptr);
  if (wire.size() > kLargestModel)
    return EmitResult::fail(EmitError::kLimit,
                            "a model over 2 GiB needs its weights in a file beside it");
  OutputFile file;
  if (std::string error = file.open(path); !error.empty()) return file_error(error);
  if (std::string error = wire.write(file); !error.empty()) return file_error(error);
  if (std::string error = file.commit(); !error.empty()) return file_error(error);
  EmitResult result;
  result.bytes = file.written();
  return result;
}

int opset_of(const EmitInput& input) {
  return input.options.opset ? input.options.opset : input.graph.opset;
}

// What does not depend on any one node.
EmitResult fits_a_file(const EmitInput& input) {
  int opset = opset_of(input);
  if (opset < kOldestOpset || opset > kHomeOpset)
    return EmitResult::fail(EmitError::kUsage, "opset " + std::to_string(opset) +
                                                   " is not among " + std::to_string(kOldestOpset) +
                                                   " to " + std::to_string(kHomeOpset));
  NodeId deep = nested_too_deep(input.graph, input.graph.root, 0);
  return deep.valid() ? depth_refusal(deep) : EmitResult{};
}

// The model, or in `result` why there is none.
OnnxModel whole_model(const EmitInput& input, const Names& names, EmitResult& result) {
  int opset = opset_of(input);
  result = fits_a_file(input);
  if (!result.ok()) return {};
  OnnxModel model = build_model(input, names, opset);
  if (!model.problems.empty()) {
    result = opset_refusal(std::move(model.problems), opset);
    return {};
  }
  result.assumptions.assign(model.assumptions.begin() + input.graph.assumptions.size(),
                            model.assumptions.end());
  return model;
}

}  // namespace

EmitResult try_onnx(const EmitInput& input) {
  EmitResult result = fits_a_file(input);
  if (!result.ok()) return result;
  int opset = opset_of(input);
  OpsetFindings found = look_through(input.graph, input.dims, opset);
  if (!found.problems.empty()) return opset_refusal(std::move(found.problems), opset);
  result.assumptions = std::move(found.assumptions);
  return result;
}

OnnxModel checked_model(const EmitInput& input, EmitResult& result) {
  Names names(input.graph);
  OnnxModel model = whole_model(input, names, result);
  if (!result.ok()) return model;
  if (std::string error = check_graph(input, names, model, opset_of(input)); !error.empty())
    result = EmitResult::fail(EmitError::kInternal, "the onnx library rejects the model: " + error);
  for (const std::string& which : model.unranked)
    result.warnings.push_back("the rank of " + which +
                              " is not known: the model runs, but onnx's own checker asks for it");
  return model;
}

EmitResult emit_onnx(const EmitInput& input) {
  const EmitOptions& options = input.options;
  bool is_stream = options.output == "-";
  if (is_stream && options.external_data)
    return EmitResult::fail(EmitError::kUsage, "external data needs a file to lie beside");
  if (is_stream && ::isatty(STDOUT_FILENO))
    return EmitResult::fail(EmitError::kUsage, "a model is binary: not written to a terminal");
  EmitResult result;
  OnnxModel model = checked_model(input, result);
  if (!result.ok()) return result;
  bool is_outside = options.external_data || weight_bytes(model) > options.external_above;
  EmitResult written = is_outside && !is_stream ? write_both(model, options.output)
                                                : write_one(model, options.output);
  written.assumptions = std::move(result.assumptions);
  written.warnings = std::move(result.warnings);
  return written;
}

}  // namespace nnscan
