"""Digests: SHA-256 and MD5."""
import _hashlib
import _python


class _Digest:
    def __init__(self, name, function, size, data=b''):
        self.name, self._function, self.digest_size, self.block_size = name, function, size, 64
        self._data = b''
        self.update(data)

    def update(self, data):
        if not isinstance(data, bytes):
            raise TypeError('Strings must be encoded before hashing')
        self._data += data

    def digest(self):
        return self._function(self._data)

    def hexdigest(self):
        return self.digest().hex()

    def copy(self):
        return _Digest(self.name, self._function, self.digest_size, self._data)


def sha256(string=b'', *, usedforsecurity=True):
    return _Digest('sha256', _hashlib.sha256, 32, string)


def md5(string=b'', *, usedforsecurity=True):
    return _Digest('md5', _hashlib.md5, 16, string)


def _refused(name):
    return _python.refuse(f'`hashlib.{name}` is not supported')


def sha1(string=b'', *, usedforsecurity=True): return _refused('sha1')
def sha512(string=b'', *, usedforsecurity=True): return _refused('sha512')
def blake2b(data=b'', **options): return _refused('blake2b')


def new(name, data=b'', **options):
    made = {'sha256': sha256, 'md5': md5}.get(name.lower().replace('-', ''))
    return made(data) if made else _refused(name)
