// The characters of a graph's text: tokens, names, numbers, sizes and types.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>

#include "ir/text.h"

namespace nnscan::text_form {

class Scanner {
 public:
  Scanner(std::string_view text, DimPool& dims) : text_(text), dims_(dims) {}

  // Blanks and line ends before a token are skipped, comments are not.
  bool at(std::string_view token);      // the token stands next
  bool accept(std::string_view token);  // and is taken
  void expect(std::string_view token);
  bool at_word(std::string_view word);  // not followed by another letter
  bool accept_word(std::string_view word);
  bool at_end();
  // Looking ahead: where the scanner stands, to return there.
  size_t position() const { return at_; }
  void return_to(size_t position) { at_ = position; }
  // What follows `#` on this line, or nothing.
  std::string comment();

  std::string word();        // letters, digits, `_`
  std::string name();        // bare or quoted, a number after `@` included
  std::string string();      // quoted
  std::string_view atom();   // up to a delimiter: a number or `true`
  Dim size();                // `2*N + H//2`
  Dim unknown_symbol();      // `?0`
  Type type();               // `f32[N,8]`

  [[noreturn]] void fail(const std::string& message) const;
  DimPool& dims() { return dims_; }

 private:
  class Nesting;
  void skip_blanks();
  Dim product();
  Dim factor();
  int64_t integer();

  std::string_view text_;
  DimPool& dims_;
  size_t at_ = 0;
  int depth_ = 0;
  std::unordered_map<int64_t, Dim> unknowns_;
};

}  // namespace nnscan::text_form
