"""Who published a file's facts, and from when our copy is: as exact as the file says."""

from __future__ import annotations

import re

from backend.domain.guides.record import Source
from backend.domain.partial_date import is_partial_date

PORTAL = {"vi": "Cổng Dịch vụ công quốc gia", "en": "National Public Service Portal"}
CRAWLED_ON = "2026-07"  # the public crawl of June and July 2026; raw records do not repeat it
ANY_YEAR = 2100  # no copy tells its day: any year may be right

_MONTHS = [
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
]
_DAY = re.compile(r"\b(20\d\d)-([01]\d)(?:-([0-3]\d))?\b", re.ASCII)
_NAMED_MONTH = re.compile(rf"\b({'|'.join(_MONTHS)})\s+(20\d\d)\b")


def captured_on(told: str | None) -> str | None:
    """Find the day or month of capture in the words of a source; None where it tells none."""
    if told and (day := _DAY.search(told)) and is_partial_date(day.group(0)):
        return day.group(0)
    if told and (month := _NAMED_MONTH.search(told)):
        return f"{month.group(2)}-{_MONTHS.index(month.group(1)) + 1:02}"
    return None


def source_of(told: str | None, *, decision_no: str | None = None, url: str | None = None) -> Source:
    """Give the source of one record from the sentence in which its file names it."""
    publisher = PORTAL if told is None or "national portal" in told else {"vi": told}
    return Source(publisher=publisher, captured_on=captured_on(told), decision_no=decision_no, url=safe(url))


def safe(url: str | None) -> str | None:
    """Give an address only if it is a plain web address; anything else must not become a link."""
    return url if url and re.fullmatch(r"https?://[^\s\"'<>\\]{1,500}", url) else None
