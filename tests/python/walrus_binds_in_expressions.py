data = [1, 5, 2, 8]
if (n := len(data)) > 3:
    print('long', n)
print([y for x in data if (y := x * 2) > 3], y)
while (item := data.pop()) != 5:
    print('popped', item)
print((a := 1, b := 2), a + b)


def first_big(values, limit):
    return next((found for v in values if (found := v) > limit), None)


print(first_big([1, 4, 9], 3), first_big([1], 3))
