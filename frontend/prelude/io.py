"""Streams in memory, and open()."""
from _io import BytesIO, StringIO, open


class IOBase: pass
class RawIOBase(IOBase): pass
class BufferedIOBase(IOBase): pass
class TextIOBase(IOBase): pass


TextIOWrapper = StringIO
BufferedReader = BytesIO
UnsupportedOperation = OSError
