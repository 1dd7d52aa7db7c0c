#include "tools/check/fix.h"

#include <cctype>
#include <vector>

#include "frontend/syntax/missing_colon.h"
#include "frontend/syntax/source_text.h"

namespace nnscan::check {

namespace {

using syntax::Range;

bool is_blank(char c) { return c == ' ' || c == '\t'; }
bool is_line_end(char c) { return c == '\n' || c == '\r'; }
bool in_word(char c) { return std::isalnum(static_cast<unsigned char>(c)) || c == '_' || (c & 0x80); }

// What stands between the backticks behind `before` in a text.
std::string quoted_behind(const std::string& text, const std::string& before) {
  size_t at = text.find(before + "`");
  if (at == std::string::npos) return "";
  at += before.size() + 1;
  size_t end = text.find('`', at);
  return end == std::string::npos ? "" : text.substr(at, end - at);
}

// The names that stand in quotes of either kind, without what they are in, in order of their ends.
std::vector<std::string> quoted_names(const std::string& message) {
  std::vector<std::string> names;
  for (char quote : {'`', '\''})
    for (size_t at = 0; (at = message.find(quote, at)) != std::string::npos;) {
      size_t end = message.find(quote, at + 1);
      if (end == std::string::npos) break;
      std::string name = message.substr(at + 1, end - at - 1);
      names.push_back(name.substr(name.rfind('.') + 1));
      at = end + 1;
    }
  return names;
}

// Whether the argument of a call has the name that ends here.
bool names_argument(std::string_view text, size_t end) {
  while (end < text.size() && is_blank(text[end])) ++end;
  return end < text.size() && text[end] == '=' && (end + 1 == text.size() || text[end + 1] != '=');
}

// The place of the word, if there is only one.
std::optional<Range> only_word(std::string_view text, Range place, const std::string& word, bool argument) {
  std::optional<Range> found;
  for (size_t at = text.find(word, place.begin); !word.empty() && at != text.npos && at + word.size() <= place.end;
       at = text.find(word, at + 1)) {
    size_t end = at + word.size();
    bool whole = (at == 0 || !in_word(text[at - 1])) && (end >= text.size() || !in_word(text[end]));
    if (!whole || (argument && !names_argument(text, end))) continue;
    if (found) return std::nullopt;
    found = Range{static_cast<uint32_t>(at), static_cast<uint32_t>(end)};
  }
  return found;
}

// "did you mean `relu`?": the misspelt name is the last quoted one of the message that stands there.
std::optional<Fix> correct(std::string_view text, Range place, const std::string& hint, const std::string& message) {
  std::string meant = quoted_behind(hint, "did you mean ");
  if (meant.empty()) meant = quoted_behind(message, "did you mean ");
  if (meant.empty()) return std::nullopt;
  bool argument = message.find("keyword argument") != std::string::npos;
  std::vector<std::string> names = quoted_names(message);
  for (auto name = names.rbegin(); name != names.rend(); ++name)
    if (*name != meant)
      if (auto word = only_word(text, place, *name, argument)) return Fix{"Change to `" + meant + "`", *word, meant};
  return std::nullopt;
}

// From the comment's place, what goes with it: the blanks before, and the line if nothing else is on it.
Range with_blanks(std::string_view text, Range place) {
  while (place.begin > 0 && is_blank(text[place.begin - 1])) --place.begin;
  bool at_margin = place.begin == 0 || is_line_end(text[place.begin - 1]);
  bool at_end = place.end == text.size() || is_line_end(text[place.end]);
  if (!at_margin || !at_end) return place;
  if (place.end < text.size() && text[place.end] == '\r') ++place.end;
  if (place.end < text.size() && text[place.end] == '\n') ++place.end;
  return place;
}

// A directive that silences nothing goes; words behind it stay a comment.
Fix remove_comment(std::string_view text, Range place, Range comment) {
  uint32_t rest = place.end;
  while (rest < comment.end && is_blank(text[rest])) ++rest;
  if (rest < comment.end && text[rest] != '#') return {"Remove the directive", {place.begin, rest}, "# "};
  if (rest < comment.end) return {"Remove the directive", {place.begin, rest}, ""};
  return {"Remove the comment", with_blanks(text, {place.begin, comment.end}), ""};
}

// The code and one of the commas around it; the only one goes with the whole comment.
std::optional<Fix> remove_code(std::string_view text, Range place, Range comment) {
  size_t open = text.rfind('[', place.begin), close = text.find(']', place.end);
  if (open == text.npos || open < comment.begin || close == text.npos || close >= comment.end) return std::nullopt;
  Range code = place;
  while (code.end < close && is_blank(text[code.end])) ++code.end;
  if (text[code.end] == ',') {
    do ++code.end;
    while (code.end < close && is_blank(text[code.end]));
    return Fix{"Remove the code", code, ""};
  }
  while (code.begin > open + 1 && is_blank(text[code.begin - 1])) --code.begin;
  if (text[code.begin - 1] == ',') return Fix{"Remove the code", {code.begin - 1, code.end}, ""};
  size_t mark = text.rfind('#', open);
  if (mark == text.npos || mark < comment.begin) return std::nullopt;
  return remove_comment(text, {static_cast<uint32_t>(mark), static_cast<uint32_t>(close) + 1}, comment);
}

std::optional<Fix> remove_suppression(std::string_view text, Range place, const std::string& hint) {
  if (hint != "remove the code" && hint != "remove the comment") return std::nullopt;
  for (Range comment : syntax::comments_of(text))
    if (comment.begin <= place.begin && place.end <= comment.end)
      return hint == "remove the code" ? remove_code(text, place, comment) : std::optional(remove_comment(text, place, comment));
  return std::nullopt;
}

}  // namespace

std::optional<Fix> fix_of(std::string_view text, Range place, Code code, const std::string& hint,
                          const std::string& message) {
  if (place.begin > place.end || place.end > text.size()) return std::nullopt;
  if (code == Code::kSyntaxError)
    return message == syntax::kMissingColon ? std::optional(Fix{"Add `:`", {place.begin, place.begin}, ":"}) : std::nullopt;
  if (auto fix = correct(text, place, hint, message)) return fix;
  return code == Code::kUnusedSuppression ? remove_suppression(text, place, hint) : std::nullopt;
}

std::optional<Fix> fix_of(const Diagnostic& d, const SourceMap& sources) {
  if (!d.span.valid() || sources[d.span.file].is_prelude) return std::nullopt;
  return fix_of(sources[d.span.file].text, {d.span.begin, d.span.end}, d.code, d.hint, d.message);
}

}  // namespace nnscan::check
