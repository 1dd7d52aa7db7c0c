a, b = {1, 2, 3}, {2, 3, 4}
print(sorted(a | b), sorted(a & b), sorted(a - b), sorted(a ^ b), a <= {1, 2, 3, 4}, a < a,
      a.isdisjoint({9}))
a.add(5)
a.discard(100)
a.remove(1)
a |= {7}
print(sorted(a), 5 in a, len(a), a == {2, 3, 5, 7}, set() == set([]))
print(frozenset([1, 2]) == {1, 2}, {frozenset([1]): 'ok'}[frozenset([1])], sorted(set('hello')))
print(sorted({x % 3 for x in range(10)}), sorted(a.union([8], (9,))),
      sorted(a.intersection([2, 3, 9])))
try:
    a.remove(100)
except KeyError as error:
    print('missing', error)
