def default(a=[], *, b={}): a.append(1); b[len(b)] = 1; return len(a), len(b)
print(default(), default(), default.__defaults__, default.__kwdefaults__)
