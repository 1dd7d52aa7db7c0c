# Annotations are kept as source text. Here the text is read back: names, attributes,
# subscripts, `|`, tuples, lists, and literals, which is all that a hint is made of.

import builtins
import sys

from ._forms import ForwardRef, Literal, Union

__module__ = 'typing'

_PUNCTUATION = '[](),|.'


def _tokens(text):
    tokens = []
    i = 0
    while i < len(text):
        char = text[i]
        end = i + 1
        if char.isspace():
            i = end
            continue
        if char in '\'"':
            end = text.find(char, end) + 1
            if end == 0:
                raise SyntaxError(f'unterminated string in annotation {text!r}')
        elif text[i:i + 3] == '...':
            end = i + 3
        elif char == '-' or char.isalnum() or char == '_':
            while end < len(text) and (text[end].isalnum() or text[end] == '_'):
                end += 1
        elif char not in _PUNCTUATION:
            raise SyntaxError(f'unexpected {char!r} in annotation {text!r}')
        tokens.append(text[i:end])
        i = end
    return tokens


class _Reader:
    """Recursive descent over the tokens of one annotation."""

    def __init__(self, text, namespace):
        self.tokens = _tokens(text) + ['']
        self.position = 0
        self.namespace = namespace

    def take(self, expected=None):
        token = self.tokens[self.position]
        if expected is not None and token != expected:
            raise SyntaxError(f'expected {expected!r}, found {token!r} in an annotation')
        self.position += 1
        return token

    def peek(self):
        return self.tokens[self.position]

    def union(self):
        value = self.primary()
        while self.peek() == '|':
            self.take()
            value = Union[value, self.primary()]
        return value

    def items(self, close):
        values = []
        while self.peek() != close:
            values.append(self.union())
            if self.peek() != close:
                self.take(',')
        self.take(close)
        return values

    def primary(self):
        value = self.atom()
        while self.peek() in ('.', '['):
            if self.take() == '.':
                value = getattr(value, self.take())
                continue
            literal = value is Literal
            start = self.position
            args = self.items(']')
            if literal:
                args = [_unquoted(arg) for arg in args]
            trailing = self.tokens[self.position - 2] == ',' and self.position - 2 > start
            value = value[args[0] if len(args) == 1 and not trailing else tuple(args)]
        return value

    def atom(self):
        token = self.take()
        if token == '(':
            values = self.items(')')
            return values[0] if len(values) == 1 else tuple(values)
        if token == '[':
            return self.items(']')
        if token == '...':
            return ...
        if token[:1] in ('"', "'"):
            return _Text(token[1:-1])
        if token.lstrip('-').isdigit():
            return int(token)
        return self.name(token)

    def name(self, token):
        if token in ('None', 'True', 'False'):
            return {'None': None, 'True': True, 'False': False}[token]
        for namespace in self.namespace:
            if token in namespace:
                return namespace[token]
        if hasattr(builtins, token):
            return getattr(builtins, token)
        raise NameError(f'name {token!r} is not defined')


class _Text(ForwardRef):
    """A string inside an annotation: a literal's value, or a reference."""


def _unquoted(value):
    return value.__forward_arg__ if isinstance(value, _Text) else value


def _evaluate(text, namespace):
    reader = _Reader(text, namespace)
    value = reader.union()
    reader.take('')
    if isinstance(value, ForwardRef):
        return _evaluate(value.__forward_arg__, namespace)
    return type(None) if value is None else value


def _module_namespace(obj):
    module = sys.modules.get(getattr(obj, '__module__', None))
    return {} if module is None else vars(module)


def get_type_hints(obj, globalns=None, localns=None, include_extras=False):
    extra = [space for space in (localns, globalns) if space is not None]
    hints = {}
    holders = reversed(obj.__mro__) if isinstance(obj, type) else [obj]
    for holder in holders:
        namespace = extra + [_module_namespace(holder)]
        if isinstance(obj, type):
            annotations = holder.__dict__.get('__annotations__', {})
        else:
            annotations = getattr(holder, '__annotations__', None) or {}
        for name, value in annotations.items():
            if isinstance(value, str):
                value = _evaluate(value, namespace)
            hints[name] = type(None) if value is None else value
    return hints
