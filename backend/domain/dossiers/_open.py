"""Open a dossier for a submission that arrived whole, or let it correct the dossier it names."""

from __future__ import annotations

from typing import Any

from backend.domain import events
from backend.domain.clock import now
from backend.domain.dossiers._code import make_code
from backend.domain.dossiers._keep import dossier_of
from backend.domain.dossiers._moves import is_allowed
from backend.domain.dossiers._record import Dossier, State, Verb
from backend.domain.dossiers._step import step
from backend.domain.errors import Code, Kind, Refusal, missing
from backend.storage import dossiers as rows


def open_for(
    submission_id: str,
    *,
    commune_code: str,
    form_id: str,
    form_version: int,
    guide: str | None = None,
    incomplete: bool = False,
    replaces: str | None = None,
    phone_id: str | None = None,
    author_id: str | None = None,
    code: str | None = None,
) -> Dossier:
    """Give the dossier of a submission, inside the caller's transaction.

    Takes the id of the submission and of the one it `replaces`; `author_id` is a person only when
    the phone is or was bound to that person. The same submission again gives the same dossier. `code`
    was made before the transaction by a caller who knows that this submission is new.
    Raises Refusal replaced_not_found, or dossier_closed when that dossier takes no correction.
    """
    known = None if code else rows.code_of(submission_id)
    if known is not None:
        return dossier_of(_claimed(known))
    fresh = {
        "submission_id": submission_id,
        "form_id": form_id,
        "form_version": form_version,
        "guide": guide,
        "incomplete": incomplete,
        "phone_id": phone_id,
        "author_id": author_id,
        "arrived_at": now(),
    }
    if replaces is None:
        return _opened(fresh, commune_code, code)
    code = code or rows.code_of(replaces)
    if code is None:
        raise missing(Code.REPLACED_NOT_FOUND)
    return _corrected(_claimed(code), fresh)


def _opened(fresh: dict[str, Any], commune_code: str, code: str | None) -> Dossier:
    if code is None:
        code = make_code()
        while rows.one(code) is not None:
            code = make_code()
    moment, submission_id = fresh["arrived_at"], fresh["submission_id"]
    values = fresh | {
        "code": code,
        "commune_code": commune_code,
        "state": State.NEW.value,
        "version": 1,
        "officer_id": None,
        "opened_at": moment,
        "changed_at": moment,
    }
    rows.add(**values)
    events.record(events.Event.DOSSIER_OPENED, dossier=code, submission=submission_id, by=fresh["author_id"])
    return Dossier(**values | {"state": State.NEW})


def _corrected(row: rows.DossierRow, fresh: dict[str, Any]) -> Dossier:
    if not is_allowed(State(row.state), Verb.CORRECT):
        raise Refusal(Kind.CONFLICT, Code.DOSSIER_CLOSED, state=row.state)
    before = row.submission_id
    row.corrects = dossier_of(row).marked_on or before
    for name, value in fresh.items():
        setattr(row, name, value)
    rows.link(row.code, row.submission_id)
    return step(row, Verb.CORRECT, by=row.author_id, detail={"replaces": before})


def _claimed(code: str) -> rows.DossierRow:
    row = rows.claim(code)
    if row is None:
        raise missing(Code.DOSSIER_NOT_FOUND)
    return row
