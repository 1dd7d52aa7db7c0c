"""Which rows of tests/python/constructs.txt a program exercises, by CPython's own ast.

A row is recognised in the syntax tree and nowhere else: no program claims what it covers. Names of
modules are followed through the imports, so that `from math import sqrt` counts as `math.sqrt`.
"""
from __future__ import annotations

import ast
import dataclasses
import pathlib
from collections.abc import Callable, Iterator

SHORT = {"numpy": "np", "torch": "torch"}  # how the table spells a module


@dataclasses.dataclass(frozen=True)
class Row:
    kind: str
    common: str  # "25" repositories, or "41.5%" of the models
    name: str

    @property
    def repositories(self) -> int:
        """A share of the models stands for more repositories than any threshold."""
        return 77 if self.common.endswith("%") else int(self.common)


def read_rows(path: pathlib.Path) -> list[Row]:
    lines = (line for line in path.read_text().splitlines() if line and not line.startswith("#"))
    return [Row(*line.split(None, 2)) for line in lines]


class Program:
    """A syntax tree, and what its names mean."""

    def __init__(self, path: pathlib.Path):
        self.tree = ast.parse(path.read_text())
        self.nodes = list(ast.walk(self.tree))
        self.imported = dict(self._imports())
        self.in_function = set()
        self.methods = set()
        for node in self.nodes:
            if isinstance(node, FUNCTIONS):
                self.in_function.update(child for part in node.body for child in ast.walk(part))
            if isinstance(node, ast.ClassDef):
                self.methods.update(part for part in node.body if isinstance(part, FUNCTIONS))

    def _imports(self) -> Iterator[tuple[str, str]]:
        for node in self.nodes:
            if isinstance(node, ast.Import):
                for name in node.names:
                    yield name.asname or name.name.split(".")[0], name.name if name.asname else name.name.split(".")[0]
            elif isinstance(node, ast.ImportFrom):
                for name in node.names:
                    yield name.asname or name.name, f"{node.module}.{name.name}"

    def dotted(self, node: ast.AST) -> str:
        """`np.prod` for an expression that names it through the imports, else ''."""
        parts = []
        while isinstance(node, ast.Attribute):
            parts.append(node.attr)
            node = node.value
        if not isinstance(node, ast.Name) or node.id not in self.imported:
            return ""
        module, *rest = self.imported[node.id].split(".")
        return ".".join([SHORT.get(module, module), *rest, *reversed(parts)])

    def any(self, kind, holds: Callable = lambda node: True) -> bool:
        return any(isinstance(node, kind) and holds(node) for node in self.nodes)

    def calls(self, name: str) -> bool:
        return self.any(ast.Call, lambda c: self.dotted(c.func) == name)

    def calls_builtin(self, name: str) -> bool:
        return self.any(ast.Name, lambda n: n.id == name and isinstance(n.ctx, ast.Load)
                        and name not in self.imported)

    def calls_method(self, name: str) -> bool:
        return self.any(ast.Call, lambda c: isinstance(c.func, ast.Attribute) and c.func.attr == name)

    @property
    def top(self) -> list[ast.stmt]:
        return self.tree.body


FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef)
CONTAINERS = (ast.List, ast.Dict, ast.Set, ast.Tuple)


def binary(op) -> Callable[[Program], bool]:
    return lambda p: p.any(ast.BinOp, lambda n: isinstance(n.op, op))


def augmented(op) -> Callable[[Program], bool]:
    return lambda p: p.any(ast.AugAssign, lambda n: isinstance(n.op, op))


def unary(op) -> Callable[[Program], bool]:
    return lambda p: p.any(ast.UnaryOp, lambda n: isinstance(n.op, op))


def compared(op) -> Callable[[Program], bool]:
    return lambda p: p.any(ast.Compare, lambda n: any(isinstance(o, op) for o in n.ops))


def logical(op) -> Callable[[Program], bool]:
    return lambda p: p.any(ast.BoolOp, lambda n: isinstance(n.op, op))


def present(*kinds) -> Callable[[Program], bool]:
    return lambda p: p.any(kinds)


def with_defaults(holds: Callable[[ast.expr], bool]) -> Callable[[Program], bool]:
    def check(p: Program) -> bool:
        arguments = (n.args for n in p.nodes if isinstance(n, (*FUNCTIONS, ast.Lambda)))
        return any(holds(d) for a in arguments for d in [*a.defaults, *a.kw_defaults] if d)
    return check


