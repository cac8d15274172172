"""One submission over the wire: repeated it gives the same receipt, from wherever it may come."""

from __future__ import annotations

import gzip
import json
from typing import Any
from uuid import uuid4

import pytest
from flask import Flask
from limits import parse

from backend.domain import forms, keys, phones
from backend.domain.keys import Purpose
from backend.web import limits
from tests.backend.web.api.conftest import SUBMISSIONS, Sender, counts, refused
from tests.factories.sealed import seal
from tests.factories.submission import body, content

LO = "11111111-1111-4111-8111-111111111111"


def test_it_is_received_and_repeated_with_the_same_bytes(phone: Sender) -> None:
    sent, own_id = body(), str(uuid4())
    first = phone.put(sent, own_id)
    assert (first.status_code, set(first.json)) == (200, {"receipt", "slip"})
    assert phone.put(sent, own_id).data == first.data
    assert phone.ask("GET", f"{SUBMISSIONS}/{own_id}/receipt").json == first.json
    assert counts() == (1, 1, 1)


def test_the_same_content_may_be_written_in_another_way(phone: Sender) -> None:
    """Order, spaces and compression are not content."""
    sent, own_id = body(), str(uuid4())
    first = phone.put(sent, own_id)
    loose = json.dumps(dict(reversed(sent.items())), indent=3).encode()
    packed = {"data": gzip.compress(loose), "headers": {"Content-Encoding": "gzip"}}
    assert phone.put(None, own_id, data=loose).json == first.json
    assert phone.put(None, own_id, **packed).json == first.json
    assert phone.put(sent, own_id.upper()).json == first.json


@pytest.mark.parametrize("change", [{"incomplete": True}, {"app_release": ""}, {"sealed": None}], ids=str)
def test_other_bytes_under_a_known_id_are_a_conflict(phone: Sender, change: dict[str, Any]) -> None:
    sent, own_id = body(), str(uuid4())
    first = phone.put(sent, own_id)
    other = {
        **sent,
        **{name: value if value is not None else seal(content()) for name, value in change.items()},
    }
    again = phone.put(other, own_id)
    assert (again.status_code, again.json["code"]) == (409, "submission_conflict")
    assert phone.put(sent, own_id).data == first.data


def test_another_phone_is_not_given_the_receipt(phone: Sender, app: Flask) -> None:
    sent, own_id = body(), str(uuid4())
    phone.put(sent, own_id)
    other = Sender(app)
    assert other.put(sent, own_id).status_code == 409
    answer = other.ask("GET", f"{SUBMISSIONS}/{own_id}/receipt")
    assert (answer.status_code, answer.json["code"]) == (404, "submission_not_found")


def test_known_bytes_are_answered_before_anything_is_judged(phone: Sender) -> None:
    """Whatever happened meanwhile, what was received stays received: the reply may have been lost."""
    sent, own_id = body(), str(uuid4())
    first = phone.put(sent, own_id)
    forms.withdraw("thu", 1, "sai mẫu")
    for key in list(keys.of_purpose(Purpose.SEAL)):
        keys.rotate(key.purpose)
    for _ in range(31):
        assert phone.put(sent, own_id).data == first.data
    assert phone.put(body(), str(uuid4())).json["code"] == "form_withdrawn"


@pytest.mark.parametrize(
    ("header", "code"),
    [("", "phone_secret_wrong"), ("Bearer", "phone_secret_wrong"), ("Bearer short", "phone_secret_wrong"),
     (f"Basic {'x' * 43}", "phone_secret_wrong"), (f"Bearer {'x' * 44}", "phone_secret_wrong")],
    ids=["none", "empty", "short", "basic", "long"],
)  # fmt: skip
def test_without_a_secret_nothing_is_taken(phone: Sender, header: str, code: str) -> None:
    refused(phone.put(body(), headers={"Authorization": header}), 422, code)


def test_a_revoked_phone_is_told_to_stop(phone: Sender) -> None:
    phones.bind(phones.known(phone.secret), LO)
    phones.revoke(phones.known(phone.secret).id, by=LO)
    for answer in (phone.put(body()), phone.batch({}), phone.ask("GET", "/api/v1/changes")):
        assert (answer.status_code, answer.json["code"]) == (401, "phone_revoked")


def test_too_many_from_a_phone_without_a_person_wait(phone: Sender) -> None:
    for _ in range(30):
        assert phone.put(body()).status_code == 200
    answer = phone.put(body())
    assert (answer.status_code, answer.json["code"]) == (429, "too_many_submissions")
    assert 86_000 < int(answer.headers["Retry-After"]) <= 86_401


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({}, 200),
        ({"Origin": "http://localhost"}, 200),
        ({"Sec-Fetch-Site": "same-origin"}, 200),
        ({"Origin": "https://elsewhere.test"}, 403),
        ({"Sec-Fetch-Site": "cross-site"}, 403),
        ({"Cookie": "tiepsuc=x"}, 403),
        ({"Cookie": "tiepsuc=x", "Origin": "https://elsewhere.test"}, 403),
    ],
    ids=["bare", "own-origin", "own-site", "origin", "site", "cookie", "cookie-and-origin"],
)
def test_another_origin_sends_nothing(phone: Sender, headers: dict[str, str], status: int) -> None:
    client = phone.app.test_client(use_cookies=False)
    bearer = {"Authorization": f"Bearer {phone.secret}"}
    answer = client.put(f"{SUBMISSIONS}/{uuid4()}", json=body(), headers={**bearer, **headers})
    assert answer.status_code == status
    assert (counts()[0] == 1) is (status == 200)


def test_no_answer_may_be_stored_on_its_way(phone: Sender) -> None:
    assert phone.put(body()).headers["Cache-Control"] == "no-store"


def test_new_phones_do_not_pour_in_from_one_address(
    app: Flask, phone: Sender, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each has its share of a day, and a secret costs nothing: they would fill database and desk."""
    monkeypatch.setattr(limits, "NEW_PHONES", parse("2 per hour"))
    assert phone.put(body()).status_code == 200
    assert phone.put(body()).status_code == 200, "it is known by now"
    assert Sender(app).batch({"id": str(uuid4()), "submission": body()}).status_code == 200
    for answer in (Sender(app).put(body()), Sender(app).batch(1)):
        assert (answer.status_code, answer.json["code"]) == (429, "too_many_tries")
        assert 3000 < int(answer.headers["Retry-After"]) <= 3600
    assert phone.put(body()).status_code == 200
    assert counts() == (4, 4, 2)
