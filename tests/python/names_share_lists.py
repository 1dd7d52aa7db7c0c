b = [1, 2, 3]; b2 = b; b3 = b[:]; b.append(4); print(b2, b3, b is b2, b == b3 + [4], id(b) == id(b2))
