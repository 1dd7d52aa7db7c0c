def use_before():
    try:
        print(late)
    except UnboundLocalError as e: print(e)
    late = 1
use_before()
def shadow(list): return list
print(shadow(3), list((1,)))
try:
    exec_name
except NameError as e: print(e)
def deleter():
    v = 1
    del v
    try: return v
    except UnboundLocalError as e: return str(e)
print(deleter())
def loops():
    for k in []: pass
    try: return k
    except UnboundLocalError: return "unbound"
print(loops(), [(lambda: y)() for y in range(2)], [z for z in [1, 2] if (w := z) > 1], w)
