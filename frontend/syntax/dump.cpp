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

// Writes to one string as it walks: expressions nest deeply, so what walks them keeps its frames
// small.
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

  // Parts of a line: text as it is, expressions by id.
  void put(std::string_view part) { out_ += part; }
  void put(const char* part) { out_ += part; }
  void put(char part) { out_ += part; }
  void put(ExprId id) { id.valid() ? expr(id) : put('-'); }
  void put(Symbol symbol) { out_ += text(symbol); }
  template <class... Parts>
  void write(const Parts&... parts) { (put(parts), ...); }
  template <class... Parts>
  void line(const Parts&... parts) {
    indent();
    write(parts...);
    put('\n');
  }
  void indent() { out_.append(indent_ * 2, ' '); }
  // Closes a form that ended with the line before.
  void close_line() { out_.insert(out_.size() - 1, ")"); }

  // Names of variables.
  void numbered(const std::vector<Symbol>& names, uint32_t index);
  void cell(uint32_t index);

  // Expressions.
  void expr(ExprId id);
  void name(const Expr& e);
  void constant(const Expr& e) { put(std::visit(LiteralPrinter{}, tree_.literals[e.a])); }
  void form(std::string_view head, ExprId a) { write('(', head, ' ', a, ')'); }
  void form(std::string_view head, ExprId a, ExprId b) { write('(', head, ' ', a, ' ', b, ')'); }
  void form(std::string_view head, ExprId a, ExprId b, ExprId c) {
    write('(', head, ' ', a, ' ', b, ' ', c, ')');
  }
  void run(std::string_view head, uint32_t first, uint32_t count);
  void dict(const Expr& e);
  void arguments(uint32_t first, uint32_t count);
  void compare(const Expr& e);
  void comprehension(std::string_view head, const Comprehension& c);
  void function_expr(std::string_view head, const Function& function);
  void params(const Function& function);
  void formatted(const Expr& e);

  // Statements.
  void block(const Block& block);
  void inner(const Block& block);
  template <class... Parts>
  void nested(const Block& block, const Parts&... head) {
    line('(', head...);
    inner(block);
    close_line();
  }
  void otherwise(uint32_t block) {
    if (block != kNoIndex) nested(tree_.blocks[block], "else");
  }
  void statement(const Stmt& s);
  void definition(const Function& function, ExprId target);
  void definition(const Class& made, ExprId target);
  void decorators(const std::vector<ExprId>& all);
  void frame_lines(const Scope& scope);
  void body(const Scope& scope, const Block& block);
  void assign(const Stmt& s);
  void loop(const For& loop);
  void try_statement(const Try& made, bool groups);
  void with(const Stmt& s);
  void import(const Import& import);
  void match(const Match& match);
  void pattern(uint32_t index);

  const Tree& tree_;
  const SymbolTable& symbols_;
  const Scope* frame_ = nullptr;
  std::string out_;
  size_t indent_ = 0;
};

void Dumper::numbered(const std::vector<Symbol>& names, uint32_t index) {
  put(names[index]);
  auto here = names.begin() + index;
  if (std::find(names.begin(), here, names[index]) != here) write('#', std::to_string(index));
}

void Dumper::cell(uint32_t index) {
  put('&');
  auto own = static_cast<uint32_t>(frame_->own_cells.size());
  if (index < own) numbered(frame_->own_cells, index);
  else put(frame_->captures[index - own].name);
}

void Dumper::name(const Expr& e) {
  switch (e.kind) {
    case ExprKind::kLocal: return numbered(frame_->locals, e.a);
    case ExprKind::kCell: return cell(e.a);
    case ExprKind::kGlobal: return write('$', text(e.a));
    default: return write('@', text(e.a), e.b == kNoIndex ? "" : "&");
  }
}

void Dumper::run(std::string_view head, uint32_t first, uint32_t count) {
  write('(', head);
  for (uint32_t id : tree_.list(first, count)) write(' ', ExprId{id});
  put(')');
}

