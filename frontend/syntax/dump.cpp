// The text form of a tree: S-expressions, one statement a line, blocks indented.
//
// A name is written after where it lives: `x` a slot, `&x` a cell, `$x` global, `@x` in the
// class's namespace and `@x&` with a cell to fall back to. Where a frame has several slots of one
// name, as comprehensions make them, all but the first carry their number: `x#3`. A function or
// class is followed by the lines of its frame that are not empty, then by its body.
#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "frontend/syntax/tree.h"

namespace nnscan::syntax {
namespace {

constexpr std::string_view kBinaryNames[] = {"+", "-", "*", "/", "//", "%", "**",
                                             "@", "&", "|", "^", "<<", ">>"};
constexpr std::string_view kUnaryNames[] = {"not", "neg", "pos", "~"};
constexpr std::string_view kCompareNames[] = {"==", "!=", "<", "<=", ">", ">=",
                                              "is", "is-not", "in", "not-in"};

std::string quote(std::string_view text) {
  std::string out = "\"";
  for (char c : text) {
    if (c == '"' || c == '\\') out += '\\', out += c;
    else if (c == '\n') out += "\\n";
    else if (static_cast<uint8_t>(c) < 0x20 || c == 0x7f) out += fmt::format("\\x{:02x}", c);
    else out += c;
  }
  return out + '"';
}

std::string quote_bytes(std::string_view data) {
  std::string out = "b\"";
  for (char c : data) {
    auto byte = static_cast<uint8_t>(c);
    if (c == '"' || c == '\\') out += '\\', out += c;
    else if (byte < 0x20 || byte >= 0x7f) out += fmt::format("\\x{:02x}", byte);
    else out += c;
  }
  return out + '"';
}

std::string number(double value) {
  std::string out = fmt::format("{}", value);
  return std::isfinite(value) && out.find_first_of(".e") == std::string::npos ? out + ".0" : out;
}

struct LiteralPrinter {
  std::string operator()(None) const { return "None"; }
  std::string operator()(EllipsisLiteral) const { return "..."; }
  std::string operator()(bool value) const { return value ? "True" : "False"; }
  std::string operator()(int64_t value) const { return std::to_string(value); }
  std::string operator()(double value) const { return number(value); }
  std::string operator()(const std::string& text) const { return quote(text); }
  std::string operator()(const Bytes& bytes) const { return quote_bytes(bytes.data); }
  std::string operator()(const BigInteger& big) const { return big.digits; }
  std::string operator()(Imaginary value) const { return number(value.value) + "j"; }
};

class Dumper {
 public:
  Dumper(const Tree& tree, const SymbolTable& symbols) : tree_(tree), symbols_(symbols) {}

  std::string run() {
    frame_ = &tree_.module;
    frame_lines(tree_.module);
    block(tree_.body);
    return std::move(out_);
  }

 private:
  const std::string& text(Symbol symbol) const { return symbols_.text(symbol); }
  const std::string& text(uint32_t symbol) const { return symbols_.text(Symbol{symbol}); }
  template <class... Args>
  void line(fmt::format_string<Args...> format, Args&&... args) {
    out_.append(indent_ * 2, ' ');
    fmt::format_to(std::back_inserter(out_), format, std::forward<Args>(args)...);
    out_ += '\n';
  }

  // Names of variables.
  std::string numbered(const std::vector<Symbol>& names, uint32_t index) const {
    bool first = std::find(names.begin(), names.begin() + index, names[index]) == names.begin() + index;
    return first ? text(names[index]) : fmt::format("{}#{}", text(names[index]), index);
  }
  std::string cell(uint32_t index) const {
    auto own = static_cast<uint32_t>(frame_->own_cells.size());
    return "&" + (index < own ? numbered(frame_->own_cells, index)
                              : text(frame_->captures[index - own].name));
  }

  // Expressions.
  std::string expr(ExprId id);
  std::string expr(uint32_t id) { return expr(ExprId{id}); }
  std::string optional(uint32_t id) { return id == kNoIndex ? "-" : expr(id); }
  std::string optional(ExprId id) { return optional(id.index); }
  std::string run(std::string_view head, uint32_t first, uint32_t count);
  std::string dict(const Expr& e);
  std::string arguments(uint32_t first, uint32_t count);
  std::string compare(const Expr& e);
  std::string comprehension(std::string_view head, const Comprehension& c);
  std::string function_expr(std::string_view head, const Function& function);
  std::string params(const Function& function);

