"""urllib.parse, as weights' and configurations' addresses are taken apart."""
from urllib import parse
from urllib.parse import quote, unquote, urlparse, urlsplit

for url in ('https://a.b:80/c/d.pth?x=1&y=2#z', 'c/d;e?f', '//host/p', 'mailto:x', 'rtsp://u@H:1/',
            'C:\\weights', 'http://[::1]:8080/x', '', 'a:b', '1a:b', 'x#y?z'):
    split, parsed = urlsplit(url), urlparse(url)
    print(tuple(split), split.hostname, split.port if url != 'a:b' else '', tuple(parsed))
    print(split.geturl(), parsed.geturl(), parsed.path, parsed.scheme)
print(quote('a b/ü&=+~'), quote('a/b', safe=''), parse.quote_plus('a b+c'), parse.unquote_plus('a+b%2Bc'))
print(unquote('a%20b%C3%BC%zz%2'), unquote('https%3A//x'), unquote('100%'))
print(parse.urlunsplit(('s', 'h', 'p', 'q', 'f')), parse.urlunparse(('', 'h', '/p', 'a', '', '')))
