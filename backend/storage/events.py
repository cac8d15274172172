"""Events: facts that are only ever added."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime
from typing import Any

from sqlalchemy import Index, String, insert, select
from sqlalchemy.orm import Mapped, mapped_column

from backend.storage.columns import Json, UtcDateTime
from backend.storage.database import Model, db


class EventRow(Model):
    """One fact: what happened, when, by whom, to which dossier or submission."""

    __tablename__ = "events"
    __table_args__ = (Index("ix_events_dossier", "dossier", "id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    kind: Mapped[str] = mapped_column(String(32))
    at: Mapped[datetime] = mapped_column(UtcDateTime)
    by: Mapped[str | None] = mapped_column(String(36))
    dossier: Mapped[str | None] = mapped_column(String(10))
    submission: Mapped[str | None] = mapped_column(String(36))
    detail: Mapped[dict[str, Any]] = mapped_column(Json)


_ADD = insert(EventRow.__table__).inline()  # type: ignore[arg-type]


def add(**values: Any) -> None:
    """Add a fact; the caller's transaction keeps it."""
    db.session.execute(_ADD, values)


def of_dossier(code: str) -> list[EventRow]:
    """Give the facts about a dossier in the order they happened."""
    return list(db.session.scalars(select(EventRow).where(EventRow.dossier == code).order_by(EventRow.id)))


def last_of(code: str, kinds: Collection[str]) -> EventRow | None:
    """Give the newest fact of these kinds about a dossier."""
    query = select(EventRow).where(EventRow.dossier == code, EventRow.kind.in_(kinds))
    return db.session.scalars(query.order_by(EventRow.id.desc()).limit(1)).first()
