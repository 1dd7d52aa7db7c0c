"""YAML, as far as reading configuration goes."""
import _python
import _yaml


class YAMLError(Exception):
    pass


class MarkedYAMLError(YAMLError):
    pass


class BaseLoader: pass
class SafeLoader(BaseLoader): pass
class FullLoader(BaseLoader): pass
class Loader(BaseLoader): pass
class CSafeLoader(SafeLoader): pass
class CLoader(Loader): pass


def safe_load(stream):
    text = stream.read() if hasattr(stream, 'read') else stream
    if isinstance(text, bytes):
        text = text.decode()
    value, message, line = _yaml.load(text)
    if message is not None:
        raise MarkedYAMLError(f'{message}, line {line}')
    return value


def load(stream, Loader):
    if Loader not in (SafeLoader, FullLoader, CSafeLoader):
        return _python.refuse(f'`yaml.load` with `{Loader.__name__}` may build any object',
                              'use `yaml.safe_load`')
    return safe_load(stream)


def full_load(stream):
    return safe_load(stream)


def dump(data, stream=None, **options):
    return _python.refuse('`yaml.dump` is not supported')


safe_dump = dump
