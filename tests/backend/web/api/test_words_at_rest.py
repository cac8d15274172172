"""What people typed stands nowhere in clear: not in the database, its journal, the kept files or the logs."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
from flask import Flask
from structlog.testing import capture_logs

from backend import create_app
from backend.domain import dossiers
from backend.domain.dossiers import Mark, Reason
from backend.settings import Settings
from tests.backend.web.api.conftest import Sender
from tests.factories.submission import WORDS, body, content

NOTE = "Hỏi thêm giấy của bà ngoại"
SAID = "Ảnh mờ, chụp lại mặt sau"
LO = "11111111-1111-4111-8111-111111111111"
TYPED = (*WORDS, NOTE, SAID)


def everything_under(folder: Path) -> bytes:
    """Give all bytes of all files, journals included."""
    return b"\n".join(path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file())


def found(kept: bytes, words: str) -> bool:
    """Tell whether words stand in bytes, in any way that a program would write them."""
    ways = [words.encode("utf-8"), words.encode("utf-16-le"), words.encode("utf-16-be")]
    ways += [
        json.dumps(words).strip('"').encode(),
        json.dumps(words).strip('"').replace("\\", "\\\\").encode(),
    ]
    return any(way in kept for way in ways)


@pytest.fixture
def received(phone: Sender) -> dict[str, str]:
    """Send one submission and have it returned with a note; gives its receipt."""
    own_id = str(uuid4())
    sent = content(answers={"child_name": WORDS[0]}, note=NOTE)
    answer = phone.put(body(sent), own_id)
    assert answer.status_code == 200, answer.text
    dossier = dossiers.of_submission(own_id)
    assert dossier is not None
    dossier = dossiers.start_check(dossier.code, version=dossier.version, by=LO)
    marks = {"child_name": Mark(False, Reason.WRONG, SAID)}
    dossiers.return_items(dossier.code, marks, version=dossier.version, by=LO)
    return dict(answer.json)


@pytest.mark.usefixtures("received")
def test_typed_words_stand_nowhere_in_clear(settings: Settings) -> None:
    kept = everything_under(settings.home)
    assert b"submissions" in kept
    assert found(kept, "Xã Đồi Cọ")  # the search itself works: a commune's name is no secret
    assert not [words for words in TYPED if found(kept, words)]


def test_neither_the_secret_of_a_phone_nor_of_a_receipt_stands_in_clear(
    phone: Sender, settings: Settings, received: dict[str, str]
) -> None:
    kept = everything_under(settings.home)
    assert phone.secret.encode() not in kept
    assert received["receipt"].encode() not in kept
    assert received["slip"].encode() not in kept


def test_logs_hold_no_answers(phone: Sender, capfd: pytest.CaptureFixture[str], settings: Settings) -> None:
    sent = content(answers={"child_name": WORDS[0], "strange": WORDS[1]}, note=NOTE)
    for wrong in (body(sent), body(content(**{WORDS[0]: 1})), {WORDS[1]: NOTE}, [NOTE]):
        assert phone.put(wrong).status_code == 422
    with capture_logs() as logged:
        phone.put(body(sent))
        phone.batch({"id": WORDS[0], "submission": body(sent)})
    assert not [words for words in TYPED if found(json.dumps(logged, default=str).encode(), words)]
    assert not [words for words in TYPED if found("".join(capfd.readouterr()).encode(), words)]


def test_an_unexpected_error_is_logged_by_its_kind_and_place_only(
    settings: Settings, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    def fail(*_: Any) -> None:
        raise ValueError(f"cannot read {WORDS[0]}")

    app: Flask = create_app(settings)
    monkeypatch.setattr("backend.domain.keys.published", fail)
    assert app.test_client().get("/api/v1/keys").status_code == 500
    logged = "".join(capfd.readouterr())
    assert ("ValueError" in logged, "in fail" in logged) == (True, True)
    assert not found(logged.encode(), WORDS[0])
