"""Find people and read what they are."""

from __future__ import annotations

from collections.abc import Collection

from backend.domain.errors import Code, missing
from backend.domain.people._person import Person, PersonInFull
from backend.domain.permissions import Role, RoleHeld
from backend.storage import people as rows
from backend.storage.people import PersonRow


def find(person_id: str) -> PersonInFull:
    """Give one person, ended or not. Raises person_not_found."""
    row = rows.one(person_id)
    if row is None:
        raise missing(Code.PERSON_NOT_FOUND)
    return in_full(row)


def listed(communes: Collection[str] | None = None) -> tuple[PersonInFull, ...]:
    """Give the people with a role in these communes, those who ended last; None means everybody."""
    return tuple(in_full(row) for row in rows.of_communes(communes))


def has_any() -> bool:
    """Tell whether anybody was ever invited."""
    return rows.first() is not None


def first_waiting() -> PersonInFull | None:
    """Give the person who was invited first, while nobody at all has chosen a password yet."""
    first = None if rows.has_accepted() else rows.first()
    return in_full(first) if first else None


def person_of(row: PersonRow) -> Person:
    """Give the person of a row."""
    return Person(id=row.id, name=row.name, roles=_roles(row))


def in_full(row: PersonRow) -> PersonInFull:
    """Give the person of a row with all that an administrator sees."""
    return PersonInFull(
        id=row.id,
        name=row.name,
        roles=_roles(row),
        sign_in_name=row.sign_in_name,
        phone_number=row.phone_number,
        invited_at=row.invited_at,
        invited_by=row.invited_by,
        accepted_at=row.accepted_at,
        signed_in_at=row.signed_in_at,
        ended_at=row.ended_at,
    )


def _roles(row: PersonRow) -> tuple[RoleHeld, ...]:
    return tuple(RoleHeld(Role(held.role), held.commune_code) for held in row.held)
