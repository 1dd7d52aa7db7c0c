# A dict or set must not grow or shrink under an iterator; values may change.
d = {1: 2, 3: 4}
try:
    for k in d:
        d[k + 10] = 1
except RuntimeError as e:
    print("dict:", e)
d = {1: 2, 3: 4}
for k in d:
    d[k] = 5
print(d)
for k in list(d):
    del d[k]
print(d)
d = {1: 2, 3: 4}
try:
    for k, v in d.items():
        del d[k]
except RuntimeError as e:
    print("items:", e)
try:
    for v in d.values():
        d[v] = v
except RuntimeError as e:
    print("values:", e)
s = {1, 2, 3}
try:
    for k in s:
        s.add(k + 10)
except RuntimeError as e:
    print("set:", e)

d = {1: 1}
it = iter(d)
d[2] = 3
for _ in range(2):
    try:
        next(it)
    except RuntimeError as e:
        print(e)
it = iter({1: 2})
print(next(it))
try:
    next(it)
except StopIteration:
    print("used up")

# An iterator that is used up stays so.
d = {1: 2}
it = iter(d)
print(list(it))
d[5] = 6
print(list(it))

numbers = [1, 2, 3]
for x in numbers:
    if x == 1:
        numbers.append(9)
    print(x, end=" ")
print()
