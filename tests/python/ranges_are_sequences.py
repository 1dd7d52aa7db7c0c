r = range(2, 20, 3)
print(r, len(r), r[1], r[-1], r[1:3], list(reversed(r)), 8 in r, 9 in r, r.index(11), r.count(5))
print(list(range(5, 0, -2)), list(range(0)), range(3) == range(0, 3, 1), sum(range(101)))
print(r.start, r.stop, r.step, max(r), min(r), list(enumerate(r, 1))[:2], bool(range(0)))
for i in range(10, 0, -4):
    print(i)
try:
    range(1)[5]
except IndexError as error:
    print(error)
