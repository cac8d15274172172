"""Read submissions: what was sealed, what is in clear, the receipt again."""

from __future__ import annotations

import json
from datetime import date, datetime, timedelta, timezone

from backend.domain.at_rest import lock, unlock
from backend.domain.errors import Code, Kind, Refusal, missing
from backend.domain.phones import Phone
from backend.domain.plain import from_plain, to_plain
from backend.domain.receipts import Kept
from backend.domain.submissions._record import Clear, Received, SealedContent, SentFile, State
from backend.storage import submissions as rows
from backend.storage.submissions import SubmissionRow

VIETNAM = timezone(timedelta(hours=7))


def content_of(submission_id: str) -> SealedContent:
    """Give what a phone sealed. Raises Refusal submission_not_found, key_lost, content_damaged."""
    opened = unlock("submissions", submission_id, _row(submission_id).content)
    return from_plain(SealedContent, json.loads(opened))


def received(submission_id: str) -> Received:
    """Give a submission without what was sealed. Raises Refusal submission_not_found."""
    row = _row(submission_id)
    clear = Clear(
        form_id=row.form_id,
        form_version=row.form_version,
        commune_code=row.commune_code,
        captured_at=row.captured_at,
        app_release=row.app_release,
        incomplete=row.incomplete,
        replaces=row.replaces,
        files=tuple(SentFile(**file) for file in row.files),
        kept_files=tuple(row.kept_files),
    )
    return Received(
        id=row.id,
        clear=clear,
        phone_id=row.phone_id,
        author_id=row.author_id,
        state=State(row.state),
        received_at=row.received_at,
    )


def day_in_vietnam(moment: datetime) -> date:
    """Give the day in Vietnam, which has one time zone."""
    return moment.astimezone(VIETNAM).date()


def receipt_of(submission_id: str, *, phone: Phone) -> Kept:
    """Give the receipt again to the phone that sent it. Raises Refusal submission_not_found for others."""
    row = rows.receipt(submission_id)
    if row is None or row.phone_id != phone.id:
        raise missing(Code.SUBMISSION_NOT_FOUND)
    return opened_receipt(row.id, row.receipt)


def already_kept(submission_id: str, *, content_sha256: str, phone: Phone | None) -> Kept | None:
    """Give the first receipt of a submission that is sent again, None for one that is new.

    Raises Refusal submission_conflict when the bytes differ, and when another phone sends the same:
    the receipt holds a secret that is not its own.
    """
    row = rows.receipt(submission_id)
    if row is None:
        return None
    if row.content_sha256 != content_sha256 or row.phone_id != (phone and phone.id):
        raise Refusal(Kind.CONFLICT, Code.SUBMISSION_CONFLICT)
    return opened_receipt(row.id, row.receipt)


def opened_receipt(submission_id: str, locked: bytes) -> Kept:
    """Give the receipt that a row keeps, byte for byte as it was signed."""
    receipt, slip = json.loads(unlock("receipts", submission_id, locked))
    return Kept(receipt, slip)


def locked_receipt(submission_id: str, kept: Kept) -> bytes:
    """Give a receipt as a row keeps it: it holds the secret that opens the resident's page."""
    return lock("receipts", submission_id, json.dumps([kept.receipt, kept.slip]).encode())


def locked_content(submission_id: str, content: SealedContent) -> bytes:
    """Give what was sealed as a row keeps it."""
    plain = json.dumps(to_plain(content), ensure_ascii=False, separators=(",", ":"))
    return lock("submissions", submission_id, plain.encode())


def any_kept() -> bool:
    """Tell whether anything was ever received: then the keys must not be made anew."""
    return rows.any_kept()


def _row(submission_id: str) -> SubmissionRow:
    row = rows.one(submission_id)
    if row is None:
        raise missing(Code.SUBMISSION_NOT_FOUND)
    return row
