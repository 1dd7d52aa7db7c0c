from __future__ import annotations


def f(x: Undefined, *args: list[Nope], key: 'text' = 1) -> Missing[int]:
    y: NotThere = 5
    z: AlsoNot
    return x + y


class C:
    a: Unknown
    b: int = 3


print(f(1), C.b, hasattr(C, 'a'), f.__annotations__['x'], list(C.__annotations__),
      C.__annotations__['b'])
