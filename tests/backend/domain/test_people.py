"""Inviting, taking up, ending; names, numbers and passwords."""

from __future__ import annotations

import unicodedata

import pytest
from flask import Flask

from backend.domain import people
from backend.domain.communes import load_units
from backend.domain.errors import Code, Refusal
from backend.domain.people import PersonInFull, check_password
from backend.domain.permissions import Role, RoleHeld
from backend.storage import people as rows
from tests.factories.communes import commune, units
from tests.factories.people import person

VOLUNTEER = (RoleHeld(Role.VOLUNTEER, "16001"),)


@pytest.fixture(autouse=True)
def place(app: Flask) -> None:
    """Give two communes that roles are held in."""
    load_units(units(commune("16001"), commune("16002", "Xã Suối Mây")))


def refused(code: Code) -> pytest.RaisesExc[Refusal]:
    """Expect a refusal with this code."""
    return pytest.raises(Refusal, match=f"^{code.value}$")


def mark(person_id: str) -> str:
    """Give the mark that links and sessions are made for."""
    row = rows.one(person_id)
    assert row is not None
    return row.fs_uniquifier


def test_names_are_kept_composed_and_with_single_spaces() -> None:
    typed = unicodedata.normalize("NFD", "  Lò  Thị\tThử ")
    assert people.invite(typed, roles=VOLUNTEER, by=None).name == "Lò Thị Thử"


@pytest.mark.parametrize("name", ["", " ", "x", "Lò\x00Thị", "Lò \u202eThị", "a" * 101, "…!?"])
def test_what_is_no_name_is_refused(name: str) -> None:
    with refused(Code.NAME_WRONG):
        people.invite(name, roles=VOLUNTEER, by=None)


@pytest.mark.parametrize("number", ["12345", "abc", "0912345678901234", "+1 000", "09123\x00"])
def test_what_is_no_phone_number_is_refused(number: str) -> None:
    with refused(Code.PHONE_NUMBER_WRONG):
        people.invite("Lò Thị Thử", roles=VOLUNTEER, phone_number=number, by=None)


def test_a_phone_number_belongs_to_one_person() -> None:
    people.invite("Lò Thị Thử", roles=VOLUNTEER, phone_number="0912 345 678", by=None)
    with refused(Code.PHONE_NUMBER_TAKEN):
        people.invite("Vi Văn Mẫu", roles=VOLUNTEER, phone_number="+84912345678", by=None)
    assert [one.name for one in people.listed()] == ["Lò Thị Thử"]


@pytest.mark.parametrize(
    "role",
    [RoleHeld(Role.VOLUNTEER), RoleHeld(Role.PROVINCE_ADMIN, "16001"), RoleHeld(Role.RESIDENT, "16001")],
    ids=lambda held: held.role.value,
)
def test_a_role_stands_where_it_belongs(role: RoleHeld) -> None:
    with refused(Code.ROLE_WRONG):
        people.invite("Lò Thị Thử", roles=(role,), by=None)


def test_an_unknown_commune_is_refused() -> None:
    with refused(Code.COMMUNE_NOT_FOUND):
        people.invite("Lò Thị Thử", roles=(RoleHeld(Role.VOLUNTEER, "99999"),), by=None)


def test_an_administrator_invites_in_the_own_commune_only() -> None:
    administrator = person(Role.COMMUNE_ADMIN, "16001")
    people.invite("Lò Thị Thử", roles=VOLUNTEER, by=administrator)
    for role in (RoleHeld(Role.VOLUNTEER, "16002"), RoleHeld(Role.PROVINCE_ADMIN)):
        with refused(Code.NOT_ALLOWED):
            people.invite("Lò Thị Khác", roles=(role,), by=administrator)
    with refused(Code.NOT_ALLOWED):
        people.invite("Lò Thị Khác", roles=VOLUNTEER, by=person(Role.DESK_OFFICER))


def test_an_invitation_is_taken_up_once() -> None:
    invited = people.invite("Lò Thị Thử", roles=VOLUNTEER, by=None)
    seen = mark(invited.id)
    assert not people.accept(invited.id, seen=seen, password_hash="first").is_waiting
    with refused(Code.INVITATION_USED):
        people.accept(invited.id, seen=seen, password_hash="second")
    row = rows.one(invited.id)
    assert row is not None
    assert row.password == "first"


