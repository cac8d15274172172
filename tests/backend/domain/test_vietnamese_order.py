"""The order of Vietnamese words."""

from __future__ import annotations

import unicodedata

from backend.domain.vietnamese_order import order_key


def test_letters_stand_in_the_order_of_the_vietnamese_alphabet() -> None:
    names = ["Đông", "Dương", "Ân", "Ấm", "Ăn", "An", "Ôn", "Oanh", "Ơn", "Ưng", "Uyên", "Eo", "Êm"]
    assert sorted(names, key=order_key) == [
        *("An", "Ăn", "Ấm", "Ân", "Dương", "Đông", "Eo", "Êm", "Oanh", "Ôn", "Ơn", "Uyên", "Ưng")
    ]


def test_tones_decide_only_between_equal_letters() -> None:
    assert sorted(["mạ", "má", "mã", "mả", "mà", "ma", "man"], key=order_key) == [
        *("ma", "mà", "mả", "mã", "má", "mạ", "man")
    ]


def test_the_first_syllable_decides_before_the_second() -> None:
    assert sorted(["Châu Tiến", "Châu Bình", "Chân Mây"], key=order_key)[0] == "Chân Mây"


def test_composed_and_decomposed_texts_are_equal() -> None:
    assert order_key(unicodedata.normalize("NFD", "Nậm Cắn")) == order_key("Nậm Cắn")


def test_figures_and_signs_come_before_letters() -> None:
    assert sorted(["Đông A", "Đông 1", "Ea H'Leo"], key=order_key) == ["Đông 1", "Đông A", "Ea H'Leo"]
