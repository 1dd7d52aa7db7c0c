import abc
import contextlib
import copy
import dataclasses
import enum
import importlib
import inspect
import itertools
import json
import math
import os
import platform
import random
import sys
import threading
import weakref
from types import MethodType, SimpleNamespace
from typing import overload

ns = SimpleNamespace(a=1)
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
