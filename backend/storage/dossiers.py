"""Dossiers: where each stands, which submission it shows, what the desk noted."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime
from typing import Any

from sqlalchemy import (
    ColumnElement,
    ForeignKey,
    Index,
    LargeBinary,
    Row,
    String,
    and_,
    case,
    exists,
    func,
    insert,
    not_,
    select,
    true,
)
from sqlalchemy.orm import Mapped, mapped_column

from backend.storage.columns import UtcDateTime
from backend.storage.database import Model, db
from backend.storage.events import EventRow
from backend.storage.submissions import SubmissionRow


class DossierRow(Model):
    """One dossier. `corrects` is the submission that the desk last saw, where a correction came since.

    `review` holds marks and returned items, encrypted, because notes quote answers.
    """

    __tablename__ = "dossiers"
    __table_args__ = (Index("ix_dossiers_queue", "commune_code", "state", "arrived_at"),)

    code: Mapped[str] = mapped_column(String(10), primary_key=True)
    submission_id: Mapped[str] = mapped_column(String(36), unique=True)
    commune_code: Mapped[str] = mapped_column(ForeignKey("communes.code"))
    form_id: Mapped[str] = mapped_column(String(64))
    form_version: Mapped[int]
    guide: Mapped[str | None] = mapped_column(String(16))
    incomplete: Mapped[bool]
    state: Mapped[str] = mapped_column(String(16))
    version: Mapped[int]
    phone_id: Mapped[str | None] = mapped_column(String(36))
    author_id: Mapped[str | None] = mapped_column(String(36))
    officer_id: Mapped[str | None] = mapped_column(String(36))
    opened_at: Mapped[datetime] = mapped_column(UtcDateTime)
    arrived_at: Mapped[datetime] = mapped_column(UtcDateTime)
    changed_at: Mapped[datetime] = mapped_column(UtcDateTime)
    corrects: Mapped[str | None] = mapped_column(String(36))
    review: Mapped[bytes | None] = mapped_column(LargeBinary)
    portal_code: Mapped[str | None] = mapped_column(String(60))
    filed_at: Mapped[datetime | None] = mapped_column(UtcDateTime)


class DossierSubmissionRow(Model):
    """One submission that a dossier shows or has shown: corrections may name an earlier one."""

    __tablename__ = "dossier_submissions"

    submission_id: Mapped[str] = mapped_column(String(36), primary_key=True)
    dossier: Mapped[str] = mapped_column(ForeignKey("dossiers.code"))


def one(code: str) -> DossierRow | None:
    """Give a dossier."""
    return db.session.get(DossierRow, code)


def claim(code: str) -> DossierRow | None:
    """Give a dossier as it is now and hold it until the transaction ends."""
    query = select(DossierRow).where(DossierRow.code == code).with_for_update()
    return db.session.scalars(query, execution_options={"populate_existing": True}).first()


def code_of(submission_id: str) -> str | None:
    """Give the code of the dossier that shows or has shown a submission."""
    row = db.session.get(DossierSubmissionRow, submission_id)
    return row.dossier if row else None


def sender(submission_id: str) -> Row[Any] | None:
    """Give who sent a submission, for which form and commune, and the code of its dossier; or None."""
    sent = select(
        SubmissionRow.phone_id,
        SubmissionRow.author_id,
        SubmissionRow.form_id,
        SubmissionRow.commune_code,
        DossierSubmissionRow.dossier,
    ).join(DossierSubmissionRow, DossierSubmissionRow.submission_id == SubmissionRow.id)
    return db.session.execute(sent.where(SubmissionRow.id == submission_id)).one_or_none()


def submissions_of(code: str) -> list[str]:
    """Give the submissions that a dossier shows or has shown."""
    query = select(DossierSubmissionRow.submission_id).where(DossierSubmissionRow.dossier == code)
    return list(db.session.scalars(query.order_by(DossierSubmissionRow.submission_id)))


def queue(
    communes: Collection[str] | None, states: Collection[str], limit: int, offset: int
) -> list[DossierRow]:
    """Give the dossiers of communes that are listed with these states, oldest first; None: of all."""
    query = select(DossierRow).where(_within(communes), DossierRow.state.in_({*states, "in_check"}))
    query = query.where(_listed_with().in_(states))
    query = query.order_by(DossierRow.arrived_at, DossierRow.code)
    return list(db.session.scalars(query.limit(limit).offset(offset)))


def lacking_files(communes: Collection[str] | None, before: datetime) -> list[DossierRow]:
    """Give the dossiers whose submission came before a moment and still waits for files."""
    query = select(DossierRow).join(SubmissionRow, SubmissionRow.id == DossierRow.submission_id)
    query = query.where(_within(communes), SubmissionRow.state == "waiting_for_files")
    query = query.where(DossierRow.arrived_at < before).order_by(DossierRow.arrived_at, DossierRow.code)
    return list(db.session.scalars(query))


def lacks_files(code: str) -> bool:
    """Tell whether the submission of a dossier still waits for files."""
    query = select(SubmissionRow.id).join(DossierRow, SubmissionRow.id == DossierRow.submission_id)
    query = query.where(DossierRow.code == code, SubmissionRow.state == "waiting_for_files")
    return db.session.scalars(query).first() is not None


def counts(communes: Collection[str] | None) -> dict[str, int]:
    """Give how many dossiers of communes are listed with each state."""
    listed = select(_listed_with().label("state")).where(_within(communes)).subquery()
    query = select(listed.c.state, func.count()).group_by(listed.c.state)
    return {row.state: row[1] for row in db.session.execute(query)}


_ADD = insert(DossierRow.__table__)  # type: ignore[arg-type]
_LINK = insert(DossierSubmissionRow.__table__)  # type: ignore[arg-type]


def add(**values: Any) -> None:
    """Add a dossier with its submission; the caller's transaction keeps both."""
    db.session.execute(_ADD, values)
    link(values["code"], values["submission_id"])


def link(code: str, submission_id: str) -> None:
    """Note that a dossier shows a submission; the caller's transaction keeps it."""
    db.session.execute(_LINK, {"submission_id": submission_id, "dossier": code})


SEEN = ("dossier_viewed", "check_started")


def _listed_with() -> ColumnElement[str]:
    """Give the state a dossier is listed with: a correction that nobody looked at waits like a new one."""
    seen = exists().where(
        EventRow.dossier == DossierRow.code,
        EventRow.submission == DossierRow.submission_id,
        EventRow.kind.in_(SEEN),
    )
    waits = and_(DossierRow.state == "in_check", DossierRow.corrects.is_not(None), not_(seen))
    return case((waits, "new"), else_=DossierRow.state)


def _within(communes: Collection[str] | None) -> ColumnElement[bool]:
    return true() if communes is None else DossierRow.commune_code.in_(communes)
