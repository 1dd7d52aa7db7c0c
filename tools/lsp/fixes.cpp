#include "tools/lsp/fixes.h"

#include <algorithm>

#include "frontend/syntax/source_text.h"

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

// What stands between the backticks behind `before` in a text.
std::string quoted_behind(const std::string& text, const std::string& before) {
  size_t at = text.find(before + "`");
  if (at == std::string::npos) return "";
  at += before.size() + 1;
  size_t end = text.find('`', at);
  return end == std::string::npos ? "" : text.substr(at, end - at);
}

bool in_word(char c) { return std::isalnum(static_cast<unsigned char>(c)) || c == '_'; }

// The first place of a word at or behind a place, on its lines.
std::optional<Range> word_in(const Document& document, Range place, const std::string& word) {
  const std::string& text = document.text();
  Range last = document.lines().line(text, document.lines().line_of(place.end));
  for (size_t at = text.find(word, place.begin);
       !word.empty() && at != std::string::npos && at < last.end; at = text.find(word, at + 1)) {
    bool whole = (at == 0 || !in_word(text[at - 1])) &&
                 (at + word.size() >= text.size() || !in_word(text[at + word.size()]));
    if (whole) return Range{static_cast<uint32_t>(at), static_cast<uint32_t>(at + word.size())};
  }
  return std::nullopt;
}

// "did you mean `relu`?": the misspelt name is the last quoted one of the message that stands
// there.
std::optional<Fix> correct(const Document& document, Range place, const std::string& hint,
                           const std::string& message) {
  std::string meant = quoted_behind(hint, "did you mean ");
  if (meant.empty()) meant = quoted_behind(message, "did you mean ");
  if (meant.empty()) return std::nullopt;
  std::vector<std::string> names;
  for (const std::string& quote : {"`", "'"})
    for (size_t at = 0; (at = message.find(quote, at)) != std::string::npos;) {
      size_t end = message.find(quote, at + 1);
      if (end == std::string::npos) break;
      std::string name = message.substr(at + 1, end - at - 1);
      names.push_back(name.substr(name.rfind('.') + 1));
      at = end + 1;
    }
  for (auto name = names.rbegin(); name != names.rend(); ++name)
    if (*name != meant)
      if (auto word = word_in(document, place, *name))
        return Fix{"Change to `" + meant + "`", *word, meant, true};
  return std::nullopt;
}

// A comment that silences nothing goes, with the blanks before it; or one of its codes.
std::optional<Fix> remove_suppression(const Document& document, Range place,
                                      const std::string& hint) {
  const std::string& text = document.text();
  Range line = document.lines().line(text, document.lines().line_of(place.begin));
  std::optional<Range> comment = comment_on(document, line);
  if (!comment) return std::nullopt;
  if (hint == "remove the code") {
    Range code = place;
    while (code.end < comment->end && (text[code.end] == ',' || text[code.end] == ' ')) ++code.end;
    return Fix{"Remove the code", code, "", true};
  }
  while (comment->begin > line.begin &&
         (text[comment->begin - 1] == ' ' || text[comment->begin - 1] == '\t'))
    --comment->begin;
  return Fix{"Remove the comment", *comment, "", true};
}

// "expected ':'": the grammar of the message is the parser's (frontend/syntax/missing_colon.h).
std::optional<Fix> add_colon(const Document&, Range place, const std::string& message) {
  if (message != "expected ':'") return std::nullopt;
  return Fix{"Add `:`", {place.begin, place.begin}, ":", true};
}

}  // namespace

std::vector<Fix> fixes_of(const Document& document, Range place, const Json& code,
                          const std::string& hint, const std::string& message) {
  std::vector<Fix> fixes;
  if (!code.is_string()) return fixes;
  const std::string id = code;
  if (auto fix = correct(document, place, hint, message)) fixes.push_back(*fix);
  if (id == "NN108")
    if (auto fix = remove_suppression(document, place, hint)) fixes.push_back(*fix);
  if (id == "NN101") {
    if (auto fix = add_colon(document, place, message)) fixes.push_back(*fix);
    return fixes;  // a file that is no Python is not silenced
  }
  if (id == "NN108") return fixes;
  if (Fix fix = silence(document, place, id); !fix.text.empty()) fixes.push_back(fix);
  return fixes;
}

}  // namespace nnscan::lsp
