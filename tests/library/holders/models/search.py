import importlib

importlib.import_module("holders.tables").by_search.items["search"] = 3
