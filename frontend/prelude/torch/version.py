__version__ = '1.13.1'
cuda = None
hip = None
debug = False
git_version = ''
