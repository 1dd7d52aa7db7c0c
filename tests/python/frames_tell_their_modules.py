import inspect
import sys


class Registry:
    def __init__(self):
        self.scope = self.infer()

    @staticmethod
    def infer():
        return inspect.getmodule(sys._getframe(2)) is sys.modules[__name__], sys._getframe(2).f_code.co_name


class Body:
    registry = Registry()
    frame = sys._getframe()


def outer():
    return inner()


def inner():
    frame = inspect.currentframe()
    return (frame.f_code.co_name, frame.f_back.f_code.co_name, frame.f_globals['__name__'], sys._getframe(1).f_code.co_name,
            frame.f_back.f_back.f_code.co_name, sys._getframe(1).f_lineno)


print(Registry().scope, Body.registry.scope, Body.frame.f_code.co_name, outer())
print(sys._getframe().f_code.co_name, sys._getframe(0).f_globals is globals())
