def nested():
    for i in range(3):
        try:
            if i == 1: continue
            if i == 2: break
            print("body", i)
        finally:
            print("fin", i)
    else:
        print("never")
    try:
        try:
            raise ValueError("a")
        except ValueError:
            raise
    except ValueError as e:
        return f"re-raised {e}"
print(nested())
try:
    try: 1 / 0
    finally: print("f1")
except ZeroDivisionError as e: print(e, isinstance(e, ArithmeticError), e.__class__.__mro__[1].__name__)
def ret():
    try: return "try"
    finally: print("before return")
print(ret())