void Dumper::dict(const Expr& e) {
  put("(dict");
  for (uint32_t i = 0; i < e.b; ++i) {
    ExprId key{tree_.lists[e.a + 2 * i]}, value{tree_.lists[e.a + 2 * i + 1]};
    if (key.valid()) write(" (", key, ' ', value, ')');
    else write(" **", value);
  }
  put(')');
}

// Separated by blanks.
void Dumper::arguments(uint32_t first, uint32_t count) {
  constexpr std::string_view kStars[] = {"", "*", "**"};
  for (uint32_t i = first; i < first + count; ++i) {
    const Argument& argument = tree_.arguments[i];
    write(i > first ? " " : "", kStars[static_cast<size_t>(argument.star)]);
    if (argument.keyword.valid()) write(argument.keyword, '=');
    put(argument.value);
  }
}

void Dumper::compare(const Expr& e) {
  write("(compare ", ExprId{e.a});
  for (uint32_t i = e.b; i < e.b + e.c; ++i) {
    const Comparison& one = tree_.comparisons[i];
    write(' ', kCompareNames[static_cast<size_t>(one.op)], ' ', one.right);
  }
  put(')');
}

void Dumper::comprehension(std::string_view head, const Comprehension& c) {
  write('(', head, ' ', c.element);
  if (c.value.valid()) write(' ', c.value);
  for (const ComprehensionClause& clause : c.clauses) {
    write(clause.is_async ? " (async-for " : " (for ", clause.target, ' ', clause.iterable);
    for (ExprId condition : clause.conditions) write(" (if ", condition, ')');
    put(')');
  }
  if (!c.cells.empty()) put(" (cells");
  for (uint32_t index : c.cells) put(' '), cell(index);
  put(c.cells.empty() ? ")" : "))");
}

void Dumper::params(const Function& function) {
  constexpr std::string_view kMarks[] = {"", "", "*", "=", "**"};
  put('(');
  for (const Param& param : function.params) {
    if (&param != function.params.data()) put(' ');
    write(kMarks[static_cast<size_t>(param.kind)], param.name);
    if (param.kind == ParamKind::kPositionalOnly) put('/');
    if (param.annotation.valid()) write(':', param.annotation);
    if (param.default_value.valid()) write('=', param.default_value);
  }
  put(')');
}

void Dumper::function_expr(std::string_view head, const Function& function) {
  write('(', head, ' ');
  params(function);
  put(' ');
  const Scope* outside = frame_;
  frame_ = &function;
  if (function.generator) comprehension("comp", *function.generator);
  else put(function.expression);
  frame_ = outside;
  put(')');
}

void Dumper::formatted(const Expr& e) {
  write("(format ", ExprId{e.a}, ' ', e.c ? static_cast<char>(e.c) : '-', ' ', ExprId{e.b}, ')');
}

