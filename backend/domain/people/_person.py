"""A person as the rest of the app sees one, and as an administrator does."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from backend.domain import permissions
from backend.domain.permissions import Act, RoleHeld


@dataclass(frozen=True)
class Person:
    """Somebody who can sign in; `id` is the UUID that submissions name as their author."""

    id: str
    name: str
    roles: tuple[RoleHeld, ...]

    def may(self, act: Act, commune_code: str | None = None) -> bool:
        """Tell whether one of the roles allows the act in this commune; without one: in any."""
        return permissions.may(self.roles, act, commune_code)

    def is_over(self, other: Person) -> bool:
        """Tell whether this person may give, and so take away, every role of the other."""
        return bool(other.roles) and all(permissions.may_give(self.roles, role) for role in other.roles)


@dataclass(frozen=True)
class PersonInFull(Person):
    """A person with what an administrator needs to know; `phone_number` is E.164."""

    sign_in_name: str
    phone_number: str | None
    invited_at: datetime
    invited_by: str | None
    accepted_at: datetime | None
    signed_in_at: datetime | None
    ended_at: datetime | None

    @property
    def is_waiting(self) -> bool:
        """Tell whether the last invitation was not taken up yet."""
        return self.ended_at is None and (self.accepted_at is None or self.accepted_at < self.invited_at)

    @property
    def may_correct_name(self) -> bool:
        """Tell whether the name is a guess: at the command line nobody knows the first officer's."""
        return self.invited_by is None and self.accepted_at is None
