from holders.again import kept as tables


@tables.count
def counted():
    return 0
