// Packed trees: what is read back is what was written, for every file of the prelude and for what
// the prelude does not use; and bytes that are not whole are refused.
#include <catch2/catch.hpp>

#include "frontend/python/prelude.h"
#include "frontend/syntax/packed.h"
#include "tests/unit/syntax_support.h"

using namespace nnscan;
using namespace nnscan::test;

namespace {

// Every kind of literal, statement and pattern, names in all scopes, and numbers at their limits.
constexpr const char* kEverything = R"py("""the module's"""
from __future__ import annotations
import a.b, c as d
from . import *
from ..e import f as g, h
x = None, ..., True, 9223372036854775807, -1, 0.1, 1e400, 'é\n', b'\0\xff', 10**30, 2j
big = 123456789012345678901234567890
y: int = (z := f'{x!r:>{big}}{y=}')
@a.b(1, *c, k=2, **d)
class C[T](B, metaclass=M):
    """of the class"""
    async def method(self, p, /, q: T = 1, *rest, r=None, **more) -> 'C':
        nonlocal_ = [i async for i in p if i if q]
        def inner():
            nonlocal nonlocal_
            global x
            x = nonlocal_ = yield q
            yield from rest
            del q.r, x[1:2, ::3]
        async with p as (u, *v), q: await inner()
        async for w in more: continue
        else: return __class__
lambda k, *, l=1: {k: l, **k} if not k else {k, *l}
gen = (a + b @ ~c for a in x for b in y if a < b <= c is not None)
try:
    assert x, 'no'
except* (A, B) as e:
    raise e from None
else:
    pass
finally:
    while x and y or z:
        x += 1
        if x: break
        elif y: continue
    else: x >>= 2
match x, y:
    case [1, -2.5, *rest] | {'k': 1, **rest} if rest: pass
    case C(a, b=None) as c: pass
    case d.e | 'text' | _: pass
type Alias[K] = dict[K, int]
)py";

void check_round_trip(const Parsed& parsed) {
  REQUIRE(parsed.tree);
  std::string bytes = syntax::pack(*parsed.tree, parsed.symbols);
  // Names that were there before have other symbols than in the tree that was written.
  SymbolTable symbols;
  symbols.intern("other");
  symbols.intern("self");
  auto again = syntax::unpack(bytes, FileId{7}, symbols);
  REQUIRE(again);
  CHECK(syntax::dump(*again, symbols) == syntax::dump(*parsed.tree, parsed.symbols));
  CHECK(syntax::pack(*again, symbols) == bytes);
  CHECK(again->file == FileId{7});
}

}  // namespace

TEST_CASE("a tree is the same after packing and unpacking") {
  check_round_trip(*parse_text(""));
  check_round_trip(*parse_text(kEverything));
}

TEST_CASE("the embedded trees are those of the embedded text") {
  REQUIRE(embedded_prelude().size() > 100);
  for (const PreludeFile& file : embedded_prelude()) {
    INFO(file.path);
    auto parsed = parse_text(std::string(file.text));
    check_round_trip(*parsed);
    SymbolTable symbols;
    auto embedded = syntax::unpack(file.tree, FileId{0}, symbols);
    REQUIRE(embedded);
    CHECK(syntax::dump(*embedded, symbols) == syntax::dump(*parsed->tree, parsed->symbols));
  }
}

TEST_CASE("spans keep their place and name the file that is read") {
  auto parsed = parse_text("def f(a):\n    return g(a)\nclass C: pass\n");
  SymbolTable symbols;
  auto again = syntax::unpack(syntax::pack(*parsed->tree, parsed->symbols), FileId{3}, symbols);
  REQUIRE(again);
  CHECK(again->functions[0]->span == Span{FileId{3}, 0, 25});
  CHECK(again->functions[0]->name_span == Span{FileId{3}, 4, 5});
  CHECK(again->classes[0]->name_span == Span{FileId{3}, 32, 33});
  for (uint32_t i = 0; i < again->exprs.size(); ++i) {
    syntax::ExprId id{i};
    CHECK(again->exprs[id].begin == parsed->tree->exprs[id].begin);
    CHECK(again->exprs[id].end == parsed->tree->exprs[id].end);
  }
}

TEST_CASE("bytes that were cut off, lengthened or written by another build are refused") {
  auto parsed = parse_text(kEverything);
  REQUIRE(parsed->tree);
  std::string bytes = syntax::pack(*parsed->tree, parsed->symbols);
  SymbolTable symbols;
  for (size_t size = 0; size < bytes.size(); ++size)
    CHECK_FALSE(syntax::unpack(std::string_view(bytes).substr(0, size), FileId{0}, symbols));
  CHECK_FALSE(syntax::unpack(bytes + '\0', FileId{0}, symbols));
  std::string other = bytes;
  other[0] ^= 1;
  CHECK_FALSE(syntax::unpack(other, FileId{0}, symbols));
}
