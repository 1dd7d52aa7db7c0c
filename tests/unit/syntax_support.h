// What the tests of the syntax stage share: source in, the tree's text form or its errors out.
#pragma once

#include <algorithm>
#include <memory>
#include <string>

#include "frontend/syntax/tree.h"
#include "ir/base/diagnostic.h"

namespace nnscan::test {

struct Parsed {
  SourceMap sources;
  SymbolTable symbols;
  DiagnosticSink sink;
  std::unique_ptr<syntax::Tree> tree;
};

inline std::unique_ptr<Parsed> parse_text(std::string text, uint32_t max_nesting = 200) {
  auto out = std::make_unique<Parsed>();
  FileId file = out->sources.add("", "x.py", std::move(text), false);
  out->tree = syntax::parse(out->sources, file, out->symbols, out->sink, max_nesting);
  return out;
}

// `LINE:COL message` of each error, a line each.
inline std::string errors_of(const Parsed& parsed) {
  std::string out;
  for (const Diagnostic& d : parsed.sink.all()) {
    Position at = parsed.sources.start(d.span);
    out += std::to_string(at.line) + ":" + std::to_string(at.column) + " " + d.message + "\n";
  }
  return out;
}

// The text form, or the errors; without the last line end.
inline std::string dumped(std::string text) {
  auto parsed = parse_text(std::move(text));
  std::string out =
      parsed->tree ? syntax::dump(*parsed->tree, parsed->symbols) : errors_of(*parsed);
  if (!out.empty()) out.pop_back();
  return out;
}

struct Case {
  const char* source;
  const char* expected;
};

}  // namespace nnscan::test
