"""One step of a dossier: look it up in the table, write the fact, tell phone and person."""

from __future__ import annotations

from typing import Any

from backend.domain import events, feeds
from backend.domain.clock import now
from backend.domain.dossiers._keep import dossier_of
from backend.domain.dossiers._moves import FACTS, MOVES
from backend.domain.dossiers._record import Dossier, State, Verb
from backend.domain.errors import Code, Kind, Refusal
from backend.storage import dossiers as rows

SILENT = {Verb.KEEP_MARKS}
"""What stays inside the desk: phones are not told."""


def step(
    row: rows.DossierRow, verb: Verb, *, by: str | None, detail: dict[str, Any] | None = None
) -> Dossier:
    """Move a claimed row inside the caller's transaction. Raises Refusal move_not_allowed."""
    target = MOVES.get((State(row.state), verb))
    if target is None:
        raise Refusal(Kind.CONFLICT, Code.MOVE_NOT_ALLOWED, state=row.state, verb=verb.value)
    row.state, row.version, row.changed_at = target.value, row.version + 1, now()
    events.record(
        FACTS[verb],
        dossier=row.code,
        submission=row.submission_id,
        by=by,
        detail={**(detail or {}), "version": row.version},
    )
    dossier = dossier_of(row)
    if verb not in SILENT:
        feeds.tell(phone_id=row.phone_id, person_id=row.author_id, change=_change(dossier))
    return dossier


def _change(dossier: Dossier) -> feeds.Change:
    """What went back is told only while it is back: later it is the past."""
    items = dossier.items if dossier.state is State.RETURNED else ()
    return feeds.Change(
        submission=dossier.submission_id,
        code=dossier.code,
        version=dossier.version,
        state=dossier.state.value,
        at=dossier.changed_at,
        items=tuple(feeds.ItemReason(item.item, item.reason.value, item.note) for item in items),
        portal_code=dossier.portal_code,
        portal_code_at=dossier.filed_at,
    )
