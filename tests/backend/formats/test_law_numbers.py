"""Trap 18: numbers of laws that ran together, were cut, or cannot be."""

from __future__ import annotations

import pytest

from backend.formats.law_numbers import is_law_number, law_numbers
from tests.backend.formats.conftest import accepted
from tests.factories.source_records import normalised, official


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        (
            "Hướng dẫn về diều85/2019/TT-BTCNghị định về gió104/2022/NĐ-CP",
            ["85/2019/TT-BTC", "104/2022/NĐ-CP"],
        ),
        ("Luật số 43/2024/QH15 ngày 29/6/202443/2024/QH15", ["43/2024/QH15"]),
        ("Luật 60/2014/QH1360/2014/QH13", ["60/2014/QH13"]),
        ("Luật năm 202076/2025/QH15", ["76/2025/QH15"]),
        ("Nghị quyết số 66.7/2025/NQ-CP của Chính phủ", ["66.7/2025/NQ-CP"]),
        ("05/2015/TTLT-BTP-BCA-BYT", ["05/2015/TTLT-BTP-BCA-BYT"]),
        ("Thông tư 5/2024/TT-BTС", ["5/2024/TT-BTC"]),
        ("Nghị định 45/2020/NÐ-CP", ["45/2020/NĐ-CP"]),
    ],
)
def test_numbers_are_found_in_glued_text(text: str, numbers: list[str]) -> None:
    found = law_numbers(text, latest_year=2026)
    assert list(found.numbers) == numbers
    assert not found.has_doubtful


@pytest.mark.parametrize(
    "text",
    [
        "một cửa118/2025/NĐ-CQuy định",  # cut before its end
        "Luật Diều 40/2029/QH14",  # the 14th Assembly ended in 2021
        "Thông tư 3/2031/TT-BTC",  # not yet written when the copy was made
        "Thông tư 3/2021/TT-ABC",  # nobody issues under this name
        "ngày lành 202343/2024/QH15",
    ],
)
def test_what_does_not_hold_is_doubted_and_never_a_number(text: str) -> None:
    found = law_numbers(text, latest_year=2026)
    assert found.numbers == ()
    assert found.has_doubtful


def test_the_whole_text_stays_where_a_number_is_doubtful() -> None:
    text = "Luật Gió43/2024/QH15Về một cửa118/2025/NĐ-CQuy định"
    guide = accepted(normalised(legal_raw=text))
    assert [law.number for law in guide.laws] == ["43/2024/QH15"]
    assert guide.laws_text == text
    assert guide.doubts == ("law_number_doubtful",)


def test_the_source_s_own_list_serves_only_where_there_is_no_text() -> None:
    tail = accepted(normalised(legal_numbers=["85/2019/TT-BTCN"]))
    assert (tail.laws, tail.doubts) == ((), ("law_number_doubtful",))
    clean = accepted(normalised(legal_numbers=["85/2019/TT-BTCN"], legal_raw="Diều85/2019/TT-BTCNghị định"))
    assert ([law.number for law in clean.laws], clean.doubts) == (["85/2019/TT-BTC"], ())


def test_an_official_law_keeps_its_title_and_only_a_web_address() -> None:
    entries = [
        {"SOVANBAN": "60/2014/QH13", "TENVANBAN": "Luật Diều", "DIACHITRUYCAP": "http://laws.invalid/1"},
        {"SOVANBAN": "6/2014/XYZ", "TENVANBAN": "Lệnh Gió", "DIACHITRUYCAP": "javascript:alert(1)"},
    ]
    guide = accepted(official(CANCUPHAPLY=entries))
    assert [(law.number, law.title, law.url) for law in guide.laws] == [
        ("60/2014/QH13", {"vi": "Luật Diều"}, "http://laws.invalid/1"),
        (None, {"vi": "6/2014/XYZ Lệnh Gió"}, None),
    ]
    assert guide.doubts == ("law_number_doubtful",)


@pytest.mark.parametrize("number", ["", "60/2014", "60/2014/QH13 ", "x60/2014/QH13", "1/2/3/4"])
def test_only_a_whole_number_is_one(number: str) -> None:
    assert not is_law_number(number, latest_year=2026)
