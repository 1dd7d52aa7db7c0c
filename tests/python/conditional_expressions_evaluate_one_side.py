def side(x):
    print('evaluated', x)
    return x


print(side(1) if True else side(2))
print(side(1) if False else side(2))
print('a' if 0 else 'b' if 1 else 'c', [i if i % 2 else -i for i in range(4)],
      (lambda v: 'pos' if v > 0 else 'neg')(-1))
