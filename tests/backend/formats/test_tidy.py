"""Trap 2: text that looks right and compares wrong."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backend.formats.tidy import has_lookalike, has_private_use, is_decoded_wrongly, plain_letters, tidy
from tests.backend.formats.conftest import accepted
from tests.factories.source_records import normalised


def test_vowels_with_a_separate_tone_mark_become_one_letter() -> None:
    assert tidy("thu\u0309 tu\u0323c ho\u0302\u0323 ti\u0323ch") == "thủ tục hộ tịch"


def test_the_name_itself_becomes_nfc() -> None:
    name = accepted(normalised(name="Hỗ trợ la\u0300m diều"))
    assert unicodedata.is_normalized("NFC", name.name["vi"])


@pytest.mark.parametrize("mark", ["\u200b", "\u200e", "\u200f", "\u2060", "\ufeff", "\u00ad", "\x00"])
def test_invisible_characters_inside_a_word_go(mark: str) -> None:
    assert tidy(f"đăng k{mark}ý") == "đăng ký"


@pytest.mark.parametrize("space", ["\u00a0", "\u2003", "\u202f", "\u3000", "\t", "   "])
def test_odd_spaces_become_one_plain_space(space: str) -> None:
    assert tidy(f"xã,{space}phường") == "xã, phường"


@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r", "\u2028", " \n \n "])
def test_line_breaks_stay(ending: str) -> None:
    assert tidy(f"Bước 1{ending}Bước 2") == "Bước 1\nBước 2"


def test_symbol_font_bullets_become_bullets_and_are_reported() -> None:
    assert tidy("\uf0fc\tMột") == "• Một"
    assert has_private_use("\uf0fc Một")
    assert "private_use_character" in accepted(normalised(steps="\uf0fc Một")).doubts


def test_lookalike_letters_are_reported_and_stay_in_prose() -> None:
    guide = accepted(normalised(conditions="Thông tư TT-BTС"))
    assert "lookalike_letter" in guide.doubts
    assert guide.conditions == {"vi": "Thông tư TT-BTС"}


def test_lookalike_letters_are_replaced_in_numbers_of_laws_only() -> None:
    assert has_lookalike("NÐ-CP")
    assert plain_letters("45/2020/NÐ-CP, 5/2024/TT-BTС") == "45/2020/NĐ-CP, 5/2024/TT-BTC"


def test_text_that_was_decoded_with_a_western_code_page_is_seen() -> None:
    assert is_decoded_wrongly("Thủ tục đăng ký".encode().decode("cp1252", "replace"))
    assert not is_decoded_wrongly("HƯƠNG (XÃ, PHƯỜNG, THỊ TRẤN NƠI CƯ TRÚ)")


@given(st.text())
def test_tidying_twice_changes_nothing_more(text: str) -> None:
    assert tidy(tidy(text)) == tidy(text)
