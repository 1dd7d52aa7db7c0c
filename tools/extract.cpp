#include "tools/extract.h"

#include <charconv>
#include <cstdio>

#include "emit/emit.h"
#include "emit/format.h"
#include "frontend/torch/analysis.h"
#include "tools/report.h"

namespace nnscan {

namespace {

bool read_init(const std::string& text, Options& options) {
  if (text == "inputs") return options.init = Options::Init::kInputs, true;
  if (text == "zeros") return options.init = Options::Init::kZeros, true;
  if (text.substr(0, 6) != "random") return false;
  options.init = Options::Init::kRandom;
  if (text.size() == 6) return true;
  const char *begin = text.data() + 7, *end = text.data() + text.size();
  auto [stop, error] = std::from_chars(begin, end, options.seed);
  return text[6] == ':' && error == std::errc() && stop == end;
}

// What --input and --set say; a message for what they do not.
std::string read_declarations(const ExtractOptions& options, torch::AnalysisRequest& request) {
  for (const std::string& text : options.inputs) {
    auto spec = parse_input(text);
    if (auto* error = std::get_if<std::string>(&spec)) return "--input: " + *error;
    request.inputs.push_back(std::get<InputSpec>(spec));
  }
  for (const std::string& text : options.sets) {
    auto spec = parse_set(text);
    if (auto* error = std::get_if<std::string>(&spec)) return "--set: " + *error;
    request.sets.push_back(std::get<SetSpec>(spec));
  }
  return "";
}

std::string default_output(const ExtractOptions& options, const std::string& graph_name) {
  if (!options.output.empty()) return options.output;
  if (options.partial) return graph_name + ".html";
  return options.format == "onnx" ? graph_name + ".onnx" : "-";
}

int report_emit_error(const Session& session, const EmitResult& result, Messages messages) {
  std::vector<Diagnostic> diagnostics = diagnostics_of(session, result);
  for (const Diagnostic& d : diagnostics) {
    print_report(d, session.sources, messages);
    if (messages == Messages::kText) std::fputc('\n', stderr);
  }
  if (diagnostics.empty()) print_error(result.error);
  bool ours = result.kind == EmitError::kUsage || result.kind == EmitError::kFile;
  return ours ? 2 : 1;
}

}  // namespace

int extract(const ExtractOptions& options) {
  torch::AnalysisRequest request;
  request.file = options.file;
  request.entry = options.entry;
  request.weights = options.weights;
  request.fold_batch_norm = options.fold_batch_norm;
  request.options = options.analysis;
  if (!read_init(options.init, request.options)) {
    print_error("--init: `" + options.init + "` is not `inputs`, `random`, `random:SEED` or `zeros`");
    return 2;
  }
  if (options.messages != "text" && options.messages != "json") {
    print_error("--messages: `" + options.messages + "` is not `text` or `json`");
    return 2;
  }
  Messages messages = options.messages == "json" ? Messages::kJson : Messages::kText;
  if (std::string error = read_declarations(options, request); !error.empty()) {
    print_error(error);
    return 2;
  }

  torch::Analysis analysis = torch::analyse(request);
  print_reports(*analysis.session, messages);
  Session& session = *analysis.session;
  bool shows_anyway = options.partial && torch::has_begun(analysis);
  if (!analysis.ok && !shows_anyway) return status_of(session);

  EmitOptions emission;
  emission.format = options.format;
  emission.opset = request.options.opset;
  emission.external_data = options.external_data;
  emission.output = default_output(options, session.graph.name);
  emission.version = NNSCAN_VERSION;
  if (!analysis.ok)
    for (const Diagnostic& d : session.sink.all())
      if (info(d.code).severity == Severity::kError) emission.stopped.push_back(d);
  EmitResult result = emit(session.graph, session.dims, session.sources, emission);
  if (!result.ok()) return report_emit_error(session, result, messages);
  if (!analysis.ok) return leave(status_of(session));
  for (const std::string& warning : result.warnings) std::fprintf(stderr, "nnscan: warning: %s\n", warning.c_str());
  for (const std::vector<Assumption>* list : {&session.graph.assumptions, &result.assumptions})
    for (const Assumption& a : *list) {
      print_report(assumed(a), session.sources, messages);
      if (messages == Messages::kText) std::fputc('\n', stderr);
    }
  return leave(0);
}

int list(const std::string& file, const Options& options) {
  torch::Listing listing = torch::list_entries(file, options);
  print_reports(*listing.session);
  if (!listing.ok) return status_of(*listing.session);
  for (const torch::Entry& e : listing.entries)
    std::printf("%-9s %s%s%s\n", e.kind.c_str(), e.name.c_str(), e.arguments.c_str(),
                e.needs_arguments ? "  (needs arguments)" : "");
  return 0;
}

}  // namespace nnscan
