"""Every text exists in Vietnamese and in English, and nothing waits to be extracted."""

from __future__ import annotations

import re
from io import BytesIO
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.frontend import parse_mapping_cfg
from babel.messages.pofile import read_po

from backend.settings import ROOT
from backend.web.language import LANGUAGES

HOLE = re.compile(r"%\(\w+\)[sd]")


def catalogue(language: str) -> Catalog:
    """Give the messages of one language."""
    path = ROOT / "translations" / language / "LC_MESSAGES" / "messages.po"
    return read_po(BytesIO(path.read_bytes()), locale=language)


@pytest.fixture(scope="module")
def wanted() -> set[str]:
    """Give every text that code and templates ask for."""
    with (ROOT / "translations" / "babel.cfg").open() as file:
        methods, options = parse_mapping_cfg(file)
    found: set[str] = set()
    for folder in ("backend", "templates"):
        here = [(pattern.removeprefix(f"{folder}/"), method) for pattern, method in methods]
        settings = {pattern.removeprefix(f"{folder}/"): option for pattern, option in options.items()}
        for _file, _line, message, _comments, _context in extract_from_dir(ROOT / folder, here, settings):
            found.add(message if isinstance(message, str) else message[0])
    return found


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_text_is_translated(wanted: set[str], language: str) -> None:
    known = {text_of(message.id): message for message in catalogue(language) if message.id}
    assert len(wanted) > 50
    assert not wanted - set(known)
    assert not [text for text in wanted if not strings(known[text].string) or known[text].fuzzy]


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_translation_is_left_over_or_loses_a_value(wanted: set[str], language: str) -> None:
    for message in catalogue(language):
        if not message.id:
            continue
        assert text_of(message.id) in wanted
        for string in strings(message.string):
            assert set(HOLE.findall(string)) <= set(HOLE.findall(" ".join(strings(message.id))))


def test_vietnamese_has_letters_of_its_own() -> None:
    texts = " ".join(" ".join(strings(message.string)) for message in catalogue("vi") if message.id)
    assert "đ" in texts
    assert "vui lòng" not in texts.lower()
    assert "!" not in texts


def text_of(message_id: str | tuple[str, ...]) -> str:
    """Give the singular of a message."""
    return message_id if isinstance(message_id, str) else message_id[0]


def strings(value: str | tuple[str, ...] | list[str]) -> list[str]:
    """Give the non-empty strings of a translation with or without plural."""
    return [part for part in ([value] if isinstance(value, str) else value) if part]


def test_catalogues_stand_where_the_app_looks() -> None:
    assert {path.parent.parent.name for path in Path(ROOT / "translations").rglob("messages.po")} == set(
        LANGUAGES
    )
