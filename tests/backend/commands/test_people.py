"""The command that invites, lists and ends people, and the first officer's link."""

from __future__ import annotations

import re

from click.testing import CliRunner
from flask import Flask

from backend.commands.people import invite_first, people
from backend.domain import people as domain
from backend.domain.communes import load_units
from backend.domain.permissions import Role
from backend.web import signing_in
from tests.factories.communes import commune, units


def run(*arguments: str) -> str:
    result = CliRunner().invoke(people, arguments, catch_exceptions=False)
    assert result.exit_code == 0, result.output
    return result.output


def token_of(output: str) -> str:
    found = re.search(r"http://localhost:8000/vi/invitation/(\S+)", output)
    assert found is not None, output
    return found[1]


def test_people_are_invited_listed_and_ended(app: Flask) -> None:
    load_units(units(commune("17728", "Xã Cát Ngạn")))
    output = run(
        "invite", "Lò Thị Thử", "--role", "desk_officer", "--commune", "17728", "--phone", "0912345678"
    )
    assert signing_in.invited(token_of(output)).name == "Lò Thị Thử"
    listed = run("list")
    assert "lothithu  Lò Thị Thử  desk_officer@17728  invited" in listed
    person_id = listed.split()[0]
    assert token_of(run("link", person_id)) != token_of(output)
    assert run("end", person_id) == "Ended.\n"
    assert "ended" in run("list")


def test_the_first_officer_is_invited_once_and_until_somebody_accepts(app: Flask) -> None:
    load_units(units(commune("17728", "Xã Cát Ngạn")))
    said: list[str] = []
    invite_first(said.append)
    invite_first(said.append)
    (first,) = domain.listed()
    assert {held.role for held in first.roles} == {Role.DESK_OFFICER, Role.COMMUNE_ADMIN}
    assert len([line for line in said if "/vi/invitation/" in line]) == 2
    row = signing_in.invited(token_of(said[-1]))
    signing_in.choose_password(row, "bếp lửa sau nhà sàn", "Kha Thị Ví Dụ")
    said.clear()
    invite_first(said.append)
    assert said == []


def test_a_first_commune_that_does_not_exist_is_said(app: Flask) -> None:
    said: list[str] = []
    invite_first(said.append)
    assert said == ["Nobody is invited: TIEPSUC_FIRST_COMMUNE=17728 is no commune."]
