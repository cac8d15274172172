"""The one-time link: opened, used, used again, too old, cut, forged."""

from __future__ import annotations

import unicodedata
from datetime import UTC, datetime, timedelta

import pytest
from flask import Flask

from backend.domain import people
from backend.domain.people import PersonInFull
from backend.domain.permissions import Role, RoleHeld
from backend.web import invitation_link
from tests.factories.people import PASSWORD, person, signed_in
from tests.page_client import Page, PageClient

HERE = {"Sec-Fetch-Site": "same-origin"}


@pytest.fixture
def invited(site: Flask) -> PersonInFull:
    """Give somebody who was invited by an administrator."""
    held = (RoleHeld(Role.VOLUNTEER, "16001"),)
    return people.invite("Lò Thị Thử", roles=held, by=person(Role.COMMUNE_ADMIN))


def path_of(who: PersonInFull) -> str:
    """Give the address of the link, without the host."""
    return "/" + invitation_link.for_person(who.id).split("/", 3)[3]


def choose(visitor: PageClient, path: str, password: str = PASSWORD, **more: str) -> tuple[int, str]:
    """Send the password; gives the status and the page."""
    answer = visitor.http.post(path, data={"password": password, **more}, headers=HERE)
    return answer.status_code, answer.text


def test_who_is_invited_chooses_a_password_and_is_signed_in(
    visitor: PageClient, invited: PersonInFull
) -> None:
    page = visitor.get(path_of(invited))
    assert "Lò Thị Thử" in page.one("h1").text
    assert choose(visitor, path_of(invited))[0] == 303
    assert "Lò Thị Thử" in visitor.get("/vi/me").one("h1").text
    assert people.find(invited.id).accepted_at is not None


def test_the_password_signs_in_whichever_way_its_letters_are_composed(
    site: Flask, visitor: PageClient, invited: PersonInFull
) -> None:
    choose(visitor, path_of(invited), unicodedata.normalize("NFD", PASSWORD))
    typed = {"identity": "lothithu", "password": unicodedata.normalize("NFC", PASSWORD)}
    assert site.test_client().post("/vi/sign-in", data=typed).status_code == 303


def test_opening_the_link_changes_nothing(visitor: PageClient, invited: PersonInFull) -> None:
    path = path_of(invited)
    for _ in range(3):
        visitor.get(path)
        visitor.http.head(path)
    assert people.find(invited.id).is_waiting
    assert choose(visitor, path)[0] == 303


def test_a_link_works_once(site: Flask, visitor: PageClient, invited: PersonInFull) -> None:
    path = path_of(invited)
    choose(visitor, path)
    again = PageClient(site)
    assert "invitation_used" in again.get(path, status=410).text
    assert choose(again, path, "một mật khẩu khác hẳn")[0] == 410
    assert again.http.get("/vi/me").status_code == 303
    assert (
        site.test_client()
        .post("/vi/sign-in", data={"identity": "lothithu", "password": PASSWORD})
        .status_code
        == 303
    )


def test_a_link_that_is_too_old_says_what_to_do(
    visitor: PageClient, invited: PersonInFull, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = path_of(invited)
    later = datetime.now(UTC) + timedelta(days=8)
    monkeypatch.setattr("itsdangerous.timed.TimestampSigner.get_timestamp", lambda _: int(later.timestamp()))
    assert "invitation_expired" in visitor.get(path, status=410).text
    assert choose(visitor, path)[0] == 410
    assert people.find(invited.id).is_waiting


@pytest.mark.parametrize("change", ["cut", "forged", "nothing", "long"])
def test_a_link_that_is_not_ours_is_refused(visitor: PageClient, invited: PersonInFull, change: str) -> None:
    path = path_of(invited)
    wrong = {
        "cut": path[:-4],
        "forged": path[:-6] + ("AAAAAA" if path[-6:] != "AAAAAA" else "BBBBBB"),
        "nothing": "/vi/invitation/x",
        "long": "/vi/invitation/" + "x" * 1500,
    }[change]
    assert "invitation_wrong" in visitor.get(wrong, status=404).text
    assert choose(visitor, wrong)[0] == 404


def test_an_ended_person_cannot_take_up_a_link(visitor: PageClient, invited: PersonInFull) -> None:
    path = path_of(invited)
    people.end(invited.id, by=None)
    visitor.get(path, status=410)
    assert choose(visitor, path)[0] == 410


@pytest.mark.parametrize(
    "password", ["", "ngắn", "1234567890", "x" * 300], ids=["none", "short", "easy", "long"]
)
def test_a_bad_password_is_asked_for_again(visitor: PageClient, invited: PersonInFull, password: str) -> None:
    status, text = choose(visitor, path_of(invited), password)
    assert status == 422
    assert Page(text).one("p", id="w-password").text
    assert people.find(invited.id).is_waiting


def test_another_site_cannot_use_the_link(visitor: PageClient, invited: PersonInFull) -> None:
    elsewhere = {"Origin": "https://elsewhere.example"}
    answer = visitor.http.post(path_of(invited), data={"password": PASSWORD}, headers=elsewhere)
    assert answer.status_code == 403
    assert people.find(invited.id).is_waiting


def test_who_was_signed_in_before_is_so_no_longer(
    site: Flask, visitor: PageClient, invited: PersonInFull
) -> None:
    signed_in(visitor, person(Role.STUDENT, name="Vi Văn Khác"))
    choose(visitor, path_of(invited))
    assert "Lò Thị Thử" in visitor.get("/vi/me").one("h1").text


def test_the_link_leaves_by_no_header(visitor: PageClient, invited: PersonInFull) -> None:
    answer = visitor.http.get(path_of(invited))
    assert answer.headers["Referrer-Policy"] == "same-origin"
    assert answer.cache_control.no_store
