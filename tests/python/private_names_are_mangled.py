class A:
    __hidden = 1

    def __init__(self):
        self.__own = 2
        self._single = 3
        self.__both__ = 4

    def read(self):
        return self.__hidden, self.__own, self.__helper()

    def __helper(self):
        return 'A'


class B(A):
    def __init__(self):
        super().__init__()
        self.__own = 20

    def __helper(self):
        return 'B'


print(A().read(), B().read(), sorted(B().__dict__))
print(hasattr(A(), '__own'), A()._A__own, A._A__hidden)
