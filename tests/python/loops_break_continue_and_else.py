i = 0
while True:
    i += 1
    if i % 2: continue
    if i > 6: break
    print(i, end=" ")
else:
    print("no")
print()
for a, (b, c) in [(1, (2, 3)), (4, (5, 6))]:
    print(a + b + c)
else:
    print("done")
for i in range(3):
    for j in range(3):
        if j == 1: break
    else: continue
    print(i, j)
x = 5
print("big" if x > 3 else "small", x if x else None, "a" if x == 1 else "b" if x == 5 else "c")
while (n := x - 1) > 2:
    x = n
print(x, n)
if x == 1: pass
elif x in (2, 3): print("elif")
else: print("else")
