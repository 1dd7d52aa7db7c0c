// Operators: chains of them, comparisons, conditions, `await`.
#include <algorithm>

#include "frontend/syntax/builder.h"

namespace nnscan::syntax {
namespace {

struct BinaryRow {
  Kind token;
  BinaryOp op;
};
constexpr BinaryRow kBinaryOps[] = {
    {Kind::kTokenPlus, BinaryOp::kAdd},          {Kind::kTokenMinus, BinaryOp::kSub},
    {Kind::kTokenStar, BinaryOp::kMul},          {Kind::kTokenSlash, BinaryOp::kDiv},
    {Kind::kTokenDoubleSlash, BinaryOp::kFloorDiv}, {Kind::kTokenPercent, BinaryOp::kMod},
    {Kind::kTokenDoubleStar, BinaryOp::kPow},    {Kind::kTokenAt, BinaryOp::kMatMul},
    {Kind::kTokenAmpersand, BinaryOp::kAnd},     {Kind::kTokenPipe, BinaryOp::kOr},
    {Kind::kTokenCaret, BinaryOp::kXor},         {Kind::kTokenLeftShift, BinaryOp::kLeftShift},
    {Kind::kTokenRightShift, BinaryOp::kRightShift},
};

struct CompareRow {
  Kind token;
  CompareOp op;
};
constexpr CompareRow kCompareOps[] = {
    {Kind::kTokenEqualEqual, CompareOp::kEq},   {Kind::kTokenNotEqual, CompareOp::kNe},
    {Kind::kTokenLess, CompareOp::kLt},         {Kind::kTokenLessEqual, CompareOp::kLe},
    {Kind::kTokenGreater, CompareOp::kGt},      {Kind::kTokenGreaterEqual, CompareOp::kGe},
    {Kind::kTokenIs, CompareOp::kIs},           {Kind::kTokenIsNot, CompareOp::kIsNot},
    {Kind::kTokenIn, CompareOp::kIn},           {Kind::kTokenNotIn, CompareOp::kNotIn},
};

uint8_t binary_op(Kind token) {
  for (const BinaryRow& row : kBinaryOps)
    if (row.token == token) return static_cast<uint8_t>(row.op);
  return 0;
}

}  // namespace

bool Builder::is_bitwise_run(CstNode node) const {
  if (kind(node) != Kind::kBinaryOperator) return false;
  Kind token = kind(field(node, Field::kOperator));
  return token == Kind::kTokenAmpersand || token == Kind::kTokenCaret;
}

ExprId Builder::binary(CstNode node, ExprId left) {
  Kind token = kind(field(node, Field::kOperator));
  CstNode right = field(node, Field::kRight);
  uint8_t op = binary_op(token);
  if (token != Kind::kTokenDoubleStar)
    return add(ExprKind::kBinary, node, left.index, expr(right).index, kNoIndex, op);
  Nested nested(*this, node);  // the only operator that chains to the right
  if (!nested) return error_expr(node);
  return add(ExprKind::kBinary, node, left.index, expr(right).index, kNoIndex, op);
}

// The grammar lets `^` bind tighter than `&`; in Python it is the other way round. A run of the
// two is taken apart into operands and operators and put together again.
void Builder::bitwise_run(CstNode node, std::vector<CstNode>& operands,
                          std::vector<CstNode>& operators) {
  std::vector<CstNode> spine;
  for (; is_bitwise_run(node); node = cst_.first_child(node)) spine.push_back(node);
  operands.push_back(node);
  for (; !spine.empty(); spine.pop_back()) {
    operators.push_back(field(spine.back(), Field::kOperator));
    CstNode right = field(spine.back(), Field::kRight);
    if (is_bitwise_run(right)) bitwise_run(right, operands, operators);  // `^` below `&`: once
    else operands.push_back(right);
  }
}

ExprId Builder::bitwise(CstNode node) {
  std::vector<CstNode> operands, operators;
  bitwise_run(node, operands, operators);
  if (!fits(node, operators.size())) return error_expr(node);
  uint32_t outside = depth_;
  depth_ += static_cast<uint32_t>(operators.size());
  auto join = [&](ExprId left, ExprId right, BinaryOp op) {
    Expr made{ExprKind::kBinary, static_cast<uint8_t>(op), left.index, right.index, kNoIndex,
              tree_.exprs[left].begin, tree_.exprs[right].end};
    return tree_.exprs.add(made);
  };
  ExprId all, product = expr(operands[0]);
  for (size_t i = 0; i < operators.size(); ++i) {
    ExprId right = expr(operands[i + 1]);
    if (kind(operators[i]) == Kind::kTokenAmpersand) {
      product = join(product, right, BinaryOp::kAnd);
      continue;
    }
    all = all.valid() ? join(all, product, BinaryOp::kXor) : product;
    product = right;
  }
  depth_ = outside;
  return all.valid() ? join(all, product, BinaryOp::kXor) : product;
}

// `a and b and c` is one node of three.
ExprId Builder::boolean(CstNode node) {
  Kind token = kind(field(node, Field::kOperator));
  std::vector<CstNode> operands;
  CstNode left = node;
  while (kind(left) == Kind::kBooleanOperator && kind(field(left, Field::kOperator)) == token) {
    operands.push_back(field(left, Field::kRight));
    left = field(left, Field::kLeft);
  }
  operands.push_back(left);
  std::vector<ExprId> items;
  for (auto operand = operands.rbegin(); operand != operands.rend(); ++operand)
    items.push_back(expr(*operand));
  return add_run(token == Kind::kTokenAnd ? ExprKind::kAnd : ExprKind::kOr, node, items);
}

ExprId Builder::compare(CstNode node, ExprId left) {
  std::vector<Comparison> all;
  CompareOp op{};
  for (CstNode child : children(node)) {
    if (child == cst_.first_child(node)) continue;
    if (cst_.field(child) != Field::kOperators) {
      all.push_back({op, expr(child)});
      continue;
    }
    auto row = std::find_if(std::begin(kCompareOps), std::end(kCompareOps),
                            [&](const CompareRow& r) { return r.token == kind(child); });
    if (row == std::end(kCompareOps)) error(child, "`<>` is Python 2", "write `!=`");
    else op = row->op;
  }
  auto first = static_cast<uint32_t>(tree_.comparisons.size());
  tree_.comparisons.insert(tree_.comparisons.end(), all.begin(), all.end());
  return add(ExprKind::kCompare, node, left.index, first, static_cast<uint32_t>(all.size()));
}

ExprId Builder::unary(CstNode node) {
  UnaryOp op = UnaryOp::kNot;
  if (kind(node) == Kind::kUnaryOperator) {
    Kind token = kind(field(node, Field::kOperator));
    op = token == Kind::kTokenMinus ? UnaryOp::kMinus
         : token == Kind::kTokenPlus ? UnaryOp::kPlus : UnaryOp::kInvert;
  }
  ExprId operand = expr(field(node, Field::kArgument));
  return add(ExprKind::kUnary, node, operand.index, kNoIndex, kNoIndex, static_cast<uint8_t>(op));
}

// `await a ** b` is `(await a) ** b`; the grammar has it the other way round.
ExprId Builder::await(CstNode node) {
  check_await(node);
  CstNode operand = first_operand(node);
  bool power = kind(operand) == Kind::kBinaryOperator;
  CstNode value = power ? field(operand, Field::kLeft) : operand;
  if (kind(value) == Kind::kUnaryOperator || kind(value) == Kind::kAwait)
    error(value, "`await` takes a name, call or bracket", "put its operand in parentheses");
  ExprId waited = expr(value);
  waited = tree_.exprs.add({ExprKind::kAwait, 0, waited.index, kNoIndex, kNoIndex,
                            cst_[node].begin, cst_[value].end});
  return power ? binary(operand, waited) : waited;
}

// A generator expression that awaits is an asynchronous one, wherever it stands.
void Builder::check_await(CstNode node) {
  Function* function = functions_.back();
  if (scopes_.kind(scopes_.frame_scope(scopes_.current())) == ScopeKind::kGenerator)
    function->is_async = true;
  else if (!function || !function->is_async)
    error(node, kind(node) == Kind::kAwait ? "`await` outside an async function"
                                           : "`async for` outside an async function");
}

// `a if p else b if q else c …` is built from its end. Of `x := a if p else b` the grammar makes
// `(x := a) if p else b`, and Python `x := (a if p else b)`.
ExprId Builder::conditional(CstNode node, int allow) {
  const CstNode whole = node;
  CstNode named = cst_.first_child(node);
  if (kind(named) != Kind::kNamedExpression) named = kNoNode;
  ExprId bound;
  if (named != kNoNode) bound = named_target(named, allow);
  struct Arm {
    CstNode node;
    ExprId condition, then;
  };
  std::vector<Arm> arms;
  uint32_t outside = depth_;
  while (kind(node) == Kind::kConditionalExpression && fits(node, 1)) {
    CstNode then = cst_.first_child(node);
    CstNode condition = cst_.next(cst_.next(then));
    CstNode otherwise = cst_.next(cst_.next(condition));
    ExprId value = expr(then == named ? field(named, Field::kValue) : then);
    arms.push_back({node, expr(condition), value});
    node = otherwise;
    ++depth_;
  }
  ExprId built = depth_reported_ ? error_expr(node) : expr(node);
  depth_ = outside;
  for (auto arm = arms.rbegin(); arm != arms.rend(); ++arm)
    built = add(ExprKind::kConditional, arm->node, arm->condition.index, arm->then.index,
                built.index);
  return named == kNoNode ? built : bind_named(whole, named, bound, built);
}

}  // namespace nnscan::syntax
