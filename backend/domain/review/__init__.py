"""The desk's view of a dossier: every answer and paper with its mark, and what still has to be looked at."""

from backend.domain.review._read import read
from backend.domain.review._record import Line, Part, Review, Summary
from backend.domain.review._rows import summaries, summary

__all__ = ["Line", "Part", "Review", "Summary", "read", "summaries", "summary"]
