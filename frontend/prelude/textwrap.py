# Indentation of text: https://docs.python.org/3/library/textwrap.html


def _margin(line):
    return line[:len(line) - len(line.lstrip(' \t'))]


def _common(left, right):
    length = 0
    while length < min(len(left), len(right)) and left[length] == right[length]:
        length += 1
    return left[:length]


def dedent(text):
    """Removes the indentation that all lines share; blank lines do not count."""
    lines = ['' if not line.strip(' \t') else line for line in text.split('\n')]
    margin = None
    for line in lines:
        if line:
            margin = _margin(line) if margin is None else _common(margin, _margin(line))
    return '\n'.join(line[len(margin or ''):] for line in lines)


def indent(text, prefix, predicate=None):
    wanted = (lambda line: line.strip()) if predicate is None else predicate
    return ''.join(prefix + line if wanted(line) else line for line in text.splitlines(True))
