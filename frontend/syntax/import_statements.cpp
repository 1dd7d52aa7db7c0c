#include "frontend/syntax/import_statements.h"

#include <algorithm>
#include <cctype>

namespace nnscan::syntax {

namespace {

bool is_in_word(char c) {
  return std::isalnum(static_cast<unsigned char>(c)) || c == '_' || static_cast<unsigned char>(c) >= 0x80;
}

// The tokens of one statement: words, and other characters one by one.
class Tokens {
 public:
  Tokens(std::string_view text, size_t at) : text_(text), at_(at) { next(); }
  std::string_view token() const { return token_; }  // empty at the end of the statement
  size_t end() const { return at_; }
  bool is(std::string_view token) const { return token_ == token; }
  bool is_word() const { return !token_.empty() && is_in_word(token_[0]); }
  bool take(std::string_view token) { return is(token) && (next(), true); }

  void next() {
    for (;;) {
      while (at_ < text_.size() && is_blank(text_[at_])) ++at_;
      if (at_ < text_.size() && text_[at_] == '#') {
        at_ = std::min(text_.find('\n', at_), text_.size());
      } else if (at_ + 1 < text_.size() && text_[at_] == '\\') {
        at_ += text_[at_ + 1] == '\r' ? 3 : 2;
        at_ = std::min(at_, text_.size());
      } else {
        break;
      }
    }
    size_t begin = at_;
    while (at_ < text_.size() && is_in_word(text_[at_])) ++at_;
    if (at_ == begin && at_ < text_.size() && text_[at_] != '\n' && text_[at_] != ';') ++at_;
    token_ = text_.substr(begin, at_ - begin);
    if (is("(")) is_open_ = true;
    if (is(")")) is_open_ = false;
  }

  // `a.b.c`, with blanks or without; a part of the text where there are none.
  std::string_view dotted() {
    const char* begin = token_.data();
    const char* end = begin;
    while (is_word() || is(".")) {
      end = token_.data() + token_.size();
      bool was_word = is_word();
      next();
      if (was_word && is_word()) break;  // `a import`
    }
    return {begin, static_cast<size_t>(end - begin)};
  }

 private:
  bool is_blank(char c) const { return c == ' ' || c == '\t' || c == '\r' || c == '\f' || (c == '\n' && is_open_); }

  std::string_view text_;
  size_t at_;
  bool is_open_ = false;
  std::string_view token_;
};

void read_from(Tokens& tokens, std::vector<ImportStatement>& found) {
  ImportStatement statement;
  statement.is_from = true;
  for (; tokens.take("."); ++statement.level) {
  }
  if (!tokens.is("import")) statement.module = tokens.dotted();
  if (!tokens.take("import")) return;
  tokens.take("(");
  while (tokens.is_word() || tokens.is("*")) {
    ImportStatement::Name name{tokens.token(), tokens.token()};
    tokens.next();
    if (tokens.take("as")) {
      name.bound = tokens.token();
      tokens.next();
    }
    statement.names.push_back(name);
    if (!tokens.take(",")) break;
  }
  if (!statement.names.empty()) found.push_back(std::move(statement));
}

void read_import(Tokens& tokens, std::vector<ImportStatement>& found) {
  while (tokens.is_word()) {
    ImportStatement statement;
    statement.module = tokens.dotted();
    if (tokens.take("as")) {
      statement.alias = tokens.token();
      tokens.next();
    }
    found.push_back(std::move(statement));
    if (!tokens.take(",")) break;
  }
}

}  // namespace

std::vector<ImportStatement> import_statements(std::string_view text) {
  std::vector<ImportStatement> found;
  constexpr std::string_view kWord = "import";
  for (size_t line = 0; line < text.size();) {
    // Only lines that hold the word, or that an earlier one's parentheses reach, are looked at.
    size_t word = text.find(kWord, line);
    if (word == std::string_view::npos) break;
    line = text.rfind('\n', word) + 1;
    size_t end = std::min(text.find('\n', word), text.size());
    for (size_t at = line; at < end;) {
      at = std::min(text.find_first_not_of(" \t\r\f", at), end);
      Tokens tokens(text, at);
      if (tokens.take("from")) read_from(tokens, found);
      else if (tokens.take("import")) read_import(tokens, found);
      // `if x: import a`, `import a; import b`
      at = std::max(at, tokens.end() - tokens.token().size());
      at = std::min(text.find_first_of(";:\n", at), text.size()) + 1;
      end = std::max(end, std::min(at - 1, text.size()));
    }
    line = std::min(end, text.size()) + 1;
  }
  return found;
}

}  // namespace nnscan::syntax
