#include "ir/text_scan.h"

#include <algorithm>
#include <charconv>

#include "ir/text_literal.h"

namespace nnscan::text_form {

namespace {

constexpr int kMaxNesting = 200;  // of parentheses in one size

bool is_word_character(char c) { return is_name_character(c) && c != '.'; }

}  // namespace

void Scanner::fail(const std::string& message) const {
  std::string_view before = text_.substr(0, std::min(at_, text_.size()));
  size_t line_start = before.rfind('\n');
  line_start = line_start == std::string_view::npos ? 0 : line_start + 1;
  auto line = std::count(before.begin(), before.end(), '\n') + 1;
  throw TextError{static_cast<uint32_t>(line), static_cast<uint32_t>(at_ - line_start + 1),
                  message};
}

void Scanner::skip_blanks() {
  while (at_ < text_.size() && (text_[at_] == ' ' || text_[at_] == '\n' || text_[at_] == '\t' ||
                                text_[at_] == '\r'))
    ++at_;
}

bool Scanner::at(std::string_view token) {
  skip_blanks();
  return text_.substr(at_).starts_with(token);
}

bool Scanner::accept(std::string_view token) {
  if (!at(token)) return false;
  at_ += token.size();
  return true;
}

void Scanner::expect(std::string_view token) {
  if (!accept(token)) fail("expected `" + std::string(token) + "`");
}

bool Scanner::at_word(std::string_view word) {
  if (!at(word)) return false;
  size_t end = at_ + word.size();
  return end == text_.size() || !is_name_character(text_[end]);
}

bool Scanner::accept_word(std::string_view word) { return at_word(word) && accept(word); }

bool Scanner::at_end() {
  skip_blanks();
  return at_ == text_.size();
}

std::string Scanner::comment() {
  size_t hash = text_.find_first_not_of(" \t", at_);
  if (hash == std::string_view::npos || text_[hash] != '#') return "";
  size_t end = std::min(text_.find('\n', hash), text_.size());
  std::string_view content = text_.substr(hash + 1, end - hash - 1);
  at_ = end;
  size_t start = content.find_first_not_of(" \t");
  return start == std::string_view::npos ? "" : std::string(content.substr(start));
}

std::string Scanner::word() {
  skip_blanks();
  size_t start = at_;
  while (at_ < text_.size() && is_word_character(text_[at_])) ++at_;
  if (at_ == start) fail("expected a name");
  return std::string(text_.substr(start, at_ - start));
}

std::string Scanner::string() {
  expect("\"");
  std::string result;
  while (at_ < text_.size() && text_[at_] != '"') {
    char c = text_[at_++];
    if (c == '\\') {
      if (at_ == text_.size()) break;
      c = text_[at_++];
      if (c == 'x') {
        unsigned value = 0;
        const char* from = text_.data() + at_;
        const char* to = text_.data() + std::min(at_ + 2, text_.size());
        if (std::from_chars(from, to, value, 16).ptr != from + 2) fail("expected two hex digits");
        c = static_cast<char>(value);
        at_ += 2;
      }
    }
    result += c;
  }
  if (at_ == text_.size()) fail("the string does not end");
  ++at_;
  return result;
}

std::string Scanner::name() {
  skip_blanks();
  size_t start = at_;
  if (at("\"")) {
    string();
  } else {
    while (at_ < text_.size() && is_name_character(text_[at_])) ++at_;
    if (at_ == start) fail("expected a name");
  }
  if (at_ < text_.size() && text_[at_] == '@') {
    ++at_;
    while (at_ < text_.size() && text_[at_] >= '0' && text_[at_] <= '9') ++at_;
  }
  return std::string(text_.substr(start, at_ - start));
}

std::string_view Scanner::atom() {
  skip_blanks();
  size_t start = at_;
  while (at_ < text_.size() && (is_name_character(text_[at_]) || text_[at_] == '-' ||
                                text_[at_] == '+'))
    ++at_;
  if (at_ == start) fail("expected a number");
  return text_.substr(start, at_ - start);
}

int64_t Scanner::integer() {
  int64_t value = 0;
  auto [end, error] = std::from_chars(text_.data() + at_, text_.data() + text_.size(), value);
  if (error != std::errc()) fail("expected a number of at most 64 bits");
  at_ = static_cast<size_t>(end - text_.data());
  return value;
}

// Sizes: sums of products of `a//b`, `a%b`, `max(a, b)`, `min(a, b)`, names and numbers.

class Scanner::Nesting {
 public:
  explicit Nesting(Scanner& scanner) : scanner_(scanner) {
    if (++scanner_.depth_ > kMaxNesting) scanner_.fail("parentheses nest too deeply");
  }
  ~Nesting() { --scanner_.depth_; }

 private:
  Scanner& scanner_;
};

Dim Scanner::size() {
  try {
    bool negative = accept("-");
    Dim total = product();
    if (negative) total = dims_.neg(total);
    while (true) {
      if (accept("+"))
        total = dims_.add(total, product());
      else if (accept("-"))
        total = dims_.sub(total, product());
      else
        return total;
    }
  } catch (const DimOverflow& overflow) {
    fail(overflow.what());
  }
}

Dim Scanner::product() {
  Dim result = factor();
  while (true) {
    bool division = accept("//");
    if (!division && !at("*") && !at("%")) return result;
    bool modulo = !division && accept("%");
    if (!division && !modulo) expect("*");
    Dim operand = factor();
    if ((division || modulo) && dims_.known(operand) == 0) fail("division by 0");
    result = division ? dims_.floor_div(result, operand)
             : modulo ? dims_.mod(result, operand) : dims_.mul(result, operand);
  }
}

Dim Scanner::factor() {
  Nesting nesting(*this);
  if (at("?")) return unknown_symbol();
  if (accept("(")) {
    Dim inner = size();
    expect(")");
    return inner;
  }
  if (at_ < text_.size() && text_[at_] >= '0' && text_[at_] <= '9')
    return dims_.constant(integer());
  std::string symbol = word();
  if ((symbol != "max" && symbol != "min") || !accept("(")) return dims_.symbol(symbol);
  Dim a = size();
  expect(",");
  Dim b = size();
  expect(")");
  return symbol == "max" ? dims_.max(a, b) : dims_.min(a, b);
}

Dim Scanner::unknown_symbol() {
  expect("?");
  auto [found, is_new] = unknowns_.emplace(integer(), Dim{});
  if (is_new) found->second = dims_.unknown();
  return found->second;
}

Type Scanner::type() {
  std::string letter = word();
  std::optional<DType> dtype = dtype_lettered(letter);
  if (!dtype) fail("no element type `" + letter + "`");
  expect("[");
  if (accept("*")) {
    expect("]");
    return Type::unranked(*dtype);
  }
  Dims dims;
  while (!at("]")) {
    if (!dims.empty()) expect(",");
    dims.push_back(size());
  }
  expect("]");
  return Type::of(*dtype, std::move(dims));
}

}  // namespace nnscan::text_form
