# Installed distributions: an analysis has none, whatever sources it reads, but those that it stands for.

__module__ = 'importlib.metadata'


class PackageNotFoundError(ModuleNotFoundError):
    pass


_STANDS_FOR = ('torch', 'numpy', 'einops')


def version(distribution_name):
    if distribution_name in _STANDS_FOR:
        from importlib import import_module
        return import_module(distribution_name).__version__
    raise PackageNotFoundError(f'No package metadata was found for {distribution_name}')


def distribution(distribution_name):
    raise PackageNotFoundError(f'No package metadata was found for {distribution_name}')


def metadata(distribution_name):
    raise PackageNotFoundError(f'No package metadata was found for {distribution_name}')


def packages_distributions():
    return {}
