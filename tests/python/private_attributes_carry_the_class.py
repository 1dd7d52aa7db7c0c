class Private:
    __x = 1
    def __init__(self): self.__y = 2
    def get(self): return self.__x + self.__y
print(Private().get(), hasattr(Private(), "__y"), Private()._Private__y, [k for k in vars(Private())])
