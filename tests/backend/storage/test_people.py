"""People and their roles on both databases."""

from __future__ import annotations

from threading import Barrier, Thread

import pytest
from flask import Flask

from backend.domain import people
from backend.domain.communes import load_units
from backend.domain.errors import Refusal
from backend.domain.permissions import Role, RoleHeld
from backend.storage import people as rows
from backend.storage.database import db
from tests.factories.communes import units
from tests.factories.people import person

VOLUNTEER = (RoleHeld(Role.VOLUNTEER, "16001"),)


def test_people_are_found_with_their_roles(stored: Flask) -> None:
    volunteer, administrator = person(Role.VOLUNTEER, name="Lò Thị Thử"), person(Role.PROVINCE_ADMIN)
    db.session.rollback()
    assert people.find(volunteer.id).roles == VOLUNTEER
    assert {one.id for one in people.listed()} == {volunteer.id, administrator.id}
    assert [one.id for one in people.listed({"16001"})] == [volunteer.id]
    assert rows.named({volunteer.id}) == {volunteer.id: "Lò Thị Thử"}
    people.end(volunteer.id, by=administrator)
    assert people.find(volunteer.id).ended_at is not None
    assert people.first_waiting() is None


def test_a_link_that_is_used_twice_at_once_works_once(stored: Flask) -> None:
    load_units(units())
    invited = people.invite("Lò Thị Thử", roles=VOLUNTEER, by=None)
    row = rows.one(invited.id)
    assert row is not None
    seen, begin, outcomes = row.fs_uniquifier, Barrier(4), []
    db.session.rollback()

    def take_up(number: int) -> None:
        with stored.app_context():
            begin.wait()
            try:
                people.accept(invited.id, seen=seen, password_hash=str(number))
                outcomes.append("accepted")
            except Refusal as refusal:
                outcomes.append(refusal.code.value)
            db.session.remove()

    threads = [Thread(target=take_up, args=(number,)) for number in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(outcomes) == ["accepted", *["invitation_used"] * 3]


def test_one_number_is_taken_once_however_many_ask(stored: Flask) -> None:
    load_units(units())
    begin, outcomes = Barrier(3), []

    def invite() -> None:
        with stored.app_context():
            begin.wait()
            try:
                people.invite("Lò Thị Thử", roles=VOLUNTEER, phone_number="0912345678", by=None)
                outcomes.append("invited")
            except Refusal as refusal:
                outcomes.append(refusal.code.value)
            db.session.remove()

    threads = [Thread(target=invite) for _ in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(outcomes) == ["invited", "phone_number_taken", "phone_number_taken"]
    with pytest.raises(Refusal):
        people.find("nobody")
