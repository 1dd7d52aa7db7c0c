import os, os.path as osp, sys, math, string, textwrap, operator, json, logging, argparse, types, typing, collections.abc, abc, copy, functools, itertools, contextlib, warnings, inspect, importlib, pathlib, random, time, enum, dataclasses, numbers, weakref, threading, platform
from pathlib import Path
from types import SimpleNamespace, MethodType
from typing import Any, Callable, Dict, Generic, Iterable, List, Literal, Optional, Protocol, Sequence, Tuple, Type, TypeVar, Union, cast, overload, TYPE_CHECKING
if TYPE_CHECKING:
    from nowhere import Nothing
print(osp.join("a", "b", "/c", "d.txt"), osp.basename("/x/y.tar.gz"), osp.dirname("/x/y.py"), osp.splitext("a/b.tar.gz"), osp.split("/a/b"), osp.exists("no_such_file_here"), osp.isfile("no.py"), osp.isabs("/a"), osp.normpath("a/./b/../c"), osp.sep, os.sep, os.path.commonprefix(["abc", "abd"]))
p = Path("models") / "net" / "w.tar.gz"
print(p, p.name, p.stem, p.suffix, p.suffixes, p.parent, p.parts, p.with_suffix(".pt"), p.with_name("q"), str(p), p.as_posix(), Path("a", "b") == Path("a/b"), p.is_absolute(), Path("/a/b").relative_to("/a"), Path("x.py").exists(), sorted([Path("b"), Path("a")]), repr(Path("x")) in ("PosixPath('x')", "Path('x')"), f"{p!s:>5}", os.fspath(p), [str(q) for q in p.parents])
ns = SimpleNamespace(a=1, b=[2]); ns.c = 3; print(ns, ns.a, vars(ns), hasattr(ns, "z"))
print(operator.itemgetter(1)([5, 6]), operator.attrgetter("a")(ns), operator.add(1, 2), operator.mul(3, 4), functools.reduce(operator.mul, [1, 2, 3]), operator.methodcaller("upper")("x"), operator.truediv(1, 2), operator.not_(0), operator.contains([1], 1), operator.lt(1, 2))
print(string.ascii_lowercase[:3], string.digits, textwrap.dedent("  a\n    b\n  c"), string.Template("$x-$y").substitute(x=1, y=2) if hasattr(string, "Template") else "1-2", textwrap.indent("a\nb", "> ") if hasattr(textwrap, "indent") else "> a\n> b")
parser = argparse.ArgumentParser(description="d"); parser.add_argument("--lr", type=float, default=0.1); parser.add_argument("--n", "-n", type=int, default=3); parser.add_argument("--flag", action="store_true"); parser.add_argument("--names", nargs="+", default=["a"]); args = parser.parse_args([]); print(args.lr, args.n, args.flag, args.names, vars(args)); print(argparse.Namespace(a=1))
log = logging.getLogger(__name__); log.info("quiet %s", 1); log.debug("x"); log.setLevel(logging.ERROR); print(log.name == __name__, logging.INFO, log.isEnabledFor(logging.DEBUG))
print(isinstance([], collections.abc.Sequence), isinstance({}, collections.abc.Mapping), isinstance("a", collections.abc.Iterable), isinstance(5, numbers.Number), isinstance(len, collections.abc.Callable), isinstance(3, collections.abc.Hashable), isinstance((i for i in []), collections.abc.Iterator), sys.version_info >= (3, 7), sys.maxsize, sys.platform in ("linux", "darwin", "win32"), sys.float_info.epsilon if hasattr(sys, "float_info") else 2.220446049250313e-16)
T = TypeVar("T"); class_ = Generic
class Box(Generic[T]):
    def __init__(self, v: T): self.v = v
    def get(self) -> T: return self.v
print(Box[int](3).get(), Box("x").v, Optional[int] is not None, List[int] is not None, cast(int, "a"), Union[int, str] is not None, Callable[[int], str] is not None, typing.get_type_hints(Box.get) is not None if False else True)
class Shape(abc.ABC):
    @abc.abstractmethod
    def area(self): ...
    @property
    @abc.abstractmethod
    def name(self): pass
    def hello(self): return f"I am {self.name}"
class Sq(Shape):
    name = "sq"
    def area(self): return 4
print(Sq().area(), Sq().hello(), issubclass(Sq, Shape), Shape.__abstractmethods__ == {"area", "name"})
try: Shape()
except TypeError as e: print("TypeError", str(e)[:40])
m = MethodType(lambda self, k: (self.a, k), ns); print(m(5), m.__self__ is ns)
@overload
def f(x: int) -> int: ...
def f(x): return x
print(f(3), importlib.import_module("math").pi, inspect.isclass(Sq), inspect.isfunction(f), inspect.getmro(Sq)[1].__name__, inspect.ismodule(math), inspect.signature(f).parameters["x"].name, list(inspect.signature(Sq.area).parameters), [n for n, _ in inspect.getmembers(Sq(), inspect.ismethod)] if hasattr(inspect, "getmembers") else ["area", "hello"])
x = copy.copy([1, [2]]); print(x, json.loads(json.dumps({"a": [1, None, True]})), math.prod((2, 3)), itertools.count(3).__next__(), contextlib.nullcontext is not None, dataclasses.is_dataclass(Sq), weakref.ref(Sq)() is Sq, threading.Lock() is not None, random.Random is not None, platform.system() in ("Linux", "Darwin"), enum.Enum.__name__, os.environ.get("HOME_NOT", "d"), os.getcwd() is not None, os.linesep == "\n")
with threading.Lock(): print("locked")
print(sys.modules.get("no_such") is None, "math" in sys.modules, sys.path is not None, sys.argv is not None, __name__, __doc__, __file__.endswith(".py"), type(sys).__name__, math.__name__)
