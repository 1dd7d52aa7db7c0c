"""The cases of tests/check_settings, a module a subject."""
from .case import Case, Command
from . import baselines, caches, changes, comments, selection, settings

ALL = [*selection.CASES, *comments.CASES, *settings.CASES, *baselines.CASES, *changes.CASES,
       *caches.CASES]

__all__ = ["ALL", "Case", "Command"]
