"""What a phone sealed opens; everything else is refused with a code, and a bomb never unfolds."""

from __future__ import annotations

import base64
import json
import tracemalloc
from datetime import timedelta
from typing import Any

import pytest
from flask import Flask
from joserfc.jwk import ECKey

from backend.domain import keys, sealing
from backend.domain.clock import now
from backend.domain.errors import Code, Refusal
from backend.domain.keys import Purpose
from tests.factories.sealed import seal


@pytest.fixture(scope="module")
def app(shared_app: Flask) -> Flask:
    return shared_app


def refused(sealed: str) -> Code:
    """Open a seal that must be refused, and give the code."""
    with pytest.raises(Refusal) as refusal:
        sealing.opened(sealed)
    assert refusal.value.details == {}
    return refusal.value.code


def with_header(sealed: str, **changes: Any) -> str:
    """Give a seal with another protected header."""
    first, _, rest = sealed.partition(".")
    header = json.loads(base64.urlsafe_b64decode(first + "=="))
    header = {name: value for name, value in {**header, **changes}.items() if value is not None}
    return base64.urlsafe_b64encode(json.dumps(header).encode()).rstrip(b"=").decode() + "." + rest


def test_what_was_sealed_comes_back(app: Flask) -> None:
    assert sealing.opened(seal({"tên": "Lò Thị Thử"})) == {"tên": "Lò Thị Thử"}


def test_a_retired_key_opens_for_a_year(app: Flask, monkeypatch: pytest.MonkeyPatch) -> None:
    sealed = seal({"a": 1})
    keys.rotate(Purpose.SEAL)
    assert sealing.opened(sealed) == {"a": 1}
    monkeypatch.setattr("backend.domain.sealing.now", lambda: now() + timedelta(days=364))
    assert sealing.opened(sealed) == {"a": 1}
    monkeypatch.setattr("backend.domain.sealing.now", lambda: now() + timedelta(days=366))
    assert refused(sealed) is Code.SEAL_KEY_RETIRED


def test_a_key_that_is_not_ours_is_named(app: Flask) -> None:
    strange = {**ECKey.generate_key("P-256").as_dict(private=False), "kid": "0123456789abcdef"}
    assert refused(seal({}, jwk=strange)) is Code.SEAL_KEY_UNKNOWN
    receipt_key = keys.published()["receipt"][0]
    assert refused(seal({}, jwk=receipt_key)) is Code.SEAL_KEY_UNKNOWN


def test_our_key_id_over_another_key_does_not_open(app: Flask) -> None:
    strange = {**ECKey.generate_key("P-256").as_dict(private=False), "kid": keys.current(Purpose.SEAL).kid}
    assert refused(seal({}, jwk=strange)) is Code.SEAL_BROKEN


@pytest.mark.parametrize("place", [0, 2, 3, 4])
def test_a_changed_seal_does_not_open(app: Flask, place: int) -> None:
    parts = seal({"a": 1}).split(".")
    middle = len(parts[place]) // 2
    letter = "A" if parts[place][middle] != "A" else "B"
    parts[place] = parts[place][:middle] + letter + parts[place][middle + 1 :]
    assert refused(".".join(parts)) in (Code.SEAL_BROKEN, Code.SEAL_KEY_UNKNOWN)


@pytest.mark.parametrize("left", [0, 1, 30, 200])
def test_a_cut_seal_does_not_open(app: Flask, left: int) -> None:
    assert refused(seal({"a": "b" * 300})[:left]) is Code.SEAL_BROKEN


@pytest.mark.parametrize(
    "header",
    [
        {"alg": "ECDH-ES+A128KW"},
        {"enc": "A128GCM"},
        {"zip": None},
        {"crit": ["exp"]},
        {"apu": "QQ"},
    ],
    ids=["alg", "enc", "no-zip", "crit", "apu"],
)
def test_other_algorithms_are_not_ours(app: Flask, header: dict[str, Any]) -> None:
    try:
        sealed = seal({"a": 1}, **header)
    except Exception:
        sealed = with_header(seal({"a": 1}), **header)
    assert refused(sealed) is Code.SEAL_BROKEN


@pytest.mark.parametrize(
    "changes",
    [
        {"kid": None}, {"kid": 5}, {"epk": None}, {"epk": "x"}, {"epk": {"kty": "EC"}}, {"alg": ["ECDH-ES"]},
        {"epk": {"kty": "EC", "crv": "P-256", "x": "AA", "y": "AA"}}, {"alg": "none"}, {"alg": "dir"},
    ],
    ids=lambda changes: json.dumps(changes),
)  # fmt: skip
def test_a_header_of_another_shape_is_refused(app: Flask, changes: dict[str, Any]) -> None:
    assert refused(with_header(seal({}), **changes)) is Code.SEAL_BROKEN


@pytest.mark.parametrize("sealed", ["", ".", "....", "a.b.c.d.e", "é....", "W10....", "bnVsbA...."])
def test_what_is_no_seal_is_refused(app: Flask, sealed: str) -> None:
    assert refused(sealed) is Code.SEAL_BROKEN


@pytest.mark.parametrize(
    "content",
    [b"", b"[]", b"null", b'"text"', b"{", b"\xff\xfe", b'{"a": NaN}', b'{"a": 1e999}', b'{"a": "\\ud800"}',
     b"[" * 150_000, b'{"a":' + b"9" * 5_000 + b"}"],
    ids=["empty", "list", "null", "text", "cut", "no-utf8", "nan", "infinite", "surrogate", "deep",
         "long-number"],
)  # fmt: skip
def test_a_seal_around_something_else_is_refused(app: Flask, content: bytes) -> None:
    assert refused(seal(content)) is Code.SEALED_CONTENT_WRONG


def test_the_largest_content_opens_and_one_byte_more_does_not(app: Flask) -> None:
    frame = len(json.dumps({"a": ""}))
    assert sealing.opened(seal({"a": "x" * (sealing.OPENED_MAX - frame)}))
    assert refused(seal({"a": "x" * (sealing.OPENED_MAX - frame + 1)})) is Code.SEALED_CONTENT_WRONG


def test_a_bomb_never_unfolds(app: Flask) -> None:
    bomb = seal(b" " * 50_000_000)
    assert len(bomb) < sealing.SEALED_MAX
    tracemalloc.start()
    assert refused(bomb) is Code.SEALED_CONTENT_WRONG
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 2_000_000
