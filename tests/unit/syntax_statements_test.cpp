// Statements: source and the typed tree's text form.
#include <catch2/catch.hpp>

#include "tests/unit/syntax_support.h"

using namespace nnscan;
using namespace nnscan::test;

namespace {

constexpr Case kStatements[] = {
    {"a = b = c, d = e", "(= $a $b (tuple $c $d)) <- $e"},
    {"a += b; c //= d",
     R"~((+= $a $b)
(//= $c $d))~"},
    {"(a) = b; (c.d) += e; [f, *g] = h; (i, j), k = l",
     R"~((= $a) <- $b
(+= (. $c d) $e)
(= (list $f *$g)) <- $h
(= (tuple (tuple $i $j) $k)) <- $l)~"},
    {"a: int", "(: $a $int -)"},
    {"a: List[int] | None = b", "(: $a (| ([] $List $int) None) $b)"},
    {"a: Dict[str, C[int]].d = {}",
     "(: $a (. ([] $Dict (tuple $str ([] $C $int))) d) (dict))"},
    {"a.b: X[1:2, 3] = 1", "(: (. $a b) ([] $X (tuple (slice 1 2 -) 3)) 1)"},
    {R"~(if a: b
elif c: d
elif e: f
else: g)~",
     R"~((if $a
  $b)
(else
  (if $c
    $d)
  (else
    (if $e
      $f)
    (else
      $g))))~"},
    {R"~(while a:
  if b: break
  continue
else:
  c)~",
     R"~((while $a
  (if $b
    (break))
  (continue))
(else
  $c))~"},
    {R"~(for a, (b, *c) in d, *e: pass
else: f)~",
     R"~((for (tuple $a (tuple $b *$c)) (tuple $d *$e)
  (pass))
(else
  $f))~"},
    {R"~(try: a
except (B, C) as e: d
except F: g
except: h
else: i
finally: j)~",
     R"~((try
  $a)
(except (tuple $B $C) $e
  $d)
(except $F -
  $g)
(except - -
  $h)
(else
  $i)
(finally
  $j))~"},
    {R"~(try: a
except* B: c)~",
     R"~((try
  $a)
(except* $B -
  $c))~"},
    {"with a, b as c, (d) as (e, f): g",
     R"~((with ($a -) ($b $c) ($d (tuple $e $f))
  $g))~"},
    {"with (a as b): c",
     R"~((with ($a $b)
  $c))~"},
    {"with (a as b, c as d,): e",
     R"~((with ($a $b) ($c $d)
  $e))~"},
    {"with (a, b): c",
     R"~((with ($a -) ($b -)
  $c))~"},
    {"with (a, b) as c: d",
     R"~((with ((tuple $a $b) $c)
  $d))~"},
    {"del a, b.c, (d, e[0])", "(del $a (. $b c) (tuple $d ([] $e 0)))"},
    {"assert a, b", "(assert $a $b)"},
    {"raise", "(raise - -)"},
    {"raise A from b", "(raise $A $b)"},
    {"import a.b.c, d as e", "(import (a.b.c $a) (d as $e))"},
    {"from . import a", "(from . (a $a))"},
    {"from ...b.c import (d as e, f,)", "(from ...b.c (d as $e) (f $f))"},
    {"from a import *", "(from a *)"},
    {"from __future__ import annotations", "(from __future__ (annotations $annotations))"},
    {R"~(@a.b(c)
@d
def f(a, b: int = 1, *args: *Ts, c, **kw: d) -> e: return)~",
     R"~((decorator (call (. $a b) $c))
(decorator $d)
(def $f (a b:$int=1 *args:*$Ts =c **kw:$d) $e
  (locals a b args c kw)
  (return -)))~"},
    {R"~(@a
class C(B, metaclass=M, **kw):
  "doc"
  x: int = 1)~",
     R"~((decorator $a)
