s = 'Hello, World'
print(s.lower(), s.upper(), s.swapcase(), s.title(), s.replace('l', 'L', 2), s.find('o'),
      s.rfind('o'), s.find('z'))
print(s.split(', '), 'a b  c'.split(), 'a,b,c'.split(',', 1), 'a,b,c'.rsplit(',', 1),
      'x\ny\n'.splitlines())
print('-'.join(['a', 'b']), ' pad '.strip() + '|', 'xxaxx'.strip('x'), 'aab'.lstrip('a'),
      'baa'.rstrip('a'))
print(s.startswith('Hello'), s.endswith(('x', 'World')), 'abc'.isalpha(), '12'.isdigit(),
      'a1'.isalnum(), ' '.isspace())
print('a-b-c'.partition('-'), 'a-b-c'.rpartition('-'), 'ab'.center(6, '*'), 'ab'.ljust(4) + '|',
      'ab'.rjust(4), '7'.zfill(3))
print('abc'[1], 'abc' * 2, 'b' in 'abc', len('héllo'), 'abc'.count('b'),
      'aXbX'.index('X'))
print('layer1.0.conv1'.removeprefix('layer1.'), 'x.weight'.removesuffix('.weight'),
      'snake_case'.title().replace('_', ''))
print('tab\tquote\'"', repr('tab\t\'"\n\\'), r'raw\n', 'con' 'cat', '''triple
line''', '\x41\u00e9\N{BULLET}')
print('abc'.encode(), b'\xff\x00'.hex(), 'é'.encode('utf-8'), b'abc'.decode(),
      b'a' + b'b')
print('identifier'.isidentifier(), '1x'.isidentifier(), 'Ab'.islower(), 'AB'.isupper(),
      str.maketrans('a', 'b'), 'banana'.translate(str.maketrans('an', 'xy')))
