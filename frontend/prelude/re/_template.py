"""What sub() puts in, and escape()."""
from ._error import error

__module__ = 're'

_LETTERS = {'n': '\n', 't': '\t', 'r': '\r', 'f': '\f', 'v': '\v', 'a': '\a', 'b': '\b', '\\': '\\'}
_SPECIAL = '()[]{}?*+-|^$\\.&~# \t\n\r\v\f'


def escape(pattern):
    if isinstance(pattern, bytes):
        return escape(pattern.decode('latin-1')).encode('latin-1')
    return ''.join('\\' + c if c in _SPECIAL else c for c in pattern)


def parse(template, pattern):
    """Text and group numbers, in order."""
    parts, text, i = [], '', 0
    while i < len(template):
        c = template[i]
        if c != '\\':
            text, i = text + c, i + 1
            continue
        if i + 1 >= len(template):
            raise error('bad escape (end of pattern)', template, i)
        c = template[i + 1]
        if c in '0123456789' and c != '0':
            end = i + 2
            if end < len(template) and template[end].isdigit():
                end += 1
            group, i = int(template[i + 1:end]), end
        elif c == 'g':
            group, i = _named(template, i, pattern)
        elif c in _LETTERS:
            text, i = text + _LETTERS[c], i + 2
            continue
        elif c.isalpha() and c.isascii():
            raise error(f'bad escape \\{c}', template, i)
        else:
            text, i = text + '\\' + c, i + 2
            continue
        if group > pattern.groups:
            raise error(f'invalid group reference {group}', template, i)
        parts += [text, group]
        text = ''
    return parts + [text]


def _named(template, i, pattern):
    end = template.find('>', i)
    if template[i + 2:i + 3] != '<' or end < 0:
        raise error('missing <', template, i + 2)
    name = template[i + 3:end]
    if name.isdigit():
        return int(name), end + 1
    if name not in pattern.groupindex:
        raise IndexError(f'unknown group name {name!r}')
    return pattern.groupindex[name], end + 1
