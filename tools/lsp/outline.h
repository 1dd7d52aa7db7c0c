// What a file defines, read off its text alone: it is there before anything is analysed.
#pragma once

#include <string>
#include <vector>

#include "tools/lsp/document.h"

namespace nnscan::lsp {

enum class SymbolKind : int { kClass = 5, kMethod = 6, kField = 8, kFunction = 12, kVariable = 13 };

struct Symbol {
  std::string name, detail;
  SymbolKind kind = SymbolKind::kVariable;
  Range whole, place;         // the definition, and its name
  std::vector<Symbol> inner;  // of a class: methods, and the fields that they assign
};

std::vector<Symbol> symbols_of(const Document& document);

// Where the class around `offset`, or one that it derives from in this file, first assigns
// `self.NAME`, or defines NAME. Nothing: not in this file.
std::optional<Range> member_at(const Document& document, uint32_t offset, const std::string& name);
// Whether the word is the name that the call calls: `conv1` in `self.conv1(x)`.
bool is_callee(const Document& document, Range call, Range word);
// Where the file defines a name at its margin.
std::optional<Range> definition_of(const Document& document, const std::string& name);

}  // namespace nnscan::lsp
