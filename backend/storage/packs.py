"""Packs on offer: for each group and language the file that holds its pages."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import String, select
from sqlalchemy.orm import Mapped, mapped_column

from backend.storage.columns import UtcDateTime
from backend.storage.database import Model, db


class PackRow(Model):
    """One pack in one language; `size` is unpacked, `compressed` is what travels."""

    __tablename__ = "packs"

    pack: Mapped[str] = mapped_column(String(32), primary_key=True)
    language: Mapped[str] = mapped_column(String(2), primary_key=True)
    sha256: Mapped[str] = mapped_column(String(64))
    size: Mapped[int]
    compressed: Mapped[int]
    guides: Mapped[int]
    built_at: Mapped[datetime] = mapped_column(UtcDateTime)


def every() -> list[PackRow]:
    """Give all packs in order of language and name."""
    return list(db.session.scalars(select(PackRow).order_by(PackRow.language, PackRow.pack)))


def one(pack: str, language: str) -> PackRow | None:
    """Give one pack, or None."""
    return db.session.get(PackRow, (pack, language))


def add(row: PackRow) -> None:
    """Add a row; the caller's transaction keeps it."""
    db.session.add(row)


def remove(row: PackRow) -> None:
    """Remove a row; the caller's transaction keeps it so."""
    db.session.delete(row)
