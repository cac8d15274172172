"""How long something has waited, without the days on which no desk is open."""

from __future__ import annotations

from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

VIETNAM = ZoneInfo("Asia/Ho_Chi_Minh")
WEEKEND = (5, 6)


def waited(since: datetime, until: datetime) -> timedelta:
    """Give the time between two moments without Saturdays and Sundays of Vietnam.

    Holidays are not known here yet, so around them the wait reads longer than it was.
    """
    here, end = since.astimezone(VIETNAM), until.astimezone(VIETNAM)
    total = timedelta()
    while here < end:
        midnight = datetime.combine(here.date() + timedelta(days=1), time.min, VIETNAM)
        if here.weekday() not in WEEKEND:
            total += min(midnight, end) - here
        here = midnight
    return total
