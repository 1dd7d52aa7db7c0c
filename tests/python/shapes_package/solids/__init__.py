from .ball import Ball
