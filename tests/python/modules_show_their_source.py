import inspect
import sys

HERE = sys.modules[__name__]
text = inspect.getsource(HERE)
print("HERE = sys.modules" in text, text.count("inspect.getsource(HERE)"), len(text.splitlines()))
