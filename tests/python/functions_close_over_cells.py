def outer(x):
    y = x * 2
    def inner(): return y
    return inner
print(outer(4)(), outer(1).__closure__[0].cell_contents if outer(1).__closure__ else None, outer.__name__, outer(1).__name__, outer(1).__qualname__)
