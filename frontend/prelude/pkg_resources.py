"""pkg_resources, of which models compare versions: https://setuptools.pypa.io"""
from packaging.version import Version as parse_version
