"""Find one version of a form, the newest, the one for a guide, or all."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from typing import Any

from backend.domain.errors import Code, Kind, Refusal, missing
from backend.domain.forms.record import Form, FormSummary, Withdrawal
from backend.domain.plain import from_plain
from backend.storage import forms as rows
from backend.storage.forms import FormRow


@dataclass(frozen=True, kw_only=True)
class PublishedForm:
    """One version of a form, since when it is published, and whether it was withdrawn."""

    form: Form
    published_at: datetime
    withdrawn: Withdrawal | None = None


def find(form_id: str, version: int) -> Form:
    """Give one version of a form, also a withdrawn one: what was sent with it must stay readable.

    Raises Refusal form_not_found or form_version_not_found.
    """
    return _form_of(_row(form_id, version))


def find_published(form_id: str, version: int) -> PublishedForm:
    """Give one version of a form with what became of it. Raises Refusal like `find`."""
    row = _row(form_id, version)
    return PublishedForm(form=_form_of(row), published_at=row.published_at, withdrawn=_withdrawal_of(row))


def usable(form_id: str, version: int) -> Form:
    """Give a version that may be sent. Raises Refusal like `find`, and form_withdrawn."""
    row = _row(form_id, version)
    if row.withdrawn_at is not None:
        raise Refusal(Kind.INVALID, Code.FORM_WITHDRAWN, form_id=form_id, version=version)
    return _form_of(row)


def latest(form_id: str) -> Form:
    """Give the newest version that may be sent. Raises Refusal form_not_found or form_withdrawn."""
    versions = rows.versions(form_id)
    if not versions:
        raise missing(Code.FORM_NOT_FOUND, form_id=form_id)
    for row in versions:
        if row.withdrawn_at is None:
            return _form_of(row)
    raise Refusal(Kind.INVALID, Code.FORM_WITHDRAWN, form_id=form_id)


def latest_for_guide(code: str) -> Form | None:
    """Give the newest form that may be sent for a procedure; None when there is none."""
    newest: dict[str, FormSummary] = {}
    for summary in published():
        if not summary.withdrawn:
            newest.setdefault(summary.id, summary)
    found = (summary for summary in newest.values() if code in summary.guides)
    return next((find(summary.id, summary.version) for summary in found), None)


def published() -> tuple[FormSummary, ...]:
    """Give every version of every form by id, the newest first; withdrawn ones are marked."""
    return _published(state())


State = tuple[tuple[str, int, str, bool], ...]


def state() -> State:
    """Give a value that differs when any form was published or withdrawn."""
    return tuple(rows.standing())


@lru_cache(maxsize=4)
def _published(_state: State) -> tuple[FormSummary, ...]:
    return tuple(_summary(row) for row in rows.every())


def _row(form_id: str, version: int) -> Any:
    row = rows.without_content(form_id, version) if abs(version) < 2**31 else None
    if row is not None:
        return row
    if rows.versions(form_id):
        raise missing(Code.FORM_VERSION_NOT_FOUND, form_id=form_id, version=version)
    raise missing(Code.FORM_NOT_FOUND, form_id=form_id)


def _withdrawal_of(row: Any) -> Withdrawal | None:
    if row.withdrawn_at is None:
        return None
    return Withdrawal(at=row.withdrawn_at, reason=row.withdrawn_reason or "")


def _summary(row: FormRow) -> FormSummary:
    form = _form_of(row)
    return FormSummary(
        id=form.id,
        version=form.version,
        guides=form.guides,
        title=form.title,
        short_title=form.short_title,
        withdrawn=row.withdrawn_at is not None,
    )


def _form_of(row: Any) -> Form:
    return _read(row.id, row.version, row.content_hash)


@lru_cache(maxsize=64)
def _read(form_id: str, version: int, _content_hash: str) -> Form:
    """Read the content once; the hash tells contents of one address in different databases apart."""
    return from_plain(Form, rows.content(form_id, version))
