"""einsum whose axes have names of any length: einsum(q, k, 'b h i d, b h j d -> b h i j')."""
from ._errors import EinopsError
from ._pattern import ELLIPSIS

__module__ = 'einops'

_LETTERS = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ'


def einsum(*tensors_and_pattern):
    if len(tensors_and_pattern) < 2:
        raise ValueError('`einops.einsum` takes at least two arguments: the tensors, and the '
                         'pattern.')
    pattern = tensors_and_pattern[-1]
    tensors = tensors_and_pattern[:-1]
    if not isinstance(pattern, str):
        raise ValueError('The last argument passed to `einops.einsum` must be a string')
    import torch
    return torch.einsum(_compact(pattern, len(tensors)), *tensors)


def _compact(pattern, count):
    """The equation with one letter for each name."""
    sides = pattern.split('->')
    if len(sides) != 2:
        raise ValueError(f'Einsum pattern must contain "->": {pattern}')
    inputs = sides[0].split(',')
    if len(inputs) != count:
        raise ValueError(f'Number of tensors ({count}) does not match the pattern: {pattern}')
    letters = {}
    compact = [_letters(side, letters, pattern) for side in inputs]
    return ','.join(compact) + '->' + _letters(sides[1], letters, pattern)


def _letters(side, letters, pattern):
    if '(' in side or ')' in side:
        raise NotImplementedError(f'Shape rearrangement is not yet supported in einsum: {pattern}')
    text = ''
    for token in side.replace(ELLIPSIS, f' {ELLIPSIS} ').split():
        if token == ELLIPSIS:
            text += token
            continue
        if not token.isidentifier():
            raise NotImplementedError(f'Singleton () axes are not yet supported in einsum: '
                                      f'{pattern}')
        if token not in letters:
            if len(letters) == len(_LETTERS):
                raise EinopsError(f'Too many axes in einsum: {pattern}')
            letters[token] = _LETTERS[len(letters)]
        text += letters[token]
    return text
