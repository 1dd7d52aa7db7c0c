# Clocks: what they say is known only when the model runs.
# https://docs.python.org/3/library/time.html

import _python


def _refused(function):
    return _python.refuse(f'`time.{function}` is known only when the model runs')


def time(): return _refused('time')
def time_ns(): return _refused('time_ns')
def perf_counter(): return _refused('perf_counter')
def perf_counter_ns(): return _refused('perf_counter_ns')
def monotonic(): return _refused('monotonic')
def process_time(): return _refused('process_time')
def localtime(secs=None, /): return _refused('localtime')
def gmtime(secs=None, /): return _refused('gmtime')
def ctime(secs=None, /): return _refused('ctime')
def strftime(format, t=None, /): return _refused('strftime')


def sleep(secs, /):
    pass
