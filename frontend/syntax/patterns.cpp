// The patterns of `match`. The grammar gives them without much structure: an alternative can be
// a node, a bare `_` or a minus sign followed by a number, so siblings are read with a cursor.
#include <fmt/format.h>

#include <algorithm>

#include "frontend/syntax/builder.h"

namespace nnscan::syntax {

uint32_t Builder::add_pattern(Pattern pattern, CstNode node) {
  pattern.span = span(node);
  tree_.patterns.push_back(std::move(pattern));
  return static_cast<uint32_t>(tree_.patterns.size() - 1);
}

uint32_t Builder::value_pattern(ExprId value, CstNode node) {
  Pattern made{};
  made.kind = PatternKind::kValue;
  made.value = value;
  return add_pattern(std::move(made), node);
}

uint32_t Builder::wildcard(CstNode node) {
  Pattern made{};
  made.kind = PatternKind::kWildcard;
  return add_pattern(std::move(made), node);
}

// A name of one part captures, of several is a value.
uint32_t Builder::name_pattern(CstNode node) {
  CstNode first = cst_.child(node, Kind::kIdentifier);
  if (cst_.next(first) != kNoNode) return value_pattern(dotted(node), node);
  if (text(node) == "_") return wildcard(node);
  Pattern made{};
  made.kind = PatternKind::kCapture;
  made.target = capture(first);
  return add_pattern(std::move(made), node);
}

ExprId Builder::capture(CstNode node) {
  Symbol name = name_symbol(node);
  if (std::find(captures_.begin(), captures_.end(), name) != captures_.end())
    error(node, fmt::format("the pattern binds `{}` twice", symbols_.text(name)));
  captures_.push_back(name);
  return bind_symbol(node, name);
}

ExprId Builder::dotted(CstNode node) {
  ExprId value;
  for (CstNode part : children(node)) {
    if (is_token(part)) continue;
    if (!value.valid()) {
      value = name(part);
      continue;
    }
    Expr attr{ExprKind::kAttribute, 0, value.index, name_symbol(part).index, kNoIndex,
              cst_[node].begin, cst_[part].end};
    value = tree_.exprs.add(attr);
  }
  return value;
}

// One pattern that starts at `at`, which moves past it.
uint32_t Builder::pattern(CstNode& at) {
  CstNode node = at;
  at = cst_.next(at);
  if (kind(node) == Kind::kTokenUnderscore) return wildcard(node);
  if (kind(node) == Kind::kTokenMinus) {
    ExprId number = this->number(at);
    Expr negative{ExprKind::kUnary, static_cast<uint8_t>(UnaryOp::kMinus), number.index, kNoIndex,
                  kNoIndex, cst_[node].begin, cst_[at].end};
    at = cst_.next(at);
    return value_pattern(tree_.exprs.add(negative), node);
  }
  return pattern_node(node);
}

uint32_t Builder::pattern_node(CstNode node) {
  Nested nested(*this, node);
  if (!nested) return wildcard(node);
  CstNode inner = cst_.first_child(node);
  switch (kind(node)) {
    case Kind::kCasePattern: return pattern(inner);
    case Kind::kDottedName: return name_pattern(node);
    case Kind::kUnionPattern: return or_pattern(node);
    case Kind::kAsPattern: return as_pattern(node);
    case Kind::kClassPattern: return class_pattern(node);
    case Kind::kDictPattern: return dict_pattern(node);
    case Kind::kListPattern: return sequence_pattern(node);
    case Kind::kSplatPattern: return star_pattern(node);
    case Kind::kComplexPattern: return value_pattern(complex_number(node), node);
    case Kind::kTuplePattern: {
      bool empty = kind(cst_.next(inner)) != Kind::kCasePattern;
      if (empty || has_token(node, Kind::kTokenComma)) return sequence_pattern(node);
      CstNode only = cst_.next(inner);
      uint32_t made = pattern(only);
      if (tree_.patterns[made].kind != PatternKind::kStar) return made;
      error(node, "a starred pattern must be in a sequence");
      return made;
    }
    case Kind::kString: case Kind::kConcatenatedString: {
      ExprId value = expr(node);
      if (tree_.exprs[value].kind == ExprKind::kJoinedString)
        error(node, "a pattern cannot be an f-string");
      return value_pattern(value, node);
    }
    case Kind::kInteger: case Kind::kFloat: case Kind::kTrue: case Kind::kFalse: case Kind::kNone:
      return value_pattern(expr(node), node);
    default:
      error(node, "invalid pattern");
      return wildcard(node);
  }
}

// `-1 + 2j`.
ExprId Builder::complex_number(CstNode node) {
  CstNode at = cst_.first_child(node);
  bool negative = kind(at) == Kind::kTokenMinus;
  if (negative) at = cst_.next(at);
  ExprId real = number(at);
  CstNode sign = cst_.next(at);
  ExprId imaginary = number(cst_.next(sign));
  auto is_imaginary = [&](ExprId e) {
    return std::holds_alternative<Imaginary>(tree_.literals[tree_.exprs[e].a]);
  };
  if (is_imaginary(real) || !is_imaginary(imaginary))
    error(node, "a complex number is a real part, then an imaginary one");
  if (negative)
    real = add(ExprKind::kUnary, at, real.index, kNoIndex, kNoIndex,
               static_cast<uint8_t>(UnaryOp::kMinus));
  BinaryOp op = kind(sign) == Kind::kTokenMinus ? BinaryOp::kSub : BinaryOp::kAdd;
  return add(ExprKind::kBinary, node, real.index, imaginary.index, kNoIndex,
             static_cast<uint8_t>(op));
}

uint32_t Builder::sequence_pattern(CstNode node) {
  Pattern made{};
  made.kind = PatternKind::kSequence;
  size_t stars = 0;
  for (CstNode at = cst_.first_child(node); at != kNoNode;) {
    if (kind(at) != Kind::kCasePattern) {
      at = cst_.next(at);
      continue;
    }
    CstNode item = at;
    made.children.push_back(pattern(at));
    if (tree_.patterns[made.children.back()].kind == PatternKind::kStar && ++stars == 2)
      error(item, "two starred patterns in one sequence");
  }
  return add_pattern(std::move(made), node);
}

uint32_t Builder::star_pattern(CstNode node) {
  CstNode star = cst_.first_child(node), name = cst_.next(star);
  if (text(star) != "*") error(node, "`**` can only stand in a mapping pattern");
  Pattern made{};
  made.kind = PatternKind::kStar;
  if (text(name) != "_") made.target = capture(name);
  return add_pattern(std::move(made), node);
}

uint32_t Builder::dict_pattern(CstNode node) {
  Pattern made{};
  made.kind = PatternKind::kMapping;
  for (CstNode at = cst_.first_child(node); at != kNoNode;) {
    if (made.target.valid() && !is_token(at)) error(at, "`**` must come last in a mapping pattern");
    if (cst_.field(at) == Field::kKey) {
      CstNode key = at;
      const Pattern& found = tree_.patterns[pattern(at)];
      if (found.kind != PatternKind::kValue)
        error(key, "the key of a mapping pattern must be a value");
      for (ExprId other : made.keys)
        if (found.value.valid() && same_constant(other, found.value))
          error(key, "the mapping pattern has this key twice");
      made.keys.push_back(found.value);
    } else if (cst_.field(at) == Field::kValue) {
      made.children.push_back(pattern(at));
    } else {
      if (kind(at) == Kind::kSplatPattern) made.target = mapping_rest(at);
      at = cst_.next(at);
    }
  }
  return add_pattern(std::move(made), node);
}

// Whether both are literals, and equal as Python compares them.
bool Builder::same_constant(ExprId a, ExprId b) const {
  if (tree_.exprs[a].kind != ExprKind::kConstant || tree_.exprs[b].kind != ExprKind::kConstant)
    return false;
  const Literal& left = tree_.literals[tree_.exprs[a].a];
  const Literal& right = tree_.literals[tree_.exprs[b].a];
  auto number = [](const Literal& value) -> std::optional<double> {
    if (auto* flag = std::get_if<bool>(&value)) return *flag;
    if (auto* integer = std::get_if<int64_t>(&value)) return static_cast<double>(*integer);
    if (auto* real = std::get_if<double>(&value)) return *real;
    return std::nullopt;
  };
  if (number(left) && number(right)) return number(left) == number(right);
  if (left.index() != right.index()) return false;
  if (auto* text = std::get_if<std::string>(&left)) return *text == std::get<std::string>(right);
  if (auto* bytes = std::get_if<Bytes>(&left)) return bytes->data == std::get<Bytes>(right).data;
  return std::holds_alternative<None>(left);
}

ExprId Builder::mapping_rest(CstNode node) {
  CstNode star = cst_.first_child(node), name = cst_.next(star);
  if (text(star) == "**" && text(name) != "_") return capture(name);
  error(node, "a mapping pattern takes `**name` only");
  return error_expr(node);
}

uint32_t Builder::class_pattern(CstNode node) {
  Pattern made{};
  made.kind = PatternKind::kClass;
  CstNode at = cst_.first_child(node);
  made.value = dotted(at);
  for (at = cst_.next(at); at != kNoNode; at = cst_.next(at)) {
    if (kind(at) != Kind::kCasePattern) continue;
    CstNode inner = cst_.first_child(at);
    if (kind(inner) == Kind::kKeywordPattern) {
      CstNode name = cst_.first_child(inner), value = cst_.next(cst_.next(name));
      Symbol attr = raw_symbol(name);
      if (std::find(made.attributes.begin(), made.attributes.end(), attr) != made.attributes.end())
        error(name, fmt::format("the attribute `{}` is matched twice", symbols_.text(attr)));
      made.attributes.push_back(attr);
      made.children.push_back(pattern(value));
    } else {
      if (!made.attributes.empty()) error(at, "positional pattern follows a keyword pattern");
      made.children.push_back(pattern(inner));
    }
    if (tree_.patterns[made.children.back()].kind == PatternKind::kStar)
      error(at, "a starred pattern cannot stand in a class pattern");
  }
  return add_pattern(std::move(made), node);
}

// All alternatives must bind the same names; each starts from what was bound before.
uint32_t Builder::or_pattern(CstNode node) {
  Pattern made{};
  made.kind = PatternKind::kOr;
  std::vector<Symbol> before = captures_, first;
  for (CstNode at = cst_.first_child(node); at != kNoNode;) {
    if (kind(at) == Kind::kTokenPipe) {
      at = cst_.next(at);
      continue;
    }
    CstNode alternative = at;
    captures_ = before;
    made.children.push_back(pattern(at));
    bool irrefutable = is_irrefutable(made.children.back());
    if (irrefutable && at != kNoNode)
      error(alternative, "this alternative matches everything: those after it are never tried");
    std::vector<Symbol> bound(captures_.begin() + before.size(), captures_.end());
    std::sort(bound.begin(), bound.end());
    if (made.children.size() == 1) first = bound;
    else if (bound != first) error(node, "the alternatives of a pattern bind different names");
  }
  return add_pattern(std::move(made), node);
}

bool Builder::is_irrefutable(uint32_t index) const {
  const Pattern& pattern = tree_.patterns[index];
  switch (pattern.kind) {
    case PatternKind::kCapture: case PatternKind::kWildcard: return true;
    case PatternKind::kAs: return is_irrefutable(pattern.children[0]);
    case PatternKind::kOr: return is_irrefutable(pattern.children.back());
    default: return false;
  }
}

uint32_t Builder::as_pattern(CstNode node) {
  CstNode at = cst_.first_child(node);
  CstNode name = cst_.next(cst_.next(at));
  Pattern made{};
  made.kind = PatternKind::kAs;
  made.children.push_back(pattern(at));
  if (text(name) == "_") error(name, "`_` cannot be the name of an `as` pattern");
  made.target = capture(name);
  if (tree_.patterns[made.children[0]].kind == PatternKind::kStar)
    error(node, "a starred pattern cannot have an `as` name");
  return add_pattern(std::move(made), node);
}

// The pattern of a case: with a comma it is a sequence without brackets.
uint32_t Builder::case_pattern(CstNode clause) {
  captures_.clear();
  if (has_token(clause, Kind::kTokenComma)) return sequence_pattern(clause);
  CstNode at = cst_.child(clause, Kind::kCasePattern);
  uint32_t made = pattern(at);
  if (tree_.patterns[made].kind == PatternKind::kStar)
    error(clause, "a starred pattern must be in a sequence");
  return made;
}

StmtId Builder::match_statement(CstNode node) {
  std::vector<CstNode> subjects;
  for (CstNode child : children(node))
    if (cst_.field(child) == Field::kSubject) subjects.push_back(child);
  Match made;
  std::vector<ExprId> items;
  bool tuple = has_token(node, Kind::kTokenComma);
  for (CstNode subject : subjects)
    items.push_back(element(subject, tuple ? kNamed | kStar : kNamed));
  made.subject = tuple ? add_run(ExprKind::kTuple, subjects[0], items) : items[0];
  if (tuple) tree_.exprs[made.subject].end = cst_[subjects.back()].end;
  CstNode body = field(node, Field::kBody), last = kNoNode;
  bool reached_all = false;
  for (CstNode clause : children(body)) {
    if (kind(clause) != Kind::kCaseClause) continue;
    if (reached_all) error(last, "this case matches everything: those after it are never tried");
    MatchCase one;
    one.pattern = case_pattern(clause);
    CstNode guard = field(clause, Field::kGuard);
    if (guard != kNoNode) one.guard = expr(first_operand(guard), kNamed);
    one.body = suite(clause, Field::kConsequence);
    reached_all = guard == kNoNode && is_irrefutable(one.pattern);
    last = clause;
    made.cases.push_back(one);
  }
  if (made.cases.empty()) error(node, "expected an indented block of cases after `match`");
  tree_.matches.push_back(std::move(made));
  return add(StmtKind::kMatch, node, static_cast<uint32_t>(tree_.matches.size() - 1));
}

}  // namespace nnscan::syntax
