"""Signing in and out, what is refused, and where one goes on."""

from __future__ import annotations

import pytest
from flask import Flask

from backend.domain import people, phones
from backend.domain.permissions import Role
from tests.factories.people import PASSWORD, person, signed_in
from tests.page_client import Page, PageClient

SECRET = "s" * 43
HERE = {"Sec-Fetch-Site": "same-origin"}


def sign_in(visitor: PageClient, identity: str, password: str = PASSWORD, **more: str) -> tuple[int, str]:
    """Send the form; gives the status and where it leads."""
    answer = visitor.http.post("/vi/sign-in", data={"identity": identity, "password": password, **more})
    return answer.status_code, answer.headers.get("Location", "")


@pytest.mark.parametrize(
    "identity",
    ["vivanmau", "Vi Văn Mẫu", " VI VAN MAU ", "0912 345 678", "+84912345678", "84 912345678"],
    ids=["sign-in-name", "name", "capitals", "number", "e164", "country-code"],
)
def test_people_sign_in_by_number_or_name(site: Flask, visitor: PageClient, identity: str) -> None:
    who = person(phone_number="0912345678", password=PASSWORD)
    assert sign_in(visitor, identity) == (303, "/vi/me")
    assert who.name in visitor.get("/vi/me").text
    assert people.find(who.id).signed_in_at is not None


def test_a_second_person_of_a_name_gets_another_sign_in_name(site: Flask, visitor: PageClient) -> None:
    person(password="không phải cái này")
    second = person(password=PASSWORD)
    assert people.find(second.id).sign_in_name == "vivanmau2"
    assert sign_in(visitor, "vivanmau2")[0] == 303


@pytest.mark.parametrize(
    ("identity", "password"),
    [("vivanmau", "sai mật khẩu"), ("khongcoai", PASSWORD), ("", PASSWORD), ("vivanmau", ""), ("+84", "x")],
    ids=["wrong-password", "nobody", "no-identity", "no-password", "no-number"],
)
def test_what_is_wrong_is_not_said_in_parts(
    site: Flask, visitor: PageClient, identity: str, password: str
) -> None:
    person(password=PASSWORD)
    answer = visitor.http.post("/vi/sign-in", data={"identity": identity, "password": password})
    assert answer.status_code == 422
    assert len(Page(answer.text).all("p", id="w-sign-in")) == 1
    assert PASSWORD not in answer.text
    assert answer.cache_control.no_store


def test_one_who_was_invited_only_cannot_sign_in(site: Flask, visitor: PageClient) -> None:
    who = person()
    people.invite("Lò Thị Thử", roles=who.roles, by=None)
    assert sign_in(visitor, "lothithu")[0] == 422


def test_an_ended_person_is_told_so_only_with_the_right_password(site: Flask, visitor: PageClient) -> None:
    who = person(password=PASSWORD)
    people.end(who.id, by=None)
    wrong = visitor.http.post("/en/sign-in", data={"identity": "vivanmau", "password": "something else"})
    right = visitor.http.post("/en/sign-in", data={"identity": "vivanmau", "password": PASSWORD})
    assert "This account has ended" not in wrong.text
    assert right.status_code == 422
    assert "This account has ended" in right.text


def test_ending_an_account_ends_its_sessions(site: Flask, visitor: PageClient) -> None:
    who = person()
    signed_in(visitor, who).get("/vi/me")
    people.end(who.id, by=None)
    assert visitor.http.get("/vi/me").headers["Location"].startswith("/vi/sign-in?")


@pytest.mark.parametrize(
    ("wanted", "then"),
    [
        ("/vi/people", "/vi/people"),
        ("/en/phone?big=1", "/en/phone?big=1"),
        ("https://elsewhere.example/vi/", "/vi/me"),
        ("//elsewhere.example/vi/", "/vi/me"),
        ("/\\elsewhere.example", "/vi/me"),
        ("/vi//elsewhere.example", "/vi/me"),
        ("/vi/\r\nX: y", "/vi/me"),
        ("javascript:alert(1)", "/vi/me"),
        ("/api/v1/guides", "/vi/me"),
    ],
    ids=["page", "query", "url", "no-scheme", "backslash", "double", "newline", "script", "api"],
)
def test_one_goes_on_to_our_own_pages_only(site: Flask, visitor: PageClient, wanted: str, then: str) -> None:
    person(password=PASSWORD)
    assert sign_in(visitor, "vivanmau", then=wanted) == (303, then)


