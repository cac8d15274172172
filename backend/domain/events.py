"""Events: past-tense facts, only ever added, that the people concerned can read later."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Any

from backend.domain.clock import now
from backend.storage import events as rows


class Event(StrEnum):
    """What can have happened; each has a label in both languages (`macros/events.html`)."""

    DOSSIER_OPENED = "dossier_opened"
    DOSSIER_VIEWED = "dossier_viewed"
    CHECK_STARTED = "check_started"
    MARKS_KEPT = "marks_kept"
    ITEMS_RETURNED = "items_returned"
    CORRECTION_ARRIVED = "correction_arrived"
    DOSSIER_COMPLETED = "dossier_completed"
    DOSSIER_REOPENED = "dossier_reopened"
    DOSSIER_FILED = "dossier_filed"
    RETURNED_BY_AUTHORITY = "returned_by_authority"
    DOSSIER_WITHDRAWN = "dossier_withdrawn"
    DOSSIER_CLOSED = "dossier_closed"


@dataclass(frozen=True)
class Fact:
    """One event as it was recorded; `by` is a person's id, `detail` holds ids and codes only."""

    kind: Event
    at: datetime
    by: str | None
    dossier: str | None
    submission: str | None
    detail: dict[str, Any] = field(default_factory=dict)


def record(
    kind: Event,
    *,
    dossier: str | None = None,
    submission: str | None = None,
    by: str | None = None,
    detail: dict[str, Any] | None = None,
) -> None:
    """Add a fact inside the caller's transaction. `detail` names ids and codes, never answers."""
    rows.add(kind=kind.value, at=now(), by=by, dossier=dossier, submission=submission, detail=detail or {})


def of_dossier(code: str) -> tuple[Fact, ...]:
    """Give what happened to a dossier, in order; views are among it."""
    return tuple(_fact(row) for row in rows.of_dossier(code))


def last_change(code: str) -> Fact | None:
    """Give the newest fact about a dossier that is more than a look at it."""
    row = rows.last_of(code, [kind.value for kind in Event if kind is not Event.DOSSIER_VIEWED])
    return _fact(row) if row else None


def _fact(row: rows.EventRow) -> Fact:
    return Fact(Event(row.kind), row.at, row.by, row.dossier, row.submission, row.detail)
