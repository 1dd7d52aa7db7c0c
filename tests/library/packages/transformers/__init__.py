__version__ = "9.0.0.dev0"
