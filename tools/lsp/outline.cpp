#include "tools/lsp/outline.h"

#include <algorithm>
#include <set>

namespace nnscan::lsp {

using grammar::Field;
using grammar::Kind;
using grammar::kNoNode;
using grammar::NodeIndex;

namespace {

class Reader {
 public:
  explicit Reader(const Document& document) : document_(document), tree_(document.tree()) {}

  std::vector<Symbol> all() {
    std::vector<Symbol> symbols;
    if (tree_.size() > 0) body(tree_.root(), symbols, nullptr);
    return symbols;
  }

 private:
  std::string text(NodeIndex node) const {
    return document_.text().substr(tree_[node].begin, tree_[node].end - tree_[node].begin);
  }
  Range range(NodeIndex node) const { return {tree_[node].begin, tree_[node].end}; }

  // The statements of a block. `cls`: the class that it is the body of.
  void body(NodeIndex block, std::vector<Symbol>& symbols, Symbol* cls) {
    for (NodeIndex s = tree_.first_child(block); s != kNoNode; s = tree_.next(s))
      statement(s, symbols, cls);
  }

  void statement(NodeIndex s, std::vector<Symbol>& symbols, Symbol* cls) {
    switch (tree_.kind(s)) {
      case Kind::kDecoratedDefinition:
        if (NodeIndex inner = tree_.child(s, Field::kDefinition); inner != kNoNode)
          definition(inner, range(s), symbols, cls);
        return;
      case Kind::kClassDefinition:
      case Kind::kFunctionDefinition:
        definition(s, range(s), symbols, cls);
        return;
      case Kind::kExpressionStatement:
        for (NodeIndex e = tree_.first_child(s); e != kNoNode; e = tree_.next(e))
          if (tree_.kind(e) == Kind::kAssignment) assignment(e, symbols, cls);
        return;
      // What a condition guards at the margin is defined there all the same.
      case Kind::kIfStatement:
      case Kind::kTryStatement:
      case Kind::kElseClause:
      case Kind::kExceptClause:
      case Kind::kElifClause:
        for (NodeIndex part = tree_.first_child(s); part != kNoNode; part = tree_.next(part)) {
          if (tree_.kind(part) == Kind::kBlock)
            body(part, symbols, cls);
          else
            statement(part, symbols, cls);
        }
        return;
      default:
        return;
    }
  }

  void definition(NodeIndex node, Range whole, std::vector<Symbol>& symbols, Symbol* cls) {
    NodeIndex name = tree_.child(node, Field::kName), inside = tree_.child(node, Field::kBody);
    if (name == kNoNode) return;
    const bool is_class = tree_.kind(node) == Kind::kClassDefinition;
    Symbol symbol{text(name),
                  "",
                  is_class ? SymbolKind::kClass
                  : cls    ? SymbolKind::kMethod
                           : SymbolKind::kFunction,
                  whole,
                  range(name),
                  {}};
    NodeIndex heading = tree_.child(node, is_class ? Field::kSuperclasses : Field::kParameters);
    if (heading != kNoNode) symbol.detail = text(heading);
    if (is_class && inside != kNoNode) body(inside, symbol.inner, &symbol);
    if (!is_class && cls && inside != kNoNode) fields(inside, symbols);
    symbols.push_back(std::move(symbol));
  }

  void assignment(NodeIndex node, std::vector<Symbol>& symbols, Symbol*) {
    NodeIndex left = tree_.child(node, Field::kLeft);
    if (left != kNoNode && tree_.kind(left) == Kind::kIdentifier)
      symbols.push_back({text(left), "", SymbolKind::kVariable, range(node), range(left), {}});
  }

  // `self.conv1 = nn.Conv2d(...)`, anywhere in a method.
  void fields(NodeIndex block, std::vector<Symbol>& symbols) {
    const uint32_t end = tree_[block].end;
    for (NodeIndex n = block; n < tree_.size() && tree_[n].begin < end; ++n) {
      if (tree_.kind(n) != Kind::kAssignment) continue;
      NodeIndex left = tree_.child(n, Field::kLeft), right = tree_.child(n, Field::kRight);
      if (left == kNoNode || tree_.kind(left) != Kind::kAttribute) continue;
      NodeIndex object = tree_.child(left, Field::kObject),
                name = tree_.child(left, Field::kAttribute);
      if (object == kNoNode || name == kNoNode || text(object) != "self") continue;
      std::string field = text(name);
      bool known = std::any_of(symbols.begin(), symbols.end(),
                               [&](const Symbol& s) { return s.name == field; });
      if (known) continue;
      std::string detail;
      if (right != kNoNode && tree_.kind(right) == Kind::kCall)
        if (NodeIndex callee = tree_.child(right, Field::kFunction); callee != kNoNode)
          detail = text(callee);
      symbols.push_back({field, detail, SymbolKind::kField, range(n), range(name), {}});
    }
  }

  const Document& document_;
  const grammar::Tree& tree_;
};

const Symbol* find_class(const std::vector<Symbol>& symbols, const std::string& name) {
  for (const Symbol& symbol : symbols)
    if (symbol.kind == SymbolKind::kClass && symbol.name == name) return &symbol;
  return nullptr;
}

std::optional<Range> member_of(const std::vector<Symbol>& all, const Symbol& cls,
                               const std::string& name, std::set<std::string>& seen) {
  if (!seen.insert(cls.name).second) return std::nullopt;
  for (const Symbol& member : cls.inner)
    if (member.name == name) return member.place;
  std::string word;
  for (char c : cls.detail + " ") {
    if (std::isalnum(static_cast<unsigned char>(c)) || c == '_') {
      word += c;
      continue;
    }
    const Symbol* base = word.empty() ? nullptr : find_class(all, word);
    if (base)
      if (auto found = member_of(all, *base, name, seen)) return found;
    word.clear();
  }
  return std::nullopt;
}

}  // namespace

std::vector<Symbol> symbols_of(const Document& document) { return Reader(document).all(); }

std::optional<Range> member_at(const Document& document, uint32_t offset, const std::string& name) {
  std::vector<Symbol> all = symbols_of(document);
  const Symbol* around = nullptr;
  const std::vector<Symbol>* level = &all;
  while (level) {
    const std::vector<Symbol>* next = nullptr;
    for (const Symbol& symbol : *level)
      if (symbol.kind == SymbolKind::kClass && symbol.whole.touches(offset))
        around = &symbol, next = &symbol.inner;
    level = next;
  }
  std::set<std::string> seen;
  return around ? member_of(all, *around, name, seen) : std::nullopt;
}

bool is_callee(const Document& document, Range call, Range word) {
  const grammar::Tree& tree = document.tree();
  for (NodeIndex i = 0; i < tree.size() && tree[i].begin <= call.begin; ++i) {
    if (tree[i].kind != Kind::kCall || tree[i].begin != call.begin || tree[i].end != call.end)
      continue;
    NodeIndex function = tree.child(i, Field::kFunction);
    return function != kNoNode && tree[function].end == word.end;
  }
  return false;
}

std::optional<Range> definition_of(const Document& document, const std::string& name) {
  for (const Symbol& symbol : symbols_of(document))
    if (symbol.name == name) return symbol.place;
  return std::nullopt;
}

}  // namespace nnscan::lsp
