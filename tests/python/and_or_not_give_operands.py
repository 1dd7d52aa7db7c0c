print(0 or 'x', 1 and 'y', '' or [] or None, 1 and 2 and 3, 0 and 1 / 0, 1 or 1 / 0)
print(not 0, not [1], not None, None or not None)
a = None
b = a or {}
b['k'] = 1
print(a, b, (a and a.x), 5 if a else 6)
