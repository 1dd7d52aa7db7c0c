"""The model zoo: other people's models by the hundred, from their unmodified sources.

`families/NAME.py` says which entries a family has; `listing` asks it, in the oracle's process, where
the packages can be imported; `check` gives each entry its verdict; `page` writes docs/zoo.md.
"""
