def returns():
    try:
        return 'try'
    finally:
        print('cleanup')


def overrides():
    try:
        return 'try'
    finally:
        return 'finally'


def loops():
    for i in range(3):
        try:
            if i == 1:
                continue
            if i == 2:
                break
            print('body', i)
        except ValueError:
            print('never')
        else:
            print('else', i)
        finally:
            print('finally', i)
    return i


def raises():
    try:
        raise ValueError('v')
    finally:
        print('before leaving')


print(returns(), overrides(), loops())
try:
    raises()
except ValueError as error:
    print('caught', error)
