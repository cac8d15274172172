"""What becomes of sending when a person signs in, is ended, or reports the phone lost."""

from __future__ import annotations

from flask.testing import FlaskClient

from backend.domain import people, phones
from backend.domain.people import Person
from backend.domain.permissions import Role
from tests.backend.web.api.conftest import Sender
from tests.factories.people import person, signed_in
from tests.factories.phone import bearer
from tests.factories.submission import body

HERE = {"Sec-Fetch-Site": "same-origin"}


def bind(phone: Sender, who: Person) -> FlaskClient:
    """Sign in on the phone, as its page does; gives its browser."""
    browser = signed_in(phone.app.test_client(), who)
    assert browser.put("/api/v1/phone", headers=bearer(phone.secret) | HERE).status_code == 200
    return browser


def test_an_ended_person_still_sends_and_signs_in_no_more(phone: Sender) -> None:
    volunteer = person(Role.VOLUNTEER)
    browser = bind(phone, volunteer)
    people.end(volunteer.id, by=None)
    phones.end_all(volunteer.id)
    assert browser.get("/vi/me").status_code == 303
    assert phone.put(body()).status_code == 200


def test_a_phone_without_a_session_still_sends(phone: Sender) -> None:
    browser = bind(phone, person(Role.VOLUNTEER))
    browser.post("/vi/sign-out", headers=HERE)
    assert phone.put(body()).status_code == 200


def test_a_phone_reported_lost_on_the_page_sends_nothing_more(phone: Sender) -> None:
    volunteer = person(Role.VOLUNTEER)
    browser = bind(phone, volunteer)
    assert phone.put(body()).status_code == 200
    mine = phones.of_person(volunteer.id)[0].id
    browser.post(f"/vi/people/{volunteer.id}/phones/{mine}/revoke", headers=HERE)
    for answer in (phone.put(body()), phone.batch({}), phone.ask("GET", "/api/v1/changes")):
        assert (answer.status_code, answer.json["code"]) == (401, "phone_revoked")
    assert browser.get("/vi/me").status_code == 200, "the person is not ended with the phone"
