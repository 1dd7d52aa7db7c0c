"""JSON: reading is native, writing is here."""
import _json

from ._encoder import JSONEncoder
from .decoder import JSONDecodeError

__module__ = 'json'


def loads(s, *, cls=None, object_hook=None, parse_float=None, parse_int=None, parse_constant=None,
          object_pairs_hook=None):
    if cls or parse_float or parse_int or parse_constant:
        from _python import refuse
        return refuse('`json.loads` with a decoder of its own is not supported')
    if isinstance(s, bytes):
        s = s.decode()
    if not isinstance(s, str):
        raise TypeError(f'the JSON object must be str, bytes or bytearray, not {type(s).__name__}')
    value, message, at = _json.loads(s, object_hook, object_pairs_hook)
    if message is not None:
        raise JSONDecodeError(message, s, at)
    return value


def load(fp, **options):
    return loads(fp.read(), **options)


def dumps(obj, *, skipkeys=False, ensure_ascii=True, check_circular=True, allow_nan=True, cls=None,
          indent=None, separators=None, default=None, sort_keys=False):
    encoder = (cls or JSONEncoder)(skipkeys=skipkeys, ensure_ascii=ensure_ascii, allow_nan=allow_nan,
                                   indent=indent, separators=separators, default=default,
                                   sort_keys=sort_keys)
    return encoder.encode(obj)


def dump(obj, fp, **options):
    fp.write(dumps(obj, **options))
