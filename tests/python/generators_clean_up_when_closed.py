def cleanup():
    try:
        yield 1
        yield 2
    finally:
        print("cleaned")
c = cleanup(); next(c); c.close()
