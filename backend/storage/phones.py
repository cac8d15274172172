"""Phones, known by the hash of their secret, and the people they are or were bound to."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import ForeignKey, Index, Row, String, bindparam, select, text, update
from sqlalchemy.orm import Mapped, mapped_column

from backend.storage.columns import UtcDateTime
from backend.storage.database import Model, db


class PhoneRow(Model):
    """One phone; the secret itself is never stored."""

    __tablename__ = "phones"

    id: Mapped[str] = mapped_column(String(36), primary_key=True)
    secret_hash: Mapped[str] = mapped_column(String(64), unique=True)
    made_at: Mapped[datetime] = mapped_column(UtcDateTime)
    person_id: Mapped[str | None] = mapped_column(String(36), index=True)
    bound_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    revoked_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    revoked_by: Mapped[str | None] = mapped_column(String(36))


class PhoneBindingRow(Model):
    """One stretch of time during which a phone belonged to a person."""

    __tablename__ = "phone_bindings"
    __table_args__ = (Index("ix_phone_bindings_phone_person", "phone_id", "person_id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    phone_id: Mapped[str] = mapped_column(String(36), ForeignKey("phones.id"))
    person_id: Mapped[str] = mapped_column(String(36))
    bound_at: Mapped[datetime] = mapped_column(UtcDateTime)
    ended_at: Mapped[datetime | None] = mapped_column(UtcDateTime)


_PHONES = PhoneRow.__table__.c
_WITH_HASH = select(_PHONES.id, _PHONES.person_id, _PHONES.revoked_at).where(
    _PHONES.secret_hash == bindparam("secret_hash")
)


def with_hash(secret_hash: str) -> Row[Any] | None:
    """Give id, person_id and revoked_at of the phone whose secret has this hash, or None."""
    return db.session.execute(_WITH_HASH, {"secret_hash": secret_hash}).one_or_none()


def one(phone_id: str) -> PhoneRow | None:
    """Give one phone, locked against other writers where the database can, or None."""
    return db.session.get(PhoneRow, phone_id, with_for_update=True)


def of_person(person_id: str) -> Sequence[PhoneRow]:
    """Give the phones bound to a person now, the newest binding first."""
    query = select(PhoneRow).where(PhoneRow.person_id == person_id)
    return db.session.scalars(query.order_by(PhoneRow.bound_at.desc())).all()


_ADD_ONCE = text(
    "INSERT INTO phones (id, secret_hash, made_at) VALUES (:id, :secret_hash, :made_at)"
    " ON CONFLICT DO NOTHING"
).bindparams(bindparam("made_at", type_=UtcDateTime))
"""As text, because SQLAlchemy compiles its own ON CONFLICT anew each time."""


def add_once(phone_id: str, secret_hash: str, made_at: datetime) -> None:
    """Add a phone unless it is there; two requests of a new phone may arrive together."""
    db.session.execute(_ADD_ONCE, {"id": phone_id, "secret_hash": secret_hash, "made_at": made_at})


def was_bound(phone_id: str, person_id: str) -> bool:
    """Tell whether a phone is or was bound to a person."""
    query = select(PhoneBindingRow.id).where(
        PhoneBindingRow.phone_id == phone_id, PhoneBindingRow.person_id == person_id
    )
    return db.session.scalar(query.limit(1)) is not None


def bindings_of(phone_id: str) -> Sequence[PhoneBindingRow]:
    """Give every person that a phone was bound to, the first first."""
    query = select(PhoneBindingRow).where(PhoneBindingRow.phone_id == phone_id)
    return db.session.scalars(query.order_by(PhoneBindingRow.id)).all()


def add_binding(row: PhoneBindingRow) -> None:
    """Note that a phone belongs to a person from now on; the caller's transaction keeps it."""
    db.session.add(row)


def end_bindings(phone_id: str, ended_at: datetime) -> None:
    """Note that a phone belongs to nobody from now on."""
    query = update(PhoneBindingRow).where(
        PhoneBindingRow.phone_id == phone_id, PhoneBindingRow.ended_at.is_(None)
    )
    db.session.execute(query.values(ended_at=ended_at))
