"""The phones of a person: seen by the person and the administrator, revoked when lost."""

from __future__ import annotations

from flask import Flask

from backend.domain import phones
from backend.domain.permissions import Role
from tests.factories.people import person, signed_in
from tests.page_client import PageClient

HERE = {"Sec-Fetch-Site": "same-origin"}
SECRET = "u" * 43
BEARER = {"Authorization": f"Bearer {SECRET}", **HERE}


def test_a_lost_phone_is_refused_from_then_on(site: Flask, visitor: PageClient) -> None:
    volunteer = person(Role.VOLUNTEER)
    signed_in(visitor, volunteer)
    assert visitor.http.put("/api/v1/phone", headers=BEARER).status_code == 200
    phone = phones.of_person(volunteer.id)[0]
    signed_in(visitor, person(Role.COMMUNE_ADMIN))
    page = visitor.get(f"/vi/people/{volunteer.id}/phones")
    (link,) = page.all("a", class_="button small delete")
    path = link.attributes["href"] or ""
    assert phone.id in path
    visitor.get(path)
    assert phones.known(SECRET).person_id == volunteer.id, "asking changes nothing"
    assert visitor.http.post(path, headers=HERE).status_code == 303
    for answer in (
        visitor.http.get("/api/v1/phone", headers=BEARER),
        visitor.http.put("/api/v1/phone", headers=BEARER),
    ):
        assert (answer.status_code, answer.json["code"]) == (401, "phone_revoked")
    assert not visitor.get(f"/vi/people/{volunteer.id}/phones").all("a", class_="button small delete")


def test_who_finds_a_lost_phone_is_not_signed_in_on_it(site: Flask, visitor: PageClient) -> None:
    """Its browser holds a session for 30 days: a desk officer's opens every dossier of the commune."""
    officer = person(Role.DESK_OFFICER)
    lost = signed_in(PageClient(site), officer)
    assert lost.http.put("/api/v1/phone", headers=BEARER).status_code == 200
    lost.get("/vi/desk/")
    phone = phones.of_person(officer.id)[0]
    signed_in(visitor, person(Role.COMMUNE_ADMIN))
    path = f"/vi/people/{officer.id}/phones/{phone.id}/revoke"
    assert visitor.http.post(path, headers=HERE).status_code == 303
    assert "/vi/sign-in" in lost.http.get("/vi/desk/").headers["Location"]
    again = lost.http.put("/api/v1/phone", headers={"Authorization": f"Bearer {'w' * 43}", **HERE})
    assert (again.status_code, again.json["code"]) == (401, "not_signed_in")
    visitor.get("/vi/me")


def test_who_reports_the_own_phone_stays_signed_in_here_and_nowhere_else(
    site: Flask, visitor: PageClient
) -> None:
    mine = person(Role.VOLUNTEER)
    lost = signed_in(PageClient(site), mine)
    assert lost.http.put("/api/v1/phone", headers=BEARER).status_code == 200
    signed_in(visitor, mine)
    path = f"/vi/people/{mine.id}/phones/{phones.of_person(mine.id)[0].id}/revoke"
    assert visitor.http.post(path, headers=HERE).status_code == 303
    visitor.get("/vi/me")
    assert "/vi/sign-in" in lost.http.get("/vi/me").headers["Location"]


def test_a_person_revokes_the_own_phone_only(site: Flask, visitor: PageClient) -> None:
    mine, other = person(Role.VOLUNTEER), person(Role.VOLUNTEER)
    phones.bind(phones.known(SECRET), mine.id)
    phones.bind(phones.known("v" * 43), other.id)
    foreign = phones.of_person(other.id)[0].id
    signed_in(visitor, mine)
    assert len(visitor.get("/vi/me").all("a", class_="button small delete")) == 1
    visitor.get(f"/vi/people/{other.id}/phones", status=403)
    for owner, status in ((other.id, 403), (mine.id, 404)):
        answer = visitor.http.post(f"/vi/people/{owner}/phones/{foreign}/revoke", headers=HERE)
        assert answer.status_code == status
    assert phones.of_person(other.id)[0].revoked_at is None
