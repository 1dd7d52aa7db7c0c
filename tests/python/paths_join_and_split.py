import os, os.path as osp, sys, math, string, textwrap, operator, json, logging, argparse, types, typing, collections.abc, abc, copy, functools, itertools, contextlib, warnings, inspect, importlib, pathlib, random, time, enum, dataclasses, numbers, weakref, threading, platform
from pathlib import Path
from types import SimpleNamespace, MethodType
from typing import Any, Callable, Dict, Generic, Iterable, List, Literal, Optional, Protocol, Sequence, Tuple, Type, TypeVar, Union, cast, overload, TYPE_CHECKING
if TYPE_CHECKING:
    from nowhere import Nothing
print(osp.join("a", "b", "/c", "d.txt"), osp.basename("/x/y.tar.gz"), osp.dirname("/x/y.py"), osp.splitext("a/b.tar.gz"), osp.split("/a/b"), osp.exists("no_such_file_here"), osp.isfile("no.py"), osp.isabs("/a"), osp.normpath("a/./b/../c"), osp.sep, os.sep, os.path.commonprefix(["abc", "abd"]))
p = Path("models") / "net" / "w.tar.gz"
print(p, p.name, p.stem, p.suffix, p.suffixes, p.parent, p.parts, p.with_suffix(".pt"), p.with_name("q"), str(p), p.as_posix(), Path("a", "b") == Path("a/b"), p.is_absolute(), Path("/a/b").relative_to("/a"), Path("x.py").exists(), sorted([Path("b"), Path("a")]), repr(Path("x")) in ("PosixPath('x')", "Path('x')"), f"{p!s:>5}", os.fspath(p), [str(q) for q in p.parents])
