z = 3 + 4j
print(z, z.real, z.imag, abs(z), z.conjugate(), z * 1j, z / 2, z ** 2, -z, z == 3 + 4j, z != 1)
print(complex(1, 2), complex("1+2j"), complex(5), 1j * 1j, 2j, -1j, 1.5 - 2.5j, complex(0, -0.0))
print(isinstance(z, complex), type(z).__name__, bool(0j), bool(z), z + 1, 1 - z, 2 / z, z - 1.5)
print([complex(i, -i) for i in range(3)], f"{z}", str(1j), repr(complex(-0.0, 1)))
import cmath, math
print(cmath.exp(1j * math.pi).real, round(cmath.phase(1j), 6), cmath.sqrt(-4))
print((-8) ** 0.5 if False else round(((-8) ** (1 / 3)).real, 6))
print({1 + 0j: "one"}[1], hash(2 + 0j) == hash(2))
try:
    z < z
except TypeError as e:
    print(e)
