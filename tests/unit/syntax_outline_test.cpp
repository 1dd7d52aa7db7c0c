// Outlines: a file without the bodies of its functions, and each body by itself, are together what
// the whole file is.
#include <catch2/catch.hpp>

#include <set>
#include <tuple>

#include "frontend/python/prelude.h"
#include "frontend/syntax/outline.h"
#include "tests/unit/syntax_support.h"

using namespace nnscan;
using namespace nnscan::test;

namespace {

using Places = std::multiset<std::tuple<int, uint32_t, uint32_t>>;

// Kind and place of every expression in a part of a file.
Places places(const syntax::Tree& tree, uint32_t begin, uint32_t end) {
  Places found;
  for (uint32_t i = 0; i < tree.exprs.size(); ++i) {
    const syntax::Expr& e = tree.exprs[syntax::ExprId{i}];
    if (e.begin >= begin && e.end <= end) found.insert({static_cast<int>(e.kind), e.begin, e.end});
  }
  return found;
}

const syntax::Function* named_at(const syntax::Tree& tree, uint32_t begin) {
  for (const auto& function : tree.functions)
    if (function->name_span.begin == begin) return function.get();
  return nullptr;
}

// How many functions were left out, each of which is complete by itself.
size_t check_outline(const std::string& text) {
  auto outline = syntax::Outline::of(text);
  if (!outline) return 0;
  auto whole = parse_text(text);
  REQUIRE(whole->tree);
  auto margin = outline->margin(whole->tree->file, whole->symbols);
  REQUIRE(margin);
  size_t count = 0;
  uint32_t behind = 0;
  for (const auto& function : margin->functions) {
    if (!outline->leaves_out(*function)) continue;
    ++count;
    // What stands between this one and the one before.
    uint32_t until = function->name_span.end;
    CHECK(places(*margin, behind, until) == places(*whole->tree, behind, until));
    const syntax::Function* expected = named_at(*whole->tree, function->name_span.begin);
    REQUIRE(expected);
    const auto& complete = outline->complete(*function, text, whole->symbols);
    REQUIRE(complete.tree);
    REQUIRE(complete.function);
    const Span body = expected->span;
    CHECK(places(*complete.tree, expected->name_span.end, body.end) == places(*whole->tree, expected->name_span.end, body.end));
    CHECK(complete.function->span == body);
    CHECK(complete.function->docstring == expected->docstring);
    CHECK(complete.function->is_generator == expected->is_generator);
    CHECK(complete.function->is_async == expected->is_async);
    CHECK(complete.function->locals == expected->locals);
    CHECK(complete.function->own_cells == expected->own_cells);
    CHECK(complete.function->captures.size() == expected->captures.size());
    CHECK(complete.function->params.size() == function->params.size());
    behind = body.end;
  }
  const auto size = static_cast<uint32_t>(text.size());
  CHECK(places(*margin, behind, size) == places(*whole->tree, behind, size));
  return count;
}

// Outlines are made of large files only.
std::string large(const std::string& text) { return text + std::string(8192, '\n'); }

// Long enough to be left out.
const std::string kBody = "    text = 'one two three four five six seven eight nine ten eleven twelve thirteen'\n"
                          "    return text, [x for x in text], (lambda y: y + text)\n";

}  // namespace

TEST_CASE("an outline and its bodies are what the file is") {
  size_t count = 0;
  for (const PreludeFile& file : embedded_prelude()) {
    INFO(file.path);
    count += check_outline(std::string(file.text));
  }
  CHECK(count > 500);
}

TEST_CASE("bodies are found whatever is in them") {
  CHECK(check_outline(large("def f():\n" + kBody)) == 1);
  CHECK(check_outline(large("@a\n@b(1)\nasync def f(x=(\n1), *y) -> 'def g():':\n" + kBody + "x = f()\n")) == 1);
  CHECK(check_outline(large("def f():\n    '''\ndef g():\n    pass\n'''\n" + kBody + "x = 1\n")) == 1);
  CHECK(check_outline(large("def f():\n# at the margin\n    # def g():\n" + kBody + "\n\n# more\nx = 1\n")) == 1);
  CHECK(check_outline(large("def f():\n    x = a[\n1, ')',\n]  # (\n    y = b \\\n+ 1\n" + kBody)) == 1);
  CHECK(check_outline(large("class C(B,\n        metaclass=M):  # head\n    a = 1\n\n    def f(self):\n        return self.__x, super(), __class__, "
                            "'a text that is long enough for the body to be left out of the outline of this file, surely'\n")) == 1);
}

TEST_CASE("what depends on its surroundings stays") {
  CHECK(check_outline(large("def f(): return 1\n")) == 0);
  CHECK(check_outline(large("def f():\n    return 1\n")) == 0);
  CHECK(check_outline(large("def f[T](x: T):\n" + kBody)) == 0);
  CHECK(check_outline(large("if a:\n  def f():\n" + kBody)) == 0);
  CHECK(check_outline("def f():\n" + kBody) == 0);
}

TEST_CASE("what is not understood has no outline") {
  CHECK_FALSE(syntax::Outline::of(large("def f():\n" + kBody + "x = (\n")));
  CHECK_FALSE(syntax::Outline::of(large("def f():\n" + kBody + "x = 'open\n")));
  CHECK_FALSE(syntax::Outline::of(large("def f():\n\tx = 1\n" + kBody)));
  CHECK_FALSE(syntax::Outline::of(large("def f():\r\n" + kBody)));
}

TEST_CASE("a body that is no Python is not complete") {
  std::string text = large("def f():\n    x = = 1\n" + kBody);
  auto outline = syntax::Outline::of(text);
  REQUIRE(outline);
  SymbolTable symbols;
  auto margin = outline->margin(FileId{0}, symbols);
  REQUIRE(margin);
  CHECK_FALSE(outline->complete(*margin->functions[0], text, symbols).tree);
}