  // Statements.
  void block(const Block& block);
  void nested(std::string_view head, const Block& block);
  void nested(std::string_view head, uint32_t block) {
    if (block != kNoIndex) nested(head, tree_.blocks[block]);
  }
  void statement(const Stmt& s);
  void definition(const Function& function, ExprId target);
  void definition(const Class& made, ExprId target);
  void decorators(const std::vector<ExprId>& all);
  void frame_lines(const Scope& scope);
  void body(const Scope& scope, const Block& block);
  void loop(const For& loop);
  void try_statement(const Try& made, bool groups);
  void with(const Stmt& s);
  void import(const Import& import);
  void match(const Match& match);
  std::string pattern(uint32_t index);

  const Tree& tree_;
  const SymbolTable& symbols_;
  const Scope* frame_ = nullptr;
  std::string out_;
  size_t indent_ = 0;
};

std::string Dumper::run(std::string_view head, uint32_t first, uint32_t count) {
  std::string out = fmt::format("({}", head);
  for (uint32_t id : tree_.list(first, count)) out += " " + expr(id);
  return out + ")";
}

std::string Dumper::dict(const Expr& e) {
  std::string out = "(dict";
  for (uint32_t i = 0; i < e.b; ++i) {
    uint32_t key = tree_.lists[e.a + 2 * i];
    std::string value = expr(tree_.lists[e.a + 2 * i + 1]);
    out += key == kNoIndex ? " **" + value : fmt::format(" ({} {})", expr(key), value);
  }
  return out + ")";
}

std::string Dumper::arguments(uint32_t first, uint32_t count) {
  constexpr std::string_view kStars[] = {"", "*", "**"};
  std::string out;
  for (uint32_t i = first; i < first + count; ++i) {
    const Argument& argument = tree_.arguments[i];
    out += " ";
    out += kStars[static_cast<size_t>(argument.star)];
    if (argument.keyword.valid()) out += text(argument.keyword) + "=";
    out += expr(argument.value);
  }
  return out;
}

std::string Dumper::compare(const Expr& e) {
  std::string out = "(compare " + expr(e.a);
  for (uint32_t i = e.b; i < e.b + e.c; ++i)
    out += fmt::format(" {} {}", kCompareNames[static_cast<size_t>(tree_.comparisons[i].op)],
                       expr(tree_.comparisons[i].right));
  return out + ")";
}

std::string Dumper::comprehension(std::string_view head, const Comprehension& c) {
  std::string out = fmt::format("({} {}", head, expr(c.element));
  if (c.value.valid()) out += " " + expr(c.value);
  for (const ComprehensionClause& clause : c.clauses) {
    out += fmt::format(" ({} {} {}", clause.is_async ? "async-for" : "for", expr(clause.target),
                       expr(clause.iterable));
    for (ExprId condition : clause.conditions) out += " (if " + expr(condition) + ")";
    out += ")";
  }
  if (!c.cells.empty()) {
    out += " (cells";
    for (uint32_t index : c.cells) out += " " + cell(index);
    out += ")";
  }
  return out + ")";
}

std::string Dumper::params(const Function& function) {
  constexpr std::string_view kMarks[] = {"/", "", "*", "=", "**"};
  std::string out = "(";
  for (const Param& param : function.params) {
    if (out.size() > 1) out += " ";
    if (param.kind == ParamKind::kPositionalOnly) out += text(param.name) + "/";
    else out += std::string(kMarks[static_cast<size_t>(param.kind)]) + text(param.name);
    if (param.annotation.valid()) out += ":" + expr(param.annotation);
    if (param.default_value.valid()) out += "=" + expr(param.default_value);
  }
  return out + ")";
}

std::string Dumper::function_expr(std::string_view head, const Function& function) {
  std::string out = fmt::format("({} {}", head, params(function));
  const Scope* outside = frame_;
  frame_ = &function;
  out += " " + (function.generator ? comprehension("comp", *function.generator)
                                   : expr(function.expression));
  frame_ = outside;
  return out + ")";
}

std::string Dumper::expr(ExprId id) {
  const Expr& e = tree_.exprs[id];
  switch (e.kind) {
    case ExprKind::kConstant: return std::visit(LiteralPrinter{}, tree_.literals[e.a]);
    case ExprKind::kLocal: return numbered(frame_->locals, e.a);
    case ExprKind::kCell: return cell(e.a);
    case ExprKind::kGlobal: return "$" + text(e.a);
    case ExprKind::kClassName: return "@" + text(e.a) + (e.b == kNoIndex ? "" : "&");
    case ExprKind::kTuple: return run("tuple", e.a, e.b);
    case ExprKind::kList: return run("list", e.a, e.b);
    case ExprKind::kSet: return run("set", e.a, e.b);
    case ExprKind::kDict: return dict(e);
    case ExprKind::kAttribute: return fmt::format("(. {} {})", expr(e.a), text(e.b));
    case ExprKind::kSubscript: return fmt::format("([] {} {})", expr(e.a), expr(e.b));
    case ExprKind::kSlice:
      return fmt::format("(slice {} {} {})", optional(e.a), optional(e.b), optional(e.c));
    case ExprKind::kCall: return fmt::format("(call {}{})", expr(e.a), arguments(e.b, e.c));
    case ExprKind::kUnary: return fmt::format("({} {})", kUnaryNames[e.op], expr(e.a));
    case ExprKind::kBinary:
      return fmt::format("({} {} {})", kBinaryNames[e.op], expr(e.a), expr(e.b));
    case ExprKind::kAnd: return run("and", e.a, e.b);
    case ExprKind::kOr: return run("or", e.a, e.b);
    case ExprKind::kCompare: return compare(e);
    case ExprKind::kConditional:
      return fmt::format("(if {} {} {})", expr(e.a), expr(e.b), expr(e.c));
    case ExprKind::kLambda: return function_expr("lambda", *tree_.functions[e.a]);
    case ExprKind::kListComp: return comprehension("listcomp", tree_.comprehensions[e.a]);
    case ExprKind::kSetComp: return comprehension("setcomp", tree_.comprehensions[e.a]);
    case ExprKind::kDictComp: return comprehension("dictcomp", tree_.comprehensions[e.a]);
    case ExprKind::kGenerator:
      return fmt::format("(genexp {} {})", expr(e.b),
                         function_expr("function", *tree_.functions[e.a]));
    case ExprKind::kStarred: return "*" + expr(e.a);
    case ExprKind::kYield: return fmt::format("(yield {})", optional(e.a));
    case ExprKind::kYieldFrom: return fmt::format("(yield-from {})", expr(e.a));
    case ExprKind::kAwait: return fmt::format("(await {})", expr(e.a));
    case ExprKind::kNamed: return fmt::format("(:= {} {})", expr(e.a), expr(e.b));
    case ExprKind::kJoinedString: return run("fstring", e.a, e.b);
    case ExprKind::kFormatted:
      return fmt::format("(format {} {} {})", expr(e.a),
                         e.c ? std::string(1, static_cast<char>(e.c)) : "-", optional(e.b));
  }
  return {};
}

void Dumper::block(const Block& block) {
  for (uint32_t id : tree_.list(block.first, block.count)) statement(tree_.stmts[StmtId{id}]);
}

void Dumper::nested(std::string_view head, const Block& block) {
  line("({}", head);
  ++indent_;
  this->block(block);
  --indent_;
  out_.insert(out_.size() - 1, ")");
}

// What a frame holds beside what its names show.
void Dumper::frame_lines(const Scope& scope) {
  auto names = [&](std::string_view head, const std::vector<Symbol>& all) {
    std::string out = fmt::format("({}", head);
    for (Symbol name : all) out += " " + text(name);
    if (!all.empty()) line("{})", out);
  };
  names("locals", scope.locals);
  names("cells", scope.own_cells);
  std::string moved, captured;
  for (auto [slot, index] : scope.cell_params) moved += " " + text(scope.locals[slot]);
  for (const Capture& capture : scope.captures)
    captured += fmt::format(" {}<-{}", text(capture.name), capture.outer_cell);
  if (!moved.empty()) line("(cell-params{})", moved);
  if (!captured.empty()) line("(captures{})", captured);
}

void Dumper::body(const Scope& scope, const Block& block) {
  const Scope* outside = frame_;
  frame_ = &scope;
  ++indent_;
  frame_lines(scope);
  this->block(block);
  --indent_;
  frame_ = outside;
  out_.insert(out_.size() - 1, ")");
}

void Dumper::decorators(const std::vector<ExprId>& all) {
  for (ExprId decorator : all) line("(decorator {})", expr(decorator));
}

void Dumper::definition(const Function& function, ExprId target) {
  decorators(function.decorators);
  line("({}{} {} {} {}", function.is_async ? "async-" : "",
       function.is_generator ? "generator" : "def", expr(target), params(function),
       optional(function.returns));
  body(function, function.body);
}

void Dumper::definition(const Class& made, ExprId target) {
  decorators(made.decorators);
  std::string bases = arguments(made.bases_first, made.bases_count);
  line("(class {} ({})", expr(target), bases.empty() ? bases : bases.substr(1));
  body(made, made.body);
}

void Dumper::loop(const For& loop) {
  nested(fmt::format("{} {} {}", loop.is_async ? "async-for" : "for", expr(loop.target),
                     expr(loop.iterable)), loop.body);
  if (loop.orelse) nested("else", *loop.orelse);
}

void Dumper::try_statement(const Try& made, bool groups) {
  nested("try", made.body);
  for (const Handler& handler : made.handlers)
    nested(fmt::format("{} {} {}", groups ? "except*" : "except", optional(handler.type),
                       optional(handler.target)), handler.body);
  if (made.orelse) nested("else", *made.orelse);
  if (made.finally) nested("finally", *made.finally);
}

void Dumper::with(const Stmt& s) {
  std::string head = s.op ? "async-with" : "with";
  for (uint32_t i = s.a; i < s.a + s.b; ++i)
    head += fmt::format(" ({} {})", expr(tree_.with_items[i].context),
                        optional(tree_.with_items[i].target));
  nested(head, s.c);
}

void Dumper::import(const Import& import) {
  std::string out = import.is_from ? fmt::format("from {}{}", std::string(import.level, '.'),
                                                 import.module.valid() ? text(import.module) : "")
                                   : "import";
  if (import.star) out += " *";
  for (const ImportedName& name : import.names)
    out += fmt::format(" ({} {}{})", text(name.name), name.has_alias ? "as " : "", expr(name.target));
  line("({})", out);
}

std::string Dumper::pattern(uint32_t index) {
  constexpr std::string_view kNames[] = {"value", "capture", "_", "sequence", "mapping",
                                         "class", "or", "as", "star"};
  const Pattern& p = tree_.patterns[index];
  std::string out = fmt::format("({}", kNames[static_cast<size_t>(p.kind)]);
  if (p.value.valid()) out += " " + expr(p.value);
  size_t positional = p.children.size() - p.attributes.size();
  for (size_t i = 0; i < p.children.size(); ++i) {
    out += " ";
    if (p.kind == PatternKind::kMapping) out += expr(p.keys[i]) + ":";
    if (p.kind == PatternKind::kClass && i >= positional) out += text(p.attributes[i - positional]) + "=";
    out += pattern(p.children[i]);
  }
  if (p.target.valid()) out += (p.kind == PatternKind::kMapping ? " **" : " ") + expr(p.target);
  return out + ")";
}

void Dumper::match(const Match& match) {
  line("(match {}", expr(match.subject));
  ++indent_;
  for (const MatchCase& one : match.cases)
    nested(fmt::format("case {} {}", pattern(one.pattern), optional(one.guard)), one.body);
  --indent_;
  out_.insert(out_.size() - 1, ")");
}

void Dumper::statement(const Stmt& s) {
  switch (s.kind) {
    case StmtKind::kExpr: return line("{}", expr(s.a));
    case StmtKind::kAssign: return line("{} <- {}", run("=", s.a, s.b), expr(s.c));
    case StmtKind::kAugAssign: return line("({}= {} {})", kBinaryNames[s.op], expr(s.a), expr(s.b));
    case StmtKind::kAnnAssign: return line("(: {} {} {})", expr(s.a), expr(s.b), optional(s.c));
    case StmtKind::kReturn: return line("(return {})", optional(s.a));
    case StmtKind::kRaise: return line("(raise {} {})", optional(s.a), optional(s.b));
    case StmtKind::kAssert: return line("(assert {} {})", expr(s.a), optional(s.b));
    case StmtKind::kPass: return line("(pass)");
    case StmtKind::kBreak: return line("(break)");
    case StmtKind::kContinue: return line("(continue)");
    case StmtKind::kDelete: return line("{}", run("del", s.a, s.b));
    case StmtKind::kIf:
      nested("if " + expr(s.a), s.b);
      return nested("else", s.c);
    case StmtKind::kWhile:
      nested("while " + expr(s.a), s.b);
      return nested("else", s.c);
    case StmtKind::kFor: return loop(tree_.loops[s.a]);
    case StmtKind::kTry: return try_statement(tree_.tries[s.a], s.op);
    case StmtKind::kWith: return with(s);
    case StmtKind::kFunction: return definition(*tree_.functions[s.a], ExprId{s.b});
    case StmtKind::kClass: return definition(*tree_.classes[s.a], ExprId{s.b});
    case StmtKind::kImport: return import(tree_.imports[s.a]);
    case StmtKind::kGlobal: return line("(scope)");
    case StmtKind::kMatch: return match(tree_.matches[s.a]);
  }
}

}  // namespace

std::string dump(const Tree& tree, const SymbolTable& symbols) { return Dumper(tree, symbols).run(); }

}  // namespace nnscan::syntax
