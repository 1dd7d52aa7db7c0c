#include "tools/lsp/fixes.h"

#include <algorithm>

#include "frontend/syntax/source_text.h"
#include "tools/check/fix.h"

namespace nnscan::lsp {

namespace {

constexpr std::string_view kMark = "nnscan: ignore";

// The statement that a comment behind it is about: its last line, unless it holds others.
uint32_t end_of_statement(const Document& document, uint32_t offset) {
  using grammar::Kind;
  const grammar::Tree& tree = document.tree();
  uint32_t end = offset;
  for (uint32_t i = 0; i < tree.size() && tree[i].begin <= offset; ++i) {
    if (tree[i].end < offset) continue;
    switch (tree[i].kind) {
      case Kind::kExpressionStatement:
      case Kind::kReturnStatement:
      case Kind::kAssertStatement:
      case Kind::kRaiseStatement:
      case Kind::kDeleteStatement:
      case Kind::kImportStatement:
      case Kind::kImportFromStatement:
        end = tree[i].end;
        break;
      default:
        break;
    }
  }
  return end;
}

// The comment on this line, if there is one.
std::optional<Range> comment_on(const Document& document, Range line) {
  for (syntax::Range comment : syntax::comments_of(document.text()))
    if (comment.begin >= line.begin && comment.begin <= line.end)
      return Range{static_cast<uint32_t>(comment.begin), static_cast<uint32_t>(comment.end)};
  return std::nullopt;
}

Fix silence(const Document& document, Range place, const std::string& code) {
  const std::string& text = document.text();
  Range line = document.lines().line(
      text, document.lines().line_of(end_of_statement(document, place.begin)));
  std::string title = "Silence " + code + " here";
  if (std::optional<Range> comment = comment_on(document, line)) {
    std::string_view source =
        std::string_view(text).substr(comment->begin, comment->end - comment->begin);
    size_t mark = source.find(kMark);
    if (mark != std::string_view::npos) {
      size_t open = mark + kMark.size();
      if (open < source.size() && source[open] == '[')
        return {title,
                {comment->begin + static_cast<uint32_t>(open) + 1,
                 comment->begin + static_cast<uint32_t>(open) + 1},
                code + ", ",
                false};
      return {title, {comment->begin, comment->begin}, "", false};  // it silences all there is
    }
    // Before another comment: some are read only where a line ends with them, others anywhere.
    return {title, {comment->end, comment->end}, "  # nnscan: ignore[" + code + "]", false};
  }
  uint32_t end = line.end;
  while (end > line.begin && (text[end - 1] == ' ' || text[end - 1] == '\t')) --end;
  return {title, {end, line.end}, "  # nnscan: ignore[" + code + "]", false};
}

std::optional<Code> code_of(const Json& code) {
  for (const CodeInfo& row : all_codes())
    if (code.is_string() && code == row.id) return row.code;
  return std::nullopt;
}

}  // namespace

std::vector<Fix> fixes_of(const Document& document, Range place, const Json& code,
                          const std::string& hint, const std::string& message) {
  std::vector<Fix> fixes;
  std::optional<Code> known = code_of(code);
  if (!known) return fixes;
  if (auto fix = check::fix_of(document.text(), {place.begin, place.end}, *known, hint, message))
    fixes.push_back({fix->title, {fix->place.begin, fix->place.end}, fix->text, true});
  // A file that is no Python is not silenced, and neither is a comment that silences nothing.
  if (*known == Code::kSyntaxError || *known == Code::kUnusedSuppression) return fixes;
  if (Fix fix = silence(document, place, code); !fix.text.empty()) fixes.push_back(fix);
  return fixes;
}

}  // namespace nnscan::lsp
