// Hostile source: nothing overflows the stack, nothing takes for ever, and what is too much is
// said to be.
#include <catch2/catch.hpp>

#include "tests/unit/syntax_support.h"

using namespace nnscan;
using namespace nnscan::test;

namespace {

std::string repeat(std::string_view text, size_t count) {
  std::string out;
  for (size_t i = 0; i < count; ++i) out += text;
  return out;
}

bool parses(std::string text) { return parse_text(std::move(text))->tree != nullptr; }

bool too_deep(std::string text) {
  auto parsed = parse_text(std::move(text));
  if (parsed->tree || parsed->sink.size() != 1) return false;
  return parsed->sink.all()[0].code == Code::kLimitDepth;
}

std::string blocks(std::string_view head, size_t count) {
  std::string out;
  for (size_t i = 0; i < count; ++i) out += repeat(" ", i) + std::string(head) + "\n";
  return out + repeat(" ", count) + "pass\n";
}

}  // namespace

TEST_CASE("chains are long, brackets and blocks are deep, to a limit") {
  CHECK(parses("x = a" + repeat(" + a", 1500)));
  CHECK(too_deep("x = a" + repeat(" + a", 5000)));
  CHECK(parses("x = a" + repeat(".b(c)", 900)));
  CHECK(too_deep("x = a" + repeat(".b", 100'000)));
  CHECK(parses("x = a" + repeat(" & b ^ c", 900)));
  CHECK(too_deep("x = a" + repeat(" & a", 5000)));
  CHECK(parses("x = a" + repeat(" and b or c", 20'000)));
  CHECK(parses("x = a" + repeat(" < b", 20'000)));
  CHECK(parses("x = " + repeat("a if b else ", 1500) + "c"));
  CHECK(too_deep("x = " + repeat("a if b else ", 5000) + "c"));
  CHECK(parses("if a: b\n" + repeat("elif c: d\n", 1500)));
  CHECK(too_deep("if a: b\n" + repeat("elif c: d\n", 5000)));
  CHECK(parses("x = " + repeat("(", 190) + "a" + repeat(")", 190)));
  CHECK(too_deep("x = " + repeat("(", 100'000) + "a" + repeat(")", 100'000)));
  CHECK(too_deep("x = " + repeat("-", 50'000) + "a"));
  CHECK(too_deep("x = " + repeat("not ", 50'000) + "a"));
  CHECK(too_deep("x = a" + repeat(" ** a", 20'000)));
  CHECK(too_deep("x = " + repeat("lambda: ", 20'000) + "a"));
  CHECK(too_deep("x = f'" + repeat("{a:", 3000) + repeat("}", 3000) + "'"));
  CHECK(too_deep("x: " + repeat("A[int] | ", 20'000) + "B"));
  CHECK(too_deep("match x:\n  case " + repeat("[", 2000) + repeat("]", 2000) + ": pass"));
  CHECK(parses(blocks("if x:", 150)));
  CHECK(too_deep(blocks("if x:", 250)));
  CHECK(too_deep(blocks("while x:", 3000)));
}

TEST_CASE("the limit is the caller's") {
  CHECK(parse_text("x = ((((a))))", 10)->tree);
  CHECK_FALSE(parse_text("x = ((((a))))", 3)->tree);
}

TEST_CASE("width has no limit") {
  CHECK(parses("f(" + repeat("a, ", 50'000) + ")"));
  CHECK(parses("x = [" + repeat("{'a': [1, 2]},\n", 10'000) + "]"));
  CHECK(parses(repeat("a = ", 20'000) + "1"));
  CHECK(parses("x = " + repeat("'a' ", 20'000)));
  CHECK(parses(repeat("x;", 20'000)));
}

// Each of these once took time quadratic in its length.
TEST_CASE("long runs are read in linear time") {
  CHECK(parses("def f():\n  x\n" + repeat("  # it's \"\n", 40'000) + "  y\n"));
  CHECK(parses(repeat("\\\n", 40'000) + "x = 1"));
  CHECK(parses("x = (" + repeat("\\\n", 40'000) + "1)"));
  CHECK_FALSE(parses(repeat("def ( class [ } lambda : = ", 2000)));
  CHECK_FALSE(parses("if x:\n  " + repeat("a\n ", 50'000)));
}

TEST_CASE("no garbage is too much") {
  for (const char* piece : {"(", "[", "{", "([{", ")", "\"", "'''", "f\"{", "\\", ":", "@", "`",
                            "$ ? ", "print ", "lambda ", "x = (\n", "if x:\n",
                            "a b ", "=", "..."}) {
    INFO(piece);
    auto parsed = parse_text(repeat(piece, 5000) + "x");
    CHECK((parsed->tree == nullptr) == parsed->sink.has_errors());
    CHECK(parsed->sink.size() <= 101);
  }
}

TEST_CASE("numbers have Python's limits") {
  CHECK(parses("x = " + repeat("9", 4300)));
  CHECK_FALSE(parses("x = " + repeat("9", 4301)));
  CHECK_FALSE(parses("x = 0x" + repeat("f", 1'000'000)));
}
