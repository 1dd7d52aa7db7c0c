#include "frontend/syntax/source_text.h"

#include <algorithm>
#include <vector>

#include "frontend/syntax/unicode.h"

namespace nnscan::syntax {
namespace {

constexpr std::string_view kByteOrderMark = "\xef\xbb\xbf";
// Words that an expression can follow.
constexpr std::string_view kBeforeExpression[] = {"return", "in", "yield", "del"};

bool is_letter(char c) { return (c | 0x20) >= 'a' && (c | 0x20) <= 'z'; }
bool is_word(char c) {
  return is_letter(c) || (c >= '0' && c <= '9') || c == '_' || static_cast<uint8_t>(c) >= 0x80;
}
bool is_one_of(char c, std::string_view set) { return set.find(c) != std::string_view::npos; }

// What a scan of the source found, as offsets.
struct Slips {
  std::vector<size_t> format_equals;  // the `=` of a format that starts with it
  std::vector<size_t> inner_lines;    // line ends inside brackets
  std::vector<size_t> joined_lines;   // backslashes at the ends of lines
  std::vector<Range> comments;
  std::vector<size_t> stars;          // before a display or string, in an index or no bracket
};

// Reads Python only as far as is needed to tell code, strings and the fields of f-strings apart.
class Scanner {
 public:
  explicit Scanner(std::string_view text) : text_(text) {}

  Slips run() {
    while (at_ < text_.size()) {
      if (strings_.empty() || strings_.back().in_field) code(text_[at_]);
      else string(text_[at_]);
    }
    return std::move(found_);
  }

 private:
  // An open string, and for an f-string where in it we are.
  struct String {
    char quote;
    bool triple, format, raw;
    bool in_field = false;  // between `{` and `}` or `:`; else in text or a field's format
    uint32_t specs = 0;     // fields whose format is open
    uint32_t brackets = 0;  // open inside the field
  };

  char peek(size_t ahead) const { return at_ + ahead < text_.size() ? text_[at_ + ahead] : '\0'; }
  bool inside_brackets() const { return !strings_.empty() || !brackets_.empty(); }

  void code(char c) {
    if (c == '#') return comment();
    if (c == '\'' || c == '"') return open_string(at_);
    if (is_word(c)) return word();
    if (c == '\n' && inside_brackets()) found_.inner_lines.push_back(at_);
    if (c == '*') return star();
    if (c == '\\') joined_line();
    else if (!strings_.empty()) field(c);
    else if (is_one_of(c, "([{")) brackets_ += c;
    else if (is_one_of(c, ")]}") && !brackets_.empty()) brackets_.pop_back();
    if (!is_one_of(c, " \t\n\r\f")) last_word_ = {}, last_ = c;
    ++at_;
  }

  void comment() {
    size_t end = std::min(text_.find('\n', at_), text_.size());
    found_.comments.push_back({static_cast<uint32_t>(at_), static_cast<uint32_t>(end)});
    at_ = end;
  }

  void joined_line() {
    size_t end = at_ + (peek(1) == '\r' ? 2 : 1);
    if (end < text_.size() && text_[end] == '\n') found_.joined_lines.push_back(at_), at_ = end;
  }

  void star() {
    bool listed = brackets_.empty() || brackets_.back() == '[';
    bool after_word = std::find(std::begin(kBeforeExpression), std::end(kBeforeExpression),
                                last_word_) != std::end(kBeforeExpression);
    bool prefix = after_word || is_one_of(last_, ",=[");
    if (prefix && listed && strings_.empty() && !is_one_of(peek(1), "*=")) {
      size_t next = text_.find_first_not_of(" \t", at_ + 1);
      bool display = next != std::string_view::npos &&
                     (is_one_of(text_[next], "([{'\"") || starts_string(next));
      if (display) found_.stars.push_back(at_);
    }
    at_ += peek(1) == '*' ? 2 : 1;
    last_ = '*', last_word_ = {};
  }

