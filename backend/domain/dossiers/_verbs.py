"""What officers do with a dossier; each verb names the version it is based on."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from contextlib import contextmanager
from datetime import date

from backend.domain import events
from backend.domain.clock import now
from backend.domain.dossiers._keep import keep_review, returned_before
from backend.domain.dossiers._marks import (
    refuse_open_items,
    refuse_unread_words,
    refuse_wrong_notes,
    returned,
    without_notes,
)
from backend.domain.dossiers._record import Dossier, Marks, Source, State, Verb
from backend.domain.dossiers._step import step
from backend.domain.errors import Code, Kind, Refusal, missing
from backend.storage import dossiers as rows
from backend.storage.database import transaction

LONGEST_PORTAL_CODE = 60


def start_check(code: str, *, version: int, by: str) -> Dossier:
    """Begin to check a new dossier, or take a check over. Raises Refusal dossier_changed."""
    with _held(code, version) as row:
        return _started(row, by)


def keep_marks(code: str, marks: Marks, *, version: int, by: str) -> Dossier:
    """Keep marks to go on later. Raises Refusal dossier_changed, move_not_allowed, note_wrong."""
    refuse_wrong_notes(marks)
    right = sum(mark.is_right for mark in marks.values())
    with _held(code, version) as row:
        _start_if_new(row, by)
        keep_review(row, marks, returned_before(row))
        return step(row, Verb.KEEP_MARKS, by=by, detail={"right": right, "returned": len(marks) - right})


def return_items(code: str, marks: Marks, *, version: int, by: str) -> Dossier:
    """Send back the items that are marked so, and keep all marks for the correction.

    Raises Refusal nothing_returned, reason_missing, note_wrong, dossier_changed, move_not_allowed.
    """
    items = returned(marks)
    with _held(code, version) as row:
        refuse_unread_words(row.author_id, items)
        _start_if_new(row, by)
        keep_review(row, marks, items)
        return step(row, Verb.RETURN_ITEMS, by=by, detail={"items": without_notes(items)})


def complete(code: str, marks: Marks, *, needed: Collection[str], version: int, by: str) -> Dossier:
    """Say that the dossier is whole and ready to be filed: every needed item was marked right.

    Raises Refusal marks_missing with the ids of the items, files_missing while declared files are not
    here, dossier_changed, move_not_allowed.
    """
    refuse_open_items(marks, needed)
    with _held(code, version) as row:
        if rows.lacks_files(code):
            raise Refusal(Kind.CONFLICT, Code.FILES_MISSING)
        _start_if_new(row, by)
        keep_review(row, marks, ())
        return step(row, Verb.COMPLETE, by=by)


def reopen(code: str, *, version: int, by: str) -> Dossier:
    """Put a complete dossier back into check: it was a mistake. Raises Refusal dossier_changed."""
    with _held(code, version) as row:
        row.officer_id = by
        return step(row, Verb.REOPEN, by=by)


def file(code: str, portal_code: str, *, version: int, by: str) -> Dossier:
    """Note that the dossier was filed on the national portal, under the portal's own code.

    The code is kept as typed, whatever its shape. Raises Refusal portal_code_wrong when there is
    none or it is longer than 60 characters, dossier_changed, move_not_allowed.
    """
    typed = portal_code.strip()
    if not 1 <= len(typed) <= LONGEST_PORTAL_CODE or not typed.isprintable():
        raise Refusal(Kind.INVALID, Code.PORTAL_CODE_WRONG)
    with _held(code, version) as row:
        row.portal_code, row.filed_at = typed, now()
        return step(row, Verb.FILE, by=by, detail={"portal_code": typed})


def returned_by_authority(
    code: str, marks: Marks, *, source: Source, on: date, version: int, by: str
) -> Dossier:
    """Note that the authority asked for more after filing: which items, who said so, on which day.

    Raises Refusal nothing_returned, reason_missing, note_wrong, day_wrong, dossier_changed.
    """
    if on > now().date():
        raise Refusal(Kind.INVALID, Code.DAY_WRONG)
    items = returned(marks)
    with _held(code, version) as row:
        refuse_unread_words(row.author_id, items)
        keep_review(row, marks, items)
        detail = {"items": without_notes(items), "source": source.value, "on": on.isoformat()}
        return step(row, Verb.RETURNED_BY_AUTHORITY, by=by, detail=detail)


def withdraw(code: str, *, version: int, by: str | None) -> Dossier:
    """Note that the resident withdrew, before filing. Raises Refusal dossier_changed, move_not_allowed."""
    with _held(code, version) as row:
        return step(row, Verb.WITHDRAW, by=by)


def close(code: str, *, version: int, by: str) -> Dossier:
    """Close a filed dossier. Raises Refusal dossier_changed, move_not_allowed."""
    with _held(code, version) as row:
        return step(row, Verb.CLOSE, by=by)


@contextmanager
def _held(code: str, version: int) -> Iterator[rows.DossierRow]:
    """Hold a dossier in one transaction, if it still is what the officer saw."""
    with transaction():
        row = rows.claim(code)
        if row is None:
            raise missing(Code.DOSSIER_NOT_FOUND)
        if row.version != version:
            last = events.last_change(code)
            raise Refusal(
                Kind.CONFLICT,
                Code.DOSSIER_CHANGED,
                what=last.kind.value if last else None,
                by=last.by if last else None,
                at=last.at.isoformat() if last else None,
            )
        yield row


def _start_if_new(row: rows.DossierRow, by: str) -> None:
    if row.state == State.NEW:
        _started(row, by)
    elif row.state == State.IN_CHECK:
        row.officer_id = by


def _started(row: rows.DossierRow, by: str) -> Dossier:
    row.officer_id = by
    return step(row, Verb.START_CHECK, by=by)
