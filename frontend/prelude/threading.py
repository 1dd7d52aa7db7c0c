# One thread runs the analysis: locks are free and locals are attributes.
# https://docs.python.org/3/library/threading.html

import _python


class Lock:
    def acquire(self, blocking=True, timeout=-1):
        return True

    def release(self):
        pass

    def locked(self):
        return False

    def __enter__(self):
        return True

    def __exit__(self, *exc_info):
        return None


class RLock(Lock):
    pass


class local:
    pass


class _Thread:
    name = 'MainThread'
    daemon = False
    ident = 1

    def is_alive(self):
        return True


_main = _Thread()


def current_thread():
    return _main


def main_thread():
    return _main


def get_ident():
    return 1


def Thread(*args, **kwargs):
    return _python.refuse('`threading.Thread` runs code beside the model')
