from contextlib import ExitStack, contextmanager, nullcontext, suppress


@contextmanager
def section(name):
    print('enter', name)
    try:
        yield name.upper()
    except ValueError as error:
        print('handled', error)
    finally:
        print('leave', name)


with section('a') as a:
    print(a)
with section('b'):
    raise ValueError('b')
try:
    with section('c'):
        raise KeyError('c')
except KeyError as error:
    print('escaped', error)


@section('d')
def decorated(x):
    print('inside', x)
    return x


print(decorated(1), decorated(2))
with suppress(KeyError):
    {}['x']
with nullcontext(5) as five:
    print(five)
with ExitStack() as stack:
    names = [stack.enter_context(section(n)) for n in 'xy']
    stack.callback(print, 'callback')
    print(names)