  // Whether a prefix and a quote stand here.
  bool starts_string(size_t at) const {
    size_t begin = at;
    while (at < text_.size() && is_one_of(text_[at] | 0x20, "rbuft")) ++at;
    return at > begin && at - begin <= 2 && at < text_.size() && is_one_of(text_[at], "'\"");
  }

  void word() {
    size_t begin = at_;
    if (starts_string(begin)) return open_string(begin);
    while (at_ < text_.size() && is_word(text_[at_])) ++at_;
    last_word_ = text_.substr(begin, at_ - begin);
    last_ = 'a';
  }

  void open_string(size_t begin) {
    String made{};
    for (at_ = begin; !is_one_of(text_[at_], "'\""); ++at_) {
      made.format |= is_one_of(text_[at_], "fFtT");
      made.raw |= is_one_of(text_[at_], "rR");
    }
    made.quote = text_[at_];
    made.triple = peek(1) == made.quote && peek(2) == made.quote;
    at_ += made.triple ? 3 : 1;
    strings_.push_back(made);
    last_ = '"', last_word_ = {};
  }

  // A character of the code inside a field.
  void field(char c) {
    String& open = strings_.back();
    if (is_one_of(c, "([{")) ++open.brackets;
    else if (c == '}' && open.brackets == 0) open.in_field = false;
    else if (is_one_of(c, ")]}")) open.brackets -= open.brackets > 0;
    else if (c == ':' && open.brackets == 0) {
      if (peek(1) == '=') found_.format_equals.push_back(at_ + 1);
      open.in_field = false;
      ++open.specs;
    }
  }

  // A character of a string's own text, or of a field's format.
  void string(char c) {
    String& open = strings_.back();
    bool closes = c == open.quote && (!open.triple || (peek(1) == c && peek(2) == c));
    if (closes || (c == '\n' && !open.triple)) {  // not closed: the grammar will say so
      at_ += closes && open.triple ? 3 : 1;
      strings_.pop_back();
    } else if (c == '\\') {
      escape(open);
    } else if (open.format && c == '{') {
      bool twice = open.specs == 0 && peek(1) == '{';
      open.in_field = !twice;
      open.brackets = 0;
      at_ += twice ? 2 : 1;
    } else {
      if (open.format && c == '}' && open.specs > 0) --open.specs;
      ++at_;
    }
  }

  // A backslash never hides a brace, but for the ones of `\N{name}`.
  void escape(const String& open) {
    if (!open.raw && peek(1) == 'N') at_ = std::min(text_.find_first_of("}\n", at_), text_.size());
    else if (peek(1) == '\r' && peek(2) == '\n') at_ += 3;
    else at_ += is_one_of(peek(1), "\\\n'\"") ? 2 : 1;
  }

