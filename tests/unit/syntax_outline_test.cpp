// Outlines: a file without the bodies of its functions, and each body by itself, are together what
// the whole file is.
#include <catch2/catch.hpp>

#include <set>
#include <tuple>

#include "frontend/python/prelude.h"
#include "frontend/syntax/outline.h"
#include "frontend/syntax/pieces.h"
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

TEST_CASE("pieces parsed ahead are what parsing gives, wherever they stand now") {
  SymbolTable symbols;
  syntax::Pieces ahead;
  const std::string head = "class C(B):\n    def f(self):\n        text = 'one two three four five six seven eight'\n"
                           "        return [text for _ in self], super().f, 'and so long that it is left out'\n\n";
  std::string text = large(head + "def g(x: int = 1, *, y):\n    import a.b as c\n    match x:\n        case [1, z]: return z\n" + kBody);
  ahead.keep(text, symbols);
  CHECK(ahead.size() == 3);
  ahead.take(text, FileId{0});  // no piece
  CHECK(ahead.size() == 3);
  // A line more in front, and another name in the first function.
  std::string edited = "# more\n" + text;
  edited.replace(edited.find("one two"), 3, "two");
  auto all_of = [&](syntax::Pieces* pieces, FileId file) {
    auto outline = syntax::Outline::of(edited);
    REQUIRE(outline);
    auto margin = outline->margin(file, symbols, pieces);
    REQUIRE(margin);
    CHECK(margin->file == file);
    std::string all = syntax::dump(*margin, symbols);
    Places found = places(*margin, 0, static_cast<uint32_t>(edited.size()));
    for (const auto& function : margin->functions) {
      CHECK(function->span.file == file);
      if (!outline->leaves_out(*function)) continue;
      const auto& complete = outline->complete(*function, edited, symbols, pieces);
      REQUIRE(complete.function);
      CHECK(complete.function->name_span == function->name_span);
      all += syntax::dump(*complete.tree, symbols);
      found.merge(places(*complete.tree, 0, static_cast<uint32_t>(edited.size())));
      for (const syntax::Import& import : complete.tree->imports) CHECK(import.names[0].span.file == file);
      for (const syntax::Pattern& pattern : complete.tree->patterns) CHECK(pattern.span.file == file);
    }
    return std::pair(all, found);
  };
  auto parsed = all_of(nullptr, FileId{7});
  CHECK((all_of(&ahead, FileId{7}) == parsed));
  // Taken: the second function; not: the first, which has changed, and the margin with the comment.
  CHECK(ahead.size() == 2);
  ahead.keep(edited, symbols);
  CHECK(ahead.size() == 3);
  CHECK((all_of(&ahead, FileId{8}) == parsed));
  CHECK(ahead.size() == 0);
  ahead.keep("x = 1\n", symbols);
  CHECK(ahead.size() == 0);
}
