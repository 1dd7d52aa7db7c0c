from collections import defaultdict, OrderedDict, Counter, deque, ChainMap
dd = defaultdict(list); dd["a"].append(1); dd["b"]; print(dd, dict(dd), "c" in dd, dd.get("c"), defaultdict(int, a=1)["z"], defaultdict(lambda: 5)[0])
o = OrderedDict([("a", 1), ("b", 2)]); o.move_to_end("a"); o["c"] = 3; print(o, list(o), o.popitem(last=False), OrderedDict(a=1) == {"a": 1}, list(reversed(o)))
c = Counter("abca"); c.update("b"); print(c, c["a"], c["zz"], c.most_common(2), sum(c.values()), c + Counter("a"), c - Counter("aab"), sorted(c.elements()), dict(c))
q = deque([1, 2, 3], maxlen=3); q.append(4); q.appendleft(0); print(q, q.popleft(), q.pop(), len(q), list(q), q[0]); q.extend([5, 6]); q.rotate(1); print(q)
cm = ChainMap({"a": 1}, {"a": 2, "b": 3}); print(cm["a"], cm["b"], dict(cm), len(cm))
