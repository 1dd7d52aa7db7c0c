import inspect
from dataclasses import dataclass
from functools import partial


def f(a, /, b, c=3, *args, d, e=5, **kw):
    pass


s = inspect.signature(f)
print(s, list(s.parameters), s.parameters['c'].default,
      s.parameters['a'].default is inspect.Parameter.empty)
print([p.kind == p.KEYWORD_ONLY for p in s.parameters.values()],
      [p.name for p in s.parameters.values() if p.kind == inspect.Parameter.VAR_KEYWORD])
bound = s.bind(1, 2, 3, 4, d=5, z=6)
print(bound.args, bound.kwargs)
bound = s.bind(1, 2, d=5)
bound.apply_defaults()
print(bound.args, bound.kwargs)


class Model:
    def __init__(self, width, depth=2):
        pass

    def forward(self, x, mask=None):
        pass


@dataclass
class Data:
    x: int
    y: int = 1


print(inspect.signature(Model), inspect.signature(Model.forward),
      inspect.signature(Model(1).forward), inspect.signature(partial(Model, 5)))
print(list(inspect.signature(Data).parameters), inspect.getfullargspec(f).args,
      inspect.getfullargspec(Model.__init__).defaults)
print(inspect.isclass(Model), inspect.isfunction(f), inspect.ismethod(Model(1).forward),
      inspect.isfunction(Model(1).forward))
for call in (lambda: s.bind(1), lambda: s.bind(1, 2, d=3, b=4)):
    try:
        call()
    except TypeError as error:
        print(error)
config = {'width': 1, 'unknown': 2}
print({k: v for k, v in config.items() if k in inspect.signature(Model.__init__).parameters})
