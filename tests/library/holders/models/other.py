from ..again import kept, renamed

renamed["other"] = 4
kept.by_part.items["again"] = 5
