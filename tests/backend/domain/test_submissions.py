"""A submission is kept once, with its dossier and receipt, or refused with a reason and not at all."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from uuid import uuid4

import pytest
from flask import Flask
from sqlalchemy import event

from backend.domain import dossiers, forms, phones, submissions
from backend.domain.clock import now
from backend.domain.errors import Code, Refusal
from backend.domain.submissions import Author, SentFile, State
from backend.storage import phones as phone_rows
from backend.storage.database import db
from tests.backend.domain.kept import LO, count, refused
from tests.factories.phone import phone, secret
from tests.factories.submission import WORDS, received


@contextmanager
def statements() -> Iterator[list[str]]:
    """Note what the database is asked."""
    asked: list[str] = []

    def note(_connection: object, _cursor: object, statement: str, *_: object) -> None:
        asked.append(statement.split("\n")[0])

    event.listen(db.engine, "before_cursor_execute", note)
    event.listen(db.engine, "commit", lambda _connection: asked.append("COMMIT"))
    yield asked
    event.remove(db.engine, "before_cursor_execute", note)


def test_what_was_sent_is_kept_with_a_dossier(desk: Flask) -> None:
    asks = phone()
    own_id, kept = received(asks)
    content = submissions.content_of(own_id)
    assert content.answers == {"child_name": WORDS[0]}
    clear = submissions.received(own_id)
    assert (clear.phone_id, clear.author_id, clear.state) == (asks.id, None, State.WHOLE)
    dossier = dossiers.of_submission(own_id)
    assert dossier is not None
    assert (dossier.submission_id, dossier.state) == (own_id, dossiers.State.NEW)
    assert submissions.receipt_of(own_id, phone=asks) == kept
    assert count() == (1, 1)


def test_sent_again_it_gives_the_same_receipt_byte_for_byte(desk: Flask) -> None:
    asks = phone()
    own_id, kept = received(asks)
    assert received(asks, own_id) == (own_id, kept)
    forms.withdraw("thu", 1, "sai mẫu")
    assert received(asks, own_id) == (own_id, kept)
    assert count() == (1, 1)


@pytest.mark.parametrize("who", ["same_phone", "another_phone"])
def test_other_bytes_or_another_phone_under_a_known_id_are_a_conflict(desk: Flask, who: str) -> None:
    asks = phone()
    own_id, _ = received(asks)
    with refused() as caught:
        if who == "same_phone":
            received(asks, own_id, content_sha256="0" * 64)
        else:
            received(phone(), own_id)
    assert caught[0].code is Code.SUBMISSION_CONFLICT


def test_the_receipt_is_given_to_its_phone_only(desk: Flask) -> None:
    own_id, _ = received(phone())
    for asked in (own_id, str(uuid4())):
        with pytest.raises(Refusal) as refusal:
            submissions.receipt_of(asked, phone=phone())
        assert refusal.value.code is Code.SUBMISSION_NOT_FOUND


def test_receiving_is_one_commit_and_at_most_twelve_statements(desk: Flask) -> None:
    own = secret()
    received(phones.known(own))
    for asks in (own, secret()):
        with statements() as asked:
            received(phones.known(asks))
        assert asked.count("COMMIT") == 1
        assert len(asked) - 1 <= 12, asked


@pytest.mark.parametrize("who", ["phone", "author"])
def test_a_correction_too_is_one_commit_and_at_most_twelve_statements(desk: Flask, who: str) -> None:
    own = secret()
    if who == "author":
        phones.bind(phones.known(own), LO)
    author = Author(role="resident", person=LO if who == "author" else None)
    first, _ = received(phones.known(own), author=author)
    with statements() as asked:
        received(phones.known(own), replaces=first, author=author)
    assert asked.count("COMMIT") == 1
    assert len(asked) - 1 <= 12, asked


def test_files_are_awaited_not_missed(desk: Flask) -> None:
    asks = phone()
    file = SentFile(id=str(uuid4()), size=3, sha256="a" * 64)
    own_id, _ = received(asks, files=(file,))
    assert submissions.received(own_id).state is State.WAITING_FOR_FILES
    assert submissions.received(own_id).clear.files == (file,)


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"format": 2}, Code.FORMAT_UNKNOWN),
        ({"captured_at": now() + timedelta(days=3)}, Code.CAPTURED_AT_WRONG),
        ({"captured_at": now() - timedelta(days=9_000)}, Code.CAPTURED_AT_WRONG),
        ({"form_id": "nothing"}, Code.FORM_NOT_FOUND),
        ({"form_version": 9}, Code.FORM_VERSION_NOT_FOUND),
        ({"form_version": 2**40}, Code.FORM_VERSION_NOT_FOUND),
        ({"commune_code": "99999"}, Code.COMMUNE_NOT_FOUND),
        ({"replaces": LO}, Code.REPLACED_NOT_FOUND),
        ({"consents": ()}, Code.CONSENT_MISSING),
        ({"answers": {}}, Code.ANSWERS_REFUSED),
    ],
    ids=lambda value: next(iter(value)) if isinstance(value, dict) else "",
)
def test_what_cannot_be_right_is_refused(desk: Flask, changes: dict[str, object], code: Code) -> None:
    with refused() as caught:
        received(phone(), **changes)
    assert (caught[0].code, caught[0].kind.value) == (code, "invalid")
    assert db.session.query(phone_rows.PhoneRow).count() == 0


def test_a_withdrawn_form_is_refused(desk: Flask) -> None:
    forms.withdraw("thu", 1, "sai mẫu")
    with refused() as caught:
        received(phone())
    assert caught[0].code is Code.FORM_WITHDRAWN


def test_every_wrong_field_is_named_and_no_value(desk: Flask) -> None:
    with refused() as caught:
        received(phone(), answers={"born_on": "hôm qua", "strange": WORDS[0]})
    assert caught[0].details["fields"] == [
        {"field": "child_name", "code": "required", "params": {}},
        {"field": "born_on", "code": "not_a_date", "params": {}},
        {"field": "strange", "code": "unknown_field", "params": {}},
    ]
    assert WORDS[0] not in json.dumps(caught[0].details, ensure_ascii=False)


def test_an_incomplete_one_is_kept_on_purpose(desk: Flask) -> None:
    own_id, _ = received(phone(), answers={}, incomplete=True)
    dossier = dossiers.of_submission(own_id)
    assert dossier is not None
    assert dossier.incomplete


def test_a_month_in_the_outbox_does_no_harm(desk: Flask) -> None:
    received(phone(), captured_at=now() - timedelta(days=45))
    assert count() == (1, 1)


def test_an_author_counts_when_the_phone_was_bound_to_them(desk: Flask) -> None:
    own, author = secret(), Author(role="volunteer", person=LO)
    claimed, _ = received(phones.known(own), author=author)
    assert submissions.received(claimed).author_id is None
    assert submissions.content_of(claimed).author == author
    phones.bind(phones.known(own), LO)
    phones.unbind(phones.known(own))
    verified, _ = received(phones.known(own), author=author)
    assert submissions.received(verified).author_id == LO


def test_a_phone_without_a_person_sends_thirty_a_day(desk: Flask, monkeypatch: pytest.MonkeyPatch) -> None:
    own = secret()
    first, kept = received(phones.known(own))
    for _ in range(29):
        received(phones.known(own))
    with refused() as caught:
        received(phones.known(own))
    assert caught[0].code is Code.TOO_MANY_SUBMISSIONS
    assert 86_000 < caught[0].details["retry_after"] <= 86_401
    assert received(phones.known(own), first) == (first, kept)
    received(phone())
    phones.bind(phones.known(own), LO)
    received(phones.known(own))
    phones.unbind(phones.known(own))
    monkeypatch.setattr("backend.domain.submissions._judge.now", lambda: now() + timedelta(days=1))
    received(phones.known(own))


def test_an_error_while_keeping_leaves_nothing(desk: Flask, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object, **__: object) -> None:
        raise ZeroDivisionError

    asks, own_id = phone(), str(uuid4())
    with monkeypatch.context() as broken:
        broken.setattr("backend.domain.dossiers.open_for", fail)
        with pytest.raises(ZeroDivisionError):
            received(asks, own_id)
    assert count() == (0, 0)
    assert db.session.query(phone_rows.PhoneRow).count() == 0
    received(asks, own_id)
    assert count() == (1, 1)
