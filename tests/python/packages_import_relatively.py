from shapes_package import Circle, Square, describe, make
from shapes_package import registry
from shapes_package.solids.ball import Ball
import shapes_package.solids as solids
import shapes_package.solids.ball as b2

print(describe(Circle(2)), describe(Square(3)), Ball(1).volume(), sorted(registry.KNOWN))
print(make("circle", r=1).area(), solids.Ball is Ball, b2.Ball is Ball, registry.__name__, Circle.__module__)