def called_builtin(name: str, holds: Callable[[ast.Call], bool]) -> Callable[[Program], bool]:
    return lambda p: p.any(ast.Call, lambda c: isinstance(c.func, ast.Name) and c.func.id == name and holds(c))


def is_shape(node: ast.expr) -> bool:
    """`x.shape` or `x.size()`."""
    if isinstance(node, ast.Call):
        return isinstance(node.func, ast.Attribute) and node.func.attr == "size"
    return isinstance(node, ast.Attribute) and node.attr == "shape"


def unpacks(holds: Callable[[ast.Assign], bool]) -> Callable[[Program], bool]:
    return lambda p: p.any(ast.Assign, lambda n: isinstance(n.targets[0], ast.Tuple) and holds(n))


def targets(p: Program, kind, context) -> bool:
    return p.any(kind, lambda n: isinstance(n.ctx, context))


CONSTRUCTS: dict[str, Callable[[Program], bool]] = {
    "attribute assignment": lambda p: targets(p, ast.Attribute, ast.Store),
    "subscript assignment": lambda p: targets(p, ast.Subscript, ast.Store),
    "annotated assignment": present(ast.AnnAssign),
    "return": present(ast.Return), "if": present(ast.If), "for": present(ast.For),
    "while": present(ast.While), "with": present(ast.With), "raise": present(ast.Raise),
    "assert": present(ast.Assert), "del": present(ast.Delete), "continue": present(ast.Continue),
    "try/except": present(ast.Try), "lambda": present(ast.Lambda), "ternary": present(ast.IfExp),
    "f-string": present(ast.JoinedStr), "tuple literal": present(ast.Tuple),
    "list literal": present(ast.List), "dict literal": present(ast.Dict),
    "set literal": present(ast.Set), "list comprehension": present(ast.ListComp),
    "dict comprehension": present(ast.DictComp), "generator expression": present(ast.GeneratorExp),
    "binop +": binary(ast.Add), "binop -": binary(ast.Sub), "binop *": binary(ast.Mult),
    "binop /": binary(ast.Div), "binop //": binary(ast.FloorDiv), "binop **": binary(ast.Pow),
    "binop %": binary(ast.Mod), "binop @": binary(ast.MatMult), "binop &": binary(ast.BitAnd),
    "binop |": binary(ast.BitOr), "binop ^": binary(ast.BitXor),
    "augassign +=": augmented(ast.Add), "augassign -=": augmented(ast.Sub),
    "augassign *=": augmented(ast.Mult), "augassign /=": augmented(ast.Div),
    "unary neg": unary(ast.USub), "unary not": unary(ast.Not), "unary ~": unary(ast.Invert),
    "cmp ==": compared(ast.Eq), "cmp !=": compared(ast.NotEq), "cmp <": compared(ast.Lt),
    "cmp <=": compared(ast.LtE), "cmp >": compared(ast.Gt), "cmp >=": compared(ast.GtE),
    "cmp is": compared(ast.Is), "cmp is not": compared(ast.IsNot), "cmp in": compared(ast.In),
    "cmp not in": compared(ast.NotIn), "bool and": logical(ast.And), "bool or": logical(ast.Or),
    "chained comparison": lambda p: p.any(ast.Compare, lambda n: len(n.ops) > 1),
    "chained assignment a=b=c": lambda p: p.any(ast.Assign, lambda n: len(n.targets) > 1),
    "tuple unpack": unpacks(lambda n: True),
    "tuple swap/parallel assign": unpacks(lambda n: isinstance(n.value, ast.Tuple)),
    "unpack x.shape / x.size()": unpacks(lambda n: is_shape(n.value)),
    "unpack x.shape[slice]": unpacks(lambda n: isinstance(n.value, ast.Subscript) and is_shape(n.value.value)),
    "slice a:b": lambda p: p.any(ast.Slice, lambda n: n.step is None),
    "slice a:b:c": lambda p: p.any(ast.Slice, lambda n: n.step is not None),
    "negative index": lambda p: p.any(ast.Subscript, lambda n: isinstance(n.slice, ast.UnaryOp)),
    "str-key subscript": lambda p: p.any(ast.Subscript, lambda n: isinstance(n.slice, ast.Constant)
                                         and isinstance(n.slice.value, str)),
    "param annotation": lambda p: p.any(ast.arg, lambda n: n.annotation is not None),
    "return annotation": lambda p: p.any(FUNCTIONS, lambda n: n.returns is not None),
    "keyword-only param": lambda p: p.any(ast.arguments, lambda n: bool(n.kwonlyargs)),
    "*args param": lambda p: p.any(ast.arguments, lambda n: n.vararg is not None),
    "**kwargs param": lambda p: p.any(ast.arguments, lambda n: n.kwarg is not None),
    "star-call f(*x)": lambda p: p.any(ast.Call, lambda n: any(isinstance(a, ast.Starred) for a in n.args)),
    "dstar-call f(**d)": lambda p: p.any(ast.Call, lambda n: any(k.arg is None for k in n.keywords)),
    "dict ** literal": lambda p: p.any(ast.Dict, lambda n: None in n.keys),
    "star in list/tuple literal": lambda p: p.any((ast.List, ast.Tuple), lambda n: isinstance(n.ctx, ast.Load)
                                                  and any(isinstance(e, ast.Starred) for e in n.elts)),
    "container default arg": with_defaults(lambda d: isinstance(d, CONTAINERS)),
    "expression default arg (class/func/attr)": with_defaults(lambda d: isinstance(d, (ast.Name, ast.Attribute, ast.Call))),
    "nested def": lambda p: p.any(FUNCTIONS, lambda n: n in p.in_function),
    "decorator on method/function": lambda p: p.any(FUNCTIONS, lambda n: bool(n.decorator_list)),
    "import inside function": lambda p: p.any((ast.Import, ast.ImportFrom), lambda n: n in p.in_function),
    "list/tuple + or *": lambda p: p.any(ast.BinOp, lambda n: isinstance(n.op, (ast.Add, ast.Mult)) and any(
        isinstance(side, (ast.List, ast.Tuple)) for side in (n.left, n.right))),
    "percent string format": lambda p: p.any(ast.BinOp, lambda n: isinstance(n.op, ast.Mod) and isinstance(
        n.left, ast.Constant) and isinstance(n.left.value, str)),
    "str.format": lambda p: p.calls_method("format"),
    "super()": called_builtin("super", lambda c: not c.args),
    "super(C, self)": called_builtin("super", lambda c: len(c.args) == 2),
    "getattr const": called_builtin("getattr", lambda c: isinstance(c.args[1], ast.Constant)),
    "getattr dynamic name": called_builtin("getattr", lambda c: not isinstance(c.args[1], ast.Constant)),
    "setattr": lambda p: p.calls_builtin("setattr"),
    "Base.__init__(self)": lambda p: p.any(ast.Call, lambda c: isinstance(c.func, ast.Attribute)
                                           and c.func.attr == "__init__" and not isinstance(c.func.value, ast.Call)),
}


