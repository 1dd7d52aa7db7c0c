"""Patterns: 'b c (h p) 1 -> b h (c p)' becomes two lists of groups.

A group is a list of axes, empty for '1' and '()', or '...' where that stands alone. An axis is a
name, '...' within brackets, or a number with its place behind it ('2#5'), which is an axis of its
own.
"""
from ._errors import EinopsError

__module__ = 'einops'

ELLIPSIS = '...'


def is_number(axis):
    return axis[0] in '0123456789'


def number_of(axis):
    return int(axis.split('#')[0])


def flat(groups):
    axes = []
    for group in groups:
        axes.extend([group] if group == ELLIPSIS else group)
    return axes


def _axis(token, place, pattern):
    if token == ELLIPSIS:
        return token
    if is_number(token) and token.isdecimal() and int(token) > 0:
        return f'{token}#{place}'
    if not token.isidentifier() or token[0] == '_' or token[-1] == '_':
        raise EinopsError(f'Invalid axis identifier: {token} in "{pattern}"')
    return token


def _side(text, first_place, pattern):
    spaced = text.replace(ELLIPSIS, ' \u2026 ').replace('(', ' ( ').replace(')', ' ) ')
    if '.' in spaced:
        raise EinopsError(f'Expression may contain dots only inside ellipsis (...): "{pattern}"')
    groups, inner = [], None
    for token in spaced.split():
        if token == '(' and inner is None:
            inner = []
        elif token == ')' and inner is not None:
            groups.append(inner)
            inner = None
        elif token in '()':
            raise EinopsError(f'Brackets are not balanced, or nested: "{pattern}"')
        else:
            place = first_place + len(groups) + len(inner or [])
            axis = _axis(token.replace('\u2026', ELLIPSIS), place, pattern)
            axes = [] if token == '1' else [axis]
            if inner is not None:
                inner.extend(axes)
            else:
                groups.append(axis if axis == ELLIPSIS else axes)
    if inner is not None:
        raise EinopsError(f'Brackets are not balanced, or nested: "{pattern}"')
    _refuse_repeated(flat(groups), pattern)
    return groups


def _refuse_repeated(axes, pattern):
    for axis in axes:
        if not is_number(axis) and axes.count(axis) > 1:
            raise EinopsError(f'Indexing expression contains duplicate dimension "{axis}": '
                              f'"{pattern}"')


def parse(pattern):
    """The groups of the left and of the right side."""
    left, right = pattern.split('->')
    left = _side(left, 0, pattern)
    right = _side(right, 1000, pattern)
    for group in left:
        if group != ELLIPSIS and ELLIPSIS in group:
            raise EinopsError(f'Ellipsis inside parenthesis in the left side is not allowed: '
                              f'"{pattern}"')
    if ELLIPSIS in flat(right) and ELLIPSIS not in left:
        raise EinopsError(f'Ellipsis found in right side, but not left side of a pattern '
                          f'"{pattern}"')
    return left, right


def expanded(groups, names):
    """`groups` with the axes `names` in the place of '...'."""
    replaced = []
    for group in groups:
        if group == ELLIPSIS:
            replaced.extend([[name] for name in names])
        else:
            axes = []
            for axis in group:
                axes.extend(names if axis == ELLIPSIS else [axis])
            replaced.append(axes)
    return replaced
