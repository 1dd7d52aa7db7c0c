from contextvars import ContextVar

level = ContextVar("level", default=0)
bare = ContextVar("bare")
print(level.get(), level.name, bare.get("fallback"))
try:
    bare.get()
except LookupError:
    print("no value")
token = level.set(3)
print(level.get(), token.var is level, token.old_value is token.MISSING)
inner = level.set(4)
print(level.get(), inner.old_value)
level.reset(inner)
print(level.get())
level.reset(token)
print(level.get())
other = level.set(5)
try:
    bare.reset(other)
except ValueError:
    print("another variable's token")
