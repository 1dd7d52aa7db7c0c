#include "frontend/syntax/missing_colon.h"

#include <algorithm>
#include <cctype>
#include <string>

namespace nnscan::syntax {
namespace {

constexpr std::string_view kHeads[] = {"async",  "class", "def",     "elif", "else", "except",
                                       "finally", "for",  "if",      "try",  "while", "with"};

// Walks over logical lines: what brackets, backslashes and strings join is one.
class Lines {
 public:
  explicit Lines(std::string_view text) : text_(text) {}

  bool done() const { return at_ >= text_.size(); }

  // The next logical line: whether it begins a block, and has a colon outside of brackets.
  std::optional<uint32_t> next_head_without_colon() {
    while (at_ < text_.size() && (text_[at_] == ' ' || text_[at_] == '\t')) ++at_;
    bool head = begins_block(), colon = false;
    size_t depth = 0, solid = at_;
    for (; at_ < text_.size(); ++at_) {
      char c = text_[at_];
      if (c == '#') skip_comment();
      if (at_ >= text_.size()) break;
      c = text_[at_];
      if (c == '\n' && depth == 0) break;
      if (c == '\\') ++at_;
      else if (c == '"' || c == '\'') skip_string();
      else if (c == '(' || c == '[' || c == '{') ++depth;
      else if ((c == ')' || c == ']' || c == '}') && depth > 0) --depth;
      else if (c == ':' && depth == 0) colon = true;
      bool space = at_ >= text_.size() || std::isspace(static_cast<unsigned char>(text_[at_]));
      if (!space) solid = at_ + 1;
    }
    ++at_;
    if (head && !colon) return static_cast<uint32_t>(solid);
    return std::nullopt;
  }

 private:
  bool begins_block() const {
    size_t end = at_;
    while (end < text_.size() && std::isalpha(static_cast<unsigned char>(text_[end]))) ++end;
    if (end < text_.size() && (text_[end] == '_' || text_[end] == '=')) return false;
    return std::ranges::find(kHeads, text_.substr(at_, end - at_)) != std::end(kHeads);
  }

  void skip_comment() { at_ = std::min(text_.find('\n', at_), text_.size()); }

  // To the quote that ends it.
  void skip_string() {
    size_t width = text_.compare(at_, 3, std::string(3, text_[at_])) == 0 ? 3 : 1;
    std::string quote(width, text_[at_]);
    for (at_ += width; at_ < text_.size(); ++at_) {
      if (text_[at_] == '\\') ++at_;
      else if (text_.compare(at_, width, quote) == 0 || (width == 1 && text_[at_] == '\n')) break;
    }
    if (at_ < text_.size() && text_[at_] != '\n') at_ += width - 1;
  }

  std::string_view text_;
  size_t at_ = 0;
};

}  // namespace

std::optional<uint32_t> missing_colon(std::string_view text) {
  for (Lines lines(text); !lines.done();)
    if (auto place = lines.next_head_without_colon()) return place;
  return std::nullopt;
}

}  // namespace nnscan::syntax
