#include "frontend/syntax/builder.h"

#include <fmt/format.h>

#include <algorithm>

#include "frontend/syntax/unicode.h"

namespace nnscan::syntax {
namespace {

// Words that the grammar lets through as names, for the sake of Python 2 and of old Python 3.
constexpr std::string_view kReserved[] = {"async", "await", "None", "True", "False"};

constexpr uint32_t kDepthPerNesting = 10;
constexpr uint32_t kMaxErrors = 100;  // nobody reads more

}  // namespace

Builder::Builder(const grammar::Tree& cst, std::string_view text, Tree& tree, SymbolTable& symbols,
                 DiagnosticSink& sink, uint32_t max_nesting)
    : cst_(cst), text_(text), tree_(tree), symbols_(symbols), sink_(sink),
      max_nesting_(max_nesting), scopes_(tree, symbols, sink) {}

void Builder::build_module() {
  tree_.module.name = symbols_.intern("<module>");
  scopes_.open(ScopeKind::kModule, &tree_.module);
  functions_.push_back(nullptr);
  classes_.emplace_back();
  check_lines();
  tree_.body = block(cst_.root());
  tree_.docstring = docstring(tree_.body);
  scopes_.close();
  scopes_.resolve();
}

Builder::Nested::Nested(Builder& builder, CstNode node)
    : builder_(builder), ok_(++builder.nesting_ <= builder.max_nesting_) {
  if (!ok_) builder.too_deep(node, "the source nests", builder.max_nesting_);
}

bool Builder::is_token(CstNode node) const {
  return kind(node) == Kind::kOther || kind(node) >= Kind::kTokenComma;
}

CstNode Builder::first_operand(CstNode node) const {
  CstNode child = cst_.first_child(node);
  while (child != kNoNode && is_token(child)) child = cst_.next(child);
  return child;
}

std::string_view Builder::text(CstNode node) const {
  const grammar::Node& n = cst_[node];
  return text_.substr(n.begin, n.end - n.begin);
}

Span Builder::span(CstNode node) const { return {tree_.file, cst_[node].begin, cst_[node].end}; }

ExprId Builder::add(ExprKind kind, CstNode node, uint32_t a, uint32_t b, uint32_t c, uint8_t op) {
  return tree_.exprs.add({kind, op, a, b, c, cst_[node].begin, cst_[node].end});
}

ExprId Builder::add_literal(Literal literal, CstNode node) {
  tree_.literals.push_back(std::move(literal));
  return add(ExprKind::kConstant, node, static_cast<uint32_t>(tree_.literals.size() - 1));
}

ExprId Builder::add_run(ExprKind kind, CstNode node, const std::vector<ExprId>& items) {
  return add(kind, node, add_list(items), static_cast<uint32_t>(items.size()));
}

ExprId Builder::tuple_between(const std::vector<ExprId>& items, uint32_t begin, uint32_t end) {
  auto count = static_cast<uint32_t>(items.size());
  return tree_.exprs.add({ExprKind::kTuple, 0, add_list(items), count, kNoIndex, begin, end});
}

StmtId Builder::add(StmtKind kind, CstNode node, uint32_t a, uint32_t b, uint32_t c, uint8_t op) {
  return tree_.stmts.add({kind, op, a, b, c, cst_[node].begin, cst_[node].end});
}

uint32_t Builder::add_block(Block block) {
  tree_.blocks.push_back(block);
  return static_cast<uint32_t>(tree_.blocks.size() - 1);
}

// Stands for what was refused; the tree is thrown away, it only has to be there until then.
ExprId Builder::error_expr(CstNode node) { return add_literal(None{}, node); }

void Builder::error(CstNode node, std::string message, std::string hint) {
  error(span(node), std::move(message), std::move(hint));
}

void Builder::error(Span where, std::string message, std::string hint) {
  if (++errors_ > kMaxErrors) return;
  sink_.report({Code::kSyntaxError, where, std::move(message), std::move(hint), {}, {}});
}

// Once a file: what is inside is not looked at, and what is around would only repeat it.
void Builder::too_deep(CstNode node, const char* what, uint32_t limit) {
  if (depth_reported_) return;
  depth_reported_ = true;
  Span at = place(cst_[node].begin, std::min(cst_[node].end, cst_[node].begin + 1));
  sink_.report({Code::kLimitDepth, at, fmt::format("{} deeper than {} levels", what, limit),
                "split it into smaller parts", {}, {}});
}

bool Builder::fits(CstNode node, size_t levels) {
  uint32_t limit = max_nesting_ * kDepthPerNesting;
  if (depth_ + levels <= limit) return true;
  too_deep(node, "this chain of operations goes", limit);
  return false;
}

Symbol Builder::raw_symbol(CstNode node) {
  std::string_view name = text(node);
  check_name(node, name);
  return symbols_.intern(name);
}

Symbol Builder::name_symbol(CstNode node) { return mangle(raw_symbol(node)); }

// https://docs.python.org/3/reference/expressions.html#private-name-mangling
Symbol Builder::mangle(Symbol name) {
  const std::string& owner = classes_.back();
  if (owner.empty()) return name;
  std::string_view text = symbols_.text(name);
  if (!text.starts_with("__") || text.ends_with("__")) return name;
  return symbols_.intern(fmt::format("_{}{}", owner, text));
}

bool Builder::check_name(CstNode node, std::string_view name) {
  if (!is_ascii(name) && !is_normal_name(name)) {
    error(node, fmt::format("`{}` is a name that Python would read as another one", name),
          "Python normalises names (NFKC); write this one with ordinary letters");
    return false;
  }
  if (name.size() < 4 || name.size() > 5) return true;
  const auto* end = std::end(kReserved);
  if (std::find(std::begin(kReserved), end, name) == end) return true;
  error(node, fmt::format("`{}` is a keyword and cannot be a name", name));
  return false;
}

}  // namespace nnscan::syntax
