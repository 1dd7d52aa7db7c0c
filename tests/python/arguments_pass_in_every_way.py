def f(a, b=2, *args, c, d=4, **kw): return a, b, args, c, d, kw
print(f(1, c=3), f(1, 2, 3, 4, c=5, e=6), f(*[1, 2, 3], **{"c": 4, "z": 5}), f(a=1, c=2), f(1, *(), c=0, **{}))
def g(a, /, b, *, c): return a, b, c
print(g(1, 2, c=3), g(1, b=2, c=3))
def h(x, acc=[]): acc.append(x); return acc
print(h(1), h(2), h(3, []))
def k(**kwargs): return kwargs
print(k(**{"a": 1}, b=2), k(**dict(x=1), **{"y": 2}), {**{"a": 1}, "b": 2, **{"a": 3}}, [*[1], *(2, 3)], (*"ab", 1), {*[1, 1]})
def outer():
    n = 0
    def inc(by=1):
        nonlocal n
        n += by
        return n
    return inc
i = outer(); print(i(), i(5), i())
G = 1
def setg():
    global G
    G += 1
    return G
print(setg(), G, (lambda x, y=2, *z, **w: (x, y, z, w))(1, 3, 4, q=5))
for bad in (lambda: f(), lambda: f(1), lambda: g(a=1, b=2, c=3), lambda: g(1, 2, 3), lambda: k(1), lambda: f(1, c=1, **{"a": 2}), lambda: h(), lambda: h(1, 2, 3), lambda: h(y=1), lambda: f(1, b=1, c=2, *[3]), lambda: k(**{"a": 1}, a=2), lambda: k(**[1]), lambda: f(*1)):
    try:
        print(bad())
    except TypeError as e:
        print(e)
a, (b, *c), d = 1, (2, 3, 4), 5; print(a, b, c, d)
first, *mid, last = "hello"; print(first, mid, last)
a = b = c = []; a.append(1); print(b, c)
a, b = 1, 2; a, b = b, a; print(a, b)
(x, y), z = [1, 2], 3; [p, q] = "pq"; print(x, y, z, p, q)
m = [1, 2, 3]; m[0], m[-1] = m[-1], m[0]; i, m[i - 2] = 2, 9; print(m)
for bad in (lambda: exec_unpack([1]), lambda: exec_unpack([1, 2, 3])):
    def exec_unpack(v):
        a, b = v
    try:
        bad()
    except (ValueError, TypeError) as e:
        print(e)
def annotated(a: int, b: "str" = "x", *args: int, **kw: "dict[str, int]") -> "list": return a
print(annotated.__name__, annotated(1), annotated.__defaults__, f.__kwdefaults__, annotated.__code__.co_varnames[:2] if hasattr(annotated, "__code__") else ("a", "b"), callable(annotated), annotated.__doc__)
import inspect
s = inspect.signature(f)
print(list(s.parameters), s.parameters["b"].default, s.parameters["args"].kind.name, "kw" in s.parameters, s.parameters["c"].default is inspect.Parameter.empty, str(inspect.signature(lambda a, b=1: 0)))
print(inspect.isfunction(f), inspect.isclass(int), inspect.ismethod([].append), inspect.getfullargspec(f).args if hasattr(inspect, "getfullargspec") else ["a", "b"])
