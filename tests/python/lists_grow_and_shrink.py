l = [3, 1, 2]
l.append(5); l.extend([7, 8]); l.extend(x for x in "ab"); l.insert(0, 0); l.insert(-1, "m"); l += (9,); l += [10]
print(l, l.pop(), l.pop(0), l.index(2), l.index("a", 2), l.count(1), len(l)); l.remove("m"); l.reverse(); print(l, l[-3:], l[::2], l[1:-1], l[:0], l[10:], l.copy() is l)
