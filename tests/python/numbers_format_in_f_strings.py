x, n, name = 3.14159, 42, "net"
print(f"{x:.2f} {x:8.3f}| {x:<8.1f}| {x:^9.2f}| {x:+.1e} {x:g} {x:.3g} {x:%} {x:.1%} {n:d} {n:5d}| {n:05d} {n:<5}| {n:^5}| {n:+} {n:x} {n:#x} {n:b} {n:#b} {n:o} {n:,} {1234567:,} {1234567.891:,.2f} {n:e} {n:.1f}")
print(f"{name!r} {name!s:>6} {name:>6} {name:*^9} {name:.2} {name:5.1}| {n=} {x=:.1f} {name=} {n + 1 = } {{literal}} {'nested ' + f'{n:>{4}}'} {n:>{n // 7}}|")
print(f"{1e10} {1e16} {1e-5} {1e22} {123456789.123456789} {0.1 + 0.2} {1 / 3} {2.0} {-0.0} {float('inf')} {float('nan')} {5e-324} {1.7976931348623157e308} {100000000000000000.0} {0.0001} {0.00001}")
print(f"{True} {None} {[1, 2]} {(1,)} {{'a': 1}} {n if n > 3 else 0} {[i for i in range(3)]} {max(1, 2)} {name.upper()} {name[0]} {dict(a=1)['a']}")
print("{} {} {}".format(1, "a", None), "{1} {0}".format("a", "b"), "{x} {y:.1f}".format(x=1, y=2), "{0[0]} {1.real}".format([5], 7), "{:>5}|{:<5}|{:^5}|".format(1, 2, 3), "{!r}".format("q"), "{:{w}.{p}f}".format(2.5, w=8, p=2), "{{}}".format())
print("%d %5d|%-5d|%05d %i %s %r %f %.2f %e %g %x %X %o %% %c %+d" % (1, 2, 3, 4, 5, "s", "r", 1.5, 2.345, 12345.678, 0.0001, 255, 255, 8, "c", 5), "%(a)s-%(b)d" % {"a": 1, "b": 2}, "%s" % [1], "%s %s" % ("a", (1,)), "%*d" % (5, 3), "%.3s" % "abcdef", "%5s|%-5s|" % ("a", "b"))
print(format(3.5, ".2f"), format(10, "b"), format("a", ">3"), f"{12345.6789:_.2f}", f"{255:_b}", f"{0.5:.0f} {1.5:.0f} {2.5:.0f}", f"{1e300 * 10:.2f}", f"{-5:05d}", f"{3:c<4}" if False else "", f"{'a':\t>3}")
print(round(2.5), round(3.5), round(-2.5), round(2.675, 2), round(1234.5678, -2), round(5, -1), round(15, -1), round(0.5), round(1e20), int(3.9), int(-3.9), int("12"), int("0b11", 2), int("ff", 16), int("0x1f", 0), int(" 7 "), float("1e3"), float(" -2.5 "), float("inf"), float("1_000"))
