x, n, name = 3.14159, 42, "net"
print(f"{True} {None} {[1, 2]} {(1,)} {{'a': 1}} {n if n > 3 else 0} {[i for i in range(3)]} {max(1, 2)} {name.upper()} {name[0]} {dict(a=1)['a']}")
