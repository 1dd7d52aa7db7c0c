from ..tables import by_part

by_part.items["part"] = 1
