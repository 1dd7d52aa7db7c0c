x, n, s = 3.14159, 42, 'text'
print(f'{x:.2f} {x:8.3f}| {x:<8.1f}| {x:^9.2f}| {x:+.1f} {x:e} {x:.3e} {x:g} {x:%} {x:.1%}')
print(f'{n:5d}| {n:<5}| {n:^5}| {n:05d} {n:+d} {n:x} {n:#x} {n:o} {n:b}')
print(f'{n:#010b} {n:,} {1234567:,} {1234567.891:,.2f}')
print(f'{s:>8}| {s:*^10} {s!r} {s:.2} {s!r:>8}', f'{{literal}} {n}', f'{x:{8}.{3}}|',
      f'{n=} {n + 1 = }')
print('{} {}'.format(1, 2), '{1} {0} {k}'.format('a', 'b', k='c'), '{:>5}'.format('x'),
      '{0.real} {1[0]}'.format(5, [6]))
print('%s %d %5.2f %r %x %%' % ('a', 3.9, 2.345, 'q', 255), '%(k)s' % {'k': 1},
      '%-5s|%5s|' % ('a', 'b'), '%03d' % 7)
print(format(255, '#x'), format(0.5, '.0%'), format('a', '>3'),
      f'{1e10:g} {1e-10:g} {100000:g} {1000000:g} {0.1 + 0.2:.17g}')
print(f'{"nested"}', f"{'a' if n else 'b'}", f'{[1, 2][0]}', f'{(lambda v: v * 2)(3)}',
      f'{True} {None} {True:d}')
