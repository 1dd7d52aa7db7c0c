#include "tools/report.h"

#include <unistd.h>

#include <cstdio>
#include <cstdlib>
#include <string_view>

#include "tools/check/formats/diagnostic_json.h"

namespace nnscan {

namespace {

std::string_view variable(const char* name) {
  const char* value = std::getenv(name);
  return value ? value : "";
}

bool is_on(std::string_view value) { return !value.empty() && value != "0"; }

}  // namespace

bool is_dumb_terminal() { return variable("TERM") == "dumb"; }

bool use_color(bool is_terminal) {
  if (!variable("NO_COLOR").empty()) return false;
  if (is_on(variable("FORCE_COLOR")) || is_on(variable("CLICOLOR_FORCE"))) return true;
  return is_terminal && !is_dumb_terminal() && variable("CLICOLOR") != "0";
}

void print_report(const Diagnostic& diagnostic, const SourceMap& sources, Messages how) {
  std::string text = render(diagnostic, sources, how == Messages::kText && use_color(isatty(2)));
  if (how == Messages::kJson) {
    auto row = check::diagnostic_json(diagnostic, sources);
    row["text"] = text;
    text = row.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
  }
  std::fwrite(text.data(), 1, text.size(), stderr);
  if (!text.empty() && text.back() != '\n') std::fputc('\n', stderr);
}

void print_reports(const Session& session, Messages how) {
  for (const Diagnostic& d : session.sink.all()) print_report(d, session.sources, how);
}

void print_error(const std::string& message, const std::string& hint) {
  std::fprintf(stderr, "nnscan: error: %s\n", message.c_str());
  if (!hint.empty()) std::fprintf(stderr, "  hint: %s\n", hint.c_str());
}

std::vector<Diagnostic> diagnostics_of(const Session& session, const EmitResult& result) {
  std::vector<Diagnostic> diagnostics;
  if (result.kind != EmitError::kOpset && result.kind != EmitError::kLimit) return diagnostics;
  for (const OpsetProblem& problem : result.problems) {
    Diagnostic d{result.kind == EmitError::kOpset ? Code::kOpsetTooLow : Code::kLimitSize, {}, problem.message, "", {}, {}};
    OriginId origin = session.graph.nodes[problem.node].origin;
    if (origin.valid()) d.span = session.graph.origins[origin].span;
    if (result.kind == EmitError::kLimit)
      d.hint = "each `break` or `return` that tensor data decides nests what follows: leave loops by one condition, or "
               "compute all of it and choose by `torch.where`";
    if (problem.lowest_opset) d.hint = "--opset " + std::to_string(problem.lowest_opset);
    diagnostics.push_back(std::move(d));
  }
  return diagnostics;
}

Diagnostic assumed(const Assumption& assumption) {
  return {Code::kAssumption, assumption.span, "the graph is exact under the assumption that " + assumption.message, "", {}, {}};
}

int status_of(const Session& session) {
  for (const Diagnostic& d : session.sink.all())
    if (d.code == Code::kFileUnreadable || d.code == Code::kWeightsUnreadable || d.code == Code::kBadInputSpec) return 2;
  return 1;
}

int leave(int status) {
#ifndef __SANITIZE_ADDRESS__
  std::fflush(nullptr);
  std::_Exit(status);
#endif
  return status;
}

}  // namespace nnscan
