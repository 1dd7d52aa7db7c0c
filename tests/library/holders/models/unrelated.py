# Reaches none of the tables.
import math

scale = math.sqrt(4.0)
