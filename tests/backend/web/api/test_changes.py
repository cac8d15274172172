"""A phone hears what the desk did, once and in order, and keys come with an ETag."""

from __future__ import annotations

from typing import Any
from uuid import uuid4

import pytest
from flask import Flask

from backend.domain import dossiers, keys, phones
from backend.domain.dossiers import Mark, Reason
from backend.domain.keys import Purpose
from tests.backend.web.api.conftest import Sender
from tests.factories.submission import body, content

LO = "11111111-1111-4111-8111-111111111111"
NOTE = "Ảnh mờ, chụp lại"


def sent(phone: Sender, **changes: Any) -> str:
    """Send one submission; gives its id."""
    own_id = str(uuid4())
    assert phone.put(body(**changes), own_id).status_code == 200
    return own_id


def returned(submission_id: str) -> None:
    """Return one item of a dossier, as the desk does."""
    dossier = dossiers.of_submission(submission_id)
    assert dossier is not None
    dossier = dossiers.start_check(dossier.code, version=dossier.version, by=LO)
    marks = {"child_name": Mark(False, Reason.WRONG, NOTE)}
    dossiers.return_items(dossier.code, marks, version=dossier.version, by=LO)


def changes(phone: Sender, since: str | None = None, status: int = 200) -> Any:
    answer = phone.ask("GET", "/api/v1/changes", query_string={"since": since} if since else {})
    assert answer.status_code == status, answer.text
    return answer.json


def test_a_phone_hears_of_its_own_dossier_without_the_notes(phone: Sender, app: Flask) -> None:
    own_id = sent(phone)
    sent(Sender(app))
    start = changes(phone)
    assert (start["changes"], start["more"]) == ([], False)
    returned(own_id)
    news = changes(phone, start["cursor"])
    assert [(one["submission"], one["state"], one["version"]) for one in news["changes"]] == [
        (own_id, "in_check", 2),
        (own_id, "returned", 3),
    ]
    assert news["changes"][1]["items"] == [{"item": "child_name", "reason": "wrong"}]
    assert changes(phone, news["cursor"])["changes"] == []
    assert changes(Sender(app))["changes"] == []


def test_the_person_who_wrote_reads_the_notes_on_every_phone(phone: Sender, app: Flask) -> None:
    other = Sender(app)
    for one in (phone, other):
        phones.bind(phones.known(one.secret), LO)
    returned(sent(phone, sealed=content(author={"role": "volunteer", "person": LO})))
    for one in (phone, other):
        assert changes(one)["changes"][-1]["items"] == [
            {"item": "child_name", "reason": "wrong", "note": NOTE}
        ]


def test_a_correction_is_told_too(phone: Sender) -> None:
    first = sent(phone)
    returned(first)
    second = sent(phone, replaces=first)
    last = changes(phone)["changes"][-1]
    assert (last["submission"], last["state"], last["version"], last["items"]) == (second, "in_check", 4, [])


def test_a_cursor_of_another_phone_or_nobody_is_forged(phone: Sender, app: Flask) -> None:
    cursor = changes(phone)["cursor"]
    for asks, wrong in ((Sender(app), cursor), (phone, f"{cursor}0"), (phone, "x"), (phone, "Lò Thị Thử")):
        assert changes(asks, wrong, status=422)["code"] == "cursor_forged"


def test_a_cursor_ahead_of_us_is_stale(phone: Sender, monkeypatch: pytest.MonkeyPatch) -> None:
    returned(sent(phone))
    cursor = changes(phone)["cursor"]
    monkeypatch.setattr("backend.storage.feeds.extent", lambda feed: (0, 0))
    assert changes(phone, cursor, status=410)["code"] == "cursor_stale"


def test_asking_without_a_secret_gives_nothing(phone: Sender) -> None:
    answer = phone.ask("GET", "/api/v1/changes", headers={"Authorization": ""})
    assert (answer.status_code, answer.json["code"]) == (422, "phone_secret_wrong")


def test_keys_come_with_an_etag_that_a_rotation_changes(app: Flask) -> None:
    client = app.test_client()
    first = client.get("/api/v1/keys")
    assert first.json == keys.published()
    tag = {"If-None-Match": first.headers["ETag"]}
    assert client.get("/api/v1/keys", headers=tag).status_code == 304
    assert client.get("/offline/keys", headers=tag).status_code in (200, 304)
    keys.rotate(Purpose.SEAL)
    assert client.get("/api/v1/keys", headers=tag).json == keys.published()


def test_before_the_first_release_the_keys_of_now_are_given(app: Flask) -> None:
    answer = app.test_client().get("/offline/keys")
    assert (answer.json, answer.headers["Cache-Control"]) == (keys.published(), "no-cache")
