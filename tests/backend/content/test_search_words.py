"""Our lists of search words are well formed: nothing empty, nothing twice, nothing both ignored and faint."""

from __future__ import annotations

import json
from itertools import chain

import pytest

from backend.settings import ROOT

WORDS = json.loads((ROOT / "backend" / "content" / "search_words.json").read_text(encoding="utf-8"))
SAID = [row[0] for row in WORDS["same_as"]]


@pytest.mark.parametrize(
    "listed", [WORDS["ignored"], WORDS["faint"], SAID], ids=["ignored", "faint", "same_as"]
)
def test_nothing_is_listed_twice(listed: list[str]) -> None:
    assert sorted(listed) == sorted(set(listed))


def test_every_phrase_has_words_and_every_row_a_meaning() -> None:
    assert all(len(row) > 1 for row in WORDS["same_as"])
    assert all(phrase.strip() for phrase in chain(WORDS["ignored"], WORDS["faint"], *WORDS["same_as"]))


def test_no_word_is_both_ignored_and_faint() -> None:
    assert not set(WORDS["ignored"]) & set(WORDS["faint"])
