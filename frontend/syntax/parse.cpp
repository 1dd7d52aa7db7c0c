// The stage as a whole: text, concrete tree, its errors, typed tree.
#include "frontend/syntax/builder.h"
#include "frontend/syntax/errors.h"
#include "frontend/syntax/outline.h"
#include "frontend/syntax/source_text.h"
#include "frontend/syntax/tree.h"
#include "grammar/parser.h"

namespace nnscan::syntax {
namespace {

void report_status(const grammar::Document& document, FileId file, DiagnosticSink& sink) {
  Span start{file, 0, 0};
  uint32_t at = document.gave_up_at();
  switch (document.status()) {
    case grammar::Status::kTooDeep:
      return sink.report({Code::kLimitDepth, start, "the file is indented too deeply",
                          "split the blocks into functions", {}, {}});
    case grammar::Status::kTooComplex:
      return sink.report({Code::kLimitSize, start, "the file is too complex to be parsed", "",
                          {}, {}});
    case grammar::Status::kTooBroken:
      return sink.report({Code::kSyntaxError, {file, at, at},
                          "invalid syntax near here, and much more of it",
                          "most of the file is probably not Python", {}, {}});
    case grammar::Status::kParsed: return;
  }
}

}  // namespace

std::unique_ptr<Tree> parse(const SourceMap& sources, FileId file, SymbolTable& symbols,
                            DiagnosticSink& sink, uint32_t max_nesting) {
  return parse_text(sources[file].text, file, symbols, sink, max_nesting);
}

std::unique_ptr<Tree> parse_text(std::string_view text, FileId file, SymbolTable& symbols, DiagnosticSink& sink,
                                 uint32_t max_nesting) {
  if (auto problem = find_source_problem(text)) {
    auto at = static_cast<uint32_t>(problem->offset);
    sink.report({Code::kSyntaxError, {file, at, at + 1}, problem->message, problem->hint, {}, {}});
    return nullptr;
  }
  std::string prepared = prepare_source(text);
  grammar::Document document(prepared);
  if (document.status() != grammar::Status::kParsed) {
    report_status(document, file, sink);
    return nullptr;
  }
  std::optional<grammar::Document> repaired;
  if (document.tree().has_errors()) {
    repaired.emplace(repair_source(prepared));
    if (repaired->status() != grammar::Status::kParsed || repaired->tree().has_errors()) {
      report_errors(document.tree(), text, file, sink);
      return nullptr;
    }
  }
  const grammar::Tree& concrete = (repaired ? *repaired : document).tree();
  auto tree = std::make_unique<Tree>();
  tree->file = file;
  DiagnosticSink problems;
  Builder(concrete, text, *tree, symbols, problems, max_nesting).build_module();
  for (const Diagnostic& problem : problems.all()) sink.report(problem);
  return problems.has_errors() ? nullptr : std::move(tree);
}

}  // namespace nnscan::syntax
