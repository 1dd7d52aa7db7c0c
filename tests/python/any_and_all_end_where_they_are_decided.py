seen = []


def look(i):
    seen.append(i)
    return i == 1


print(any(look(i) for i in range(4)), seen)
print(all(map(look, [1, 1, 0, 1])), seen)
rest = iter([0, 1, 2, 3])
print(any(rest), list(rest), any([]), all(()), any(x for x in {}), all({0: 1}))
