// What can be bound: targets of assignments, loops, `with`, `del`.
#include <fmt/format.h>

#include "frontend/syntax/builder.h"

namespace nnscan::syntax {
namespace {

// How messages call what cannot be assigned to.
std::string_view described(Kind kind) {
  switch (kind) {
    case Kind::kCall: return "a function call";
    case Kind::kInteger: case Kind::kFloat: case Kind::kString: case Kind::kConcatenatedString:
      return "a literal";
    case Kind::kNone: return "`None`";
    case Kind::kTrue: return "`True`";
    case Kind::kFalse: return "`False`";
    case Kind::kEllipsis: return "an ellipsis";
    case Kind::kComparisonOperator: return "a comparison";
    case Kind::kLambda: return "a lambda";
    case Kind::kConditionalExpression: return "a conditional expression";
    case Kind::kDictionary: case Kind::kSet: return "a dict or set";
    case Kind::kListComprehension: case Kind::kSetComprehension:
    case Kind::kDictionaryComprehension: return "a comprehension";
    case Kind::kGeneratorExpression: return "a generator expression";
    case Kind::kNamedExpression: return "a `:=` expression";
    case Kind::kYield: return "a yield expression";
    case Kind::kAwait: return "an await expression";
    default: return "an expression";
  }
}

}  // namespace

std::string Builder::cannot_assign(Kind kind, Binding how) {
  return fmt::format("cannot {} {}", how == Binding::kDelete ? "delete" : "assign to",
                     described(kind));
}

ExprId Builder::bind_symbol(CstNode node, Symbol name) {
  ExprId made = add(ExprKind::kGlobal, node);
  if (symbols_.text(name) == "__debug__") error(node, "cannot assign to `__debug__`");
  scopes_.bind(made, name);
  return made;
}

ExprId Builder::bind_name(CstNode node) { return bind_symbol(node, name_symbol(node)); }

ExprId Builder::target(CstNode node, Binding how) {
  switch (kind(node)) {
    case Kind::kIdentifier: return bind_name(node);
    case Kind::kAttribute: case Kind::kSubscript: return expr(node);
    case Kind::kAsPatternTarget: return target(cst_.first_child(node), how);
    default: break;
  }
  Nested nested(*this, node);
  if (!nested) return error_expr(node);
  switch (kind(node)) {
    case Kind::kParenthesizedExpression: return target(first_operand(node), how);
    case Kind::kTuplePattern: case Kind::kTuple:
      if (!has_token(node, Kind::kTokenComma) && first_operand(node) != kNoNode)
        return target(first_operand(node), how);
      return target_list(ExprKind::kTuple, node, how);
    case Kind::kPatternList: case Kind::kExpressionList:
      return target_list(ExprKind::kTuple, node, how);
    case Kind::kListPattern: case Kind::kList: return target_list(ExprKind::kList, node, how);
    case Kind::kListSplat: case Kind::kListSplatPattern:
      error(node, how == Binding::kDelete ? "cannot delete a starred target"
                                          : "a starred target must be in a list or tuple");
      return error_expr(node);
    default:
      error(node, cannot_assign(kind(node), how));
      return error_expr(node);
  }
}

ExprId Builder::target_list(ExprKind made, CstNode node, Binding how) {
  if (how == Binding::kAugmented) {
    error(node, "a tuple or list cannot be the target of an augmented assignment");
    return error_expr(node);
  }
  std::vector<ExprId> items;
  size_t stars = 0;
  for (CstNode item : children(node)) {
    if (is_token(item)) continue;
    bool starred = kind(item) == Kind::kListSplat || kind(item) == Kind::kListSplatPattern;
    if (!starred || how == Binding::kDelete) {
      items.push_back(target(item, how));
      continue;
    }
    if (++stars == 2) error(item, "two starred targets in one assignment");
    ExprId value = target(first_operand(item), how);
    items.push_back(add(ExprKind::kStarred, item, value.index));
  }
  return add_run(made, node, items);
}

}  // namespace nnscan::syntax
