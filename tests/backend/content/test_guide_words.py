"""Every word of the content is whole in both languages, clean, and in our tone."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from typing import Any

SECRETS = re.compile(r"mật khẩu|\botp\b|mã xác (nhận|thực)|password|passcode", re.IGNORECASE)
TONE = re.compile(r"vui lòng|!|không hợp lệ", re.IGNORECASE)


def texts(value: Any) -> Iterator[dict[str, str]]:
    """All texts by language below a plain value."""
    if isinstance(value, dict) and value.keys() & {"vi", "en"}:
        yield value
    elif isinstance(value, dict | list):
        for part in value.values() if isinstance(value, dict) else value:
            yield from texts(part)


def strings(value: Any) -> Iterator[str]:
    """All strings below a plain value."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list):
        for part in value.values() if isinstance(value, dict) else value:
            yield from strings(part)


def test_vietnamese_and_english_stand_everywhere(plain: dict[str, Any]) -> None:
    for text in texts(plain):
        assert text.keys() == {"vi", "en"}
        assert text["vi"] != text["en"]


def test_every_string_is_composed_and_trimmed(plain: dict[str, Any]) -> None:
    for string in strings(plain):
        assert string == unicodedata.normalize("NFC", string).strip()
        assert "  " not in string
        assert string


def test_no_invisible_characters(plain: dict[str, Any]) -> None:
    assert not [s for s in strings(plain) if any(unicodedata.category(c) in ("Cc", "Cf", "Co") for c in s)]


def test_nobody_is_asked_for_a_password(plain: dict[str, Any]) -> None:
    assert not [string for string in strings(plain) if SECRETS.search(string)]


def test_the_tone_is_ours(plain: dict[str, Any]) -> None:
    assert not [text["vi"] for text in texts(plain) if TONE.search(text["vi"])]


def test_files_end_in_one_line_break_and_no_line_in_a_space(content: Path) -> None:
    for path in [content / "other_names.json", *(content / "guides").glob("*.json")]:
        lines = path.read_text(encoding="utf-8").split("\n")
        assert lines[-1] == ""
        assert lines[-2] != ""
        assert not [line for line in lines if line != line.rstrip()], path.name


def test_other_names_are_said_once(plain: dict[str, Any]) -> None:
    assert len(set(plain["other_names"])) == len(plain["other_names"])
    assert plain["short_name"]["vi"] not in plain["other_names"]
