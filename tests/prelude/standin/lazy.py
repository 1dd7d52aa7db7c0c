"""Loads the prelude's torch into CPython with nnscan's lazy imports: a name that a file or class
body imports is resolved when it is first used."""
import ast
import builtins
import importlib
import importlib.abc
import importlib.util
import pathlib
import sys
import types

import native
import primitives

PRELUDE = pathlib.Path(__file__).resolve().parents[3] / 'frontend' / 'prelude'


class _Ref:
    def __init__(self, module, name):
        self.module, self.name = module, name

    def resolve(self):
        module = importlib.import_module(self.module)
        try:
            return getattr(module, self.name)
        except AttributeError:
            return importlib.import_module(self.module + '.' + self.name)


class _Namespace(dict):
    """A file's globals: lazy names, then star imports, then built-ins."""

    def __init__(self):
        super().__init__()
        self.refs, self.stars = {}, []

    def __missing__(self, name):
        if name in self.refs:
            self[name] = self.refs.pop(name).resolve()
            return self[name]
        for star in self.stars:
            module = importlib.import_module(star)
            try:
                return getattr(module, name)
            except AttributeError:
                pass
        raise KeyError(name)


class _LazyAttribute:
    """A class attribute that is loaded when it is first used."""

    def __init__(self, module, name):
        self.ref, self.value = _Ref(module, name), self

    def __get__(self, instance, owner):
        if self.value is self:
            self.value = self.ref.resolve()
        get = getattr(type(self.value), '__get__', None)
        return get(self.value, instance, owner) if get else self.value

    def __set__(self, instance, value):
        if self.value is self:
            self.value = self.ref.resolve()
        setter = getattr(type(self.value), '__set__', None)
        if setter:
            setter(self.value, instance, value)
        else:
            instance.__dict__[self.ref.name] = value


class _Module(types.ModuleType):
    def __getattr__(self, name):
        space = self.__dict__.get('_space', {})
        try:
            return space[name]
        except KeyError:
            pass
        if '__getattr__' in space and not name.startswith('__'):
            return space['__getattr__'](name)
        raise AttributeError(f'module {self.__name__!r} has no attribute {name!r}')


class _Rewrite(ast.NodeTransformer):
    """from .x import a -> __lazy__(…) at the top of a file; a = __lazy_attribute__(…) in a class."""

    def visit_FunctionDef(self, node):
        return node

    def visit_ClassDef(self, node):
        body = []
        for child in node.body:
            if isinstance(child, ast.ImportFrom):
                body += [ast.copy_location(ast.parse(
                    f'{n.asname or n.name} = __lazy_attribute__({child.level}, {child.module!r}, '
                    f'{n.name!r})').body[0], child) for n in child.names]
            else:
                body.append(child)
        node.body = body
        # A class body sees a file's names without __missing__: those it uses are loaded before.
        used = sorted(_names_of_class(node))
        force = ast.parse(f'__force__({used!r})').body[0]
        return [ast.copy_location(force, node), node]

    def visit_ImportFrom(self, node):
        if node.level == 0 and node.module != 'torch':
            return node
        return [ast.copy_location(ast.parse(
            f'__lazy__({node.level}, {node.module!r}, {n.name!r}, {n.asname or n.name!r})'
        ).body[0], node) for n in node.names]


def _names_of_class(node):
    """Names that a class body reads when it runs: not those inside of its functions."""
    found, todo = set(), list(node.body)
    while todo:
        child = todo.pop()
        if isinstance(child, (ast.FunctionDef, ast.Lambda)):
            todo += getattr(child, 'decorator_list', []) + child.args.defaults
            todo += [d for d in child.args.kw_defaults if d is not None]
            continue
        if isinstance(child, ast.Name):
            found.add(child.id)
        todo += list(ast.iter_child_nodes(child))
    return found


class _Loader(importlib.abc.Loader):
    def __init__(self, path, package_file):
        self.path, self.package_file = path, package_file

    def create_module(self, spec):
        return _Module(spec.name)

    def exec_module(self, module):
        space = _Namespace()
        module.__dict__['_space'] = space
        package = module.__name__ if self.package_file else module.__name__.rpartition('.')[0]

        def absolute(level, name):
            base = package.split('.')
            base = base[:len(base) - level + 1]
            return '.'.join(base + ([name] if name else [])) if level else name

        def lazy(level, name, attribute, bound):
            if attribute == '*':
                space.stars.append(absolute(level, name))
            else:
                space.refs[bound] = _Ref(absolute(level, name), attribute)

        def force(names):
            for name in names:
                if name in space.refs:
                    space[name]

        space.update(
            __force__=force,
            __name__=module.__name__, __package__=package, __builtins__=_builtins(), __lazy__=lazy,
            __lazy_attribute__=lambda level, name, attribute: _LazyAttribute(
                absolute(level, name), attribute), __file__=str(self.path))
        tree = ast.fix_missing_locations(_Rewrite().visit(ast.parse(self.path.read_text())))
        exec(compile(tree, str(self.path), 'exec'), space)


def _builtins():
    made = types.ModuleType('builtins')
    made.__dict__.update(builtins.__dict__)
    made.max, made.min = native.symbolic_max, native.symbolic_min
    return made.__dict__


class _Finder(importlib.abc.MetaPathFinder):
    def find_spec(self, name, path=None, target=None):
        if name not in ('torch', 'onnx_compat') and not name.startswith('torch.'):
            return None
        place = PRELUDE.joinpath(*name.split('.'))
        if (place / '__init__.py').exists():
            spec = importlib.util.spec_from_loader(
                name, _Loader(place / '__init__.py', True), is_package=True)
            spec.submodule_search_locations = [str(place)]
            return spec
        if place.with_suffix('.py').exists():
            return importlib.util.spec_from_loader(name, _Loader(place.with_suffix('.py'), False))
        return None


def install():
    """Makes `import torch`, `import onnx` and `import _native` give the prelude's."""
    sys.modules['_native'] = native
    sys.modules['onnx'] = primitives.make_module((PRELUDE / 'onnx.py').read_text())
    sys.meta_path.insert(0, _Finder())
    import torch
    return torch
