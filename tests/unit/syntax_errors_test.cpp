// What is not Python: the place and the message.
#include <catch2/catch.hpp>

#include "tests/unit/syntax_support.h"

using namespace nnscan;
using namespace nnscan::test;

namespace {

constexpr Case kErrors[] = {
    {"f() = 1", "1:1 cannot assign to a function call"},
    {"1 = x", "1:1 cannot assign to a literal"},
    {"(a, b()) = 1", "1:1 invalid syntax at `(a, b()) =`"},
    {"a + b += 1", "1:8 invalid syntax at `=`"},
    {"a, b += 1", "1:1 a tuple or list cannot be the target of an augmented assignment"},
    {"x = = 1", "1:5 invalid syntax at `=`"},
    {R"~(def f(:
  pass)~",
     "1:6 `(` was never closed"},
    {R"~(foo(1, 2
bar)~",
     "1:4 `(` was never closed"},
    {"foo(1]", "1:6 `]` does not match `(`"},
    {")", "1:1 `)` closes nothing"},
    {R"~(x = 'abc
y = 1)~",
     "1:5 the string is never closed"},
    {"return 1", "1:1 `return` outside a function"},
    {"break", "1:1 `break` outside a loop"},
    {R"~(while a:
  def f(): continue)~",
     "2:12 `continue` outside a loop"},
    {"def f(a, a): pass", "1:5 the parameter `a` appears twice"},
    {"def f(a=1, b): pass", "1:12 a parameter without a default follows one with a default"},
    {"def f(*, **k): pass", "1:10 a named parameter must follow the bare `*`"},
    {"def f(**k, a): pass", "1:12 a parameter follows the `**` parameter"},
    {"def f(a, (b, c)): pass", "1:10 a parameter must be a name"},
    {"lambda a, a: 1", "1:1 the parameter `a` appears twice"},
    {"nonlocal x", "1:10 nonlocal declaration at module level"},
    {R"~(def f():
  nonlocal x)~",
     "2:12 no binding for nonlocal `x` in an enclosing function"},
    {R"~(def f(x):
  global x)~",
     "2:10 `x` is a parameter and cannot be global too"},
    {R"~(def f():
  x = 1
  global x)~",
     "3:10 `x` is bound before its global declaration"},
    {R"~(def f():
  x
  nonlocal x)~",
     R"~(3:12 `x` is used before its nonlocal declaration
