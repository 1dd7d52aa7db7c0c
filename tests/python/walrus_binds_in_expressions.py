data = [1, 5, 2, 8]
if (n := len(data)) > 3:
    print('long', n)
print([y for x in data if (y := x * 2) > 3], y)
while (item := data.pop()) != 5:
    print('popped', item)
print((a := 1, b := 2), a + b)


def first_big(values, limit):
    return next((found for v in values if (found := v) > limit), None)


print(first_big([1, 4, 9], 3), first_big([1], 3))


a, b = 0, 5
print((y := a or b), y, (y := not a), y, (y := a < b), y, (w := a if a else b), w)
print([v := 1 if b else 2, v], len(q := [1] if b else []), {k := 1 if a else 3}, k)
if t := b if a else a:
    print('not this')
while (n := b - 1 if b else 0) > 3:
    b = b - 1
print(t, n, (u := (v := 2) if b else 7), u, v)
print([m := i if i else 9 for i in range(2)], m, (c := 1 if a else 2 if b else 3), c)
