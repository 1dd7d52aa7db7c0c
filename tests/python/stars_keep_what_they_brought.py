import string
from functools import partial
from string import *


def letters(number):
    return [digits[i] for i in range(number)], len(ascii_lowercase), max(1, number)


print(letters(3))
kept = digits
string.digits = 'abc'
print(digits is kept, string.digits, letters(2))


class Counted:
    calls = 0

    def __call__(self, *args, **keywords):
        Counted.calls += 1
        return args, keywords


again = partial(Counted(), 1, first=2, second=3)
print(again(4, second=5, third=6), list(again(first=0)[1]), Counted.calls)
again.keywords['fourth'] = 7
print(again(), partial(again, 8)(9))


class Louder(partial):
    def __call__(self, *args, **keywords):
        return 'louder', super().__call__(*args, **keywords)


print(Louder(max, 3)(1, 7), Louder(max, 3)(1, key=lambda n: -n))
try:
    partial(letters, 1)(2)
except TypeError as error:
    print(error)
try:
    partial(letters, wrong=1)(number=2)
except TypeError as error:
    print(error)
