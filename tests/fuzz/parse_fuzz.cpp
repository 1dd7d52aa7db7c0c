// Feeds arbitrary bytes to the syntax stage: whatever comes, there is a tree or there are errors,
// and a tree can be printed. Build with -fsanitize=fuzzer,address,undefined.
#include <cstdint>
#include <cstdlib>
#include <string>

#include "frontend/syntax/tree.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  using namespace nnscan;
  SourceMap sources;
  SymbolTable symbols;
  DiagnosticSink sink;
  std::string text(reinterpret_cast<const char*>(data), size);
  FileId file = sources.add("", "fuzz.py", std::move(text), false);
  auto tree = syntax::parse(sources, file, symbols, sink);
  if ((tree == nullptr) != sink.has_errors()) std::abort();
  if (tree) syntax::dump(*tree, symbols);
  for (const Diagnostic& diagnostic : sink.all()) render(diagnostic, sources, false);
  return 0;
}
