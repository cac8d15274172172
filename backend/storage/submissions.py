"""Submissions as they were received: what is in clear, the rest locked at rest, and their receipts."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import ForeignKey, Index, LargeBinary, Row, String, bindparam, func, insert, select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Mapped, mapped_column

from backend.storage.columns import Json, UtcDateTime
from backend.storage.database import Model, db


class SubmissionRow(Model):
    """One submission; it is never changed, except that files arrive and its receipt says so.

    `author_id` is set only when the phone is or was bound to that person. Without JavaScript there
    is no phone. `content` and `receipt` are locked at rest.
    """

    __tablename__ = "submissions"
    __table_args__ = (Index("ix_submissions_phone_received", "phone_id", "received_at"),)

    id: Mapped[str] = mapped_column(String(36), primary_key=True)
    phone_id: Mapped[str | None] = mapped_column(String(36), ForeignKey("phones.id"))
    author_id: Mapped[str | None] = mapped_column(String(36), index=True)
    content_sha256: Mapped[str] = mapped_column(String(64))
    form_id: Mapped[str] = mapped_column(String(64))
    form_version: Mapped[int]
    commune_code: Mapped[str] = mapped_column(String(5))
    captured_at: Mapped[datetime] = mapped_column(UtcDateTime)
    received_at: Mapped[datetime] = mapped_column(UtcDateTime)
    app_release: Mapped[str] = mapped_column(String(16))
    incomplete: Mapped[bool]
    replaces: Mapped[str | None] = mapped_column(String(36), ForeignKey("submissions.id"))
    files: Mapped[list[dict[str, Any]]] = mapped_column(Json)
    kept_files: Mapped[list[str]] = mapped_column(Json)
    state: Mapped[str] = mapped_column(String(24))
    content: Mapped[bytes] = mapped_column(LargeBinary)
    receipt: Mapped[bytes] = mapped_column(LargeBinary)


_ROWS = SubmissionRow.__table__
_RECEIPT = select(_ROWS.c.id, _ROWS.c.phone_id, _ROWS.c.content_sha256, _ROWS.c.receipt).where(
    _ROWS.c.id == bindparam("id")
)
_SENT_SINCE = select(func.count(), func.min(_ROWS.c.received_at)).where(
    _ROWS.c.phone_id == bindparam("phone_id"), _ROWS.c.received_at > bindparam("moment", type_=UtcDateTime)
)
_ADD = insert(_ROWS)  # type: ignore[arg-type]


def one(submission_id: str) -> SubmissionRow | None:
    """Give one submission, or None."""
    return db.session.get(SubmissionRow, submission_id)


def receipt(submission_id: str) -> Row[Any] | None:
    """Give id, phone_id, content_sha256 and receipt of one submission, or None."""
    return db.session.execute(_RECEIPT, {"id": submission_id}).one_or_none()


def add_once(**values: Any) -> bool:
    """Add a submission unless its id is there; tells whether it was added.

    This waits for another transaction that is adding the same id. After False the caller's transaction
    can only be left.
    """
    try:
        db.session.execute(_ADD, values)
    except IntegrityError:
        return False
    return True


def received_since(phone_id: str, moment: datetime) -> tuple[int, datetime | None]:
    """Give how many submissions a phone sent since a moment, and when the first of these arrived."""
    count, first = db.session.execute(_SENT_SINCE, {"phone_id": phone_id, "moment": moment}).one()
    return count, first


def any_kept() -> bool:
    """Tell whether any submission was ever received."""
    return db.session.scalar(select(SubmissionRow.id).limit(1)) is not None
