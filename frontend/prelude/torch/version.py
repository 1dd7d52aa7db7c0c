__version__ = '2.6.0'
cuda = None
hip = None
debug = False
git_version = ''
