"""Shell patterns, as regular expressions."""
import re

__module__ = 'fnmatch'


def translate(pat):
    out, i = '', 0
    while i < len(pat):
        c = pat[i]
        i += 1
        if c == '*':
            out += '.*'
        elif c == '?':
            out += '.'
        elif c == '[':
            start = i + 1 if pat[i:i + 1] == '!' else i
            end = pat.find(']', start + 1)
            if end < 0:
                out += '\\['
                continue
            inside = pat[start:end].replace('\\', '\\\\')
            out += f'[^{inside}]' if start > i else f'[{inside}]'
            i = end + 1
        else:
            out += re.escape(c)
    return f'(?s:{out})\\Z'


def fnmatchcase(name, pat):
    return re.match(translate(pat), name) is not None


fnmatch = fnmatchcase


def filter(names, pat):
    return [name for name in names if fnmatchcase(name, pat)]
