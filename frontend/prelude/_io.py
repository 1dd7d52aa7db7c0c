"""open(): files below the folder of the source, for reading."""
import _files
import _python
from os import fspath

__module__ = 'io'


def open(file, mode='r', buffering=-1, encoding=None, errors=None, newline=None, closefd=True, opener=None):
    if set(mode) - set('rbtU'):
        return _python.refuse(f'a file is opened with mode {mode!r}: the analysis writes no files')
    if isinstance(file, int):
        return _python.refuse('`open` of a file descriptor is not supported')
    path = fspath(file)
    data = _files.read(path)
    if 'b' in mode:
        return BytesIO(data, path)
    if encoding is not None and encoding.lower().replace('_', '-') not in ('utf-8', 'utf8', 'ascii', 'utf-8-sig'):
        return _python.refuse(f'files in the encoding {encoding!r} are not supported')
    text = data.decode()
    if newline is None:
        text = text.replace('\r\n', '\n').replace('\r', '\n')
    return StringIO(text, path=path)


class _Stream:
    """A text or bytes, and how far it has been read."""

    def __init__(self, data, path=None):
        self._data, self._at, self.closed = data, 0, False
        if path is not None:
            self.name = path

    def _open(self):
        if self.closed:
            raise ValueError('I/O operation on closed file.')

    def read(self, size=-1):
        self._open()
        start = self._at
        end = len(self._data) if size is None or size < 0 else min(start + size, len(self._data))
        self._at = max(start, end)
        return self._data[start:end]

    def readline(self, size=-1):
        self._open()
        end = self._data.find(self._break, self._at)
        return self.read(-1 if end < 0 else end + 1 - self._at)

    def readlines(self, hint=-1):
        self._open()
        rest = self.read()
        return rest.splitlines(True)

    def __iter__(self):
        self._open()
        return self

    def __next__(self):
        line = self.readline()
        if not line:
            raise StopIteration
        return line

    def getvalue(self):
        self._open()
        return self._data

    def write(self, data):
        self._open()
        self._data = self._data[:self._at] + data + self._data[self._at + len(data):]
        self._at += len(data)
        return len(data)

    def seek(self, offset, whence=0):
        self._open()
        self._at = offset + (0, self._at, len(self._data))[whence]
        return self._at

    def tell(self):
        self._open()
        return self._at

    def flush(self):
        pass

    def readable(self):
        return True

    def close(self):
        self.closed = True

    def __enter__(self):
        self._open()
        return self

    def __exit__(self, *exception):
        self.close()


class StringIO(_Stream):
    _break = '\n'

    def __init__(self, initial_value='', newline='\n', *, path=None):
        super().__init__(initial_value or '', path)

    def readlines(self, hint=-1):
        rest = self.read()
        lines = rest.split('\n')
        return [line + '\n' for line in lines[:-1]] + ([lines[-1]] if lines[-1] else [])


class BytesIO(_Stream):
    _break = b'\n'

    def __init__(self, initial_bytes=b'', path=None):
        super().__init__(initial_bytes, path)