void Dumper::expr(ExprId id) {
  const Expr& e = tree_.exprs[id];
  const ExprId a{e.a}, b{e.b}, c{e.c};
  switch (e.kind) {
    case ExprKind::kConstant: return constant(e);
    case ExprKind::kLocal: case ExprKind::kCell: case ExprKind::kGlobal:
    case ExprKind::kClassName: return name(e);
    case ExprKind::kTuple: return run("tuple", e.a, e.b);
    case ExprKind::kList: return run("list", e.a, e.b);
    case ExprKind::kSet: return run("set", e.a, e.b);
    case ExprKind::kDict: return dict(e);
    case ExprKind::kAttribute: return write("(. ", a, ' ', Symbol{e.b}, ')');
    case ExprKind::kSubscript: return form("[]", a, b);
    case ExprKind::kSlice: return form("slice", a, b, c);
    case ExprKind::kCall:
      write("(call ", a, e.c ? " " : "");
      arguments(e.b, e.c);
      return put(')');
    case ExprKind::kUnary: return form(kUnaryNames[e.op], a);
    case ExprKind::kBinary: return form(kBinaryNames[e.op], a, b);
    case ExprKind::kAnd: return run("and", e.a, e.b);
    case ExprKind::kOr: return run("or", e.a, e.b);
    case ExprKind::kCompare: return compare(e);
    case ExprKind::kConditional: return form("if", a, b, c);
    case ExprKind::kLambda: return function_expr("lambda", *tree_.functions[e.a]);
    case ExprKind::kListComp: return comprehension("listcomp", tree_.comprehensions[e.a]);
    case ExprKind::kSetComp: return comprehension("setcomp", tree_.comprehensions[e.a]);
    case ExprKind::kDictComp: return comprehension("dictcomp", tree_.comprehensions[e.a]);
    case ExprKind::kGenerator:
      write("(genexp ", b, ' ');
      function_expr("function", *tree_.functions[e.a]);
      return put(')');
    case ExprKind::kStarred: return write('*', a);
    case ExprKind::kYield: return form("yield", a);
    case ExprKind::kYieldFrom: return form("yield-from", a);
    case ExprKind::kAwait: return form("await", a);
    case ExprKind::kNamed: return form(":=", a, b);
    case ExprKind::kJoinedString: return run("fstring", e.a, e.b);
    case ExprKind::kFormatted: return formatted(e);
  }
}

void Dumper::block(const Block& block) {
  for (uint32_t id : tree_.list(block.first, block.count)) statement(tree_.stmts[StmtId{id}]);
}

void Dumper::inner(const Block& block) {
  ++indent_;
  this->block(block);
  --indent_;
}

// What a frame holds beside what its names show.
void Dumper::frame_lines(const Scope& scope) {
  auto names = [&](std::string_view head, const std::vector<Symbol>& all) {
    if (all.empty()) return;
    indent();
    write('(', head);
    for (Symbol name : all) write(' ', name);
    put(")\n");
  };
  names("locals", scope.locals);
  names("cells", scope.own_cells);
  std::vector<Symbol> moved;
  for (auto [slot, index] : scope.cell_params) moved.push_back(scope.locals[slot]);
  names("cell-params", moved);
  if (scope.captures.empty()) return;
  indent();
  put("(captures");
  for (const Capture& capture : scope.captures)
    write(' ', capture.name, "<-", std::to_string(capture.outer_cell));
  put(")\n");
}

void Dumper::body(const Scope& scope, const Block& block) {
  const Scope* outside = frame_;
  frame_ = &scope;
  ++indent_;
  frame_lines(scope);
  this->block(block);
  --indent_;
  frame_ = outside;
  close_line();
}

void Dumper::decorators(const std::vector<ExprId>& all) {
  for (ExprId decorator : all) line("(decorator ", decorator, ')');
}

void Dumper::definition(const Function& function, ExprId target) {
  decorators(function.decorators);
  indent();
  write(function.is_async ? "(async-" : "(", function.is_generator ? "generator " : "def ");
  write(target, ' ');
  params(function);
  write(' ', function.returns, '\n');
  body(function, function.body);
}

void Dumper::definition(const Class& made, ExprId target) {
  decorators(made.decorators);
  indent();
  write("(class ", target, " (");
  arguments(made.bases_first, made.bases_count);
  put(")\n");
  body(made, made.body);
}

void Dumper::loop(const For& loop) {
  nested(loop.body, loop.is_async ? "async-for " : "for ", loop.target, ' ', loop.iterable);
  if (loop.orelse) nested(*loop.orelse, "else");
}

void Dumper::try_statement(const Try& made, bool groups) {
  nested(made.body, "try");
  for (const Handler& handler : made.handlers)
    nested(handler.body, groups ? "except* " : "except ", handler.type, ' ', handler.target);
  if (made.orelse) nested(*made.orelse, "else");
  if (made.finally) nested(*made.finally, "finally");
}