def test_who_is_not_signed_in_is_led_to_sign_in_and_back(site: Flask, visitor: PageClient) -> None:
    person(Role.COMMUNE_ADMIN, password=PASSWORD)
    answer = visitor.http.get("/vi/people?a=b")
    assert (answer.status_code, answer.headers["Location"]) == (303, "/vi/sign-in?next=/vi/people?a%3Db")
    page = visitor.get(answer.headers["Location"])
    assert page.one("input", name="then").attributes["value"] == "/vi/people?a=b"


def test_the_cookie_stays_with_us(site: Flask, visitor: PageClient) -> None:
    person(password=PASSWORD)
    answer = visitor.http.post("/vi/sign-in", data={"identity": "vivanmau", "password": PASSWORD})
    (cookie,) = answer.headers.getlist("Set-Cookie")
    assert "HttpOnly" in cookie
    assert "SameSite=Lax" in cookie
    assert "Expires" in cookie


def test_opening_the_sign_in_page_sets_no_cookie(visitor: PageClient) -> None:
    assert "Set-Cookie" not in visitor.http.get("/vi/sign-in").headers
    assert "VNeID" in visitor.get("/vi/sign-in").text


def test_signing_out_ends_the_session_and_lets_go_of_the_phone(site: Flask, visitor: PageClient) -> None:
    who = person()
    signed_in(visitor, who)
    visitor.http.put("/api/v1/phone", headers={**HERE, "Authorization": f"Bearer {SECRET}"})
    assert phones.known(SECRET).person_id == who.id
    assert visitor.http.post("/vi/sign-out", headers=HERE).status_code == 303
    assert visitor.http.get("/vi/me").status_code == 303
    assert phones.known(SECRET).person_id is None
    assert phones.was_bound(phones.known(SECRET).id, who.id)


def test_a_link_alone_does_not_sign_out(site: Flask, visitor: PageClient) -> None:
    signed_in(visitor, person()).get("/vi/sign-out")
    visitor.get("/vi/me")


@pytest.mark.parametrize("cookie", [True, False], ids=["with-cookie", "without-cookie"])
@pytest.mark.parametrize("path", ["/vi/sign-in", "/vi/sign-out", "/vi/people/new"])
def test_another_site_changes_nothing(site: Flask, visitor: PageClient, path: str, cookie: bool) -> None:
    if cookie:
        signed_in(visitor, person(Role.COMMUNE_ADMIN))
    for elsewhere in ({"Origin": "https://elsewhere.example"}, {"Sec-Fetch-Site": "cross-site"}):
        assert visitor.http.post(path, headers=elsewhere).status_code == 403
    if cookie:
        assert visitor.http.post(path).status_code == 403, "a cookie and neither header"
        visitor.get("/vi/me")


def test_however_a_number_is_spelled_it_is_one_number_to_guess_for(site: Flask, visitor: PageClient) -> None:
    """An extension, letters of old keypads and country codes all lead to the same person."""
    person(phone_number="0912345678", password=PASSWORD)
    spelled = ["0912345678", "+84912345678", "84 912 345 678", "0912345678 ext. 7", "091234JMPT ext 8"]
    assert [sign_in(visitor, one, "sai mật khẩu")[0] for one in spelled] == [422] * 5
    assert sign_in(visitor, "0912345678;ext=9", "sai mật khẩu")[0] == 429


@pytest.mark.parametrize("body", [["a"], {"identity": 5, "password": {"a": 1}}], ids=["list", "numbers"])
def test_only_a_form_signs_in(site: Flask, visitor: PageClient, body: object) -> None:
    """The library would read JSON too, which our limits do not count and nobody checks."""
    assert visitor.http.post("/vi/sign-in", json=body).status_code == 422
