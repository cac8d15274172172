"""Submissions as they were received: what is in clear, the rest locked at rest, and their receipts."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import ForeignKey, Index, LargeBinary, String, func, insert, select
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


def one(submission_id: str) -> SubmissionRow | None:
    """Give one submission, or None."""
    return db.session.get(SubmissionRow, submission_id)


def add_once(**values: Any) -> bool:
    """Add a submission unless its id is there; tells whether it was added.

    This waits for another transaction that is adding the same id. After False the caller's transaction
    can only be left. (ON CONFLICT is compiled anew each time, which costs as much as the commit.)
    """
    try:
        db.session.execute(insert(SubmissionRow.__table__), values)  # type: ignore[arg-type]
    except IntegrityError:
        return False
    return True


def received_since(phone_id: str, moment: datetime) -> tuple[int, datetime | None]:
    """Give how many submissions a phone sent since a moment, and when the first of these arrived."""
    query = select(func.count(), func.min(SubmissionRow.received_at)).where(
        SubmissionRow.phone_id == phone_id, SubmissionRow.received_at > moment
    )
    count, first = db.session.execute(query).one()
    return count, first


def any_kept() -> bool:
    """Tell whether any submission was ever received."""
    return db.session.scalar(select(SubmissionRow.id).limit(1)) is not None


def ids_of_phone(phone_id: str) -> Sequence[str]:
    """Give the ids of a phone's submissions, oldest first."""
    query = select(SubmissionRow.id).where(SubmissionRow.phone_id == phone_id)
    return db.session.scalars(query.order_by(SubmissionRow.received_at)).all()
