"""Writing JSON."""
import _json

__module__ = 'json'


class JSONEncoder:
    def __init__(self, *, skipkeys=False, ensure_ascii=True, check_circular=True, allow_nan=True,
                 sort_keys=False, indent=None, separators=None, default=None):
        self.skipkeys, self.ensure_ascii, self.allow_nan = skipkeys, ensure_ascii, allow_nan
        self.sort_keys = sort_keys
        self.indent = ' ' * indent if isinstance(indent, int) and not isinstance(indent, bool) else indent
        if separators is None:
            separators = (', ', ': ') if indent is None else (',', ': ')
        self.item_separator, self.key_separator = separators
        if default is not None:
            self.default = default

    def default(self, o):
        raise TypeError(f'Object of type {o.__class__.__name__} is not JSON serializable')

    def encode(self, o):
        return self._value(o, 0)

    def _value(self, o, depth):
        if o is None or o is True or o is False:
            return {None: 'null', True: 'true', False: 'false'}[o]
        if isinstance(o, str):
            return _json.quote(o, self.ensure_ascii)
        if isinstance(o, int):
            return int.__repr__(o)
        if isinstance(o, float):
            return self._float(o)
        if isinstance(o, dict):
            return self._joined('{}', self._members(o, depth + 1), depth)
        if isinstance(o, (list, tuple)):
            return self._joined('[]', [self._value(item, depth + 1) for item in o], depth)
        return self._value(self.default(o), depth)

    def _float(self, number):
        text = float.__repr__(number)
        text = {'inf': 'Infinity', '-inf': '-Infinity', 'nan': 'NaN'}.get(text, text)
        if not self.allow_nan and text[-1] in 'yN':
            raise ValueError('Out of range float values are not JSON compliant')
        return text

    def _members(self, mapping, depth):
        out = []
        for key, value in sorted(mapping.items()) if self.sort_keys else mapping.items():
            if not isinstance(key, (str, int, float)) and key is not None:
                if self.skipkeys:
                    continue
                raise TypeError(f'keys must be str, int, float, bool or None, not {type(key).__name__}')
            name = key if isinstance(key, str) else self._value(key, 0)
            out.append(_json.quote(name, self.ensure_ascii) + self.key_separator + self._value(value, depth))
        return out

    def _joined(self, brackets, parts, depth):
        if not parts:
            return brackets
        if self.indent is None:
            return brackets[0] + self.item_separator.join(parts) + brackets[1]
        line = '\n' + self.indent * (depth + 1)
        return (brackets[0] + line + (self.item_separator + line).join(parts)
                + '\n' + self.indent * depth + brackets[1])
