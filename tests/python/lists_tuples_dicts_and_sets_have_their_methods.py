l = [3, 1, 2]
l.append(5); l.extend([7, 8]); l.extend(x for x in "ab"); l.insert(0, 0); l.insert(-1, "m"); l += (9,); l += [10]
print(l, l.pop(), l.pop(0), l.index(2), l.index("a", 2), l.count(1), len(l)); l.remove("m"); l.reverse(); print(l, l[-3:], l[::2], l[1:-1], l[:0], l[10:], l.copy() is l)
n = [3, 1, 2]; n.sort(); print(n); n.sort(reverse=True); print(n); n.sort(key=lambda v: (v % 2, v)); print(n, sorted(n, key=lambda v: -v), sorted("bA", key=str.lower), sorted([(1, "b"), (1, "a")]), sorted([2, 1], reverse=True))
n[1:2] = [7, 8, 9]; print(n); n[::2] = [0, 0, 0]; print(n); del n[1:3]; print(n); del n[0]; print(n); n.clear(); print(n, not n, [0] * 3, [[]] * 2, [1] + [2], [1, 2] * 2, 2 * [0], [1, [2]] == [1, [2]], [1, 2] < [1, 3], [None] * 2)
t = (1, 2, 2); print(t.count(2), t.index(2), t + (3,), t * 2, t[::-1], (1,), (), tuple([1]), len(t), t == (1, 2, 2), hash(t) == hash((1, 2, 2)), 2 in t, max(t), sum(t), t[-1], t[:2])
d = {"a": 1, "b": 2}
print(d.get("a"), d.get("z"), d.get("z", 0), d.pop("a"), d.pop("q", None), d.setdefault("c", []), d.setdefault("b", 9), d); d["c"].append(1); d.update({"x": 1}, y=2); d.update([("z", 3)]); print(d, len(d), "x" in d, list(d), list(d.values()), list(d.items()), d.popitem(), dict.fromkeys("ab", 0), dict(a=1, **{"b": 2}), dict([("k", 1)]), dict(zip("ab", [1, 2])), {**d}, d | {"w": 1}, {1: "a", 1.0: "b", True: "c"}, {(1, 2): 3}[(1, 2)]); d |= {"v": 0}; del d["x"]; print(d, d == dict(d), d.copy() is d, {k: v for k, v in sorted(d.items(), key=lambda kv: str(kv[1]))}, max(d, key=lambda k: str(d[k])), next(iter(d))); d.clear(); print(d, bool(d))
nested = {"a": {"b": [1, {"c": 2}]}}; print(nested["a"]["b"][1]["c"], nested.get("a", {}).get("z", {}).get("y"))
s = {1, 2, 3}; s.add(4); s.discard(9); s.remove(1); s.update([5], (6,)); print(s, s | {9}, s & {2, 3}, s - {2}, sorted(s ^ {2, 99}), s <= {2, 3, 4, 5, 6}, {2} < s, s >= {2}, s.issubset(range(10)), s.issuperset([2]), s.isdisjoint([0]), s.union([7]), s.intersection([2, 3], {3}), s.difference([2]), s.symmetric_difference([2]), len(s), 2 in s, sorted(s, reverse=True), set("aab") == {"a", "b"}, frozenset([1, 2]), {frozenset([1]): 1}, set(), bool(set()), s.copy() == s); s -= {2}; s &= {3, 4, 5}; s |= {8}; s ^= {8}; print(s, min(s)); s.intersection_update({3}); print(s, s.pop(), s)
from collections import defaultdict, OrderedDict, Counter, deque, ChainMap
dd = defaultdict(list); dd["a"].append(1); dd["b"]; print(dd, dict(dd), "c" in dd, dd.get("c"), defaultdict(int, a=1)["z"], defaultdict(lambda: 5)[0])
o = OrderedDict([("a", 1), ("b", 2)]); o.move_to_end("a"); o["c"] = 3; print(o, list(o), o.popitem(last=False), OrderedDict(a=1) == {"a": 1}, list(reversed(o)))
c = Counter("abca"); c.update("b"); print(c, c["a"], c["zz"], c.most_common(2), sum(c.values()), c + Counter("a"), c - Counter("aab"), sorted(c.elements()), dict(c))
q = deque([1, 2, 3], maxlen=3); q.append(4); q.appendleft(0); print(q, q.popleft(), q.pop(), len(q), list(q), q[0]); q.extend([5, 6]); q.rotate(1); print(q)
cm = ChainMap({"a": 1}, {"a": 2, "b": 3}); print(cm["a"], cm["b"], dict(cm), len(cm))
print(list(range(5)), list(range(2, 8, 3)), list(range(5, 0, -2)), range(3), len(range(0, 10, 3)), 4 in range(0, 10, 2), range(5)[1:3], range(5)[-1], list(reversed(range(3))), range(3) == range(0, 3), range(10).index(4), [*range(2)], sum(range(101)), slice(1, 5, 2).indices(4), list(range(10))[slice(2, None, 3)], isinstance(range(2), range))
b = [1, 2, 3]; b2 = b; b3 = b[:]; b.append(4); print(b2, b3, b is b2, b == b3 + [4], id(b) == id(b2))
import copy
x = {"a": [1, {"b": 2}]}; y = copy.copy(x); z = copy.deepcopy(x); x["a"][1]["b"] = 9; print(y, z)
