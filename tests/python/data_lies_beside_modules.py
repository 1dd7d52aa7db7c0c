import pkgutil

lines = pkgutil.get_data('data', 'lines.txt').decode('utf-8').strip().split('\n')
print(len(lines), lines[0], pkgutil.get_data('data', 'config.json')[:1])
print(pkgutil.resolve_name('json:dumps')([1]), pkgutil.resolve_name('os.path.join')('a', 'b'))
print(pkgutil.resolve_name('collections.abc:Mapping.keys').__name__)
try:
    pkgutil.get_data('data', 'no/such.txt')
except FileNotFoundError as error:
    print(type(error).__name__)
