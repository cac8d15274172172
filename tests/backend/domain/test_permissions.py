"""The table of roles and acts, as design and docs promise it."""

from __future__ import annotations

import pytest

from backend.domain.permissions import Act, Role, RoleHeld, communes_for, may, may_give

OFFICER = RoleHeld(Role.DESK_OFFICER, "16001")
ADMINISTRATOR = RoleHeld(Role.COMMUNE_ADMIN, "16001")
OF_PROVINCE = RoleHeld(Role.PROVINCE_ADMIN)


def test_a_role_holds_in_its_commune_only() -> None:
    assert may([OFFICER], Act.CHECK_DOSSIERS)
    assert may([OFFICER], Act.CHECK_DOSSIERS, "16001")
    assert not may([OFFICER], Act.CHECK_DOSSIERS, "16002")
    assert communes_for([OFFICER, ADMINISTRATOR], Act.CHECK_DOSSIERS) == {"16001"}
    assert communes_for([ADMINISTRATOR], Act.CHECK_DOSSIERS) == frozenset()


def test_a_role_of_the_province_holds_everywhere() -> None:
    assert may([OF_PROVINCE], Act.MANAGE_PEOPLE, "16002")
    assert communes_for([OF_PROVINCE], Act.MANAGE_PEOPLE) is None


@pytest.mark.parametrize("role", [role for role in Role if role is not Role.DESK_OFFICER])
def test_nobody_but_the_desk_reads_answers(role: Role) -> None:
    assert not may([RoleHeld(role)], Act.READ_ANSWERS)
    assert not may([RoleHeld(role)], Act.CHECK_DOSSIERS)


def test_roles_are_given_where_one_administers() -> None:
    assert may_give([ADMINISTRATOR], OFFICER)
    assert not may_give([ADMINISTRATOR], RoleHeld(Role.DESK_OFFICER, "16002"))
    assert not may_give([ADMINISTRATOR], OF_PROVINCE)
    assert not may_give([OFFICER], RoleHeld(Role.VOLUNTEER, "16001"))
    assert may_give([OF_PROVINCE], OF_PROVINCE)
    assert may_give([OF_PROVINCE], OFFICER)


def test_a_role_without_its_commune_cannot_be_given_by_a_commune() -> None:
    assert not may_give([ADMINISTRATOR], RoleHeld(Role.COMMUNE_ADMIN))