void Dumper::with(const Stmt& s) {
  indent();
  put(s.op ? "(async-with" : "(with");
  for (uint32_t i = s.a; i < s.a + s.b; ++i)
    write(" (", tree_.with_items[i].context, ' ', tree_.with_items[i].target, ')');
  put('\n');
  inner(tree_.blocks[s.c]);
  close_line();
}

void Dumper::import(const Import& import) {
  indent();
  put(import.is_from ? "(from " : "(import");
  put(std::string(import.level, '.'));
  if (import.module.valid()) put(import.module);
  if (import.star) put(" *");
  for (const ImportedName& name : import.names)
    write(" (", name.name, name.has_alias ? " as " : " ", name.target, ')');
  put(")\n");
}

void Dumper::pattern(uint32_t index) {
  constexpr std::string_view kNames[] = {"value", "capture", "_", "sequence", "mapping",
                                         "class", "or", "as", "star"};
  const Pattern& p = tree_.patterns[index];
  write('(', kNames[static_cast<size_t>(p.kind)]);
  if (p.value.valid()) write(' ', p.value);
  size_t positional = p.children.size() - p.attributes.size();
  for (size_t i = 0; i < p.children.size(); ++i) {
    put(' ');
    if (p.kind == PatternKind::kMapping) write(p.keys[i], ':');
    if (p.kind == PatternKind::kClass && i >= positional) write(p.attributes[i - positional], '=');
    pattern(p.children[i]);
  }
  if (p.target.valid()) write(p.kind == PatternKind::kMapping ? " **" : " ", p.target);
  put(')');
}

void Dumper::match(const Match& match) {
  line("(match ", match.subject);
  ++indent_;
  for (const MatchCase& one : match.cases) {
    indent();
    put("(case ");
    pattern(one.pattern);
    write(' ', one.guard, '\n');
    inner(one.body);
    close_line();
  }
  --indent_;
  close_line();
}

void Dumper::assign(const Stmt& s) {
  indent();
  run("=", s.a, s.b);
  write(" <- ", ExprId{s.c}, '\n');
}

void Dumper::statement(const Stmt& s) {
  const ExprId a{s.a}, b{s.b}, c{s.c};
  switch (s.kind) {
    case StmtKind::kExpr: return line(a);
    case StmtKind::kAssign: return assign(s);
    case StmtKind::kAugAssign: return line('(', kBinaryNames[s.op], "= ", a, ' ', b, ')');
    case StmtKind::kAnnAssign: return line("(: ", a, ' ', b, ' ', c, ')');
    case StmtKind::kReturn: return line("(return ", a, ')');
    case StmtKind::kRaise: return line("(raise ", a, ' ', b, ')');
    case StmtKind::kAssert: return line("(assert ", a, ' ', b, ')');
    case StmtKind::kPass: return line("(pass)");
    case StmtKind::kBreak: return line("(break)");
    case StmtKind::kContinue: return line("(continue)");
    case StmtKind::kDelete:
      indent();
      run("del", s.a, s.b);
      return put('\n');
    case StmtKind::kIf:
      nested(tree_.blocks[s.b], "if ", a);
      return otherwise(s.c);
    case StmtKind::kWhile:
      nested(tree_.blocks[s.b], "while ", a);
      return otherwise(s.c);
    case StmtKind::kFor: return loop(tree_.loops[s.a]);
    case StmtKind::kTry: return try_statement(tree_.tries[s.a], s.op);
    case StmtKind::kWith: return with(s);
    case StmtKind::kFunction: return definition(*tree_.functions[s.a], b);
    case StmtKind::kClass: return definition(*tree_.classes[s.a], b);
    case StmtKind::kImport: return import(tree_.imports[s.a]);
    case StmtKind::kGlobal: return line("(scope)");
    case StmtKind::kMatch: return match(tree_.matches[s.a]);
  }
}

}  // namespace

std::string dump(const Tree& tree, const SymbolTable& symbols) {
  return Dumper(tree, symbols).run();
}

}  // namespace nnscan::syntax
