// Where comments, statements and definitions stand, as tools that go by lines see it.
#include <catch2/catch.hpp>

#include "frontend/syntax/layout.h"

using namespace nnscan;

namespace {

std::vector<std::string> comments(const std::string& text) {
  std::vector<std::string> found;
  for (syntax::Range r : syntax::layout_of(text).comments)
    found.push_back(text.substr(r.begin, r.size()));
  return found;
}

// The statement that holds the first occurrence of `part`.
std::string statement(const std::string& text, const std::string& part) {
  syntax::Range r = syntax::layout_of(text).statement_at(static_cast<uint32_t>(text.find(part)));
  return text.substr(r.begin, r.size());
}

std::string definition(const std::string& text, const std::string& part) {
  return syntax::layout_of(text).definition_at(static_cast<uint32_t>(text.find(part)));
}

using Texts = std::vector<std::string>;

}  // namespace

TEST_CASE("comments are told from strings") {
  CHECK(comments("x = 1  # one\n# two") == Texts{"# one", "# two"});
  CHECK(comments("x = '#no'\ny = \"#no\"\nz = '''\n#no\n'''  # yes\n") == Texts{"# yes"});
  CHECK(comments("x = 'it\\'s #no'\ny = r'\\'  # yes\n") ==
        Texts{});  // the raw string is not closed there
  CHECK(comments("x = f'{a!r:#>4}#no{b[\"#\"]}'  # yes\n") == Texts{"# yes"});
  CHECK(comments("x = f'''{\na # yes\n}'''\n") == Texts{"# yes"});
  CHECK(comments("x = 'a\\\r\n#no'  # yes\r\n") == Texts{"# yes"});
  CHECK(comments("x = ((  # yes\n") == Texts{"# yes"});
}

TEST_CASE("comments are found in files with very many of them") {
  std::string text;
  for (int i = 0; i < 500; ++i) text += "# line\n";
  CHECK(comments(text + "x = 1  # last\n").size() == 501);
}

TEST_CASE("a statement goes from its first to its last line") {
  CHECK(statement("a = 1\nb = f(x,\n      y)\nc = 2\n", "y)") == "b = f(x,\n      y)");
  CHECK(statement("if a:\n    b = 1\n", "if") == "if a:");
  CHECK(statement("if (a and\n    c):\n    b = 1\nelif d:\n    pass\n", "c)") ==
        "if (a and\n    c):");
  CHECK(statement("if a:\n    b = 1\nelif d:\n    pass\n", "d:") == "elif d:");
  CHECK(statement("if a: b = 1\n", "b") == "b = 1");
  CHECK(statement("@f(\n  1)\ndef g(x,\n      y):\n    return 1\n", "1)") == "@f(\n  1)");
  CHECK(statement("def g(x,\n      y):\n    return 1\n", "y)") == "def g(x,\n      y):");
  CHECK(statement("for i in x:\n    pass\nelse:\n    y = 1\n", "i in") == "for i in x:");
  CHECK(statement("with a as b, \\\n     c as d:\n    pass\n", "c as") ==
        "with a as b, \\\n     c as d:");
  CHECK(statement("match x:\n    case [1,\n          2]:\n        pass\n", "2]") ==
        "case [1,\n          2]:");
  CHECK(statement("a = 1\n\n\nb = 2\n", "\n\n") == "");
}

TEST_CASE("definitions have qualified names") {
  const std::string text =
      "a = 1\nclass Net(M):\n    @p\n    def f(self):\n        def g(): return 3\n        return "
      "4\nb = 2\n";
  CHECK(definition(text, "a =") == "");
  CHECK(definition(text, "M)") == "Net");
  CHECK(definition(text, "self") == "Net.f");
  CHECK(definition(text, "3") == "Net.f.g");
  CHECK(definition(text, "4") == "Net.f");
  CHECK(definition(text, "b =") == "");
}
