"""Who may do what: the one table of roles and acts (design §3)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum


class Role(StrEnum):
    """What a person is, in one commune or in the whole province."""

    RESIDENT = "resident"
    VOLUNTEER = "volunteer"
    STUDENT = "student"
    TEAM_LEADER = "team_leader"
    DESK_OFFICER = "desk_officer"
    COMMUNE_EDITOR = "commune_editor"
    PROVINCE_EDITOR = "province_editor"
    COMMUNE_ADMIN = "commune_admin"
    PROVINCE_ADMIN = "province_admin"


class Act(StrEnum):
    """What a role may allow. The rights of an author in their own dossiers follow from authorship."""

    FOLLOW_OWN = "follow_own"
    SEE_COUNTS = "see_counts"
    SEE_BOARD = "see_board"
    SEE_DOSSIERS = "see_dossiers"
    READ_ANSWERS = "read_answers"
    CHECK_DOSSIERS = "check_dossiers"
    EDIT_VALUES = "edit_values"
    EDIT_GUIDES = "edit_guides"
    LEAD_TEAM = "lead_team"
    MANAGE_PEOPLE = "manage_people"


@dataclass(frozen=True)
class RoleHeld:
    """A role that a person holds: in one commune, or everywhere where the code is missing."""

    role: Role
    commune_code: str | None = None


PROVINCE_ROLES = frozenset({Role.PROVINCE_EDITOR, Role.PROVINCE_ADMIN})
"""Roles that are held for the whole province; all others are held in one commune."""

ADMINISTRATORS = frozenset({Role.COMMUNE_ADMIN, Role.PROVINCE_ADMIN})

TABLE: dict[Act, frozenset[Role]] = {
    Act.FOLLOW_OWN: frozenset({Role.RESIDENT, Role.VOLUNTEER, Role.STUDENT}),
    Act.SEE_COUNTS: frozenset({Role.TEAM_LEADER}) | ADMINISTRATORS,
    Act.SEE_BOARD: ADMINISTRATORS,
    Act.SEE_DOSSIERS: frozenset({Role.DESK_OFFICER}),
    Act.READ_ANSWERS: frozenset({Role.DESK_OFFICER}),
    Act.CHECK_DOSSIERS: frozenset({Role.DESK_OFFICER}),
    Act.EDIT_VALUES: frozenset({Role.COMMUNE_EDITOR}),
    Act.EDIT_GUIDES: frozenset({Role.PROVINCE_EDITOR}),
    Act.LEAD_TEAM: frozenset({Role.TEAM_LEADER}) | ADMINISTRATORS,
    Act.MANAGE_PEOPLE: ADMINISTRATORS,
}
"""For each act the roles that allow it. An administrator reads no answers."""

_IN_A_COMMUNE = frozenset(Role) - PROVINCE_ROLES - {Role.RESIDENT}

GIVES: dict[Role, frozenset[Role]] = {
    Role.COMMUNE_ADMIN: _IN_A_COMMUNE,
    Role.PROVINCE_ADMIN: _IN_A_COMMUNE | PROVINCE_ROLES,
}
"""For each role the roles that it may give to others, where it is held itself."""


def may(held: Iterable[RoleHeld], act: Act, commune_code: str | None = None) -> bool:
    """Tell whether these roles allow the act in this commune; without a commune: in any."""
    return any(
        one.role in TABLE[act] and (commune_code is None or one.commune_code in (None, commune_code))
        for one in held
    )


def communes_for(held: Iterable[RoleHeld], act: Act) -> frozenset[str] | None:
    """Give the communes in which these roles allow the act; None means every commune."""
    codes = {one.commune_code for one in held if one.role in TABLE[act]}
    return None if None in codes else frozenset(code for code in codes if code is not None)


def may_give(held: Iterable[RoleHeld], wanted: RoleHeld) -> bool:
    """Tell whether these roles may give that role there. A province role needs a province giver."""
    return any(
        wanted.role in GIVES.get(one.role, ()) and one.commune_code in (None, wanted.commune_code)
        for one in held
    )
