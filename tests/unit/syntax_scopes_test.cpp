// Where names live: slots, cells, globals and the namespaces of classes. Checked against CPython's
// `symtable` on large bodies of code; these are the cases by hand.
#include <catch2/catch.hpp>

#include "tests/unit/syntax_support.h"

using namespace nnscan;
using namespace nnscan::test;

namespace {

constexpr Case kScopes[] = {
    {R"~(def f(a):
  b = a; c)~",
     R"~((def $f (a) -
  (locals a b)
  (= b) <- a
  $c))~"},
    {R"~(def f(a):
  def g(): return a
  a = 1)~",
     R"~((def $f (a) -
  (locals a g)
  (cells a)
  (cell-params a)
  (def g () -
    (captures a<-0)
    (return &a))
  (= &a) <- 1))~"},
    {R"~(def f():
  def g():
    nonlocal x
    x = 1
  x = 0
  global y
  y = x)~",
     R"~((def $f () -
  (locals g)
  (cells x)
  (def g () -
    (captures x<-0)
    (scope)
    (= &x) <- 1)
  (= &x) <- 0
  (scope)
  (= $y) <- &x))~"},
    {R"~(def f():
  global x
  def g(): return x)~",
     R"~((def $f () -
  (locals g)
  (scope)
  (def g () -
    (return $x))))~"},
    {R"~(x = 1
class C:
  x = x
  def m(self): return x)~",
     R"~((= $x) <- 1
(class $C ()
  (= @x) <- @x
  (def @m (self) -
    (locals self)
    (return $x))))~"},
    {R"~(def f():
  x = y = 1
  class C:
    x = x
    z = y
    def m(self): return x, z)~",
     R"~((def $f () -
  (locals C)
  (cells x y)
  (= &x &y) <- 1
  (class C ()
    (captures y<-1 x<-0)
    (= @x) <- @x
    (= @z) <- @y&
    (def @m (self) -
      (locals self)
      (captures x<-1)
      (return (tuple &x $z))))))~"},
    {R"~(def f(x):
  return [x for x in x if x], x)~",
     R"~((def $f (x) -
  (locals x x)
  (return (tuple (listcomp x#1 (for x#1 x (if x#1))) x))))~"},
    {R"~(def f(n):
  return [lambda: (i, n) for i in n])~",
     R"~((def $f (n) -
  (locals n)
  (cells n i)
  (cell-params n)
  (return (listcomp (lambda () (tuple &i &n)) (for &i &n) (cells &i)))))~"},
    {R"~(def f():
  return [[i * j for j in i] for i in a])~",
     R"~((def $f () -
  (locals i j)
  (return (listcomp (listcomp (* i j) (for j i)) (for i $a)))))~"},
    {R"~(def f():
  return (i + k for i in a for j in i)
  k = 1)~",
     R"~((def $f () -
  (cells k)
  (return (genexp $a (function (.0/) (comp (+ i &k) (for i .0) (for j i)))))
  (= &k) <- 1))~"},
    {R"~(class C:
  n = 3
  a = [n for _ in range(n)]
  b = (n for _ in range(n))
  c = lambda self: n)~",
     R"~((class $C ()
  (locals _)
  (= @n) <- 3
  (= @a) <- (listcomp $n (for _ (call @range @n)))
  (= @b) <- (genexp (call @range @n) (function (.0/) (comp $n (for _ .0))))
  (= @c) <- (lambda (self) $n)))~"},
    {R"~(def f():
  any((last := x) for x in y)
  [z := w for w in y]
  return last, z)~",
     R"~((def $f () -
  (locals z w)
  (cells last)
  (call $any (genexp $y (function (.0/) (comp (:= &last x) (for x .0)))))
  (listcomp (:= z w) (for w $y))
  (return (tuple &last z))))~"},
    {"[y := x for x in a]",
     R"~((locals x)
(listcomp (:= $y x) (for x $a)))~"},
    {"a = [lambda: i for i in b]",
     R"~((cells i)
(= $a) <- (listcomp (lambda () &i) (for &i $b) (cells &i)))~"},
    {R"~(def f():
  for i, (j, *k) in a: pass
  with b as l, c as m.n: pass
  try: pass
  except E as e: pass
  import o.p, q as r
  from s import t
  del u
  v += 1
  w: int
  (x): int
  def y(): pass
  class z: pass)~",
     R"~((def $f () -
  (locals i j k l e o r t u v w y z)
  (for (tuple i (tuple j *k)) $a
    (pass))
  (with ($b l) ($c (. $m n))
    (pass))
  (try
    (pass))
  (except $E e
    (pass))
  (import (o.p o) (q as r))
  (from s (t t))
  (del u)
  (+= v 1)
  (: w $int -)
  (: $x $int -)
  (def y () -
    (pass))
  (class z ()
    (pass))))~"},
    {R"~(def f(q):
  match q:
    case [a, *b] | {'k': a, **b}: pass
    case C(c) as d: pass)~",
     R"~((def $f (q) -
  (locals q a b c d)
  (match q
    (case (or (sequence (capture a) (star b)) (mapping "k":(capture a) **b)) -
      (pass))
    (case (as (class $C (capture c)) d) -
      (pass)))))~"},
    {R"~(class _C:
  def f(self, __a):
    self.__b = __a.__c__
    f(__d=__a)
    global __e
    __e = [__g for __g in ____]
  class __D:
    __x = 1)~",
     R"~((class $_C ()
  (def @f (self _C__a) -
    (locals self _C__a _C__g)
    (= (. self _C__b)) <- (. _C__a __c__)
    (call $f __d=_C__a)
    (scope)
    (= $_C__e) <- (listcomp _C__g (for _C__g $____)))
  (class @_C__D ()
    (= @_D__x) <- 1)))~"},
    {R"~(class __:
  __x = 1)~",
     R"~((class $__ ()
  (= @__x) <- 1))~"},
    {"def f(a, b=a, *, c=lambda: a) -> a: return a",
     R"~((def $f (a b=$a =c=(lambda () $a)) $a
  (locals a b c)
  (return a)))~"},
    {R"~(def f():
  x = 1
  class C:
    nonlocal x
    x = 2
  class D:
    global x
    x = 3)~",
     R"~((def $f () -
  (locals C D)
  (cells x)
  (= &x) <- 1
  (class C ()
    (captures x<-0)
    (scope)
    (= &x) <- 2)
  (class D ()
    (scope)
    (= $x) <- 3)))~"},
    {R"~(def f():
  x = 1
  def g():
    def h(): return x)~",
     R"~((def $f () -
  (locals g)
  (cells x)
  (= &x) <- 1
  (def g () -
    (locals h)
    (captures x<-0)
    (def h () -
      (captures x<-0)
      (return &x)))))~"},
    {R"~(def f():
  def g(): return __class__)~",
     R"~((def $f () -
  (locals g)
  (def g () -
    (return $__class__))))~"},
    {"def f(*args, **kw): return lambda: (args, kw)",
     R"~((def $f (*args **kw) -
  (locals args kw)
  (cells args kw)
  (cell-params args kw)
  (return (lambda () (tuple &args &kw)))))~"},
    {R"~(def f():
  def g(): nonlocal h; h()
  h = lambda x=x: x)~",
     R"~((def $f () -
  (locals g)
  (cells h)
  (def g () -
    (captures h<-0)
    (scope)
    (call &h))
  (= &h) <- (lambda (x=$x) x)))~"},
};

}  // namespace

TEST_CASE("names live where Python looks them up") {
  for (const Case& c : kScopes) {
    INFO(c.source);
    CHECK(dumped(c.source) == c.expected);
  }
}
