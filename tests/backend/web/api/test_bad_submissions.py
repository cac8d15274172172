"""A wrong submission is refused with a code that says what is wrong, and changes nothing."""

from __future__ import annotations

import gzip
import json
import unicodedata
from datetime import timedelta
from typing import Any

import pytest
from flask import Flask
from joserfc.jwk import ECKey

from backend.domain import forms, keys
from backend.domain.clock import now
from backend.domain.keys import Purpose
from tests.backend.web.api.conftest import SUBMISSIONS, Sender, counts, refused
from tests.factories.form import published
from tests.factories.sealed import seal
from tests.factories.submission import WORDS, body, content

LO = "11111111-1111-4111-8111-111111111111"


@pytest.fixture(scope="module")
def app(shared_app: Flask) -> Flask:
    return shared_app


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"format": 2}, "format_unknown"),
        ({"form_id": "nothing"}, "form_not_found"),
        ({"form_version": 9}, "form_version_not_found"),
        ({"commune_code": "99999"}, "commune_not_found"),
        ({"captured_at": "2031-01-01T00:00:00Z"}, "captured_at_wrong"),
        ({"captured_at": "1970-01-01T00:00:00Z"}, "captured_at_wrong"),
        ({"replaces": LO}, "replaced_not_found"),
    ],
    ids=lambda value: next(iter(value.items()))[0] if isinstance(value, dict) else value,
)
def test_what_is_in_clear_and_cannot_be_right_has_its_code(
    phone: Sender, change: dict[str, Any], code: str
) -> None:
    refused(phone.put(body(**change)), 422, code)


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"format": "1"}, "format"), ({"form_id": "Ơ"}, "form_id"), ({"form_version": 1.5}, "form_version"),
        ({"commune_code": 17728}, "commune_code"), ({"captured_at": "hôm nay"}, "captured_at"),
        ({"captured_at": "2026-13-41T03:04:05Z"}, "captured_at"), ({"sealed": "e30"}, "sealed"),
        ({"captured_at": "2026-11-21T03:04:05+07:00"}, "captured_at"), ({"incomplete": "no"}, "incomplete"),
        ({"files": {}}, "files"), ({"files": [{"id": LO, "size": 6_000_000, "sha256": "a" * 64}]}, "files"),
        ({"files": [{"id": LO, "size": 1, "sha256": "A" * 64}]}, "files"),
        ({"kept_files": [LO] * 61}, "kept_files"),
        ({"replaces": "x"}, "replaces"), ({"app_release": "../.."}, "app_release"),
        ({"sealed": "a..b.c." + "d" * 103_000}, "sealed"), ({"answers": {}}, "answers"),
        ({"sealed": "é..b.c.d"}, "sealed"), ({"form_id": "thu\n"}, "form_id"),
        ({"form_id": "\ud800"}, "form_id"),
    ],
    ids=lambda value: None if isinstance(value, str) else json.dumps(value)[:50],
)  # fmt: skip
def test_a_misshapen_part_is_named(phone: Sender, change: dict[str, Any], field: str) -> None:
    details = refused(phone.put({**body(), **change}), 422, "unprocessable_entity")
    assert set(details["json"]) == {field}


@pytest.mark.parametrize("name", ["format", "form_id", "captured_at", "files", "sealed", "incomplete"])
def test_a_missing_part_is_named(phone: Sender, name: str) -> None:
    sent = body()
    del sent[name]
    assert set(refused(phone.put(sent), 422, "unprocessable_entity")["json"]) == {name}


@pytest.mark.parametrize(
    ("data", "status"),
    [(b"", 422), (b"{", 400), (b"\xff", 400), (b"[]", 422), (b"null", 422), (b'"text"', 422),
     (b"[" * 100_000, 400), (b'{"format": NaN}', 422), (b'{"format": ' + b"1" * 5_000 + b"}", 400)],
    ids=["empty", "cut", "no-utf8", "list", "null", "text", "deep", "nan", "long-number"],
)  # fmt: skip
def test_a_body_that_is_no_json_object_is_refused(phone: Sender, data: bytes, status: int) -> None:
    answer = phone.put(None, data=data)
    assert answer.status_code == status
    assert counts() == (0, 0, 0)


def test_a_body_over_the_limit_is_not_read(phone: Sender) -> None:
    refused(phone.put(None, data=b" " * 300_000), 413, "request_entity_too_large")


