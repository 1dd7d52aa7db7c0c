// Statements without a body, and the blocks that hold statements.
#include <fmt/format.h>

#include "frontend/syntax/builder.h"

namespace nnscan::syntax {
namespace {

struct AugmentedRow {
  Kind token;
  BinaryOp op;
};
constexpr AugmentedRow kAugmentedOps[] = {
    {Kind::kTokenPlusEquals, BinaryOp::kAdd},
    {Kind::kTokenMinusEquals, BinaryOp::kSub},
    {Kind::kTokenStarEquals, BinaryOp::kMul},
    {Kind::kTokenSlashEquals, BinaryOp::kDiv},
    {Kind::kTokenDoubleSlashEquals, BinaryOp::kFloorDiv},
    {Kind::kTokenPercentEquals, BinaryOp::kMod},
    {Kind::kTokenDoubleStarEquals, BinaryOp::kPow},
    {Kind::kTokenAtEquals, BinaryOp::kMatMul},
    {Kind::kTokenAmpersandEquals, BinaryOp::kAnd},
    {Kind::kTokenPipeEquals, BinaryOp::kOr},
    {Kind::kTokenCaretEquals, BinaryOp::kXor},
    {Kind::kTokenLeftShiftEquals, BinaryOp::kLeftShift},
    {Kind::kTokenRightShiftEquals, BinaryOp::kRightShift},
};

uint8_t augmented_op(Kind token) {
  for (const AugmentedRow& row : kAugmentedOps)
    if (row.token == token) return static_cast<uint8_t>(row.op);
  return 0;
}

}  // namespace

Block Builder::block(CstNode node) {
  Nested nested(*this, node);
  std::vector<StmtId> made;
  if (nested && fits(node, 1)) {
    ++depth_;
    check_indent(node);
    for (CstNode child : children(node))
      if (!is_token(child)) statement(child, made);
    --depth_;
  }
  return {add_list(made), static_cast<uint32_t>(made.size())};
}

// The block that a clause holds. The grammar lets it be empty.
Block Builder::suite(CstNode node, Field role) {
  CstNode body = role == Field::kNone ? cst_.child(node, Kind::kBlock) : field(node, role);
  if (body != kNoNode && first_operand(body) != kNoNode) return block(body);
  error(place(cst_[node].begin, header_end(node)), "expected an indented block after this line");
  return {};
}

uint32_t Builder::header_end(CstNode node) const {
  size_t end = text_.find_first_of("\r\n", cst_[node].begin);
  return static_cast<uint32_t>(std::min<size_t>(end, cst_[node].end));
}

// Only a docstring and its like may stand before an import of `__future__`.
bool Builder::starts_file(CstNode node) const {
  if (kind(node) == Kind::kFutureImportStatement) return true;
  CstNode first = cst_.first_child(node);
  return kind(node) == Kind::kExpressionStatement && cst_.next(first) == kNoNode &&
         (kind(first) == Kind::kString || kind(first) == Kind::kConcatenatedString) &&
         cst_.first_child(cst_.root()) == node;
}

void Builder::statement(CstNode node, std::vector<StmtId>& out) {
  future_allowed_ = future_allowed_ && starts_file(node);
  switch (kind(node)) {
    case Kind::kExpressionStatement: out.push_back(expression_statement(node)); break;
    case Kind::kReturnStatement: out.push_back(return_statement(node)); break;
    case Kind::kIfStatement: out.push_back(if_statement(node)); break;
    case Kind::kForStatement: out.push_back(for_statement(node)); break;
    case Kind::kWhileStatement: out.push_back(while_statement(node)); break;
    case Kind::kTryStatement: out.push_back(try_statement(node)); break;
    case Kind::kWithStatement: out.push_back(with_statement(node)); break;
    case Kind::kMatchStatement: out.push_back(match_statement(node)); break;
    case Kind::kImportStatement: out.push_back(import_statement(node)); break;
    case Kind::kImportFromStatement: case Kind::kFutureImportStatement:
      out.push_back(import_from(node)); break;
    case Kind::kAssertStatement: out.push_back(assert_statement(node)); break;
    case Kind::kRaiseStatement: out.push_back(raise_statement(node)); break;
    case Kind::kDeleteStatement: out.push_back(delete_statement(node)); break;
    case Kind::kPassStatement: out.push_back(add(StmtKind::kPass, node)); break;
    case Kind::kBreakStatement: out.push_back(loop_jump(node, StmtKind::kBreak)); break;
    case Kind::kContinueStatement: out.push_back(loop_jump(node, StmtKind::kContinue)); break;
    case Kind::kGlobalStatement: out.push_back(scope_statement(node, true)); break;
    case Kind::kNonlocalStatement: out.push_back(scope_statement(node, false)); break;
    case Kind::kPrintStatement: out.push_back(print_statement(node)); break;
    case Kind::kExecStatement:
      error(node, "`exec` is a function in Python 3", "write `exec(...)`"); break;
    case Kind::kTypeAliasStatement: type_alias(node, out); break;
    case Kind::kFunctionDefinition: case Kind::kClassDefinition: case Kind::kDecoratedDefinition:
      definition(node, out); break;
    default: error(node, "invalid syntax"); break;
  }
}

StmtId Builder::expression_statement(CstNode node) {
  CstNode first = first_operand(node);
  if (kind(first) == Kind::kAssignment) return assignment(first);
  if (kind(first) == Kind::kAugmentedAssignment) return augmented(first);
  bool tuple = has_token(node, Kind::kTokenComma);
  ExprId value = tuple ? expression_list(node, kStar) : expr(first, kYield);
  if (tuple) tree_.exprs[value].end = cst_[node].end;
  return add(StmtKind::kExpr, node, value.index);
}

// `a = b = value`: a chain to the right.
StmtId Builder::assignment(CstNode node) {
  if (field(node, Field::kType) != kNoNode) return annotated(node);
  std::vector<CstNode> lefts;
  CstNode right = node;
  while (right != kNoNode && kind(right) == Kind::kAssignment) {
    if (field(right, Field::kType) != kNoNode)
      error(right, "an annotated assignment has one target");
    lefts.push_back(field(right, Field::kLeft));
    right = field(right, Field::kRight);
  }
  if (right == kNoNode) return add(StmtKind::kPass, node);
  if (kind(right) == Kind::kAugmentedAssignment)
    error(right, "an augmented assignment has no value");
  ExprId value = kind(right) == Kind::kAugmentedAssignment ? error_expr(right)
                                                           : expr(right, kYield | kStar);
  refuse_lone_star(value, right);
  std::vector<ExprId> targets;
  for (CstNode left : lefts) targets.push_back(target(left, Binding::kAssign));
  return add(StmtKind::kAssign, node, add_list(targets), static_cast<uint32_t>(targets.size()),
             value.index);
}

void Builder::refuse_lone_star(ExprId value, CstNode node) {
  if (tree_.exprs[value].kind == ExprKind::kStarred)
    error(node, "a starred value must be in a list or tuple");
}

StmtId Builder::annotated(CstNode node) {
  CstNode left = field(node, Field::kLeft), right = field(node, Field::kRight);
  ExprId type = expr(field(node, Field::kType));
  bool augmented_value = right != kNoNode && (kind(right) == Kind::kAssignment ||
                                              kind(right) == Kind::kAugmentedAssignment);
  if (augmented_value) error(right, "an annotated assignment has one target");
  ExprId value = right == kNoNode || augmented_value ? ExprId{} : expr(right, kYield | kStar);
  if (value.valid()) refuse_lone_star(value, right);
  // A name in parentheses is no declaration: without a value it is not even bound.
  bool bare = kind(left) != Kind::kIdentifier && right == kNoNode;
  CstNode inner = left;
  while (bare && kind(inner) == Kind::kTuplePattern && !has_token(inner, Kind::kTokenComma) &&
         first_operand(inner) != kNoNode)
    inner = first_operand(inner);
  bool unbound = bare && kind(inner) == Kind::kIdentifier;
  ExprId bound = unbound ? name(inner) : target(left, Binding::kAssign);
  ExprKind made = tree_.exprs[bound].kind;
  if (made == ExprKind::kTuple || made == ExprKind::kList)
    error(left, "only a single target can be annotated");
  if (kind(left) == Kind::kIdentifier) scopes_.annotate(name_symbol(left), span(left));
  return add(StmtKind::kAnnAssign, node, bound.index, type.index, value.index);
}

StmtId Builder::augmented(CstNode node) {
  CstNode right = field(node, Field::kRight);
  if (kind(right) == Kind::kAssignment || kind(right) == Kind::kAugmentedAssignment) {
    error(right, "an augmented assignment has one target");
    return add(StmtKind::kPass, node);
  }
  ExprId value = expr(right, kYield | kStar);
  refuse_lone_star(value, right);
  ExprId bound = target(field(node, Field::kLeft), Binding::kAugmented);
  return add(StmtKind::kAugAssign, node, bound.index, value.index, kNoIndex,
             augmented_op(kind(field(node, Field::kOperator))));
}

// `print >>f, x` is an expression in Python 3 too, if an odd one; `print x` is not.
StmtId Builder::print_statement(CstNode node) {
  CstNode chevron = cst_.child(node, Kind::kChevron);
  if (chevron == kNoNode) {
    error(node, "missing parentheses in call to `print`: this is Python 2",
          "write `print(...)`, or convert the file with 2to3");
    return add(StmtKind::kPass, node);
  }
  CstNode word = cst_.first_child(node);
  ExprId print = add(ExprKind::kGlobal, word);
  scopes_.use(print, symbols_.intern("print"));
  ExprId value = expr(first_operand(chevron));
  value = add(ExprKind::kBinary, node, print.index, value.index, kNoIndex,
              static_cast<uint8_t>(BinaryOp::kRightShift));
  tree_.exprs[value].end = cst_[chevron].end;
  if (has_token(node, Kind::kTokenComma)) {
    std::vector<ExprId> items{value};
    for (CstNode child : children(node))
      if (cst_.field(child) == Field::kArgument) items.push_back(element(child, kStar));
    value = add_run(ExprKind::kTuple, node, items);
  }
  return add(StmtKind::kExpr, node, value.index);
}

StmtId Builder::return_statement(CstNode node) {
  if (!functions_.back()) error(node, "`return` outside a function");
  CstNode value = first_operand(node);
  if (value == kNoNode) return add(StmtKind::kReturn, node);
  ExprId made = element(value, kStar);
  valued_return_ = node;
  refuse_lone_star(made, value);
  return add(StmtKind::kReturn, node, made.index);
}

StmtId Builder::raise_statement(CstNode node) {
  CstNode cause = field(node, Field::kCause), value = first_operand(node);
  if (value == cause) value = kNoNode;
  if (cause != kNoNode && value == kNoNode) error(node, "`raise from` without an exception");
  if (value != kNoNode && kind(value) == Kind::kExpressionList) {
    error(value, "`raise E, value` is Python 2", "write `raise E(value)`");
    return add(StmtKind::kRaise, node);
  }
  ExprId made = optional_expr(value);
  return add(StmtKind::kRaise, node, made.index, optional_expr(cause).index);
}

StmtId Builder::assert_statement(CstNode node) {
  std::vector<CstNode> parts;
  for (CstNode child : children(node))
    if (!is_token(child)) parts.push_back(child);
  if (parts.size() > 2) error(parts[2], "`assert` takes a condition and a message");
  ExprId condition = expr(parts[0]);
  ExprId message = parts.size() > 1 ? expr(parts[1]) : ExprId{};
  return add(StmtKind::kAssert, node, condition.index, message.index);
}

StmtId Builder::loop_jump(CstNode node, StmtKind kind) {
  if (!loops_) error(node, fmt::format("`{}` outside a loop", text(node)));
  return add(kind, node);
}

StmtId Builder::delete_statement(CstNode node) {
  CstNode what = first_operand(node);
  std::vector<ExprId> targets;
  if (kind(what) == Kind::kExpressionList) {
    for (CstNode child : children(what))
      if (!is_token(child)) targets.push_back(target(child, Binding::kDelete));
  } else {
    targets.push_back(target(what, Binding::kDelete));
  }
  return add(StmtKind::kDelete, node, add_list(targets), static_cast<uint32_t>(targets.size()));
}

StmtId Builder::scope_statement(CstNode node, bool global) {
  for (CstNode child : children(node)) {
    if (is_token(child)) continue;
    if (global) scopes_.declare_global(name_symbol(child), span(child));
    else scopes_.declare_nonlocal(name_symbol(child), span(child));
  }
  return add(StmtKind::kGlobal, node);
}

}  // namespace nnscan::syntax
