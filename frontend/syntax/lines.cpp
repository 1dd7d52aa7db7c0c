// Lines. The grammar's scanner only asks whether a line is deeper or shallower than the
// one before; Python asks that all statements of a block stand in one column, and that the
// column is the same however wide a tab is. The grammar also takes a line end for a blank where
// an operand must follow; in Python a line ends a statement unless a bracket is open.
#include <array>

#include "frontend/syntax/builder.h"

namespace nnscan::syntax {
namespace {

struct Column {
  uint32_t wide = 0, narrow = 0;  // with tabs to multiples of eight, and with tabs of one
  bool first_on_line = false;
  friend bool operator==(const Column&, const Column&) = default;
};

bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\f'; }

Column column_of(std::string_view text, uint32_t offset) {
  size_t begin = offset;
  while (begin > 0 && is_blank(text[begin - 1])) --begin;
  if (begin == 0 && text.starts_with("\xef\xbb\xbf")) begin = 3;
  if (begin == 3 && text.starts_with("\xef\xbb\xbf")) return {0, 0, true};
  Column column;
  column.first_on_line = begin == 0 || text[begin - 1] == '\n' || text[begin - 1] == '\r';
  size_t before = begin >= 2 && text[begin - 2] == '\r' ? begin - 2 : begin - 1;
  if (begin >= 2 && column.first_on_line && before > 0 && text[before - 1] == '\\')
    column.first_on_line = false;  // the line goes on from the one before
  for (size_t at = begin; at < offset; ++at) {
    if (text[at] == '\f') column.wide = column.narrow = 0;
    else if (text[at] == '\t') column.wide = (column.wide / 8 + 1) * 8, ++column.narrow;
    else ++column.wide, ++column.narrow;
  }
  return column;
}

// What a line may begin with: statements, and the clauses and decorators of some.
constexpr Kind kLineStarts[] = {
    Kind::kImportStatement, Kind::kFutureImportStatement, Kind::kImportFromStatement,
    Kind::kPrintStatement, Kind::kAssertStatement, Kind::kExpressionStatement,
    Kind::kReturnStatement, Kind::kDeleteStatement, Kind::kRaiseStatement, Kind::kPassStatement,
    Kind::kBreakStatement, Kind::kContinueStatement, Kind::kIfStatement, Kind::kMatchStatement,
    Kind::kForStatement, Kind::kWhileStatement, Kind::kTryStatement, Kind::kWithStatement,
    Kind::kFunctionDefinition, Kind::kClassDefinition, Kind::kGlobalStatement,
    Kind::kNonlocalStatement, Kind::kExecStatement, Kind::kTypeAliasStatement,
    Kind::kDecoratedDefinition, Kind::kDecorator, Kind::kElifClause, Kind::kElseClause,
    Kind::kExceptClause, Kind::kFinallyClause, Kind::kCaseClause,
};

bool starts_line(Kind kind) {
  static constexpr auto kTable = [] {
    std::array<bool, static_cast<size_t>(Kind::kTokenRightBrace) + 1> table{};
    for (Kind start : kLineStarts) table[static_cast<size_t>(start)] = true;
    return table;
  }();
  return kTable[static_cast<size_t>(kind)];
}

bool opens(Kind kind) {
  return kind == Kind::kTokenLeftParen || kind == Kind::kTokenLeftBracket ||
         kind == Kind::kTokenLeftBrace || kind == Kind::kStringStart;
}

bool closes(Kind kind) {
  return kind == Kind::kTokenRightParen || kind == Kind::kTokenRightBracket ||
         kind == Kind::kTokenRightBrace || kind == Kind::kStringEnd;
}

// Whether a line ends in these blanks and comments, other than with a backslash.
bool ends_line(std::string_view gap) {
  for (size_t at = gap.find('\n'); at != std::string_view::npos; at = gap.find('\n', at + 1)) {
    size_t before = at > 0 && gap[at - 1] == '\r' ? at - 1 : at;
    if (before == 0 || gap[before - 1] != '\\') return true;
  }
  return false;
}

}  // namespace

void Builder::check_lines() {
  uint32_t start = 0, end = 0, open = 0;
  for (CstNode node = cst_.root() + 1; node < cst_.size(); ++node) {
    const grammar::Node& n = cst_[node];
    if (starts_line(n.kind)) start = n.begin;
    if (n.has_children) continue;
    if (open == 0 && n.begin > end && n.begin != start && ends_line(text(end, n.begin)))
      error(node, "the line ends too early", "put what goes over several lines in parentheses");
    if (opens(n.kind)) ++open;
    else if (closes(n.kind) && open > 0) --open;
    end = n.end;
  }
}

void Builder::check_indent(CstNode block) {
  bool is_module = kind(block) == Kind::kModule;
  Column expected;
  expected.first_on_line = true;
  bool known = is_module;
  for (CstNode child : children(block)) {
    if (is_token(child)) continue;
    Column found = column_of(text_, cst_[child].begin);
    if (!found.first_on_line) continue;
    if (!known) {
      expected = found;
      known = true;
    } else if (found != expected) {
      error(place(cst_[child].begin, header_end(child)),
            found.wide > expected.wide ? "unexpected indent"
                                       : "the indentation does not match any outer level");
    }
  }
}

// `else`, `except` and so on stand under the statement that they belong to.
void Builder::check_clause_indent(CstNode statement, CstNode clause) {
  Column found = column_of(text_, cst_[clause].begin);
  Column expected = column_of(text_, cst_[statement].begin);
  if (found.first_on_line && expected.first_on_line && found != expected)
    error(place(cst_[clause].begin, header_end(clause)),
          "the indentation does not match the statement that this belongs to");
}

}  // namespace nnscan::syntax
