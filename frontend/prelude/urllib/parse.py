"""Addresses taken apart, put together and quoted; of text, in UTF-8."""
from collections import namedtuple

__module__ = 'urllib.parse'

_SAFE = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_.-~'
_SCHEME = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789+-.'


class _Address:
    """What both forms of a taken apart address tell of its network location."""

    def _host_and_port(self):
        host = self.netloc.rpartition('@')[2]
        if host.startswith('['):
            host, _, port = host[1:].partition(']')
            return host, port.lstrip(':')
        host, _, port = host.partition(':')
        return host, port

    @property
    def hostname(self):
        return self._host_and_port()[0].lower() or None

    @property
    def port(self):
        port = self._host_and_port()[1]
        return int(port) if port else None


class SplitResult(namedtuple('SplitResult', ['scheme', 'netloc', 'path', 'query', 'fragment']),
                  _Address):
    def geturl(self):
        return urlunsplit(self)


class ParseResult(namedtuple('ParseResult',
                             ['scheme', 'netloc', 'path', 'params', 'query', 'fragment']),
                  _Address):
    def geturl(self):
        return urlunparse(self)


def urlsplit(url, scheme='', allow_fragments=True):
    head, colon, rest = url.partition(':')
    if colon and head and head[0].isalpha() and all(c in _SCHEME for c in head):
        scheme, url = head.lower(), rest
    netloc = query = fragment = ''
    if url.startswith('//'):
        end = min([place for place in (url.find(c, 2) for c in '/?#') if place >= 0] or [len(url)])
        netloc, url = url[2:end], url[end:]
    if allow_fragments:
        url, _, fragment = url.partition('#')
    url, _, query = url.partition('?')
    return SplitResult(scheme, netloc, url, query, fragment)


def urlparse(url, scheme='', allow_fragments=True):
    scheme, netloc, path, query, fragment = urlsplit(url, scheme, allow_fragments)
    folder, slash, last = path.rpartition('/')
    last, _, params = last.partition(';')
    return ParseResult(scheme, netloc, folder + slash + last, params, query, fragment)


def urlunsplit(parts):
    scheme, netloc, path, query, fragment = parts
    url = path
    if netloc:
        url = '//' + netloc + ('/' if path and not path.startswith('/') else '') + path
    return ((scheme + ':' if scheme else '') + url + ('?' + query if query else '')
            + ('#' + fragment if fragment else ''))


def urlunparse(parts):
    scheme, netloc, path, params, query, fragment = parts
    return urlunsplit((scheme, netloc, path + (';' + params if params else ''), query, fragment))


def quote(string, safe='/', encoding=None, errors=None):
    return ''.join(c if c in _SAFE or c in safe else
                   ''.join(f'%{byte:02X}' for byte in c.encode('utf-8')) for c in string)


def quote_plus(string, safe='', encoding=None, errors=None):
    return quote(string, safe + ' ').replace(' ', '+')


def unquote(string, encoding='utf-8', errors='replace'):
    found, open_bytes, i = [], [], 0

    def close():
        if open_bytes:
            found.append(bytes(open_bytes).decode('utf-8', 'replace'))
            open_bytes.clear()

    while i < len(string):
        digits = string[i + 1:i + 3]
        if string[i] == '%' and len(digits) == 2 and all(c in '0123456789abcdefABCDEF' for c in digits):
            open_bytes.append(int(digits, 16))
            i += 3
        else:
            close()
            found.append(string[i])
            i += 1
    close()
    return ''.join(found)


def unquote_plus(string, encoding='utf-8', errors='replace'):
    return unquote(string.replace('+', ' '))
