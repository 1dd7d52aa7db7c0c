class St(str):
    def shout(self): return self.upper() + "!"
print(St("a").shout(), St("b") + "c", St("x") == "x", {St("k"): 1}["k"], len(St("abc")), type(St("a").lower()).__name__, isinstance(St("a"), str), f"{St('q'):>3}")
