"""Moments and waits as people say them: 7:31 today, 3 hours 32 minutes."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from flask_babel import gettext as _
from flask_babel import ngettext

from backend.domain.clock import now
from backend.domain.dossiers import VIETNAM
from backend.web.dates import short_date


def moment(value: datetime) -> str:
    """Give a moment of today, of yesterday, or of an older day, in the time of Vietnam."""
    here, today = value.astimezone(VIETNAM), now().astimezone(VIETNAM).date()
    time = f"{here.hour}:{here.minute:02}"
    if here.date() == today:
        return str(_("%(time)s today", time=time))
    if here.date() == today - timedelta(days=1):
        return str(_("%(time)s yesterday", time=time))
    return str(_("%(time)s on %(day)s", time=time, day=short_date(here.date())))


def sent_moment(value: str) -> str:
    """Give a moment that a phone wrote down; what is no moment, or has no day here, is given as it is."""
    try:
        written = datetime.fromisoformat(value)
        return moment(written if written.tzinfo else written.replace(tzinfo=UTC))
    except (ValueError, OverflowError):
        return value


def wait(since: datetime) -> str:
    """Give how long ago a moment was: days, or hours and minutes, or minutes."""
    minutes = int((now() - since).total_seconds()) // 60
    hours, rest = divmod(minutes, 60)
    if hours >= 24:
        return str(ngettext("%(num)s day", "%(num)s days", hours // 24))
    if hours and rest:
        return str(_("%(hours)s h %(minutes)s min", hours=hours, minutes=rest))
    if hours:
        return str(ngettext("%(num)s hour", "%(num)s hours", hours))
    return str(ngettext("%(num)s minute", "%(num)s minutes", minutes))
