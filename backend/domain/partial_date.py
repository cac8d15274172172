"""Dates as exact as they are known: a year, a month or a day."""

from __future__ import annotations

import re
from datetime import date

_WRITTEN = re.compile(r"\d{4}(?:-\d\d(?:-\d\d)?)?", re.ASCII)


def is_partial_date(text: str) -> bool:
    """Tell whether a text is YYYY, YYYY-MM or YYYY-MM-DD, and stands in the calendar."""
    if not _WRITTEN.fullmatch(text):
        return False
    try:
        date.fromisoformat(text + "-01-01"[len(text) - 4 :])
    except ValueError:
        return False
    return True
