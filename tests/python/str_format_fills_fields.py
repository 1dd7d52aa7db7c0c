x, n, name = 3.14159, 42, "net"
print("{} {} {}".format(1, "a", None), "{1} {0}".format("a", "b"), "{x} {y:.1f}".format(x=1, y=2), "{0[0]} {1.real}".format([5], 7), "{:>5}|{:<5}|{:^5}|".format(1, 2, 3), "{!r}".format("q"), "{:{w}.{p}f}".format(2.5, w=8, p=2), "{{}}".format())
