import torch
print(tuple(int(x) for x in "1.13.1".split(".")[:2]) >= (1, 8), isinstance(torch.__version__, str), hasattr(torch, "Tensor"))
try:
    from no_such_package import thing
    HAS = True
except ImportError:
    HAS = False
    thing = None
print(HAS, thing)
try:
    import no_such_other as nso
except (ImportError, ModuleNotFoundError) as e:
    print(e, e.name if hasattr(e, "name") else "")
import importlib.util
print(importlib.util.find_spec("no_such_package") is None, importlib.util.find_spec("math") is not None)
try:
    import pkg_resources as pkg
    print(pkg.parse_version("1.9.0") < pkg.parse_version("1.13.1+cpu"))
except ImportError:
    print(True)
