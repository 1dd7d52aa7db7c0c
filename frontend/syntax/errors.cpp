#include "frontend/syntax/errors.h"

#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <vector>

#include "frontend/syntax/missing_colon.h"

namespace nnscan::syntax {
namespace {

using grammar::Kind;
using grammar::kNoNode;
using grammar::NodeIndex;

struct Bracket {
  char open, close;
};
constexpr size_t kMaxErrors = 100;  // nobody reads more
constexpr Bracket kBrackets[] = {{'(', ')'}, {'[', ']'}, {'{', '}'}};

class ErrorReader {
 public:
  ErrorReader(const grammar::Tree& tree, std::string_view text, FileId file, DiagnosticSink& sink)
      : tree_(tree), text_(text), file_(file), sink_(sink) {}

  void run() {
    if (report_brackets()) return;  // everything after an open bracket is an error of its own
    if (auto at = missing_colon(text_)) return report(*at, *at, kMissingColon);
    for (NodeIndex node = 0; node < tree_.size() && reported_ < kMaxErrors;) {
      bool error = tree_.kind(node) == Kind::kError;
      if (error) report_error(node);
      else if (tree_[node].missing) report_missing(node);
      node = error ? after(node) : node + 1;
    }
    if (reported_ == 0) report_hidden();
  }

 private:
  void report(uint32_t begin, uint32_t end, std::string message, std::string hint = "") {
    ++reported_;
    sink_.report({Code::kSyntaxError, {file_, begin, std::max(begin, end)}, std::move(message),
                  std::move(hint), {}, {}});
  }

  // The first node that is no descendant.
  NodeIndex after(NodeIndex node) const {
    uint32_t end = tree_[node].end;
    NodeIndex next = node + 1;
    while (next < tree_.size() && tree_[next].begin < end) ++next;
    return std::max(next, node + 1);
  }

  std::string_view node_text(NodeIndex node) const {
    return text_.substr(tree_[node].begin, tree_[node].end - tree_[node].begin);
  }

  bool report_brackets();
  void report_error(NodeIndex node);
  void report_missing(NodeIndex node);
  bool report_assignment(NodeIndex node);
  bool report_string(NodeIndex node);
  void report_hidden();
  NodeIndex culprit(NodeIndex node) const;

