import time

class Timer:
    def __init__(self, quiet=True):
        self.quiet = quiet

    def run(self, f):
        if not self.quiet:
            start = time.time()
        out = f()
        if not self.quiet:
            print(time.time() - start)
        return out

print(Timer().run(lambda: 3))
