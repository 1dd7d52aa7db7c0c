// What has a scope of its own inside an expression: comprehensions, generator expressions,
// lambdas.
#include "frontend/syntax/builder.h"

namespace nnscan::syntax {

// The iterable of a clause: Python 2 allowed a bare list of them.
ExprId Builder::iterable(CstNode clause) {
  CstNode comma = cst_.child(clause, Kind::kTokenComma);
  if (comma != kNoNode)
    error(comma, "the iterable of a comprehension must be one expression",
          "put the tuple in parentheses");
  ++iterables_;
  ExprId built = expr(field(clause, Field::kRight));
  --iterables_;
  return built;
}

// `first_iterable` was made in the scope around; the others belong to the comprehension.
void Builder::clauses(CstNode node, ExprId first_iterable, Comprehension& out) {
  for (CstNode child : children(node)) {
    if (kind(child) == Kind::kIfClause) {
      out.clauses.back().conditions.push_back(expr(first_operand(child)));
      continue;
    }
    if (kind(child) != Kind::kForInClause) continue;
    ComprehensionClause clause;
    clause.is_async = has_token(child, Kind::kTokenAsync);
    if (clause.is_async) check_await(child);
    clause.iterable = out.clauses.empty() ? first_iterable : iterable(child);
    clause.target = target(field(child, Field::kLeft), Binding::kAssign);
    out.clauses.push_back(std::move(clause));
  }
}

void Builder::element_of(CstNode body, Comprehension& out) {
  if (kind(body) != Kind::kPair) {
    out.element = expr(body, kNamed);
    return;
  }
  out.element = expr(field(body, Field::kKey));
  out.value = expr(field(body, Field::kValue));
}

ExprId Builder::comprehension(ExprKind kind, CstNode node) {
  auto index = static_cast<uint32_t>(tree_.comprehensions.size());
  tree_.comprehensions.emplace_back();
  Comprehension built;
  ExprId first = iterable(cst_.child(node, Kind::kForInClause));
  scopes_.open(ScopeKind::kComprehension, nullptr, index);
  clauses(node, first, built);
  element_of(field(node, Field::kBody), built);
  scopes_.close();
  tree_.comprehensions[index] = std::move(built);
  return add(kind, node, index);
}

// A function of one parameter, `.0`, which no name in the source can clash with.
ExprId Builder::generator(CstNode node) {
  ExprId first = iterable(cst_.child(node, Kind::kForInClause));
  auto index = static_cast<uint32_t>(tree_.functions.size());
  tree_.functions.push_back(std::make_unique<Function>());
  Function& function = *tree_.functions.back();
  function.name = symbols_.intern("<genexpr>");
  function.span = function.name_span = span(node);
  function.is_generator = true;
  Symbol source = symbols_.intern(".0");
  function.params.push_back({source, ParamKind::kPositionalOnly, {}, {}, 0});
  open_function(function, ScopeKind::kGenerator);
  ExprId outermost = add(ExprKind::kGlobal, node);
  tree_.exprs[outermost].begin = tree_.exprs[first].begin;
  tree_.exprs[outermost].end = tree_.exprs[first].end;
  scopes_.use(outermost, source);
  Comprehension built;
  clauses(node, outermost, built);
  element_of(field(node, Field::kBody), built);
  function.expression = built.element;
  function.generator = std::move(built);
  close_frame();
  return add(ExprKind::kGenerator, node, index, first.index);
}

ExprId Builder::lambda(CstNode node) {
  auto index = static_cast<uint32_t>(tree_.functions.size());
  tree_.functions.push_back(std::make_unique<Function>());
  Function& function = *tree_.functions.back();
  function.name = symbols_.intern("<lambda>");
  function.span = function.name_span = span(node);
  function.is_lambda = true;
  CstNode list = field(node, Field::kParameters);
  if (list != kNoNode) parameters(list, function);
  open_function(function, ScopeKind::kFunction);
  function.expression = expr(field(node, Field::kBody));
  close_frame();
  return add(ExprKind::kLambda, node, index);
}

}  // namespace nnscan::syntax
