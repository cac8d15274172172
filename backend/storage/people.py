"""People who sign in and the roles they hold; the table meets what Flask-Security asks of a user."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from flask_security import UserMixin
from sqlalchemy import ForeignKey, String, UniqueConstraint, exists, select
from sqlalchemy.orm import Mapped, mapped_column, relationship

from backend.storage.columns import UtcDateTime
from backend.storage.database import Model, db

if TYPE_CHECKING:

    class SignsIn:
        """What Flask-Security adds to a row; its own annotations name columns that we do not have."""

else:
    SignsIn = UserMixin


class RoleHeldRow(Model):
    """One role of one person: in a commune, or everywhere where the code is missing."""

    __tablename__ = "roles_held"
    __table_args__ = (UniqueConstraint("person_id", "role", "commune_code"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    person_id: Mapped[str] = mapped_column(String(36), ForeignKey("people.id"))
    role: Mapped[str] = mapped_column(String(24))
    commune_code: Mapped[str | None] = mapped_column(ForeignKey("communes.code"), index=True)
    given_at: Mapped[datetime] = mapped_column(UtcDateTime)
    given_by: Mapped[str | None] = mapped_column(String(36), ForeignKey("people.id"))


class PersonRow(SignsIn, Model):
    """One person. `fs_uniquifier` stands in the session: another one ends every session and link.

    There is no e-mail column: nothing is ever sent, and what is not needed is not kept.
    The roles are not named `roles`: Flask-Security would take them for its own, which know no commune.
    """

    __tablename__ = "people"

    id: Mapped[str] = mapped_column(String(36), primary_key=True)
    fs_uniquifier: Mapped[str] = mapped_column(String(64), unique=True)
    name: Mapped[str] = mapped_column(String(100))
    sign_in_name: Mapped[str] = mapped_column(String(64), unique=True)
    phone_number: Mapped[str | None] = mapped_column(String(20), unique=True)
    password: Mapped[str | None] = mapped_column(String(255))
    active: Mapped[bool]
    invited_at: Mapped[datetime] = mapped_column(UtcDateTime)
    invited_by: Mapped[str | None] = mapped_column(String(36), ForeignKey("people.id"))
    accepted_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    signed_in_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    ended_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    ended_by: Mapped[str | None] = mapped_column(String(36), ForeignKey("people.id"))
    held: Mapped[list[RoleHeldRow]] = relationship(
        foreign_keys=RoleHeldRow.person_id, order_by=RoleHeldRow.id, lazy="selectin"
    )


def one(person_id: str) -> PersonRow | None:
    """Give one person, or None."""
    return db.session.get(PersonRow, person_id)


def locked(person_id: str) -> PersonRow | None:
    """Give one person, locked against other writers where the database can, or None."""
    return db.session.get(PersonRow, person_id, with_for_update={"of": PersonRow})


def of_phone_number(number: str) -> PersonRow | None:
    """Give the person with this phone number, or None."""
    return db.session.scalars(select(PersonRow).where(PersonRow.phone_number == number)).first()


def sign_in_names(stem: str) -> set[str]:
    """Give the sign-in names that begin with these letters."""
    query = select(PersonRow.sign_in_name).where(PersonRow.sign_in_name.startswith(stem, autoescape=True))
    return set(db.session.scalars(query))


def of_communes(codes: Collection[str] | None) -> Sequence[PersonRow]:
    """Give the people with a role in these communes (None: everybody), those of today first."""
    query = select(PersonRow).order_by(PersonRow.ended_at.is_not(None), PersonRow.name, PersonRow.id)
    if codes is not None:
        held = exists().where(RoleHeldRow.person_id == PersonRow.id, RoleHeldRow.commune_code.in_(codes))
        query = query.where(held)
    return db.session.scalars(query).all()


def named(ids: Collection[str]) -> dict[str, str]:
    """Give the names of people by id."""
    query = select(PersonRow.id, PersonRow.name).where(PersonRow.id.in_(ids))
    return dict(db.session.execute(query).tuples().all())


def first() -> PersonRow | None:
    """Give the person who was invited first, or None."""
    return db.session.scalars(select(PersonRow).order_by(PersonRow.invited_at, PersonRow.id).limit(1)).first()


def has_accepted() -> bool:
    """Tell whether anybody has taken up an invitation."""
    return bool(db.session.scalar(select(exists().where(PersonRow.accepted_at.is_not(None)))))


def add(row: PersonRow) -> None:
    """Add a row; the caller's transaction keeps it."""
    db.session.add(row)
