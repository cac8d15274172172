"""A batch is many single submissions: each is answered as if it had come alone."""

from __future__ import annotations

import gzip
import json
from typing import Any
from uuid import uuid4

import pytest
from sqlalchemy import event
from structlog.testing import capture_logs

from backend.domain import dossiers, submissions
from backend.storage.database import db
from tests.backend.web.api.conftest import SUBMISSIONS, Sender, counts
from tests.factories.sealed import seal
from tests.factories.submission import WORDS, body, content


def item(sent: dict[str, Any] | None = None, **values: Any) -> dict[str, Any]:
    """Give one part of a batch."""
    return {"id": str(uuid4()), "submission": sent or body(), **values}


def test_each_is_answered_in_order_as_put_would(phone: Sender) -> None:
    items = [item() for _ in range(3)]
    results = phone.batch(*items).json["results"]
    assert [result["id"] for result in results] == [one["id"] for one in items]
    for one, result in zip(items, results, strict=True):
        assert result["status"] == 200
        alone = phone.put(one["submission"], one["id"]).json
        assert alone == {"receipt": result["receipt"], "slip": result["slip"]}
    assert counts() == (3, 3, 1)


def test_a_repeated_batch_changes_nothing(phone: Sender) -> None:
    items = [item() for _ in range(3)]
    first = phone.batch(*items).data
    assert phone.batch(*items).data == first
    assert phone.batch(*reversed(items)).json["results"] == list(reversed(json.loads(first)["results"]))
    assert counts() == (3, 3, 1)


def test_the_same_twice_in_one_batch_is_one(phone: Sender) -> None:
    one = item()
    first, second = phone.batch(one, one).json["results"]
    assert first == second
    assert counts()[0] == 1


BAD: dict[str, tuple[Any, int, str]] = {
    "a number": (5, 422, "unprocessable_entity"),
    "nothing": ({}, 422, "unprocessable_entity"),
    "null": (None, 422, "unprocessable_entity"),
    "no id": ({"submission": {}}, 422, "unprocessable_entity"),
    "another id": ({"id": "ABC", "submission": {}}, 422, "unprocessable_entity"),
    "an id of another kind": ({"id": {"a": 1}, "submission": {}}, 422, "unprocessable_entity"),
    "no submission": ({"id": str(uuid4())}, 422, "unprocessable_entity"),
    "a text": ({"id": str(uuid4()), "submission": "x"}, 422, "unprocessable_entity"),
    "an unknown part": ({"id": str(uuid4()), "submission": {"x": 1}}, 422, "unprocessable_entity"),
}


@pytest.mark.parametrize("name", BAD)
def test_a_misshapen_one_does_not_hold_up_the_others(phone: Sender, name: str) -> None:
    bad, status, code = BAD[name]
    before, result, behind = phone.batch(item(), bad, item()).json["results"]
    assert (before["status"], behind["status"]) == (200, 200)
    assert (result["status"], result["problem"]["code"]) == (status, code)
    assert counts()[0] == 2


@pytest.mark.parametrize(
    ("sent", "code"),
    [
        (lambda: body(seal([1])), "sealed_content_wrong"),
        (lambda: body(seal(content())[:-9]), "seal_broken"),
        (lambda: body(content(answers={})), "answers_refused"),
        (lambda: body(commune_code="99999"), "commune_not_found"),
    ],
    ids=["content", "seal", "answers", "commune"],
)
def test_a_refused_one_does_not_hold_up_the_others(phone: Sender, sent: Any, code: str) -> None:
    before, result, behind = phone.batch(item(), item(sent()), item()).json["results"]
    assert (before["status"], behind["status"]) == (200, 200)
    assert (result["status"], result["problem"]["code"]) == (422, code)
    assert result["problem"]["status"] == 422
    assert "receipt" not in result
    assert counts()[0] == 2


def test_a_conflict_is_told_of_its_own_item(phone: Sender) -> None:
    first = item()
    phone.batch(first)
    again, other = phone.batch({**first, "submission": body()}, item()).json["results"]
    assert (again["status"], again["problem"]["code"]) == (409, "submission_conflict")
    assert other["status"] == 200


def test_one_that_crashes_us_is_told_so_and_logged_without_its_words(
    phone: Sender, monkeypatch: pytest.MonkeyPatch
) -> None:
    judge, crashing = submissions.judge, item()

    def crash(submission_id: str, **values: Any) -> Any:
        if submission_id == crashing["id"]:
            raise ValueError(f"cannot judge {values['opened']().answers}")
        return judge(submission_id, **values)

    monkeypatch.setattr("backend.domain.submissions.judge", crash)
    phone.app.testing = False
    with capture_logs() as logged:
        before, result, behind = phone.batch(item(), crashing, item()).json["results"]
    assert (before["status"], behind["status"]) == (200, 200)
    assert (result["status"], result["problem"]["code"]) == (500, "internal_server_error")
    assert result["problem"]["request_id"]
    assert [line["event"] for line in logged if line["log_level"] == "error"] == ["batch_item_failed"]
    assert WORDS[0] not in json.dumps(result, ensure_ascii=False)
    monkeypatch.undo()
    assert phone.batch(crashing).json["results"][0]["status"] == 200
    assert counts()[0] == 3


