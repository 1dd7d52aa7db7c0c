// Bare parsing of some files, for comparison with the whole tool: text to syntax tree and no more.
//
// usage: parse_only FILE...; prints the number of bytes read.
#include <cstdio>
#include <fstream>
#include <iterator>
#include <string>

#include "frontend/syntax/tree.h"
#include "ir/base/diagnostic.h"
#include "ir/base/source.h"
#include "ir/base/symbol.h"

int main(int argc, char** argv) {
  nnscan::SourceMap sources;
  nnscan::SymbolTable symbols;
  nnscan::DiagnosticSink sink;
  size_t bytes = 0;
  for (int i = 1; i < argc; ++i) {
    std::ifstream in(argv[i], std::ios::binary);
    std::string text{std::istreambuf_iterator<char>(in), {}};
    bytes += text.size();
    nnscan::FileId file = sources.add(argv[i], argv[i], std::move(text), false);
    if (!nnscan::syntax::parse(sources, file, symbols, sink)) {
      std::fprintf(stderr, "%s does not parse\n", argv[i]);
      return 1;
    }
  }
  std::printf("%zu\n", bytes);
}
