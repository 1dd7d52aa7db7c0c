// Expressions and literals: source and the typed tree's text form. The forms agree with what
// CPython's `ast` module says of the same text.
#include <catch2/catch.hpp>

#include "tests/unit/syntax_support.h"

using namespace nnscan;
using namespace nnscan::test;

namespace {

constexpr Case kExpressions[] = {
    {"1_000, 0xff, 0o17, 0b101, 1.5e3, .5, 5., 2j, 1_0.0_1",
     "(tuple 1000 255 15 5 1500.0 0.5 5.0 2.0j 10.01)"},
    {"18446744073709551616, 0xffffffffffffffffff, -9223372036854775808",
     "(tuple 18446744073709551616 4722366482869645213695 (neg 9223372036854775808))"},
    {"None, True, False, ...", "(tuple None True False ...)"},
    {"a + b * c - d // e % f", "(- (+ $a (* $b $c)) (% (// $d $e) $f))"},
    {"a ** -b ** c", "(** $a (neg (** $b $c)))"},
    {"-a ** b", "(neg (** $a $b))"},
    {"a ^ b & c", "(^ $a (& $b $c))"},
    {"a & b ^ c & d ^ e", "(^ (^ (& $a $b) (& $c $d)) $e)"},
    {"a | b ^ c & d << e + f", "(| $a (^ $b (& $c (<< $d (+ $e $f)))))"},
    {"(a ^ b) & c", "(& (^ $a $b) $c)"},
    {"not a == b", "(not (compare $a == $b))"},
    {"a < b <= c is not d not in e", "(compare $a < $b <= $c is-not $d not-in $e)"},
    {"a and b and c or d", "(or (and $a $b $c) $d)"},
    {"a if b else c if d else e", "(if $b $a (if $d $c $e))"},
    {"lambda: 0", "(lambda () 0)"},
    {"lambda a, /, b=c, *d, e, f=g, **h: (a, e)",
     "(lambda (a/ b=$c *d =e =f=$g **h) (tuple a e))"},
    {"a.b[c](d).e", "(. (call ([] (. $a b) $c) $d) e)"},
    {"a[b], a[b, c], a[b,], a[1:2], a[::3, ...], a[*b], a[b:=1]",
     "(tuple ([] $a $b) ([] $a (tuple $b $c)) ([] $a (tuple $b)) ([] $a (slice 1 2 -)) ([] "
     "$a (tuple (slice - - 3) ...)) ([] $a (tuple *$b)) ([] $a (:= $b 1)))"},
    {"f(a, *b, c=d, **e)", "(call $f $a *$b c=$d **$e)"},
    {"f(*a + b, *c or d)", "(call $f *(+ $a $b) *(or $c $d))"},
    {"f(x for x in y)", "(call $f (genexp $y (function (.0/) (comp x (for x .0)))))"},
    {"[*a, b], {*a, b}, (*a,), (a,), (), [], {}",
     "(tuple (list *$a $b) (set *$a $b) (tuple *$a) (tuple $a) (tuple) (list) (dict))"},
    {"[*a + b, *c.d()]", "(list *(+ $a $b) *(call (. $c d)))"},
    {"{a: b, **c}", "(dict ($a $b) **$c)"},
    {"x = *a, *[b], *f(c)", "(= $x) <- (tuple *$a *(list $b) *(call $f $c))"},
    {"(a := b), [a := 1]", "(tuple (:= $a $b) (list (:= $a 1)))"},
    {"print >>f, x", "(tuple (>> $print $f) $x)"},
    {"match.type[print](case, _)", "(call ([] (. $match type) $print) $case $_)"},
    {"(yield_)", "$yield_"},
};

constexpr Case kLiterals[] = {
    {"'a' \"b\" '''c'''", "\"abc\""},
    {R"~(u'a' r'\n' R"\'" rb'\x' b'\x41\0\n' Rb'')~", "1:18 bytes and text cannot be joined"},
    {R"~(u'a', r'\n', R"\'", rb'\x', b'\x41\0\n')~",
     R"~((tuple "a" "\\n" "\\'" b"\\x" b"A\x00\x0a"))~"},
    {R"~('\a\b\f\n\r\t\v\\\'\"\101\x41\u0041\U0001F600\N{BULLET}\d')~",
     R"~("\x07\x08\x0c\n\x0d\x09\x0b\\'\"AAA😀•\\d")~"},
    {R"~('a\
b')~",
     "\"ab\""},
    {R"~('''a
b''')~",
     R"~("a\nb")~"},
    {R"~(r'\\', r'a\\')~", R"~((tuple "\\\\" "a\\\\"))~"},
    {"f''", "(fstring)"},
    {"f'a{b}c' 'd{e}' f'{f}'", R"~((fstring "a" (format $b - -) "cd{e}" (format $f - -)))~"},
    {"f'{a!r}{b!s:>10}{c:{d}.{e}}{{}}'",
     R"~((fstring (format $a r -) (format $b s (fstring ">10")) (format $c - (fstring (format )~"
     R"~($d - -) "." (format $e - -))) "{}"))~"},
    {"f'{a=}{ b = }{c=!s}{d=:>3}{e + 1=}'",
     R"~((fstring "a=" (format $a r -) " b = " (format $b r -) "c=" (format $c s -) "d=" )~"
     R"~((format $d - (fstring ">3")) "e + 1=" (format (+ $e 1) r -)))~"},
    {"f\"{a:=^10}{b:=}{(c := 1)}{d:={e}}\"",
     R"~((fstring (format $a - (fstring "=^10")) (format $b - (fstring "=")) (format (:= $c )~"
     R"~(1) - -) (format $d - (fstring "=" (format $e - -)))))~"},
    {R"~(f"{a['b']}" f'{a["b"]:%H:%M}')~",
     R"~((fstring (format ([] $a "b") - -) (format ([] $a "b") - (fstring "%H:%M"))))~"},
    {R"~(f"{x["a"]}{'\n'.join(y)}")~",
     R"~((fstring (format ([] $x "a") - -) (format (call (. "\n" join) $y) - -)))~"},
    {R"~(f'''{
a # why
}''')~",
     "(fstring (format $a - -))"},
    {"f'{a, b}{*c, d}{lambda_}'",
     "(fstring (format (tuple $a $b) - -) (format (tuple *$c $d) - -) (format $lambda_ - -))"},
    {R"~(f"{f'{f"{1}"}'}")~",
     "(fstring (format (fstring (format (fstring (format 1 - -)) - -)) - -))"},
    {R"~(rf'\{a}\n')~", R"~((fstring "\\" (format $a - -) "\\n"))~"},
    {R"~(f'{a:\n}{b: }')~",
     R"~((fstring (format $a - (fstring "\n")) (format $b - (fstring " "))))~"},
    {"f'{a!x}'", "1:5 `!x` is not a conversion"},
    {"f'}'", "1:3 `}` closes nothing"},
    {"b'é'", "1:3 bytes can only contain ASCII characters"},
    {"b'a' 'b'", "1:6 bytes and text cannot be joined"},
    {R"~('\x4')~", R"~(1:2 the escape `\x` needs 2 hexadecimal digits)~"},
    {R"~('\N{NO SUCH NAME}')~", "1:2 the character name `NO SUCH NAME` is not known here"},
    {"bu'a'", "1:1 `bu` is not a string prefix"},
    {"'abc", "1:1 the string is never closed"},
    {"f'{a'", "1:3 `{` was never closed"},
    {"0777", "1:1 `0777`: a decimal number cannot start with a zero"},
    {"10L", "1:1 `10L` is a Python 2 long integer"},
    {"1__0", "1:1 invalid syntax at `1_`"},
    {"1_", "1:1 `1_` is not a number: underscores stand between digits"},
};

}  // namespace

TEST_CASE("expressions are built as Python reads them") {
  for (const Case& c : kExpressions) {
    INFO(c.source);
    CHECK(dumped(c.source) == c.expected);
  }
}

TEST_CASE("literals have Python's values") {
  for (const Case& c : kLiterals) {
    INFO(c.source);
    CHECK(dumped(c.source) == c.expected);
  }
}

TEST_CASE("a lone surrogate keeps its number") {
  CHECK(dumped(R"('\ud83d')") == "\"\xed\xa0\xbd\"");
}

TEST_CASE("line ends in strings are newlines whatever the file has") {
  CHECK(dumped("'''a\r\nb'''") == R"("a\nb")");
  CHECK(dumped("'''a\rb'''") == R"("a\nb")");
  CHECK(dumped("'a\\\r\nb'") == R"("ab")");
}
