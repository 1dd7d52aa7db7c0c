import operator
from operator import attrgetter, itemgetter, methodcaller, mul

print(operator.add(1, 2), mul(3, 4), operator.sub(5, 2), operator.truediv(1, 2),
      operator.floordiv(7, 2), operator.mod(7, 4))
print(operator.eq(1, 1), operator.lt(1, 2), operator.not_(0), operator.neg(5),
      operator.contains([1], 1), operator.getitem('abc', 1))
print(itemgetter(1)('abc'), itemgetter('a', 'b')({'a': 1, 'b': 2}), attrgetter('real')(3),
      methodcaller('replace', 'a', 'b')('cat'))
print(sorted([('a', 2), ('b', 1)], key=itemgetter(1)), operator.xor(True, False),
      operator.index(True), operator.pow(2, 5))
