class Fl(float): pass
print(Fl(2.5) * 2, Fl("1.5"), isinstance(Fl(1), float), round(Fl(2.567), 1), int(Fl(3.9)))
