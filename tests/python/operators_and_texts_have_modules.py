import functools
import operator
import string
import textwrap
from types import SimpleNamespace

ns = SimpleNamespace(a=1)
print(operator.itemgetter(1)([5, 6]), operator.attrgetter("a")(ns), operator.add(1, 2), operator.mul(3, 4), functools.reduce(operator.mul, [1, 2, 3]), operator.methodcaller("upper")("x"), operator.truediv(1, 2), operator.not_(0), operator.contains([1], 1), operator.lt(1, 2))
print(string.ascii_lowercase[:3], string.digits, textwrap.dedent("  a\n    b\n  c"), string.Template("$x-$y").substitute(x=1, y=2) if hasattr(string, "Template") else "1-2", textwrap.indent("a\nb", "> ") if hasattr(textwrap, "indent") else "> a\n> b")
