// Annotations. The grammar has nodes of its own for some of them (`List[int]`, `A[int] | B`); in
// Python they are ordinary expressions, and so they are built.
#include "frontend/syntax/builder.h"

namespace nnscan::syntax {

ExprId Builder::type_expr(CstNode node) {
  Nested nested(*this, node);
  if (!nested) return error_expr(node);
  switch (kind(node)) {
    case Kind::kType: return type_expr(cst_.first_child(node));
    case Kind::kGenericType: return generic_type(node);
    case Kind::kUnionType: return type_union(node);
    case Kind::kMemberType: {
      ExprId value = type_expr(cst_.first_child(node));
      Symbol attr = name_symbol(cst_.child(node, Kind::kIdentifier));
      return add(ExprKind::kAttribute, node, value.index, attr.index);
    }
    case Kind::kSplatType: case Kind::kConstrainedType:
      error(node, "invalid annotation");
      return error_expr(node);
    default: return expr(node);
  }
}

// `Name[a, b]`.
ExprId Builder::generic_type(CstNode node) {
  ExprId value = name(cst_.first_child(node));
  CstNode list = cst_.child(node, Kind::kTypeParameter);
  std::vector<ExprId> items;
  for (CstNode child : children(list))
    if (!is_token(child)) items.push_back(type_index(child));
  bool tuple = has_token(list, Kind::kTokenComma) ||
               tree_.exprs[items.front()].kind == ExprKind::kStarred;
  ExprId index = items.front();
  if (tuple) index = tuple_between(items, cst_[list].begin + 1, cst_[list].end - 1);
  return add(ExprKind::kSubscript, node, value.index, index.index);
}

ExprId Builder::type_index(CstNode node) {
  CstNode inner = cst_.first_child(node);
  if (kind(inner) == Kind::kConstrainedType) return type_slice(inner);
  if (kind(inner) == Kind::kSplatType) {
    if (text(cst_.first_child(inner)) != "*") error(inner, "`**` cannot stand in an index");
    return add(ExprKind::kStarred, inner, name(cst_.child(inner, Kind::kIdentifier)).index);
  }
  return type_or_star(inner);
}

ExprId Builder::type_or_star(CstNode node) {
  CstNode leaf = node;
  for (CstNode left = spine_child(leaf); left != kNoNode; left = spine_child(leaf)) leaf = left;
  if (is_star(leaf) || kind(node) == Kind::kNamedExpression) return element(node, kNamed | kStar);
  return type_expr(node);
}

// `X[a:b]` in an annotation.
ExprId Builder::type_slice(CstNode node) {
  std::vector<CstNode> parts, open{node};
  while (!open.empty()) {
    CstNode top = open.back();
    open.pop_back();
    CstNode inner = kind(top) == Kind::kType ? cst_.first_child(top) : top;
    if (kind(inner) != Kind::kConstrainedType) {
      parts.push_back(top);
      continue;
    }
    open.push_back(cst_.next(cst_.next(cst_.first_child(inner))));
    open.push_back(cst_.first_child(inner));
  }
  if (parts.size() > 3) error(node, "a slice has three parts at most");
  ExprId built[3];
  for (size_t i = 0; i < parts.size() && i < 3; ++i) built[i] = type_expr(parts[i]);
  return add(ExprKind::kSlice, node, built[0].index, built[1].index, built[2].index);
}

// The operands of `|`, from left to right, however the grammar grouped them.
void Builder::union_operands(CstNode node, std::vector<CstNode>& out) {
  std::vector<CstNode> open{node};
  while (!open.empty()) {
    CstNode top = open.back();
    open.pop_back();
    CstNode inner = kind(top) == Kind::kType ? cst_.first_child(top) : top;
    bool operation = kind(inner) == Kind::kBinaryOperator &&
                     kind(field(inner, Field::kOperator)) == Kind::kTokenPipe;
    if (kind(inner) == Kind::kUnionType || operation) {
      open.push_back(cst_.next(cst_.next(cst_.first_child(inner))));
      open.push_back(cst_.first_child(inner));
      continue;
    }
    switch (kind(inner)) {
      case Kind::kConditionalExpression: case Kind::kBooleanOperator: case Kind::kLambda:
      case Kind::kComparisonOperator: case Kind::kNotOperator: case Kind::kNamedExpression:
        error(inner, "this annotation is not understood", "put its parts in parentheses");
        break;
      default: break;
    }
    out.push_back(inner);
  }
}

ExprId Builder::type_union(CstNode node) {
  std::vector<CstNode> operands;
  union_operands(node, operands);
  if (!fits(node, operands.size())) return error_expr(node);
  ExprId all = type_expr(operands[0]);
  for (size_t i = 1; i < operands.size(); ++i) {
    ExprId right = type_expr(operands[i]);
    all = tree_.exprs.add({ExprKind::kBinary, static_cast<uint8_t>(BinaryOp::kOr), all.index,
                           right.index, kNoIndex, tree_.exprs[all].begin, tree_.exprs[right].end});
  }
  return all;
}

}  // namespace nnscan::syntax
