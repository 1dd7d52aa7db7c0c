def find(items, wanted):
    for item in items:
        if item == wanted:
            print('found', item)
            break
    else:
        print('missing', wanted)


find([1, 2, 3], 2)
find([1, 2, 3], 5)
find([], 1)
n = 0
while n < 5:
    n += 1
    if n == 2:
        continue
    if n == 4:
        break
    print(n)
else:
    print('not reached')
while n:
    n -= 1
else:
    print('done', n)
for i in range(3):
    for j in range(3):
        if j == 1:
            break
        print(i, j)
print(i, j)
