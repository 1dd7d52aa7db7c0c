from collections import Counter, defaultdict

groups = defaultdict(list)
for word in ('ant', 'bee', 'ape'):
    groups[word[0]].append(word)
print(dict(groups), groups['new'], len(groups), groups.get('nothing'), defaultdict(int, a=1)['b'])
nested = defaultdict(lambda: defaultdict(int))
nested['a']['b'] += 1
print({k: dict(v) for k, v in nested.items()})
c = Counter('mississippi')
print(c, c.most_common(2), c['z'], sum(c.values()), sorted(c.elements())[:3])
c.update('mm')
c.subtract(Counter(s=1))
print(c, c + Counter(z=1), c - Counter(i=4), Counter(a=1, b=2) & Counter(b=1),
      Counter(a=1) | Counter(a=3))
try:
    defaultdict()['k']
except KeyError as error:
    print(error)
