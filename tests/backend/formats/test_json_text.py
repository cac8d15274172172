"""JSON from strangers: everything odd has its code."""

from __future__ import annotations

import pytest

from backend.formats.json_text import DEEPEST, parse
from backend.formats.rows import Refused
from tests.backend.formats.conftest import rejected


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (b"{", "bad_json"),
        (b'{"a": 1, "a": 2}', "bad_json"),
        (b'{"a": NaN}', "bad_json"),
        (b'{"a": -Infinity}', "bad_json"),
        (b'{"a": ' + b"9" * 5000 + b"}", "bad_json"),
        (b'{"a": "\\ud83d"}', "broken_text"),
        (b'{"\\udc00": 1}', "broken_text"),
        (b"[" * 100_000, "too_deep"),
        (b"[" * (DEEPEST + 2) + b"]" * (DEEPEST + 2), "too_deep"),
        (b'{"a": "\xff"}', "wrong_encoding"),
    ],
)
def test_odd_json_is_refused_by_name(text: bytes, code: str) -> None:
    with pytest.raises(Refused) as refused:
        parse(text)
    assert refused.value.code == code


def test_a_whole_pair_of_halves_is_a_character() -> None:
    assert parse(b'"\\ud83e\\ude81"') == "🪁"


@pytest.mark.parametrize("value", [None, 1, "1.900001", [], [1], {}, {"code": "1.900001"}])
def test_what_is_no_record_we_know_is_rejected(value: object) -> None:
    assert rejected(value).code == "unknown_record"
