class Base:
    def __init__(self, width, *, bias=True):
        self.width, self.bias = width, bias
        self.log = ["Base"]

class Other:
    def __init__(self):
        self.other = 1

class Both(Base, Other):
    def __init__(self, width):
        Base.__init__(self, width, bias=False)
        Other.__init__(self)
        self.log.append("Both")

    def describe(self):
        return Base.describe_base(self) if hasattr(Base, "describe_base") else f"{self.width} {self.bias} {self.other}"

b = Both(3)
print(b.describe(), b.log)
super(Both, b).__init__(7)
print(b.width, b.bias, b.log)
