"""Literals from text. Trees of programs are not offered."""
import re

__module__ = 'ast'

_TEXT = re.compile(r'''[rRbBuU]*('(\\.|[^'\\])*'|"(\\.|[^"\\])*")''')
_NUMBER = re.compile(r'\b[0-9][0-9A-Za-z_.]*|\.[0-9]+')
# What is in no literal: calls, attributes, subscripts, operators but signs and sums, other words.
_OTHER = re.compile(r'[\w)\]}]\s*[(\[]|[.=<>!%&|^~@;*/]|\b(?!None\b|True\b|False\b)[A-Za-z_]')


def literal_eval(node_or_string):
    text = node_or_string
    if not isinstance(text, str):
        raise ValueError(f'malformed node or string: {text!r}')
    text = text.lstrip(' \t')
    if _OTHER.search(_NUMBER.sub('0', _TEXT.sub('0', text))):
        eval(f'lambda: ({text}\n)')  # a SyntaxError comes first
        raise ValueError(f'malformed node or string: {node_or_string!r}')
    try:
        return eval(text, {'__builtins__': {}}, {})
    except TypeError:
        raise ValueError(f'malformed node or string: {node_or_string!r}')
