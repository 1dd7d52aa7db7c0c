"""What a wrong regular expression raises."""
__module__ = 're'


class error(Exception):
    def __init__(self, msg, pattern=None, pos=None):
        self.msg, self.pattern, self.pos = msg, pattern, pos
        if pattern is not None and pos is not None:
            msg = f'{msg} at position {pos}'
        super().__init__(msg)