  std::string_view text_;
  size_t at_ = 0;
  std::string brackets_;   // open ones outside strings
  std::vector<String> strings_;
  char last_ = '\0';       // the character that mattered last; 'a' for words
  std::string_view last_word_;
  Slips found_;
};

// `type (x).y = …` and `type[x] = …`: a statement of old code, not a type alias. It may as well
// be text inside a string, which does no harm.
void hide_type_names(std::string& text) {
  constexpr std::string_view kWord = "type";
  for (size_t at = text.find(kWord); at != std::string::npos; at = text.find(kWord, at + 1)) {
    size_t before = at == 0 ? std::string::npos : text.find_last_not_of(" \t", at - 1);
    bool starts = before == std::string::npos || is_one_of(text[before], "\n;:");
    size_t after = text.find_first_not_of(" \t", at + kWord.size());
    if (starts && after != std::string::npos && is_one_of(text[after], "([")) text[at + 1] = 'z';
  }
}

// The name in a comment like `-*- coding: latin-1 -*-`, which counts in the first two lines.
// https://docs.python.org/3/reference/lexical_analysis.html#encoding-declarations
std::string_view declared_encoding(std::string_view text) {
  for (int line = 0; line < 2 && !text.empty(); ++line) {
    std::string_view first = text.substr(0, text.find('\n'));
    text.remove_prefix(std::min(first.size() + 1, text.size()));
    size_t begin = first.find_first_not_of(" \t\f\r");
    if (begin == std::string_view::npos) continue;
    if (first[begin] != '#') break;
    size_t word = first.find("coding", begin);
    if (word == std::string_view::npos) continue;
    word += 6;
    if (word == first.size() || !is_one_of(first[word], ":=")) continue;
    word = std::min(first.find_first_not_of(" \t", word + 1), first.size());
    size_t end = word;
    while (end < first.size() && (is_word(first[end]) || is_one_of(first[end], "-."))) ++end;
    if (end > word) return first.substr(word, end - word);
  }
  return {};
}

bool is_utf8_name(std::string_view name) {
  std::string plain;
  for (char c : name)
    if (!is_one_of(c, "-_")) plain += is_letter(c) ? static_cast<char>(c | 0x20) : c;
  return plain == "utf8" || plain == "utf8sig" || plain == "u8";
}

}  // namespace

std::optional<SourceProblem> find_source_problem(std::string_view text) {
  size_t bad = find_bad_utf8(text);
  if (bad != std::string_view::npos)
    return SourceProblem{bad, "the file is not UTF-8", "convert it, for example with `iconv`"};
  std::string_view encoding = declared_encoding(text);
  if (!encoding.empty() && !is_utf8_name(encoding) && !is_ascii(text))
    return SourceProblem{static_cast<size_t>(encoding.data() - text.data()),
                         "the file declares the encoding `" + std::string(encoding) + "`",
                         "convert it to UTF-8, for example with `iconv`"};
  size_t nul = text.find('\0');
  if (nul != std::string_view::npos)
    return SourceProblem{nul, "the file contains a NUL character", ""};
  return std::nullopt;
}

namespace {

// Lines that begin with `#` or end with a backslash, whatever they are part of.
bool has_long_runs(std::string_view text) {
  constexpr size_t kMany = 200;
  size_t found = 0;
  for (size_t at = text.find('\n'); at != std::string_view::npos; at = text.find('\n', at + 1)) {
    size_t next = text.find_first_not_of(" \t", at + 1);
    found += next != std::string_view::npos && text[next] == '#';
    found += at > 0 && text[at - 1] == '\\';
  }
  return found > kMany;
}

void blank_comments(const Slips& slips, std::string& text) {
  for (auto [begin, end] : slips.comments) std::fill(text.begin() + begin, text.begin() + end, ' ');
}

// The comments, backslashes and line ends become blanks.
void blank_runs(std::string& text) {
  Slips slips = Scanner(text).run();
  blank_comments(slips, text);
  for (size_t at : slips.joined_lines) {
    for (; text[at] != '\n'; ++at) text[at] = ' ';
    text[at] = ' ';
  }
}

}  // namespace

std::vector<Range> comments_of(std::string_view text) {
  std::vector<Range> comments = Scanner(text).run().comments;
  for (Range& comment : comments)
    if (text[comment.end - 1] == '\r') --comment.end;
  return comments;
}

std::string prepare_source(std::string_view text) {
  std::string out(text);
  if (text.starts_with(kByteOrderMark)) out.replace(0, 3, 3, ' ');
  for (size_t at = out.find('\r'); at != std::string::npos; at = out.find('\r', at + 1))
    if (at + 1 == out.size() || out[at + 1] != '\n') out[at] = '\n';
  if (text.find(":=") != std::string_view::npos)
    for (size_t at : Scanner(out).run().format_equals) out[at] = '-';
  if (has_long_runs(out)) blank_runs(out);
  hide_type_names(out);
  return out;
}

std::string repair_source(std::string_view prepared) {
  std::string out(prepared);
  Slips slips = Scanner(prepared).run();
  blank_comments(slips, out);
  for (size_t at : slips.inner_lines) out[at] = ' ';
  for (size_t at : slips.stars) out[at] = '~';
  return out;
}

}  // namespace nnscan::syntax
