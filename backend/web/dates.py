"""Days and months as people write them in each language; always absolute."""

from __future__ import annotations

from datetime import date

from babel.dates import format_date

from backend.web import language

PATTERNS = {
    "vi": {3: "d/M/y", 2: "'tháng' M/y", 1: "y"},
    "en": {3: "d MMM y", 2: "MMMM y", 1: "y"},
}
"""Patterns of CLDR by language and by how much of the date is known: day, month or year."""


def short_date(value: date | str) -> str:
    """Give a day, or a date known only to the month or year (`2026-07`), in the page's language.

    Raises ValueError when the value is no date.
    """
    parts = [int(part) for part in str(value)[:10].split("-")]
    day = date(*[*parts, 1, 1][:3])
    return format_date(day, PATTERNS[language.current()][min(len(parts), 3)], locale=language.current())
