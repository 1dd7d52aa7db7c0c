class Plugin:
    subs = []
    def __init_subclass__(cls, /, kind=None, **kw):
        super().__init_subclass__(**kw)
        cls.kind = kind
        Plugin.subs.append(cls.__name__)
class PA(Plugin, kind="a"): pass
class PB(PA): pass
print(Plugin.subs, PA.kind, PB.kind, [c.__name__ for c in Plugin.__subclasses__()])
