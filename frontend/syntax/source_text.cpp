#include "frontend/syntax/source_text.h"

#include <algorithm>

#include "frontend/syntax/unicode.h"

namespace nnscan::syntax {
namespace {

constexpr std::string_view kByteOrderMark = "\xef\xbb\xbf";

bool is_letter(char c) { return (c | 0x20) >= 'a' && (c | 0x20) <= 'z'; }
bool is_word(char c) {
  return is_letter(c) || (c >= '0' && c <= '9') || c == '_' || static_cast<uint8_t>(c) >= 0x80;
}

// Reads Python only as far as is needed to know which text is an f-string's field.
class FormatScanner {
 public:
  explicit FormatScanner(std::string_view text) : text_(text) {}

  std::vector<size_t> run() {
    while (at_ < text_.size()) {
      char c = text_[at_];
      if (open_.empty() || open_.back().in_field) code(c);
      else string(c);
    }
    return std::move(found_);
  }

 private:
  // An open string, and in an f-string how deep the brackets are in the current field.
  struct Open {
    char quote;
    bool triple, format, raw;
    bool in_field = false;   // between `{` and `}`
    bool in_spec = false;    // after the field's colon: text again, with fields inside
    uint32_t brackets = 0;
    uint32_t specs = 0;      // fields around that are in their specs
  };

  bool at_quote(size_t at, const Open& open) const {
    if (!open.triple) return text_[at] == open.quote;
    return text_.substr(at, 3) == std::string(3, open.quote);
  }

  void code(char c) {
    if (c == '#') {
      at_ = std::min(text_.find('\n', at_), text_.size());
    } else if (c == '\'' || c == '"') {
      open_string(at_);
    } else if (is_word(c)) {
      word();
    } else {
      if (!open_.empty()) field(c);
      ++at_;
    }
  }

  void word() {
    size_t begin = at_;
    while (at_ < text_.size() && is_word(text_[at_])) ++at_;
    bool quoted = at_ < text_.size() && (text_[at_] == '\'' || text_[at_] == '"');
    bool prefix = at_ - begin <= 2 && std::all_of(text_.begin() + begin, text_.begin() + at_, [](char c) {
      return std::string_view("rbuft").find(c | 0x20) != std::string_view::npos;
    });
    if (quoted && prefix) open_string(begin);
  }

  void open_string(size_t begin) {
    Open open{};
    for (at_ = begin; text_[at_] != '\'' && text_[at_] != '"'; ++at_) {
      if ((text_[at_] | 0x20) == 'f') open.format = true;
      if ((text_[at_] | 0x20) == 'r') open.raw = true;
    }
    open.quote = text_[at_];
    open.triple = text_.substr(at_, 3) == std::string(3, open.quote);
    at_ += open.triple ? 3 : 1;
    open_.push_back(open);
  }

  // A character of the code inside a field.
  void field(char c) {
    Open& open = open_.back();
    if (c == '(' || c == '[' || c == '{') ++open.brackets;
    else if (c == ')' || c == ']') open.brackets -= open.brackets > 0;
    else if (c == '}') {
      if (open.brackets > 0) --open.brackets;
      else leave_field();
    } else if (c == ':' && open.brackets == 0) {
      if (at_ + 1 < text_.size() && text_[at_ + 1] == '=') found_.push_back(at_ + 1);
      open.in_field = false;
      ++open.specs;
    }
  }

  void leave_field() {
    open_.back().in_field = false;  // in a spec the text goes on, and so does it after all specs
  }

  // A backslash never hides a brace, but for the one of `\N{name}`.
  void escape(const Open& open) {
    char next = at_ + 1 < text_.size() ? text_[at_ + 1] : '\0';
    if (!open.raw && next == 'N') at_ = std::min(text_.find_first_of("}\n", at_), text_.size());
    else at_ += next == '\\' || next == '\n' || next == '\'' || next == '"' ? 2 : 1;
  }

  // A character of a string's own text, or of a field's format.
  void string(char c) {
    Open& open = open_.back();
    if (at_quote(at_, open)) {
      at_ += open.triple ? 3 : 1;
      open_.pop_back();
    } else if (c == '\\') {
      escape(open);
    } else if (c == '\n' && !open.triple) {
      open_.pop_back();  // not closed: the grammar will say so
    } else if (open.format && c == '{') {
      bool twice = open.specs == 0 && at_ + 1 < text_.size() && text_[at_ + 1] == '{';
      open.in_field = !twice;
      open.brackets = 0;
      at_ += twice ? 2 : 1;
    } else if (open.format && c == '}' && open.specs > 0) {
      --open.specs;
      ++at_;
    } else {
      ++at_;
    }
  }

  std::string_view text_;
  size_t at_ = 0;
  std::vector<Open> open_;
  std::vector<size_t> found_;
};

}  // namespace

std::vector<size_t> format_equals(std::string_view text) { return FormatScanner(text).run(); }

std::optional<SourceProblem> find_source_problem(std::string_view text) {
  size_t bad = find_bad_utf8(text);
  if (bad != std::string_view::npos)
    return SourceProblem{bad, "the file is not UTF-8", "convert it, for example with `iconv`"};
  size_t nul = text.find('\0');
  if (nul != std::string_view::npos)
    return SourceProblem{nul, "the file contains a NUL character", ""};
  return std::nullopt;
}

std::string prepare_source(std::string_view text) {
  std::string out(text);
  if (text.starts_with(kByteOrderMark)) out.replace(0, 3, 3, ' ');
  for (size_t at = out.find('\r'); at != std::string::npos; at = out.find('\r', at + 1))
    if (at + 1 == out.size() || out[at + 1] != '\n') out[at] = '\n';
  if (text.find(":=") != std::string_view::npos)
    for (size_t at : format_equals(out)) out[at] = '-';
  return out;
}

}  // namespace nnscan::syntax