3:12 no binding for nonlocal `x` in an enclosing function)~"},
    {"print \"hello\"", "1:1 missing parentheses in call to `print`: this is Python 2"},
    {"exec \"x\"", "1:1 `exec` is a function in Python 3"},
    {R"~(try: pass
except E, e: pass)~",
     "2:11 `except E, name` is Python 2"},
    {"raise E, \"x\"", "1:7 `raise E, value` is Python 2"},
    {"`x`", "1:1 backticks are Python 2"},
    {"a <> b", "1:3 `<>` is Python 2"},
    {R"~(if x:
y = 1)~",
     "1:1 expected an indented block after this line"},
    {R"~(if x:
    y
  z)~",
     "3:3 unexpected indent"},
    {R"~(x
  y)~",
     "2:3 unexpected indent"},
    {"if x:\n\ty\n        z", "3:9 the indentation does not match any outer level"},
    {R"~(if x: y
  else: z)~",
     "2:3 the indentation does not match the statement that this belongs to"},
    {"async = 1", "1:1 `async` is a keyword and cannot be a name"},
    {"x = a as b", "1:5 `as` is not allowed in an expression"},
    {"x = *a", "1:5 a starred value must be in a list or tuple"},
    {"*a", "1:1 a starred expression cannot stand here"},
    {"(*a)", "1:1 a starred expression cannot stand alone in parentheses"},
    {"del f()", "1:5 cannot delete a function call"},
    {"del *a, b", "1:5 cannot delete a starred target"},
    {"[x for x in 1, 2]", "1:14 the iterable of a comprehension must be one expression"},
    {"[(x := 1) for x in y]", "1:3 `:=` cannot rebind the comprehension's own variable `x`"},
    {"[y for x in (z := w)]", "1:14 `:=` cannot stand in the iterable of a comprehension"},
    {"class C: [x := 1 for _ in y]",
     "1:11 `:=` inside a comprehension is not allowed in a class body"},
    {"x := 1", "1:1 `:=` needs parentheses here"},
    {"f(a=1, b)", "1:8 positional argument follows a keyword argument"},
    {"f(a=1, a=2)", "1:8 keyword argument `a` is given twice"},
    {"f(**a, *b)", "1:8 `*` argument follows a `**` argument"},
    {"f(,)", "1:3 invalid syntax at `,`"},
    {"yield 1", "1:1 `yield` outside a function"},
    {"def f(): [(yield) for _ in x]",
     "1:12 `yield` inside a comprehension or generator expression"},
    {"await x", "1:1 `await` outside an async function"},
    {"def f(): await x", "1:10 `await` outside an async function"},
    {R"~(async def f():
  yield 1
  return 2)~",
     "3:3 `return` with a value in an async generator"},
    {"from a import b,", "1:1 trailing comma in an import without parentheses"},
    {"def f(): from a import *", "1:10 `import *` is only allowed at module level"},
    {R"~(x
from __future__ import annotations)~",
     "2:1 `from __future__` must stand at the start of the file"},
    {"from __future__ import braces", "1:24 `braces` is not a feature of `__future__`"},
    {"with a as f(): pass", "1:11 cannot assign to a function call"},
    {R"~(match x:
  case a: pass
  case b: pass)~",
     "2:3 this case matches everything: those after it are never tried"},
    {R"~(match x:
  case a | b: pass)~",
     R"~(2:8 this alternative matches everything: those after it are never tried
2:8 the alternatives of a pattern bind different names)~"},
    {R"~(match x:
  case [a, a]: pass)~",
     "2:12 the pattern binds `a` twice"},
    {R"~(match x:
  case {'a': 1, 'a': 2}: pass)~",
     "2:17 the mapping pattern has this key twice"},
    {R"~(match x:
  case C(a=b, c): pass)~",
     "2:15 positional pattern follows a keyword pattern"},
    {"try: pass", "1:1 `try` needs `except` or `finally`"},
    {R"~(try: pass
except: pass
except E: pass)~",
     "3:1 a bare `except` must be the last one"},
    {R"~(x =
y)~",
     "2:1 the line ends too early"},
    {"x = 1 y = 2", "1:5 invalid syntax at `1`"},
    {"2 {0} 3", "1:1 invalid syntax at `2 {0}`"},
    {"a: int = b = c", "1:10 an annotated assignment has one target"},
    {"(a, b): int", "1:1 only a single target can be annotated"},
    {"assert a, b, c", "1:14 `assert` takes a condition and a message"},
    {"µ = 1", "1:1 `µ` is a name that Python would read as another one"},
    {"xᵢ = 1", "1:1 `xᵢ` is a name that Python would read as another one"},
};

}  // namespace

TEST_CASE("errors say what is wrong and where") {
  for (const Case& c : kErrors) {
    INFO(c.source);
    CHECK(dumped(c.source) == c.expected);
  }
}

TEST_CASE("all errors are reported") {
  CHECK(dumped("return\nx = 1\nbreak\nf(a=1, a=2)") ==
        "1:1 `return` outside a function\n3:1 `break` outside a loop\n"
        "4:8 keyword argument `a` is given twice");
  CHECK(dumped("a $ b\nc = 1\nd ? e") == "1:3 invalid syntax at `$`\n3:3 invalid syntax at `?`");
}

TEST_CASE("bytes that are no text are refused") {
  CHECK(dumped("x = '\xff'") == "1:6 the file is not UTF-8");
  CHECK(dumped(std::string("x\0y", 3)) == "1:2 the file contains a NUL character");
  CHECK(dumped("# -*- coding: latin-1 -*-\nx = '\xc3\xa9'") ==
        "1:15 the file declares the encoding `latin-1`");
  CHECK(dumped("# -*- coding: latin-1 -*-\nx") == "$x");
}
