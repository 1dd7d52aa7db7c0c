class Watch:
    def __init__(self): object.__setattr__(self, "log", [])
    def __setattr__(self, k, v):
        self.log.append(k)
        super().__setattr__(k, v)
    def __getattribute__(self, k):
        if k == "secret": return 42
        return super().__getattribute__(k)
w = Watch(); w.a = 1; w.b = 2; setattr(w, "c", 3)
print(w.log, w.secret, w.__dict__, vars(w)["a"], sorted(k for k in dir(w) if not k.startswith("_")))
delattr(w, "a")
print(hasattr(w, "a"), getattr(w, "b"), w.__class__.__name__)
