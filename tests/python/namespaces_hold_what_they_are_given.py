from types import SimpleNamespace

ns = SimpleNamespace(a=1, b=[2]); ns.c = 3; print(ns, ns.a, vars(ns), hasattr(ns, "z"))
