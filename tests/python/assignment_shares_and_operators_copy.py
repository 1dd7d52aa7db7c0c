a = [1, 2]; b = a; c = list(a); print(a is b, a is c, a == c, id(a) == id(b)); a += [3]; print(b, c); a = a + [4]; print(b, a)
x = y = 0; x += 1; print(x, y); d = dict.fromkeys(["a"], []); d["a"].append(1); print(d); m = [[0] * 2] * 2; m[0][0] = 1; print(m); n = [[0] * 2 for _ in range(2)]; n[0][0] = 1; print(n)
