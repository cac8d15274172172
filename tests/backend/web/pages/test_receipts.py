"""Receipts of residents: opened by code and secret together, or by the browser that sent them."""

from __future__ import annotations

from uuid import uuid4

import pytest
from flask import Flask
from werkzeug.test import TestResponse

from backend.domain import dossiers, receipts
from backend.domain.dossiers import Dossier, State
from backend.domain.submissions import SentFile
from backend.web.pages.receipts import MOST, SENT
from tests.factories import dossier
from tests.page_client import Page, PageClient

HERE = {"Sec-Fetch-Site": "same-origin"}


@pytest.fixture
def sent(app: Flask) -> Dossier:
    """Give the dossier of a submission that arrived."""
    return dossier.sent()


def ask(app: Flask, code: str, secret: str) -> TestResponse:
    return app.test_client().post("/vi/receipts", data={"code": code, "secret": secret}, headers=HERE)


def secret_of(sent: Dossier) -> str:
    return receipts.secret_of(sent.submission_id)


def test_the_page_asks_for_both_and_is_kept_nowhere(client: PageClient) -> None:
    page = client.get("/vi/receipts")
    assert page.one("form", action="/vi/receipts").attributes["method"] == "post"
    assert {field.attributes["name"] for field in page.all("input")} == {"code", "secret"}
    assert client.http.get("/vi/receipts").headers["Cache-Control"] == "no-store"


@pytest.mark.parametrize("typed", ["as shown", "spoken", "misheard"])
def test_code_and_secret_open_the_receipt(app: Flask, sent: Dossier, typed: str) -> None:
    code = {"as shown": sent.code, "spoken": dossiers.spoken_code(sent.code).lower(), "misheard": ""}[typed]
    code = code or sent.code.replace("0", "O").replace("1", "l")
    answer = ask(app, code, f" {secret_of(sent)} ")
    assert answer.status_code == 200
    assert answer.headers["Cache-Control"] == "no-store"
    assert dossiers.spoken_code(sent.code) in answer.text
    assert "Quầy chưa xem" in answer.text
    assert 'class="qr"' in answer.text
    assert secret_of(sent) not in answer.text


@pytest.mark.parametrize("state", State)
def test_each_state_at_the_desk_has_words(app: Flask, state: State) -> None:
    now = dossier.in_state(state, dossier.sent())
    page = Page(ask(app, now.code, secret_of(now)).text)
    assert page.all("dd")[0].text.strip()


def test_what_the_desk_returned_is_named_with_its_reason(app: Flask) -> None:
    now = dossier.in_state(State.RETURNED, dossier.sent())
    page = Page(ask(app, now.code, secret_of(now)).text)
    assert "Tên con" in page.text
    assert "Không khớp với giấy tờ" in page.text


def test_nothing_is_called_received_while_files_are_missing(app: Flask) -> None:
    file = SentFile(id=str(uuid4()), size=3, sha256="0" * 64)
    now = dossier.sent(files=(file,))
    page = Page(ask(app, now.code, secret_of(now)).text)
    assert "Đã nhận đủ" not in page.text
    assert "Chưa nhận đủ" in page.text


def test_a_wrong_code_and_a_wrong_secret_get_the_same_answer(app: Flask, sent: Dossier) -> None:
    other = dossier.sent()
    tries = [
        ("TS00000000", secret_of(sent)),
        (sent.code, "x" * 22),
        (sent.code, secret_of(other)),
        (sent.code, ""),
        (sent.code, "ẩ" * 40),
        ("", ""),
    ]
    answers = [ask(app, code, secret) for code, secret in tries]
    assert {answer.status_code for answer in answers} == {422}
    assert len({answer.text.replace(code, "") for answer, (code, _) in zip(answers, tries, strict=True)}) == 1


def test_what_was_typed_stays_text(app: Flask) -> None:
    answer = ask(app, '"><script>alert(1)</script>', "x")
    assert "<script>alert" not in answer.text


def test_guessing_is_slowed_down(app: Flask) -> None:
    statuses = [ask(app, f"TS0000000{number}", "x").status_code for number in range(10)]
    assert set(statuses) == {422}
    slowed = ask(app, "TS00000000", "x")
    assert slowed.status_code == 429
    assert int(slowed.headers["Retry-After"]) > 0


def test_the_browser_that_sent_sees_code_and_secret_until_it_forgets(app: Flask, sent: Dossier) -> None:
    browser = app.test_client()
    with browser.session_transaction() as session:
        session[SENT] = [sent.submission_id, "00000000-0000-4000-8000-000000000000"]
    shown = browser.get("/vi/receipts")
    assert secret_of(sent) in shown.text
    assert dossiers.spoken_code(sent.code) in shown.text
    left = browser.post("/vi/receipts/forget", headers=HERE)
    assert (left.status_code, left.location) == (303, "/vi/receipts")
    assert secret_of(sent) not in browser.get("/vi/receipts").text


def test_a_browser_remembers_a_few(app: Flask) -> None:
    browser = app.test_client()
    ids = [dossier.sent().submission_id for _ in range(MOST + 2)]
    with browser.session_transaction() as session:
        session[SENT] = ids
    shown = Page(browser.get("/vi/receipts").text)
    assert len(shown.all("figcaption")) == MOST
