"""The package that has importlib.metadata for older versions of Python."""
from importlib.metadata import (PackageNotFoundError, distribution, metadata,
                                packages_distributions, version)

__module__ = 'importlib_metadata'
