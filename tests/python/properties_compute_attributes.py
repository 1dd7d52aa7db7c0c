class Celsius:
    def __init__(self, degrees):
        self._degrees = degrees

    @property
    def degrees(self):
        """In Celsius."""
        return self._degrees

    @degrees.setter
    def degrees(self, value):
        if value < -273:
            raise ValueError('too cold')
        self._degrees = value

    @degrees.deleter
    def degrees(self):
        print('deleted')

    @property
    def fahrenheit(self):
        return self._degrees * 9 / 5 + 32

    half = property(lambda self: self._degrees / 2)


t = Celsius(10)
t.degrees += 5
print(t.degrees, t.fahrenheit, t.half, Celsius.degrees.__doc__,
      isinstance(Celsius.degrees, property))
del t.degrees
for action in (lambda: setattr(t, 'degrees', -300), lambda: setattr(t, 'fahrenheit', 1)):
    try:
        action()
    except (ValueError, AttributeError) as error:
        print(type(error).__name__)


class Kelvin(Celsius):
    @property
    def degrees(self):
        return super().degrees + 273

    @Celsius.fahrenheit.getter
    def fahrenheit(self):
        return 'n/a'


print(Kelvin(1).degrees, Kelvin(1).fahrenheit)
