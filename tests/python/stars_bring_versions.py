import shapes_package
from shapes_package import *

print(shapes_package.__version__, hasattr(shapes_package, '_hidden'), '__version__' in globals())