def test_a_new_invitation_ends_the_one_before() -> None:
    invited = people.invite("Lò Thị Thử", roles=VOLUNTEER, by=None)
    seen = mark(invited.id)
    assert people.invite_again(invited.id, by=None).is_waiting
    with refused(Code.INVITATION_USED):
        people.accept(invited.id, seen=seen, password_hash="late")


def test_only_the_command_line_leaves_the_name_to_be_corrected() -> None:
    first = people.invite("Cán bộ đầu tiên", roles=VOLUNTEER, by=None)
    second = people.invite("Lò Thị Thử", roles=VOLUNTEER, by=person(Role.COMMUNE_ADMIN))
    named = people.accept(first.id, seen=mark(first.id), password_hash="x", name="Kha Thị Ví Dụ")
    kept = people.accept(second.id, seen=mark(second.id), password_hash="x", name="Kha Thị Ví Dụ")
    assert (named.name, named.sign_in_name) == ("Kha Thị Ví Dụ", "khathividu")
    assert (kept.name, kept.sign_in_name) == ("Lò Thị Thử", "lothithu")


def test_an_account_ends_at_once_and_only_once() -> None:
    administrator, volunteer = person(Role.COMMUNE_ADMIN), person(Role.VOLUNTEER, name="Lò Thị Thử")
    before = mark(volunteer.id)
    people.end(volunteer.id, by=administrator)
    ended = people.find(volunteer.id)
    assert ended.ended_at is not None
    assert mark(volunteer.id) != before
    people.end(volunteer.id, by=administrator)
    assert people.find(volunteer.id).ended_at == ended.ended_at
    with refused(Code.PERSON_ENDED):
        people.invite_again(volunteer.id, by=administrator)


def test_nobody_ends_who_is_beyond_reach_or_oneself() -> None:
    administrator = person(Role.COMMUNE_ADMIN)
    for other in (person(Role.VOLUNTEER, "16002"), person(Role.PROVINCE_ADMIN)):
        with refused(Code.NOT_ALLOWED):
            people.end(other.id, by=administrator)
        with refused(Code.NOT_ALLOWED):
            people.invite_again(other.id, by=administrator)
    with refused(Code.CANNOT_END_ONESELF):
        people.end(administrator.id, by=administrator)
    with refused(Code.PERSON_NOT_FOUND):
        people.end("nobody", by=None)


def test_an_administrator_sees_the_people_of_the_commune(app: Flask) -> None:
    here, elsewhere = person(Role.VOLUNTEER, "16001"), person(Role.VOLUNTEER, "16002")
    assert {one.id for one in people.listed(["16001"])} == {here.id}
    assert {one.id for one in people.listed()} == {here.id, elsewhere.id}


@pytest.mark.parametrize(
    ("password", "code"),
    [
        ("chín chữ", Code.PASSWORD_TOO_SHORT),
        ("a" * 201, Code.PASSWORD_TOO_LONG),
        ("1234567890", Code.PASSWORD_EASY),
        ("0987654321", Code.PASSWORD_EASY),
        ("aaaaaaaaaaaa", Code.PASSWORD_EASY),
        ("ababababab", Code.PASSWORD_EASY),
        ("matkhau12345", Code.PASSWORD_EASY),
        ("Mật khẩu 123", Code.PASSWORD_EASY),
        ("qwertyuiop", Code.PASSWORD_EASY),
        ("TiepSuc@2026", Code.PASSWORD_EASY),
        ("LoThiThu1990", Code.PASSWORD_EASY),
        ("xin0912345678", Code.PASSWORD_EASY),
        ("1990199019901990", Code.PASSWORD_EASY),
    ],
)
def test_what_anybody_would_try_is_no_password(password: str, code: Code) -> None:
    with refused(code):
        check_password(password, someone())


@pytest.mark.parametrize("password", ["bếp lửa sau nhà", "con trâu đen 7", "kD9-xx2!pq0z", "mười chữ cái"])
def test_a_few_words_are_a_password(password: str) -> None:
    check_password(password, someone())


def someone() -> PersonInFull:
    """Give a person with a phone number."""
    return people.find(person(name="Lò Thị Thử", phone_number="0912345678").id)
