"""Folded texts are the same on phone and server, held by one file of pairs."""

from __future__ import annotations

import json
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backend.domain.fold import fold

PAIRS = json.loads((Path(__file__).parents[2] / "shared" / "fold" / "pairs.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize("pair", PAIRS, ids=[pair["text"] for pair in PAIRS])
def test_a_text_folds_as_the_shared_file_says(pair: dict[str, str]) -> None:
    assert fold(pair["text"]) == pair["fold"]


@given(st.text())
def test_composed_and_decomposed_texts_fold_alike(text: str) -> None:
    assert fold(unicodedata.normalize("NFC", text)) == fold(unicodedata.normalize("NFD", text))


@given(st.text(alphabet="aăâbđeêoôơuưy áàảãạấầẩẫậ ký ?.-"))
def test_a_folded_text_stays_as_it_is(text: str) -> None:
    assert fold(fold(text)) == fold(text)
