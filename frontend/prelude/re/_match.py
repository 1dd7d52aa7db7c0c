"""What a regular expression matched."""
__module__ = 're'


class Match:
    def __init__(self, pattern, string, slots, pos, endpos):
        self.re, self.string, self._slots = pattern, string, slots
        self.pos, self.endpos = pos, min(endpos, len(string))

    def _number(self, group):
        if isinstance(group, str):
            if group in self.re.groupindex:
                return self.re.groupindex[group]
        elif 0 <= group <= self.re.groups:
            return group
        raise IndexError('no such group')

    def span(self, group=0):
        number = self._number(group)
        return self._slots[2 * number], self._slots[2 * number + 1]

    def start(self, group=0):
        return self.span(group)[0]

    def end(self, group=0):
        return self.span(group)[1]

    def __getitem__(self, group):
        start, end = self.span(group)
        return self.string[start:end] if end >= 0 else None

    def group(self, *groups):
        if len(groups) > 1:
            return tuple([self[group] for group in groups])
        return self[groups[0] if groups else 0]

    def groups(self, default=None):
        found = [self[i] for i in range(1, self.re.groups + 1)]
        return tuple([default if text is None else text for text in found])

    def groupdict(self, default=None):
        return {name: default if self[name] is None else self[name] for name in self.re.groupindex}

    def expand(self, template):
        from ._template import parse
        return ''.join((self[part] or '') if i % 2 else part for i, part in enumerate(parse(template, self.re)))

    @property
    def lastindex(self):
        """The group that was closed last."""
        return self._slots[-1] if self._slots[-1] >= 0 else None

    @property
    def lastgroup(self):
        return {number: name for name, number in self.re.groupindex.items()}.get(self.lastindex)

    def __repr__(self):
        return f'<re.Match object; span={self.span()}, match={self[0]!r}>'