def test_one_that_cannot_be_kept_is_undone_alone(phone: Sender, monkeypatch: pytest.MonkeyPatch) -> None:
    open_for, crashing = dossiers.open_for, item()

    def crash(submission_id: str, **values: Any) -> Any:
        opened = open_for(submission_id, **values)
        if submission_id == crashing["id"]:
            raise ZeroDivisionError
        return opened

    phone.app.testing = False
    with monkeypatch.context() as broken:
        broken.setattr("backend.domain.dossiers.open_for", crash)
        results = phone.batch(item(), crashing, item()).json["results"]
    assert [result["status"] for result in results] == [200, 500, 200]
    assert counts() == (2, 2, 1)
    assert phone.batch(crashing).json["results"][0]["status"] == 200
    assert counts() == (3, 3, 1)


def test_a_commit_that_fails_keeps_nothing_and_says_so_of_each(
    phone: Sender, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail() -> None:
        raise OSError("disk full")

    items = [item(), item()]
    phone.app.testing = False
    with monkeypatch.context() as broken:
        broken.setattr(db.session, "commit", fail)
        results = phone.batch(*items, {}).json["results"]
    assert [result["status"] for result in results] == [500, 500, 422]
    assert counts() == (0, 0, 0)
    assert {result["status"] for result in phone.batch(*items).json["results"]} == {200}


def test_what_is_new_shares_one_commit(phone: Sender) -> None:
    commits: list[int] = []
    event.listen(db.engine, "commit", lambda _: commits.append(1))
    phone.batch(*[item() for _ in range(5)])
    assert len(commits) == 1


def test_what_is_beyond_the_share_of_a_day_waits_alone(phone: Sender) -> None:
    results = phone.batch(*[item() for _ in range(32)]).json["results"]
    assert [result["status"] for result in results] == [200] * 30 + [429] * 2
    assert results[-1]["problem"]["details"]["retry_after"] > 86_000


def test_it_may_come_packed(phone: Sender) -> None:
    sent = json.dumps({"submissions": [item(), item()]}).encode()
    answer = phone.ask(
        "POST",
        f"{SUBMISSIONS}/batch",
        data=gzip.compress(sent),
        headers={"Content-Encoding": "gzip"},
    )
    assert [result["status"] for result in answer.json["results"]] == [200, 200]


@pytest.mark.parametrize(
    ("items", "status"),
    [([], 422), ([{}] * 50, 200), ([{}] * 51, 422)],
    ids=["none", "fifty", "fifty-one"],
)
def test_one_to_fifty(phone: Sender, items: list[Any], status: int) -> None:
    assert phone.batch(*items).status_code == status


@pytest.mark.parametrize("sent", [[], None, {"submissions": {}}, {"submissions": None}, {}], ids=json.dumps)
def test_what_is_no_batch_is_refused_whole(phone: Sender, sent: Any) -> None:
    answer = phone.ask("POST", f"{SUBMISSIONS}/batch", json=sent)
    assert (answer.status_code, answer.json["code"]) == (422, "unprocessable_entity")


def test_items_are_counted_before_any_is_looked_at(phone: Sender, monkeypatch: pytest.MonkeyPatch) -> None:
    def looked(*_: object, **__: object) -> None:
        raise AssertionError("an item was looked at")

    monkeypatch.setattr("marshmallow.fields.Raw.deserialize", looked)
    packed = gzip.compress(b'{"submissions":[' + b"[]," * 500_000 + b"[]]}")
    answer = phone.ask("POST", f"{SUBMISSIONS}/batch", data=packed, headers={"Content-Encoding": "gzip"})
    assert (answer.status_code, len(packed) < 3_000) == (422, True)
    assert answer.json["details"] == {"json": {"submissions": ["Length must be between 1 and 50."]}}


def test_an_id_that_can_be_none_is_not_said_back(phone: Sender) -> None:
    (result,) = phone.batch({"id": "x" * 1_000, "submission": {}}).json["results"]
    assert (result["id"], result["status"]) == (None, 422)


@pytest.mark.parametrize(
    ("data", "packing", "status"),
    [
        (b" " * 900_000, "identity", 400),
        (b" " * 1_100_000, "identity", 413),
        (gzip.compress(b" " * 1_900_000), "gzip", 400),
        (gzip.compress(b" " * 2_100_000), "gzip", 413),
        (gzip.compress(b" " * 500_000_000, 9), "gzip", 413),
    ],
    ids=["within", "too-long", "within-packed", "unpacks-too-long", "bomb"],
)
def test_its_own_limits(phone: Sender, data: bytes, packing: str, status: int) -> None:
    answer = phone.ask("POST", f"{SUBMISSIONS}/batch", data=data, headers={"Content-Encoding": packing})
    assert answer.status_code == status
