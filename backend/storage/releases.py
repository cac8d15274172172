"""Releases: what each holds, and which one is chosen."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import String, func, select
from sqlalchemy.orm import Mapped, mapped_column

from backend.storage.columns import Json, UtcDateTime
from backend.storage.database import Model, db


class ReleaseRow(Model):
    """One built release and what it was made from; the one with the highest turn is served."""

    __tablename__ = "releases"

    id: Mapped[str] = mapped_column(String(16), primary_key=True)
    manifest: Mapped[dict[str, Any]] = mapped_column(Json)
    inputs: Mapped[str] = mapped_column(String(64))
    built_at: Mapped[datetime] = mapped_column(UtcDateTime)
    turn: Mapped[int]


def latest() -> ReleaseRow | None:
    """Give the chosen release, or None before the first is built."""
    return db.session.scalars(select(ReleaseRow).order_by(ReleaseRow.turn.desc()).limit(1)).first()


def one(release_id: str) -> ReleaseRow | None:
    """Give one release, or None."""
    return db.session.get(ReleaseRow, release_id)


def newest(limit: int) -> list[ReleaseRow]:
    """Give releases, the one chosen last first."""
    return list(db.session.scalars(select(ReleaseRow).order_by(ReleaseRow.turn.desc()).limit(limit)))


def next_turn() -> int:
    """Give the number that the next choice takes."""
    return (db.session.scalar(select(func.max(ReleaseRow.turn))) or 0) + 1


def add(row: ReleaseRow) -> None:
    """Add a row; the caller's transaction keeps it."""
    db.session.add(row)