@pytest.mark.parametrize(
    ("packed", "status"),
    [
        (gzip.compress(b" " * 50_000_000), 413),
        (gzip.compress(b"{}")[:-3], 400),
        (gzip.compress(b"{}") + b"more", 400),
        (b"not gzip", 400),
    ],
    ids=["bomb", "cut", "more", "none"],
)
def test_gzip_that_explodes_or_breaks_is_refused(phone: Sender, packed: bytes, status: int) -> None:
    answer = phone.put(None, data=packed, headers={"Content-Encoding": "gzip"})
    assert answer.status_code == status
    assert counts() == (0, 0, 0)


def test_another_packing_is_not_known(phone: Sender) -> None:
    refused(phone.put(None, data=b"{}", headers={"Content-Encoding": "br"}), 415, "unsupported_media_type")


def test_seals_that_do_not_open_have_their_codes(phone: Sender, monkeypatch: pytest.MonkeyPatch) -> None:
    strange = {**ECKey.generate_key("P-256").as_dict(private=False), "kid": "0123456789abcdef"}
    refused(phone.put(body(seal(content(), jwk=strange))), 422, "seal_key_unknown")
    whole = seal(content())
    refused(phone.put(body(whole[:-10])), 422, "seal_broken")
    refused(phone.put(body(seal([1, 2]))), 422, "sealed_content_wrong")
    refused(phone.put(body(seal(b" " * 50_000_000))), 422, "sealed_content_wrong")
    keys.rotate(Purpose.SEAL)
    monkeypatch.setattr("backend.domain.sealing.now", lambda: now() + timedelta(days=366))
    refused(phone.put(body(whole)), 422, "seal_key_retired")


@pytest.mark.parametrize(
    ("change", "part"),
    [
        ({"answers": []}, "answers"), ({"papers": None}, "papers"), ({"author": {}}, "author"),
        ({"author": {"role": "resident", "person": "me"}}, "author"), ({"note": "x" * 2_001}, "note"),
        ({"consents": [{"purpose": "send"}]}, "consents"), ({"applicant": {"name": 5}}, "applicant"),
        ({"time_zone": "Asia/Hồ Chí Minh"}, "time_zone"), ({"files": [{"id": LO}]}, "files"),
    ],
    ids=lambda value: json.dumps(value)[:50] if isinstance(value, dict) else value,
)  # fmt: skip
def test_a_seal_around_the_wrong_parts_names_them(phone: Sender, change: dict[str, Any], part: str) -> None:
    details = refused(phone.put(body(content(**change))), 422, "sealed_content_wrong")
    assert details == {"parts": [part]}


def test_words_of_people_never_come_back_as_names_of_parts(phone: Sender) -> None:
    answer = phone.put(body(content(**{WORDS[0]: 1})))
    assert WORDS[0] not in json.dumps(answer.json, ensure_ascii=False)


@pytest.mark.parametrize(
    ("answers", "code"),
    [
        ({"child_name": WORDS[0], "strange": 1}, "unknown_field"),
        ({"child_name": 5}, "wrong_type"),
        ({"child_name": None}, "wrong_type"),
        ({"child_name": "x" * 60_000}, "too_long"),
        ({"child_name": "Lò\u0000Thử"}, "control_characters"),
        ({"child_name": unicodedata.normalize("NFD", WORDS[0])}, "not_nfc"),
        ({"child_name": WORDS[0], "born_on": "2026-02-30"}, "not_a_date"),
        ({}, "required"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_wrong_answers_are_named_field_by_field(phone: Sender, answers: dict[str, Any], code: str) -> None:
    details = refused(phone.put(body(content(answers=answers))), 422, "answers_refused")
    assert [field["code"] for field in details["fields"]] == [code]


def test_a_megabyte_of_text_is_too_large_for_the_seal(phone: Sender) -> None:
    """It compresses well, so it passes the limit of the body, and is stopped while it unfolds."""
    huge = seal(content(answers={"child_name": "Thử " * 250_000}))
    refused(phone.put(body(huge)), 422, "sealed_content_wrong")


def test_consent_is_needed(phone: Sender) -> None:
    details = refused(phone.put(body(content(consents=[]))), 422, "consent_missing")
    assert details == {"purposes": ["send"]}


def test_a_withdrawn_form_is_named(phone: Sender) -> None:
    published(version=2)
    forms.withdraw("thu", 2, "sai mẫu")
    refused(phone.put(body(form_version=2)), 422, "form_withdrawn")


@pytest.mark.parametrize("own_id", ["x", "1", LO[:-1], f"{LO}0", "%00"])
def test_an_id_that_is_no_uuid_is_no_address(phone: Sender, own_id: str) -> None:
    assert phone.ask("PUT", f"{SUBMISSIONS}/{own_id}", json=body()).status_code == 404
    assert counts() == (0, 0, 0)