def decorators(p: Program, kind) -> Iterator[ast.expr]:
    for node in p.nodes:
        if isinstance(node, kind):
            yield from node.decorator_list


def decorated(p: Program, name: str) -> bool:
    called = name.endswith("()")
    for d in decorators(p, FUNCTIONS):
        target = d.func if called and isinstance(d, ast.Call) else None if called else d
        if target is not None and ast.unparse(target).split(".")[-1] == name.removesuffix("()"):
            return True
    return False


def class_decorated(p: Program, name: str) -> bool:
    """`MODELS.register_module()` stands for a registry of any name with that method."""
    method = "." in name
    for d in decorators(p, ast.ClassDef):
        target = d.func if isinstance(d, ast.Call) == name.endswith("()") and isinstance(d, ast.Call) else d
        if isinstance(d, ast.Call) != name.endswith("()"):
            continue
        if method and isinstance(target, ast.Attribute) and target.attr == name.removesuffix("()").split(".")[1]:
            return True
        if not method and isinstance(target, ast.Name):
            return True
    return False


def assigned(holds: Callable[[Program, ast.expr], bool]) -> Callable[[Program], bool]:
    return lambda p: any(isinstance(s, ast.Assign) and isinstance(s.targets[0], ast.Name) and holds(p, s.value)
                         for s in p.top)


def top_level(kind, holds: Callable = lambda p, s: True) -> Callable[[Program], bool]:
    return lambda p: any(isinstance(s, kind) and holds(p, s) for s in p.top)


def test_text(s: ast.stmt) -> str:
    return ast.unparse(s.test) if isinstance(s, ast.If) else ""