  const grammar::Tree& tree_;
  std::string_view text_;
  FileId file_;
  DiagnosticSink& sink_;
  size_t reported_ = 0;
};

// Brackets are tokens of the tree even where the grammar gave up, and never inside strings.
bool ErrorReader::report_brackets() {
  std::vector<NodeIndex> open;
  for (NodeIndex node = 0; node < tree_.size(); ++node) {
    if (tree_[node].has_children || tree_[node].missing || tree_[node].end - tree_[node].begin != 1)
      continue;
    Kind kind = tree_.kind(node);
    if (kind < Kind::kTokenLeftParen || kind > Kind::kTokenRightBrace) continue;
    char c = text_[tree_[node].begin];
    for (const Bracket& bracket : kBrackets) {
      if (c == bracket.open) open.push_back(node);
      if (c != bracket.close) continue;
      if (!open.empty() && text_[tree_[open.back()].begin] == bracket.open) {
        open.pop_back();
        continue;
      }
      std::string message = fmt::format("`{}` closes nothing", c);
      if (!open.empty())
        message = fmt::format("`{}` does not match `{}`", c, node_text(open.back()));
      report(tree_[node].begin, tree_[node].end, std::move(message));
      return true;
    }
  }
  if (open.empty()) return false;
  report(tree_[open.back()].begin, tree_[open.back()].end,
         fmt::format("`{}` was never closed", node_text(open.back())));
  return true;
}

void ErrorReader::report_missing(NodeIndex node) {
  std::string_view what = name(tree_.kind(node));
  uint32_t at = tree_[node].begin;
  if (tree_.kind(node) == Kind::kStringEnd) report(at, at, "the string is never closed");
  else if (tree_.kind(node) == Kind::kIdentifier) report(at, at, "expected a name here");
  else if (what.empty()) report(at, at, "invalid syntax");
  else report(at, at, fmt::format("expected `{}` here", what));
}

// `f() = 1` comes as an error that holds the call and the equals sign.
bool ErrorReader::report_assignment(NodeIndex node) {
  std::string_view all = node_text(node);
  size_t last = all.find_last_not_of(" \t");
  NodeIndex first = tree_.first_child(node);
  if (first == kNoNode || last == std::string_view::npos || all[last] != '=') return false;
  std::string_view what;
  switch (tree_.kind(first)) {
    case Kind::kCall: what = "a function call"; break;
    case Kind::kInteger: case Kind::kFloat: case Kind::kString: what = "a literal"; break;
    case Kind::kNone: case Kind::kTrue: case Kind::kFalse: what = node_text(first); break;
    case Kind::kBinaryOperator: case Kind::kUnaryOperator: case Kind::kBooleanOperator:
      what = "an expression"; break;
    case Kind::kComparisonOperator: what = "a comparison"; break;
    default: return false;
  }
  report(tree_[first].begin, tree_[first].end, fmt::format("cannot assign to {}", what),
         "to compare, write `==`");
  return true;
}

bool ErrorReader::report_string(NodeIndex node) {
  uint32_t end = tree_[node].end;
  NodeIndex open = kNoNode;
  for (NodeIndex at = node + 1; at < tree_.size() && tree_[at].begin < end; ++at) {
    if (tree_.kind(at) == Kind::kStringStart) open = at;
    if (tree_.kind(at) == Kind::kStringEnd) open = kNoNode;
  }
  if (open == kNoNode) return false;
  report(tree_[open].begin, tree_[open].end, "the string is never closed");
  return true;
}

// Inside what could not be read as a whole: the characters that mean nothing at all.
NodeIndex ErrorReader::culprit(NodeIndex node) const {
  for (NodeIndex at = node + 1; at < tree_.size() && tree_[at].begin < tree_[node].end; ++at)
    if (tree_.kind(at) == Kind::kError && !tree_[at].has_children) return at;
  return node;
}

void ErrorReader::report_error(NodeIndex node) {
  if (report_string(node) || report_assignment(node)) return;
  node = culprit(node);
  uint32_t begin = tree_[node].begin;
  size_t solid = text_.find_first_not_of(" \t\r\n", begin);
  begin = static_cast<uint32_t>(std::min<size_t>(solid, tree_[node].end));
  size_t line_end = std::min(text_.find_first_of("\r\n", begin), text_.size());
  uint32_t end = std::min(tree_[node].end, static_cast<uint32_t>(line_end));
  std::string_view shown = text_.substr(begin, end - begin);
  if (shown.empty() || shown.size() > 40) report(begin, end, "invalid syntax");
  else report(begin, end, fmt::format("invalid syntax at `{}`", shown));
}

// The grammar made up a token that is no node: a line end between two statements.
void ErrorReader::report_hidden() {
  NodeIndex deepest = tree_.root();
  for (NodeIndex node = 0; node < tree_.size(); ++node)
    if (tree_[node].broken) deepest = node;
  NodeIndex child = tree_.first_child(deepest);
  for (NodeIndex next; child != kNoNode && (next = tree_.next(child)) != kNoNode; child = next) {
    std::string_view between = text_.substr(tree_[child].end, tree_[next].begin - tree_[child].end);
    bool separate = between.find('\n') != std::string_view::npos;
    if (separate || tree_.kind(next) == Kind::kOther || tree_.kind(child) == Kind::kOther) continue;
    return report(tree_[next].begin, tree_[next].end, "expected a new line or `;` before this");
  }
  report(tree_[deepest].begin, tree_[deepest].begin, "invalid syntax");
}

}  // namespace

void report_errors(const grammar::Tree& tree, std::string_view text, FileId file,
                   DiagnosticSink& sink) {
  ErrorReader(tree, text, file, sink).run();
}

}  // namespace nnscan::syntax
