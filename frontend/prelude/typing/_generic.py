__module__ = 'typing'


class Generic:
    """A class of type parameters; subscripting it, or what inherits from it, gives the class."""

    __slots__ = ()

    @classmethod
    def __class_getitem__(cls, params):
        return cls
