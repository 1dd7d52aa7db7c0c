a = [3, 1, 2]
a.append(5)
a.extend((7, 6))
a.insert(1, 9)
print(a, a.pop(), a.pop(0), a.index(2), a.count(1), 2 in a, len(a))
a.remove(9)
a.reverse()
print(a, a.copy() is a, a + [0], a * 2, [0] * 3)
a.sort()
print(a, sorted(a, reverse=True), sorted('banana'), sorted([-3, 2, 1], key=abs))
a.sort(key=lambda x: -x)
print(a, min(a), max(a), sum(a), any(a), all(a))
a.clear()
print(a, not a)
words = ['bb', 'a', 'ccc', 'aa']
print(sorted(words, key=len), sorted(words, key=lambda w: (-len(w), w)), max(words, key=len))
for call in (lambda: [].pop(), lambda: [1].remove(2), lambda: [1][3], lambda: [].index(0)):
    try:
        call()
    except (IndexError, ValueError) as error:
        print(type(error).__name__, error)
