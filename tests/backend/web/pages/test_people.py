"""What administrators do about people, and what they cannot."""

from __future__ import annotations

import time
from dataclasses import replace

import pytest
from flask import Flask

from backend.domain import people, phones
from backend.domain.permissions import Role, RoleHeld
from tests.factories.people import PASSWORD, person, signed_in
from tests.page_client import PageClient

HERE = {"Sec-Fetch-Site": "same-origin"}
SECRET = "t" * 43


@pytest.fixture
def administrator(site: Flask, visitor: PageClient) -> PageClient:
    """Give a client on which the administrator of the commune is signed in."""
    return signed_in(visitor, person(Role.COMMUNE_ADMIN, name="Kha Thị Ví Dụ"))


def invite(client: PageClient, **typed: str) -> tuple[int, str, str]:
    """Send the form; gives status, page and where it leads."""
    usual = {"name": "Lò Thị Thử", "phone": "0912345678", "role": "volunteer", "commune": "16001"}
    answer = client.http.post("/vi/people/new", data=usual | typed, headers=HERE)
    return answer.status_code, answer.text, answer.headers.get("Location", "")


def test_an_invitation_shows_its_link_and_a_picture_of_it(administrator: PageClient) -> None:
    administrator.get("/vi/people/new")
    status, _, then = invite(administrator)
    assert status == 303
    page = administrator.get(then)
    link = page.one("textarea", id="link").text
    assert link.startswith("http://localhost/vi/invitation/")
    assert page.all("svg", class_="segno")
    administrator.get(link.removeprefix("http://localhost"))
    assert "Lò Thị Thử" in administrator.get("/vi/people").text


def test_the_link_begins_with_the_address_of_the_settings(site: Flask, administrator: PageClient) -> None:
    site.extensions["settings"] = replace(site.extensions["settings"], address="https://tiepsuc.example")
    page = administrator.get(invite(administrator)[2])
    assert page.one("textarea", id="link").text.startswith("https://tiepsuc.example/vi/invitation/")


@pytest.mark.parametrize(
    ("typed", "where"),
    [({"name": ""}, "w-name"), ({"phone": "12"}, "w-phone")],
    ids=["no-name", "no-number"],
)
def test_what_is_wrong_is_said_at_its_field(
    administrator: PageClient, typed: dict[str, str], where: str
) -> None:
    status, text, _ = invite(administrator, **typed)
    assert status == 422
    assert f'id="{where}"' in text
    assert len(people.listed()) == 1


def test_a_number_that_is_taken_is_said(administrator: PageClient) -> None:
    invite(administrator)
    status, text, _ = invite(administrator, name="Vi Văn Mẫu")
    assert (status, 'id="w-phone"' in text) == (422, True)


@pytest.mark.parametrize(
    ("typed", "status"),
    [
        ({"commune": "16002"}, 404),
        ({"commune": ""}, 404),
        ({"role": "province_admin"}, 403),
        ({"role": "resident"}, 422),
        ({"role": "king"}, 422),
    ],
    ids=["unknown-commune", "no-commune", "above", "resident", "no-role"],
)
def test_roles_that_are_not_theirs_to_give_are_refused(
    administrator: PageClient, typed: dict[str, str], status: int
) -> None:
    assert invite(administrator, **typed)[0] == status
    assert len(people.listed()) == 1


def test_the_link_is_shown_until_it_is_taken_up(administrator: PageClient) -> None:
    volunteer = person(Role.VOLUNTEER, name="Lò Thị Thử")
    administrator.get(f"/vi/people/{volunteer.id}/invitation", status=410)
    then = administrator.http.post(f"/vi/people/{volunteer.id}/invitation", headers=HERE)
    assert then.status_code == 303
    administrator.get(then.headers["Location"])


def test_ending_an_account_asks_first_and_lets_go_of_the_phones(
    site: Flask, administrator: PageClient
) -> None:
    volunteer = person(Role.VOLUNTEER, name="Lò Thị Thử")
    phones.bind(phones.known(SECRET), volunteer.id)
    administrator.get(f"/vi/people/{volunteer.id}/end")
    assert people.find(volunteer.id).ended_at is None
    administrator.http.post(f"/vi/people/{volunteer.id}/end", headers=HERE)
    assert people.find(volunteer.id).ended_at is not None
    assert phones.known(SECRET).person_id is None
    assert phones.was_bound(phones.known(SECRET).id, volunteer.id)
    assert "Lò Thị Thử" in administrator.get("/vi/people").text


@pytest.mark.parametrize("act", ["end", "invitation"])
def test_people_above_or_elsewhere_are_out_of_reach(administrator: PageClient, act: str) -> None:
    above = person(Role.PROVINCE_ADMIN, name="Vi Văn Tỉnh")
    administrator.get(f"/vi/people/{above.id}/{act}", status=403)
    assert administrator.http.post(f"/vi/people/{above.id}/{act}", headers=HERE).status_code == 403
    administrator.get(f"/vi/people/{above.id}/phones", status=403)
    assert people.find(above.id).ended_at is None
    assert "Vi Văn Tỉnh" not in administrator.get("/vi/people").text


def test_an_administrator_of_the_province_sees_everybody(site: Flask, visitor: PageClient) -> None:
    person(Role.VOLUNTEER, name="Lò Thị Thử")
    signed_in(visitor, person(Role.PROVINCE_ADMIN))
    assert "Lò Thị Thử" in visitor.get("/vi/people").text
    assert visitor.get("/en/people/new").all("option", value="province_editor")


def test_the_password_is_asked_for_again_after_half_a_day(administrator: PageClient) -> None:
    with administrator.http.session_transaction() as session:
        session["fs_paa"] = time.time() - 13 * 3600
    answer = administrator.http.get("/vi/people")
    assert answer.headers["Location"] == "/vi/sign-in?next=/vi/people"
    administrator.get(answer.headers["Location"]).one("input", name="password")
    administrator.get("/vi/me")


def test_a_person_who_is_both_keeps_both_roles(site: Flask, visitor: PageClient) -> None:
    held = (RoleHeld(Role.DESK_OFFICER, "16001"), RoleHeld(Role.COMMUNE_ADMIN, "16001"))
    people.invite("Lò Thị Thử", roles=held, by=None)
    assert people.listed()[0].roles == held


def test_tries_are_counted(site: Flask, visitor: PageClient) -> None:
    person(password=PASSWORD)
    wrong = {"identity": "vivanmau", "password": "sai hết cả"}
    for _ in range(5):
        assert visitor.http.post("/vi/sign-in", data=wrong).status_code == 422
    answer = visitor.http.post("/vi/sign-in", data={"identity": "Vi Văn Mẫu ", "password": PASSWORD})
    assert answer.status_code == 429
    assert 1 <= int(answer.headers["Retry-After"]) <= 61
    assert "too_many_tries" in answer.text
    other = visitor.http.post("/vi/sign-in", data={"identity": "ai do khac", "password": "x"})
    assert other.status_code == 422
    elsewhere = site.test_client().post(
        "/vi/sign-in",
        data={"identity": "vivanmau", "password": PASSWORD},
        environ_base={"REMOTE_ADDR": "192.0.2.7"},
    )
    assert elsewhere.status_code == 303
