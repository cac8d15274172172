"""Guides as they were written or imported: one row for each code and collection."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from sqlalchemy import String, select
from sqlalchemy.orm import Mapped, mapped_column

from backend.storage.columns import Json, UtcDateTime
from backend.storage.database import Model, db


class GuideRow(Model):
    """One guide of one collection; `rank` decides which collection is shown (lowest first)."""

    __tablename__ = "guides"

    code: Mapped[str] = mapped_column(String(16), primary_key=True)
    collection: Mapped[str] = mapped_column(String(24), primary_key=True)
    rank: Mapped[int]
    content: Mapped[dict[str, Any]] = mapped_column(Json)
    content_hash: Mapped[str] = mapped_column(String(64))
    changed_at: Mapped[datetime] = mapped_column(UtcDateTime, index=True)


def best(code: str) -> GuideRow | None:
    """Give the row of a code whose collection ranks first."""
    query = (
        select(GuideRow).where(GuideRow.code == code).order_by(GuideRow.rank, GuideRow.collection).limit(1)
    )
    return db.session.scalars(query).first()


def best_of_each() -> list[GuideRow]:
    """Give, for every code in order, the row whose collection ranks first."""
    rows = db.session.scalars(select(GuideRow).order_by(GuideRow.code, GuideRow.rank, GuideRow.collection))
    shown: dict[str, GuideRow] = {}
    for row in rows:
        shown.setdefault(row.code, row)
    return list(shown.values())


def of_collection(collection: str, codes: Iterable[str]) -> dict[str, GuideRow]:
    """Give the rows of a collection by code."""
    query = select(GuideRow).where(GuideRow.collection == collection, GuideRow.code.in_(list(codes)))
    return {row.code: row for row in db.session.scalars(query)}


def add(row: GuideRow) -> None:
    """Add a row; the caller's transaction keeps it."""
    db.session.add(row)


def last_change() -> tuple[int, datetime | None]:
    """Give how many rows there are and when one last changed: enough to know a list is stale."""
    count = db.session.scalar(select(db.func.count()).select_from(GuideRow)) or 0
    return count, db.session.scalar(select(db.func.max(GuideRow.changed_at)))
