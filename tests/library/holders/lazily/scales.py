class Scales:
    known = {}
