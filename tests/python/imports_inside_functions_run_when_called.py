def area(r):
    import math
    return round(math.pi * r ** 2, 3)

def first(text):
    from collections import OrderedDict as O, Counter
    return list(O.fromkeys(text)), Counter(text).most_common(1)

class Lazy:
    def __init__(self):
        from functools import partial
        self.add = partial(lambda a, b: a + b, 10)

    def go(self):
        import os.path as p
        return p.join("a", "b"), self.add(5)

print(area(2), first("hello"), Lazy().go())
try:
    import missing_module_of_nobody
except ImportError as e:
    print("ImportError", type(e).__name__)
