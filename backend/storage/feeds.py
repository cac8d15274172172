"""Feeds: what happened to dossiers, in the order of the commits, one feed for each phone and person."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import BigInteger, ForeignKey, LargeBinary, String, delete, func, select, text
from sqlalchemy.orm import Mapped, mapped_column

from backend.storage.columns import UtcDateTime
from backend.storage.database import Model, db


class FeedRow(Model):
    """One feed ("phone:…" or "person:…") and the position of its last change."""

    __tablename__ = "feeds"

    name: Mapped[str] = mapped_column(String(48), primary_key=True)
    position: Mapped[int] = mapped_column(BigInteger)


class ChangeRow(Model):
    """One change in a feed, locked at rest: it may hold a note that the desk wrote."""

    __tablename__ = "changes"

    feed: Mapped[str] = mapped_column(ForeignKey("feeds.name"), primary_key=True)
    position: Mapped[int] = mapped_column(BigInteger, primary_key=True)
    at: Mapped[datetime] = mapped_column(UtcDateTime, index=True)
    content: Mapped[bytes] = mapped_column(LargeBinary)


_TAKE = text(
    "INSERT INTO feeds (name, position) VALUES (:name, 1)"
    " ON CONFLICT (name) DO UPDATE SET position = feeds.position + 1 RETURNING position"
)
"""As text, because SQLAlchemy compiles its own ON CONFLICT anew each time."""


def next_position(feed: str) -> int:
    """Take the next position of a feed.

    The row stays locked until the commit, so positions have no gaps and follow the order of commits.
    """
    position: int = db.session.execute(_TAKE, {"name": feed}).scalar_one()
    return position


def add(feed: str, position: int, at: datetime, content: bytes) -> None:
    """Add a change; the caller's transaction keeps it."""
    db.session.add(ChangeRow(feed=feed, position=position, at=at, content=content))


def after(feed: str, position: int, limit: int) -> Sequence[ChangeRow]:
    """Give the changes of a feed behind a position, oldest first."""
    query = select(ChangeRow).where(ChangeRow.feed == feed, ChangeRow.position > position)
    return db.session.scalars(query.order_by(ChangeRow.position).limit(limit)).all()


def extent(feed: str) -> tuple[int, int]:
    """Give the position of the oldest change that is kept and of the last there was; 0 for none."""
    last = db.session.scalar(select(FeedRow.position).where(FeedRow.name == feed)) or 0
    oldest = db.session.scalar(select(func.min(ChangeRow.position)).where(ChangeRow.feed == feed))
    return oldest or 0, last


def drop_before(moment: datetime) -> int:
    """Drop the changes of before a moment; gives how many. Positions are never taken again."""
    query = delete(ChangeRow).where(ChangeRow.at < moment).returning(ChangeRow.position)
    return len(db.session.execute(query).all())
