// Statements that hold blocks, but for definitions and `match`.
#include <algorithm>

#include "frontend/syntax/builder.h"

namespace nnscan::syntax {

// An `elif` is an `if` in the `else` block of the one before; the chain is built from its end.
StmtId Builder::if_statement(CstNode node) {
  struct Arm {
    CstNode node;
    ExprId condition;
    Block body;
  };
  std::vector<Arm> arms;
  uint32_t otherwise = kNoIndex, outside = depth_;
  auto add_arm = [&](CstNode clause) {
    ExprId condition = expr(field(clause, Field::kCondition), kNamed);
    arms.push_back({clause, condition, suite(clause, Field::kConsequence)});
    ++depth_;  // what follows is in its `else`
  };
  add_arm(node);
  for (CstNode child : children(node)) {
    if (cst_.field(child) != Field::kAlternative) continue;
    check_clause_indent(node, child);
    if (kind(child) == Kind::kElifClause) add_arm(child);
    else otherwise = add_block(suite(child, Field::kBody));
  }
  depth_ = outside;
  if (!fits(node, arms.size())) return add(StmtKind::kPass, node);
  StmtId made;
  for (auto arm = arms.rbegin(); arm != arms.rend(); ++arm) {
    if (made.valid()) otherwise = add_block({add_list(std::vector{made}), 1});
    uint32_t body = add_block(arm->body);
    made = add(StmtKind::kIf, arm->node, arm->condition.index, body, otherwise);
    tree_.stmts[made].end = cst_[node].end;
  }
  return made;
}

std::optional<Block> Builder::else_block(CstNode node) {
  CstNode clause = cst_.child(node, Kind::kElseClause);
  if (clause == kNoNode) return std::nullopt;
  check_clause_indent(node, clause);
  return suite(clause, Field::kBody);
}

Block Builder::loop_body(CstNode node) {
  ++loops_;
  Block body = suite(node, Field::kBody);
  --loops_;
  return body;
}

StmtId Builder::while_statement(CstNode node) {
  ExprId condition = expr(field(node, Field::kCondition), kNamed);
  uint32_t body = add_block(loop_body(node));
  std::optional<Block> otherwise = else_block(node);
  return add(StmtKind::kWhile, node, condition.index, body,
             otherwise ? add_block(*otherwise) : kNoIndex);
}

StmtId Builder::for_statement(CstNode node) {
  For made;
  made.is_async = has_token(node, Kind::kTokenAsync);
  if (made.is_async) check_async(node, "async for");
  CstNode right = field(node, Field::kRight);
  made.iterable = element(right, kStar);
  refuse_lone_star(made.iterable, right);
  made.target = target(field(node, Field::kLeft), Binding::kAssign);
  made.body = loop_body(node);
  made.orelse = else_block(node);
  tree_.loops.push_back(made);
  return add(StmtKind::kFor, node, static_cast<uint32_t>(tree_.loops.size() - 1));
}

void Builder::check_async(CstNode node, const char* what) {
  const Function* function = functions_.back();
  if (function && function->is_async) return;
  error(node, std::string("`") + what + "` outside an async function");
}

StmtId Builder::try_statement(CstNode node) {
  Try made;
  made.body = suite(node, Field::kBody);
  bool bare = false, has_finally = false;
  size_t groups = 0;
  for (CstNode child : children(node)) {
    if (is_token(child) || kind(child) == Kind::kBlock) continue;
    check_clause_indent(node, child);
    if (kind(child) == Kind::kExceptClause) {
      if (bare) error(child, "a bare `except` must be the last one");
      made.handlers.push_back(handler(child));
      groups += has_token(child, Kind::kTokenStar);
      bare = !made.handlers.back().type.valid();
    } else if (kind(child) == Kind::kElseClause) {
      made.orelse = suite(child, Field::kBody);
    } else if (kind(child) == Kind::kFinallyClause) {
      made.finally = suite(child, Field::kNone);
      has_finally = true;
    }
  }
  if (made.handlers.empty() && (!has_finally || made.orelse))
    error(node, "`try` needs `except` or `finally`");
  if (groups && groups != made.handlers.size())
    error(node, "`except` and `except*` cannot be mixed");
  if (groups && bare) error(node, "`except*` needs the type of the exception");
  tree_.tries.push_back(std::move(made));
  auto index = static_cast<uint32_t>(tree_.tries.size() - 1);
  return add(StmtKind::kTry, node, index, kNoIndex, kNoIndex, groups > 0);
}

// `except E as e:`; the grammar has the name in a node with the type, or beside it.
Handler Builder::handler(CstNode node) {
  Handler made;
  std::vector<CstNode> values;
  CstNode alias = field(node, Field::kAlias);
  for (CstNode child : children(node)) {
    if (cst_.field(child) == Field::kValue && !is_token(child)) values.push_back(child);
  }
  if (values.size() > 1)
    error(values[1], "`except E, name` is Python 2",
          "write `except E as name`, or `except (A, B)`");
  if (!values.empty()) {
    CstNode type = values[0];
    if (kind(type) == Kind::kAsPattern) {
      alias = field(type, Field::kAlias);
      type = cst_.first_child(type);
    }
    made.type = expr(type);
  }
  if (alias != kNoNode) {
    CstNode name = kind(alias) == Kind::kAsPatternTarget ? cst_.first_child(alias) : alias;
    if (kind(name) == Kind::kIdentifier) made.target = bind_name(name);
    else error(name, "an exception can only be bound to a name");
  }
  made.body = suite(node, Field::kNone);
  return made;
}

StmtId Builder::with_statement(CstNode node) {
  CstNode clause = cst_.child(node, Kind::kWithClause);
  bool is_async = has_token(node, Kind::kTokenAsync);
  if (is_async) check_async(node, "async with");
  CstNode last = last_child(clause);
  if (kind(last) == Kind::kTokenComma) error(last, "a trailing comma needs parentheses");
  std::vector<WithItem> items;
  for (CstNode child : children(clause))
    if (kind(child) == Kind::kWithItem) with_item(field(child, Field::kValue), items);
  auto first = static_cast<uint32_t>(tree_.with_items.size());
  tree_.with_items.insert(tree_.with_items.end(), items.begin(), items.end());
  uint32_t body = add_block(suite(node, Field::kBody));
  return add(StmtKind::kWith, node, first, static_cast<uint32_t>(items.size()), body, is_async);
}

// The grammar takes `with (a as b):` and `with (a as b, c):` for brackets around an expression.
void Builder::with_item(CstNode value, std::vector<WithItem>& out) {
  if (kind(value) == Kind::kParenthesizedExpression || kind(value) == Kind::kTuple) {
    bool any_as = false;
    for (CstNode child : children(value)) any_as |= kind(child) == Kind::kAsPattern;
    if (any_as) {
      for (CstNode child : children(value))
        if (!is_token(child)) with_item(child, out);
      return;
    }
  }
  WithItem made;
  if (kind(value) == Kind::kAsPattern) {
    made.context = expr(cst_.first_child(value));
    made.target = target(field(value, Field::kAlias), Binding::kAssign);
  } else {
    made.context = expr(value);
  }
  out.push_back(made);
}

}  // namespace nnscan::syntax
