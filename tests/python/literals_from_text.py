import ast
from ast import literal_eval

for text in ('1', '-1.5e3', "'a'", '[1, (2, 3), {"k": None}]', ' True', '{1, 2}', "b'x'", '(1,)', '1+2j',
             "'a.b(c)'", '"x[0]=1"', '-(1)', '[]', '"a" "b"', '0x1f', 'None', "{'a': [False]}"):
    value = literal_eval(text)
    print(type(value).__name__, value)
for text in ('nearest', 'nn.SiLU()', 'f(1)', '[1][0]', '1 if 2 else 3', 'lambda: 0', '1 < 2', '2 * 3', 'a.b',
             "'a' % 1", '[x for x in (1,)]', "''.join([])", 'not 1', '1 and 2', 'x', '[a]', '{1: b}'):
    try:
        print(text, ast.literal_eval(text))
    except ValueError:
        print(text, 'ValueError')
for text in ('1 +', '(', 'a b', ''):
    try:
        print(text, ast.literal_eval(text))
    except SyntaxError:
        print(text, 'SyntaxError')
