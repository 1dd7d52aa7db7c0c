x, n, name = 3.14159, 42, "net"
print(f"{x:.2f} {x:8.3f}| {x:<8.1f}| {x:^9.2f}| {x:+.1e} {x:g} {x:.3g} {x:%} {x:.1%} {n:d} {n:5d}| {n:05d} {n:<5}| {n:^5}| {n:+} {n:x} {n:#x} {n:b} {n:#b} {n:o} {n:,} {1234567:,} {1234567.891:,.2f} {n:e} {n:.1f}")
print(f"{name!r} {name!s:>6} {name:>6} {name:*^9} {name:.2} {name:5.1}| {n=} {x=:.1f} {name=} {n + 1 = } {{literal}} {'nested ' + f'{n:>{4}}'} {n:>{n // 7}}|")
