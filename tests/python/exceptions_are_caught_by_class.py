def check(action):
    try:
        return action()
    except (KeyError, IndexError) as error:
        return 'lookup', type(error).__name__
    except ArithmeticError as error:
        return 'arithmetic', str(error)
    except Exception as error:
        return 'other', type(error).__name__, error.args
    else:
        return 'never'


print(check(lambda: {}['a']), check(lambda: [][0]), check(lambda: 1 / 0), check(lambda: int('x')),
      check(lambda: None.x), check(lambda: 5))


class Mine(ValueError):
    def __init__(self, code):
        super().__init__(f'code {code}')
        self.code = code


try:
    raise Mine(7)
except ValueError as error:
    print(error, error.code, isinstance(error, Mine), repr(error))
try:
    raise Mine
except TypeError as error:
    print('needs an argument')
try:
    raise KeyError('a') from ValueError('cause')
except KeyError as error:
    print(repr(error.__cause__))
try:
    try:
        1 / 0
    except ZeroDivisionError:
        raise RuntimeError('second')
except RuntimeError as error:
    print(error, error.__cause__)
try:
    try:
        raise ValueError('again')
    except ValueError:
        raise
except ValueError as error:
    print(error)
print(issubclass(ModuleNotFoundError, ImportError), issubclass(IndexError, LookupError),
      Exception('a', 1).args, str(Exception()), str(Exception('a', 1)))
try:
    assert False, 'message'
except AssertionError as error:
    print('assertion', error)
try:
    raise NotImplementedError
except RuntimeError as error:
    print(repr(error))