def bare_call(s: ast.stmt) -> str:
    return ast.unparse(s.value.func) if isinstance(s, ast.Expr) and isinstance(s.value, ast.Call) else ""


def class_bases(p: Program) -> set[str]:
    return {ast.unparse(b).split(".")[-1] for n in p.nodes if isinstance(n, ast.ClassDef) for b in n.bases}


MODULE: dict[str, Callable[[Program], bool]] = {
    "import": top_level(ast.Import), "from import": top_level(ast.ImportFrom),
    "relative import": top_level(ast.ImportFrom, lambda p, s: s.level > 0),
    "from __future__": top_level(ast.ImportFrom, lambda p, s: s.module == "__future__"),
    "__all__": lambda p: any(isinstance(s, ast.Assign) and ast.unparse(s.targets[0]) == "__all__" for s in p.top),
    "logger = ...": assigned(lambda p, v: isinstance(v, ast.Call) and p.dotted(v.func) == "logging.getLogger"),
    "dataclass": lambda p: any("dataclass" in ast.unparse(d) for d in decorators(p, ast.ClassDef)),
    "X = call(...)": assigned(lambda p, v: isinstance(v, ast.Call)),
    "if __name__ == main": top_level(ast.If, lambda p, s: test_text(s) == "__name__ == '__main__'"),
    "decorated function": top_level(FUNCTIONS, lambda p, s: bool(s.decorator_list)),
    "dict table": assigned(lambda p, v: isinstance(v, ast.Dict)),
    "list/tuple table": assigned(lambda p, v: isinstance(v, (ast.List, ast.Tuple))),
    "constant": assigned(lambda p, v: isinstance(v, ast.Constant)),
    "alias X = mod.Y": assigned(lambda p, v: isinstance(v, ast.Attribute)),
    "if <is_x_available()>": top_level(ast.If, lambda p, s: isinstance(s.test, ast.Call)
                                       and test_text(s).endswith("_available()")),
    "if other": top_level(ast.If, lambda p, s: "__name__" not in test_text(s)),
    "try/except import": top_level(ast.Try, lambda p, s: any(isinstance(b, (ast.Import, ast.ImportFrom)) for b in s.body)),
    "type alias / subscript": assigned(lambda p, v: isinstance(v, ast.Subscript)),
    "for loop": top_level(ast.For),
    "Enum class": lambda p: bool(class_bases(p) & {"Enum", "IntEnum", "StrEnum", "Flag"}),
    "ABC/metaclass": lambda p: "ABC" in class_bases(p) or p.any(ast.ClassDef, lambda n: bool(n.keywords)),
    "autograd.Function class": lambda p: "Function" in class_bases(p),
    "other assign": assigned(lambda p, v: isinstance(v, (ast.BinOp, ast.ListComp, ast.DictComp, ast.Lambda))),
    "X = a if c else b": assigned(lambda p, v: isinstance(v, ast.IfExp)),
    "namedtuple(...)": assigned(lambda p, v: isinstance(v, ast.Call) and p.dotted(v.func).endswith("amedtuple")),
    "partial(...)": assigned(lambda p, v: isinstance(v, ast.Call) and p.dotted(v.func) == "functools.partial"),
    "bare call print": top_level(ast.Expr, lambda p, s: bare_call(s) == "print"),
    "bare call parser.add_argument": top_level(ast.Expr, lambda p, s: bare_call(s) == "parser.add_argument"),
    "bare call sys.path.append": top_level(ast.Expr, lambda p, s: bare_call(s) == "sys.path.append"),
    "top-level attribute/subscript assignment": top_level(
        ast.Assign, lambda p, s: isinstance(s.targets[0], (ast.Attribute, ast.Subscript))),
}


def exercises(p: Program, row: Row) -> bool:
    if row.kind == "call":
        return p.calls(row.name)
    if row.kind == "method":
        return p.calls_method(row.name)
    if row.kind == "decorator":
        return decorated(p, row.name)
    if row.kind == "class-decorator":
        return class_decorated(p, row.name)
    if row.kind == "module":
        return MODULE[row.name](p)
    if row.name in CONSTRUCTS:
        return CONSTRUCTS[row.name](p)
    kind, _, name = row.name.partition(" ")
    if kind == "builtin":
        return p.calls_builtin(name)
    if row.name.startswith("Module."):
        return p.calls_method(row.name.removeprefix("Module."))
    raise KeyError(f"no rule recognises the row `{row.kind} {row.name}`")
