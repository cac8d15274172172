"""Whose a phone is: asked, bound, let go."""

from __future__ import annotations

import pytest
from flask import Flask
from flask.testing import FlaskClient

from backend.domain import people, phones
from backend.domain.permissions import Role
from tests.factories.people import person, signed_in

SECRET = "w" * 43
BEARER = {"Authorization": f"Bearer {SECRET}", "Sec-Fetch-Site": "same-origin"}


@pytest.fixture
def http(site: Flask) -> FlaskClient:
    """Give a plain client."""
    return site.test_client()


def test_a_phone_is_bound_to_who_is_signed_in(http: FlaskClient) -> None:
    volunteer = person(Role.VOLUNTEER, name="Lò Thị Thử")
    assert http.get("/api/v1/phone", headers=BEARER).json == {}
    bound = signed_in(http, volunteer).put("/api/v1/phone", headers=BEARER).json
    roles = [{"role": "volunteer", "commune_code": "16001"}]
    assert bound == {"person": {"id": volunteer.id, "name": "Lò Thị Thử", "roles": roles}}
    assert http.put("/api/v1/phone", headers=BEARER).json == bound
    assert len(phones.of_person(volunteer.id)) == 1
    assert http.get("/api/v1/phone", headers=BEARER).json == bound


def test_a_shared_phone_goes_to_who_signed_in_last(site: Flask, http: FlaskClient) -> None:
    first, second = person(Role.VOLUNTEER), person(Role.STUDENT)
    signed_in(http, first).put("/api/v1/phone", headers=BEARER)
    signed_in(site.test_client(), second).put("/api/v1/phone", headers=BEARER)
    phone = phones.known(SECRET)
    assert phone.person_id == second.id
    assert phones.was_bound(phone.id, first.id)
    http.post("/vi/sign-out", headers=BEARER)
    assert phones.known(SECRET).person_id == second.id


def test_a_phone_is_let_go(http: FlaskClient) -> None:
    volunteer = person(Role.VOLUNTEER)
    signed_in(http, volunteer).put("/api/v1/phone", headers=BEARER)
    assert http.delete("/api/v1/phone", headers=BEARER).json == {}
    assert phones.of_person(volunteer.id) == ()


@pytest.mark.parametrize(
    "header",
    ["", "Bearer", "Bearer short", "Basic " + SECRET, "Bearer " + "é" * 43, "Bearer " + SECRET + "x"],
)
def test_a_secret_that_is_none_is_refused(http: FlaskClient, header: str) -> None:
    signed_in(http, person(Role.VOLUNTEER))
    for method in ("GET", "PUT", "DELETE"):
        headers = {"Authorization": header, "Sec-Fetch-Site": "same-origin"}
        answer = http.open("/api/v1/phone", method=method, headers=headers)
        assert (answer.status_code, answer.json["code"]) == (422, "phone_secret_wrong")


def test_binding_needs_a_session(http: FlaskClient) -> None:
    answer = http.put("/api/v1/phone", headers=BEARER)
    assert (answer.status_code, answer.json["code"]) == (401, "not_signed_in")


def test_an_ended_person_binds_no_phone_and_the_old_one_still_sends(http: FlaskClient) -> None:
    volunteer = person(Role.VOLUNTEER)
    signed_in(http, volunteer).put("/api/v1/phone", headers=BEARER)
    people.end(volunteer.id, by=None)
    assert http.put("/api/v1/phone", headers=BEARER).status_code == 401
    assert phones.known(SECRET).id, "an ended account never stops sending"
