"""Read dossiers: one, the queue of communes, what happened to one."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime

from backend.domain import events
from backend.domain.dossiers._keep import dossier_of
from backend.domain.dossiers._record import Dossier, State
from backend.domain.errors import Code, missing
from backend.storage import dossiers as rows
from backend.storage.database import transaction


def find(code: str, *, communes: Collection[str] | None) -> Dossier:
    """Give a dossier of these communes; None: of any.

    Raises Refusal dossier_not_found, for a dossier of another commune too.
    """
    row = rows.one(code)
    if row is None or (communes is not None and row.commune_code not in communes):
        raise missing(Code.DOSSIER_NOT_FOUND)
    return dossier_of(row)


def of_submission(submission_id: str) -> Dossier | None:
    """Give the dossier that shows a submission, or has shown it before a correction came."""
    code = rows.code_of(submission_id)
    row = rows.one(code) if code else None
    return dossier_of(row) if row else None


def submissions_of(code: str) -> tuple[str, ...]:
    """Give the submissions that a dossier shows or has shown."""
    return tuple(rows.submissions_of(code))


def queue(
    communes: Collection[str] | None, states: Collection[State], *, limit: int = 50, offset: int = 0
) -> tuple[Dossier, ...]:
    """Give the dossiers of communes in these states, those that wait longest first.

    A correction that no officer has looked at is listed with the new ones, though its check goes on.
    """
    listed = rows.queue(communes, [state.value for state in states], limit, offset)
    return tuple(dossier_of(row) for row in listed)


def lacks_files(code: str) -> bool:
    """Tell whether files that the sender named have not arrived yet."""
    return rows.lacks_files(code)


def lacking_files(communes: Collection[str] | None, *, before: datetime) -> tuple[Dossier, ...]:
    """Give the dossiers that were sent before a moment and still wait for files."""
    return tuple(dossier_of(row) for row in rows.lacking_files(communes, before))


def counts(communes: Collection[str] | None) -> dict[State, int]:
    """Give how many dossiers of communes `queue` lists for each state."""
    counted = rows.counts(communes)
    return {state: counted.get(state.value, 0) for state in State}


def history(code: str) -> tuple[events.Fact, ...]:
    """Give what happened to a dossier, in order; every look at it is among it."""
    return events.of_dossier(code)


def viewed(dossier: Dossier, *, by: str) -> None:
    """Note that a person looked at the answers: the one they are about may ask who did."""
    with transaction():
        events.record(
            events.Event.DOSSIER_VIEWED, dossier=dossier.code, submission=dossier.submission_id, by=by
        )
