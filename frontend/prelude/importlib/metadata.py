# Installed distributions: an analysis has none, whatever sources it reads.

__module__ = 'importlib.metadata'


class PackageNotFoundError(ModuleNotFoundError):
    pass


def version(distribution_name):
    raise PackageNotFoundError(f'No package metadata was found for {distribution_name}')


def distribution(distribution_name):
    raise PackageNotFoundError(f'No package metadata was found for {distribution_name}')


def metadata(distribution_name):
    raise PackageNotFoundError(f'No package metadata was found for {distribution_name}')


def packages_distributions():
    return {}
