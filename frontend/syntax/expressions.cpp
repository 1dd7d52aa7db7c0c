// Expressions: which method builds which, names, displays, calls and subscripts.
#include <fmt/format.h>

#include <algorithm>
#include <unordered_set>

#include "frontend/syntax/builder.h"

namespace nnscan::syntax {
namespace {

// What `*` cannot stand before in a display: it takes an operand of `|` at most.
bool is_looser_than_operators(Kind kind) {
  switch (kind) {
    case Kind::kNotOperator: case Kind::kBooleanOperator: case Kind::kComparisonOperator:
    case Kind::kConditionalExpression: case Kind::kLambda: case Kind::kNamedExpression:
      return true;
    default:
      return false;
  }
}

}  // namespace

// Also what repair_source made of one.
bool Builder::is_star(CstNode node) const {
  return kind(node) == Kind::kListSplat || kind(node) == Kind::kListSplatPattern ||
         (kind(node) == Kind::kUnaryOperator && text_[cst_[node].begin] == '*');
}

// The operand that a node continues to the left, where chains are built in a loop.
CstNode Builder::spine_child(CstNode node) const {
  switch (kind(node)) {
    case Kind::kAttribute: case Kind::kSubscript: case Kind::kCall:
    case Kind::kComparisonOperator:
      return cst_.first_child(node);
    case Kind::kBinaryOperator:
      return is_bitwise_run(node) ? kNoNode : cst_.first_child(node);
    default:
      return kNoNode;
  }
}

ExprId Builder::expr(CstNode node, int allow) {
  CstNode left = spine_child(node);
  if (left == kNoNode) return expr_unspined(node, allow);
  std::vector<CstNode> spine;
  for (; left != kNoNode; left = spine_child(node)) {
    spine.push_back(node);
    node = left;
  }
  if (!fits(node, spine.size())) return error_expr(node);
  uint32_t outside = depth_;
  depth_ = outside + static_cast<uint32_t>(spine.size());
  ExprId built = expr_unspined(node, kPlain);
  for (; !spine.empty(); spine.pop_back(), --depth_) built = extend(spine.back(), built);
  depth_ = outside;
  return built;
}

ExprId Builder::extend(CstNode node, ExprId left) {
  switch (kind(node)) {
    case Kind::kAttribute: return attribute(node, left);
    case Kind::kSubscript: return subscript(node, left);
    case Kind::kCall: return call(node, left);
    case Kind::kComparisonOperator: return compare(node, left);
    default: return binary(node, left);
  }
}

ExprId Builder::expr_unspined(CstNode node, int allow) {
  switch (kind(node)) {
    case Kind::kIdentifier: return name(node);
    case Kind::kInteger: case Kind::kFloat: return number(node);
    case Kind::kTrue: return add_literal(true, node);
    case Kind::kFalse: return add_literal(false, node);
    case Kind::kNone: return add_literal(None{}, node);
    case Kind::kEllipsis: return add_literal(EllipsisLiteral{}, node);
    case Kind::kBinaryOperator: return bitwise(node);
    case Kind::kBooleanOperator: return boolean(node);
    case Kind::kExpressionList: case Kind::kPatternList: return expression_list(node, allow);
    case Kind::kType: return type_expr(cst_.first_child(node));
    default: break;
  }
  Nested nested(*this, node);
  if (!nested || !fits(node, 1)) return error_expr(node);
  ++depth_;
  ExprId built = nesting_expr(node, allow);
  --depth_;
  return built;
}

// What brackets, prefixes and strings hold is one level further in.
ExprId Builder::nesting_expr(CstNode node, int allow) {
  switch (kind(node)) {
    case Kind::kString: case Kind::kConcatenatedString: return string(node);
    case Kind::kParenthesizedExpression: return parenthesized(node);
    case Kind::kTuple: return sequence(ExprKind::kTuple, node);
    case Kind::kList: case Kind::kListPattern: return sequence(ExprKind::kList, node);
    case Kind::kSet: return sequence(ExprKind::kSet, node);
    case Kind::kTuplePattern:
      return has_token(node, Kind::kTokenComma) || first_operand(node) == kNoNode
                 ? sequence(ExprKind::kTuple, node) : expr(first_operand(node));
    case Kind::kDictionary: return dict(node);
    case Kind::kListComprehension: return comprehension(ExprKind::kListComp, node);
    case Kind::kSetComprehension: return comprehension(ExprKind::kSetComp, node);
    case Kind::kDictionaryComprehension: return comprehension(ExprKind::kDictComp, node);
    case Kind::kGeneratorExpression: return generator(node);
    case Kind::kNotOperator: return unary(node);
    case Kind::kUnaryOperator: return is_star(node) ? star(node, allow) : unary(node);
    case Kind::kAwait: return await(node);
    case Kind::kConditionalExpression: return conditional(node, allow);
    case Kind::kLambda: return lambda(node);
    case Kind::kNamedExpression: return named(node, allow);
    case Kind::kYield: return yield(node, allow);
    case Kind::kListSplat: case Kind::kListSplatPattern: return star(node, allow);
    case Kind::kAsPattern:
      error(node, "`as` is not allowed in an expression");
      return error_expr(node);
    default:
      error(node, "invalid syntax");
      return error_expr(node);
  }
}

ExprId Builder::name(CstNode node) {
  ExprId made = add(ExprKind::kGlobal, node);
  scopes_.use(made, name_symbol(node));
  return made;
}

ExprId Builder::parenthesized(CstNode node) {
  return expr(first_operand(node), kNamed | kYield);
}

// `*x` where the context has a place for it. The grammar also makes the star a part of the first
// operand, `(*a) + b`; then the star is taken from there and put before the whole.
ExprId Builder::element(CstNode node, int allow) {
  if (!(allow & kStar)) return expr(node, allow);
  CstNode leaf = node;
  for (CstNode left = spine_child(leaf); left != kNoNode; left = spine_child(leaf)) leaf = left;
  if (leaf == node || !is_star(leaf)) return expr(node, allow);
  if (kind(node) == Kind::kComparisonOperator && !(allow & kAnyStar)) return expr(node, allow);
  hoisted_star_ = leaf;
  ExprId value = expr(node);
  return add(ExprKind::kStarred, node, value.index);
}

ExprId Builder::star(CstNode node, int allow) {
  CstNode value = first_operand(node);
  if (node == hoisted_star_) {
    hoisted_star_ = kNoNode;
    return expr(value);
  }
  bool ok = (allow & kStar) && ((allow & kAnyStar) || !is_looser_than_operators(kind(value)));
  if (!ok) error(node, "a starred expression cannot stand here");
  return add(ExprKind::kStarred, node, expr(value).index);
}

ExprId Builder::sequence(ExprKind kind, CstNode node) {
  std::vector<ExprId> items;
  for (CstNode item : children(node))
    if (!is_token(item)) items.push_back(element(item, kNamed | kStar));
  bool lone = kind == ExprKind::kTuple && !has_token(node, Kind::kTokenComma) && items.size() == 1;
  if (lone) error(node, "a starred expression cannot stand alone in parentheses", "add a comma");
  return add_run(kind, node, items);
}

ExprId Builder::dict(CstNode node) {
  check_commas(node);
  std::vector<ExprId> pairs;
  for (CstNode item : children(node)) {
    if (is_token(item)) continue;
    bool pair = kind(item) == Kind::kPair;
    pairs.push_back(pair ? expr(field(item, Field::kKey)) : ExprId{});
    CstNode value = pair ? field(item, Field::kValue) : first_operand(item);
    if (!pair && is_looser_than_operators(kind(value)))
      error(value, "`**` in a dict display takes an operand, not a condition or lambda",
            "put it in parentheses");
    pairs.push_back(expr(value));
  }
  return add(ExprKind::kDict, node, add_list(pairs), static_cast<uint32_t>(pairs.size() / 2));
}

// `a, b` and `a,`: the children are the items.
ExprId Builder::expression_list(CstNode node, int allow) {
  std::vector<ExprId> items;
  for (CstNode item : children(node))
    if (!is_token(item)) items.push_back(element(item, (allow & kNamed) | kStar));
  return add_run(ExprKind::kTuple, node, items);
}

ExprId Builder::attribute(CstNode node, ExprId value) {
  Symbol attr = name_symbol(field(node, Field::kAttribute));
  return add(ExprKind::kAttribute, node, value.index, attr.index);
}

ExprId Builder::subscript(CstNode node, ExprId value) {
  Nested nested(*this, node);
  if (!nested) return error_expr(node);
  std::vector<ExprId> items;
  uint32_t begin = 0, end = 0;
  for (CstNode child : children(node)) {
    if (cst_.field(child) != Field::kSubscript || is_token(child)) continue;
    items.push_back(kind(child) == Kind::kSlice ? slice(child) : element(child, kNamed | kStar));
    if (items.size() == 1) begin = cst_[child].begin;
    end = cst_[child].end;
  }
  ExprId index = items.front();
  bool tuple = has_token(node, Kind::kTokenComma) || tree_.exprs[index].kind == ExprKind::kStarred;
  if (tuple) index = tuple_between(items, begin, end);
  return add(ExprKind::kSubscript, node, value.index, index.index);
}

ExprId Builder::slice(CstNode node) {
  ExprId parts[3];
  size_t part = 0;
  for (CstNode child : children(node)) {
    if (kind(child) == Kind::kTokenColon) ++part;
    else if (part < 3) parts[part] = expr(child);
  }
  return add(ExprKind::kSlice, node, parts[0].index, parts[1].index, parts[2].index);
}

ExprId Builder::call(CstNode node, ExprId callee) {
  Nested nested(*this, node);
  if (!nested) return error_expr(node);
  auto [first, count] = arguments(field(node, Field::kArguments));
  return add(ExprKind::kCall, node, callee.index, first, count);
}

// What came before the current argument.
struct Builder::ArgumentState {
  bool keyword = false, mapping = false;
  std::unordered_set<uint32_t> keywords;
};

// The run of arguments in the tree: first and count.
std::pair<uint32_t, uint32_t> Builder::arguments(CstNode list) {
  std::vector<Argument> all;
  if (kind(list) == Kind::kGeneratorExpression) {
    all.push_back({expr(list), {}, Star::kNone});
  } else {
    check_commas(list);
    ArgumentState state;
    for (CstNode child : children(list))
      if (!is_token(child)) argument(child, state, all);
  }
  auto first = static_cast<uint32_t>(tree_.arguments.size());
  tree_.arguments.insert(tree_.arguments.end(), all.begin(), all.end());
  return {first, static_cast<uint32_t>(all.size())};
}

// The grammar lets a call or dict hold a comma and nothing else.
void Builder::check_commas(CstNode list) {
  CstNode comma = cst_.child(list, Kind::kTokenComma);
  if (comma != kNoNode && first_operand(list) == kNoNode) error(comma, "invalid syntax at `,`");
}

void Builder::argument(CstNode node, ArgumentState& state, std::vector<Argument>& out) {
  if (kind(node) == Kind::kKeywordArgument) {
    Symbol keyword = raw_symbol(field(node, Field::kName));
    if (!state.keywords.insert(keyword.index).second)
      error(node, fmt::format("keyword argument `{}` is given twice", symbols_.text(keyword)));
    state.keyword = true;
    out.push_back({expr(field(node, Field::kValue)), keyword, Star::kNone});
    return;
  }
  if (kind(node) == Kind::kDictionarySplat) {
    state.mapping = true;
    out.push_back({expr(first_operand(node)), {}, Star::kDoubleStar});
    return;
  }
  ExprId value = element(node, kNamed | kStar | kAnyStar);
  bool starred = tree_.exprs[value].kind == ExprKind::kStarred;
  if (state.mapping)
    error(node, starred ? "`*` argument follows a `**` argument"
                        : "positional argument follows a `**` argument");
  else if (state.keyword && !starred)
    error(node, "positional argument follows a keyword argument");
  if (starred) out.push_back({ExprId{tree_.exprs[value].a}, {}, Star::kStar});
  else out.push_back({value, {}, Star::kNone});
}

ExprId Builder::named(CstNode node, int allow) {
  ExprId target = named_target(node, allow);
  return bind_named(node, node, target, expr(field(node, Field::kValue)));
}

ExprId Builder::named_target(CstNode node, int allow) {
  if (!(allow & kNamed)) error(node, "`:=` needs parentheses here");
  if (iterables_) error(node, "`:=` cannot stand in the iterable of a comprehension");
  return add(ExprKind::kGlobal, field(node, Field::kName));
}

ExprId Builder::bind_named(CstNode whole, CstNode node, ExprId target, ExprId value) {
  CstNode name = field(node, Field::kName);
  scopes_.bind_named(target, name_symbol(name), span(name));
  return add(ExprKind::kNamed, whole, target.index, value.index);
}

ExprId Builder::yield(CstNode node, int allow) {
  if (!(allow & kYield)) error(node, "`yield` needs parentheses here");
  ScopeKind where = scopes_.kind(scopes_.current());
  Function* function = functions_.back();
  if (where == ScopeKind::kComprehension || where == ScopeKind::kGenerator)
    error(node, "`yield` inside a comprehension or generator expression");
  else if (!function) error(node, "`yield` outside a function");
  else function->is_generator = true;
  CstNode value = first_operand(node);
  if (value == kNoNode) return add(ExprKind::kYield, node);
  if (!has_token(node, Kind::kTokenFrom)) return add(ExprKind::kYield, node, expr(value).index);
  if (function && function->is_async) error(node, "`yield from` inside an async function");
  return add(ExprKind::kYieldFrom, node, expr(value).index);
}

}  // namespace nnscan::syntax
