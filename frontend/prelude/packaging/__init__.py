"""Versions of packages and how they compare."""
__version__ = '23.0'