(class $C ($B metaclass=$M **$kw)
  "doc"
  (: @x @int 1)))~"},
    {R"~(async def f(x):
  async with a as b: await c ** d
  async for e in g: [h async for i in j]
  return [await k for l in m])~",
     R"~((async-def $f (x) -
  (locals x b e i l)
  (async-with ($a b)
    (** (await $c) $d))
  (async-for e $g
    (listcomp $h (async-for i $j)))
  (return (listcomp (await $k) (for l $m)))))~"},
    {R"~(def f():
  x = yield
  y = yield x, 1
  yield from z
  return (yield))~",
     R"~((generator $f () -
  (locals x y)
  (= x) <- (yield -)
  (= y) <- (yield (tuple x 1))
  (yield-from $z)
  (return (yield -))))~"},
    {"type X = int",
     R"~((from typing (TypeAliasType as $.TypeAliasType))
(= $X) <- (call $.TypeAliasType "X" $int))~"},
    {"type X[T] = list[T]",
     R"~((locals .TypeVar T)
(from typing (TypeVar as .TypeVar))
(= T) <- (call .TypeVar "T")
(from typing (TypeAliasType as $.TypeAliasType))
(= $X) <- (call $.TypeAliasType "X" ([] $list T)))~"},
    {"def f[T: int, *Ts, **P](x: T): return T",
     R"~((locals .TypeVar .TypeVarTuple Ts .ParamSpec P)
(cells T)
(from typing (TypeVar as .TypeVar))
(= &T) <- (call .TypeVar "T" bound=$int)
(from typing (TypeVarTuple as .TypeVarTuple))
(= Ts) <- (call .TypeVarTuple "Ts")
(from typing (ParamSpec as .ParamSpec))
(= P) <- (call .ParamSpec "P")
(def $f (x:&T) -
  (locals x)
  (captures T<-0)
  (return &T)))~"},
    {R"~(type (x).y = type[z]
type[x] = 1)~",
     R"~((= (. (call $type $x) y)) <- ([] $type $z)
(= ([] $type $x)) <- 1)~"},
    {R"~(if a:
    x = (b.
c + # why
  d))~",
     R"~((if $a
  (= $x) <- (+ (. $b c) $d)))~"},
    {"x = 1; y = 2;",
     R"~((= $x) <- 1
(= $y) <- 2)~"},
    {R"~(match a, b:
  case 1 | -2 | 'x' | None: c
  case d.e | f.g: pass
  case [h, *_, 3] if h: pass
  case (i) if i: pass
  case (j,): pass
  case {'k': l, -1: 2, **m}: pass
  case C(n, o=p): pass
  case D() as q: pass
  case 1 - 2j: pass
  case *r, s: pass
  case _: pass)~",
     R"~((match (tuple $a $b)
  (case (or (value 1) (value (neg 2)) (value "x") (value None)) -
    $c)
  (case (or (value (. $d e)) (value (. $f g))) -
    (pass))
  (case (sequence (capture $h) (star) (value 3)) $h
    (pass))
  (case (capture $i) $i
    (pass))
  (case (sequence (capture $j)) -
    (pass))
  (case (mapping "k":(capture $l) (neg 1):(value 2) **$m) -
    (pass))
  (case (class $C (capture $n) o=(capture $p)) -
    (pass))
  (case (as (class $D) $q) -
    (pass))
  (case (value (- 1 2.0j)) -
    (pass))
  (case (sequence (star $r) (capture $s)) -
    (pass))
  (case (_) -
    (pass))))~"},
};

}  // namespace

TEST_CASE("statements are built as Python reads them") {
  for (const Case& c : kStatements) {
    INFO(c.source);
    CHECK(dumped(c.source) == c.expected);
  }
}

TEST_CASE("docstrings belong to what they document") {
  auto parsed = parse_text(R"('mod' 'ule'
def f(): 'function'
class C:
  r'cl\ass'
def g():
  f'no'
def h():
  b'no'
)");
  REQUIRE(parsed->tree);
  const syntax::Tree& tree = *parsed->tree;
  CHECK(tree.docstring == "module");
  CHECK(tree.functions[0]->docstring == "function");
  CHECK(tree.classes[0]->docstring == "cl\\ass");
  CHECK(tree.functions[1]->docstring.empty());
  CHECK(tree.functions[2]->docstring.empty());
}

TEST_CASE("spans are those of the source") {
  auto parsed = parse_text("# comment\nx = (a.b(c) +\n     d)\n");
  REQUIRE(parsed->tree);
  const syntax::Tree& tree = *parsed->tree;
  const syntax::Stmt& assign = tree.stmts[syntax::StmtId{tree.lists[tree.body.first]}];
  CHECK(parsed->sources.text(tree.span(assign)) == "x = (a.b(c) +\n     d)");
  const syntax::Expr& sum = tree.exprs[syntax::ExprId{assign.c}];
  CHECK(parsed->sources.text(tree.span(sum)) == "a.b(c) +\n     d");
  CHECK(parsed->sources.text(tree.span(tree.exprs[syntax::ExprId{sum.a}])) == "a.b(c)");
}

TEST_CASE("a byte order mark and bare carriage returns are no syntax") {
  CHECK(dumped("\xef\xbb\xbfx = 1\ny = 2") == "(= $x) <- 1\n(= $y) <- 2");
  CHECK(dumped("x = 1\ry = 2\r") == "(= $x) <- 1\n(= $y) <- 2");
  CHECK(dumped("if a:\r\n  b\r\nc\r\n") == "(if $a\n  $b)\n$c");
}
