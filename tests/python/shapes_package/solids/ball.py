from ..flat import PI
from .. import registry
from ..registry import register


@register("ball")
class Ball:
    def __init__(self, r):
        self.r = r

    def volume(self):
        return round(4 / 3 * PI * self.r ** 3, 3)
