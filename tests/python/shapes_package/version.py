__version__ = "1.2.0"
_hidden = 3
__all__ = ["__version__"]
