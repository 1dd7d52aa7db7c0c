class Cls:
    count = 0
    def __init__(self): Cls.count += 1; type(self).last = self
Cls(); k = Cls()
print(Cls.count, Cls.last is k, k.count, Cls.__dict__["count"], "count" in vars(Cls))
try:
    k.zzz
except AttributeError as e:
    print(e, e.name if hasattr(e, "name") and e.name else "zzz")
try:
    Cls.qqq
except AttributeError as e:
    print(e)
