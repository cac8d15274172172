"""Procedure guides: find, list, search and bring them in."""

from backend.domain.guides._find import GuideSummary, catalogue, find, listed, state
from backend.domain.guides._import import COLLECTIONS, ImportReport, bring_in
from backend.domain.guides._search import Found, search

__all__ = [
    "COLLECTIONS",
    "Found",
    "GuideSummary",
    "ImportReport",
    "bring_in",
    "catalogue",
    "find",
    "listed",
    "search",
    "state",
]
