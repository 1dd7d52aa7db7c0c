import math

print(math.pi, math.e, math.inf, math.sqrt(2), math.ceil(1.2), math.floor(-1.2), math.trunc(-1.7),
      math.log(math.e), math.log2(8), math.log10(1000), math.log(8, 2))
print(math.exp(1), math.pow(2, 0.5), math.sin(1), math.cos(1), math.tanh(0.5), math.atan2(1, 1),
      math.hypot(3, 4), math.degrees(math.pi), math.radians(180))
print(math.gcd(12, 18), math.lcm(4, 6), math.factorial(20), math.comb(5, 2), math.perm(5, 2),
      math.prod([1, 2, 3, 4]), math.prod([]), math.isqrt(17), math.fsum([0.1] * 10))
print(math.isnan(float('nan')), math.isinf(-math.inf), math.isclose(0.1 + 0.2, 0.3),
      math.copysign(1, -0.0), math.fabs(-2), math.fmod(-7, 3), math.modf(2.5), math.frexp(8.0),
      math.ldexp(0.5, 4))
print(math.ceil(5), type(math.ceil(2.0)).__name__, type(math.floor(2.5)).__name__, math.erf(0.5),
      math.gamma(5), math.expm1(1e-10), math.log1p(1e-10))
for action in (lambda: math.sqrt(-1), lambda: math.log(0), lambda: math.factorial(-1)):
    try:
        action()
    except ValueError as error:
        print(type(error).__name__)
