"""Traps 14, 15, 16, 17 and 20: fees word for word, and never free by guess."""

from __future__ import annotations

import pytest

from backend.domain.guides.record import FeeKind
from backend.formats.fee_cells import contradicts_its_note, lost_its_thousands, read_fee
from tests.backend.formats.conftest import accepted
from tests.factories.source_records import channel, normalised, official, official_time


@pytest.mark.parametrize(
    ("raw", "kind", "text", "rest"),
    [
        ("Miễn phí", FeeKind.FREE, "Miễn phí", None),
        ("Miễn phí(HĐND tỉnh quyết định)", FeeKind.CONDITIONAL, "Miễn phí(HĐND tỉnh quyết định)", None),
        ("Miễn phíNộp tại quầy", FeeKind.CONDITIONAL, "Miễn phí", "Nộp tại quầy"),
        ("10,000 Việt Nam Đồng", FeeKind.AMOUNT, "10,000 Việt Nam Đồng", None),
        ("8,000 VNĐ(/bản)", FeeKind.AMOUNT, "8,000 VNĐ(/bản)", None),
        ("8,000 VNĐ(trừ hộ nghèo)", FeeKind.CONDITIONAL, "8,000 VNĐ(trừ hộ nghèo)", None),
        ("10 USD", FeeKind.AMOUNT, "10 USD", None),
        ("40 VNĐ", FeeKind.CONDITIONAL, "40 VNĐ", None),
        ("Không có thông tin", FeeKind.UNKNOWN, None, None),
        ("Không có thông tinNộp tại quầy", FeeKind.UNKNOWN, None, "Nộp tại quầy"),
        ("VNĐ", FeeKind.UNKNOWN, None, None),
        ("", FeeKind.UNKNOWN, None, None),
        ("Theo quy định của tỉnh", FeeKind.CONDITIONAL, "Theo quy định của tỉnh", None),
    ],
)
def test_each_cell_has_its_kind(raw: str, kind: FeeKind, text: str | None, rest: str | None) -> None:
    cell = read_fee(raw)
    assert (cell.kind, cell.text, cell.rest) == (kind, text, rest)


def test_an_exemption_in_brackets_is_never_cut() -> None:
    raw = "Miễn phí(Miễn cho (1) hộ nghèo; (2) người khuyết tật. Bản sao: 8.000 đồng)Nộp một bộ."
    guide = accepted(normalised(channels=[channel(raw=raw)]))
    fee = guide.fees[0]
    assert fee.text is not None
    assert fee.note is not None
    assert fee.text["vi"] + fee.note["vi"] == raw


def test_the_source_says_nothing_is_not_free() -> None:
    guide = accepted(normalised(channels=[channel(raw="Không có thông tin")]))
    assert (guide.fees[0].kind, guide.fees[0].text) == (FeeKind.UNKNOWN, None)


def test_an_amount_that_was_parsed_twice_is_one_fee() -> None:
    twice = [{"amount": 8000, "currency": "VND"}] * 2
    guide = accepted(normalised(channels=[channel(raw="8,000 VNĐ(8.000 đồng/bản)", fees=twice)]))
    assert len(guide.fees) == 1


def test_an_official_fee_that_repeats_is_one_fee() -> None:
    fee = {"SOTIEN": "50.000", "DONVI": "Đồng", "MAPHILEPHI": "2'", "MOTA": "50.000 đồng/việc"}
    guide = accepted(official(CACHTHUCTHUCHIEN=official_time("3", "Ngày", "", fee, fee)))
    assert [one.text for one in guide.fees] == [{"vi": "50.000 Đồng"}]
    assert guide.fees[0].kind is FeeKind.CONDITIONAL


def test_a_cell_that_contradicts_its_own_note_is_doubted() -> None:
    assert contradicts_its_note("5,000 Việt Nam Đồng(nộp trực tuyến thu 7.000 đồng/lần)")
    assert not contradicts_its_note("10,000 VNĐ(thu 10.000 đồng/lần)Nơi khác: 7.000 đồng")
    assert not contradicts_its_note("10,000 VNĐ(theo Thông tư 3/2024)")
    guide = accepted(normalised(channels=[channel(raw="5,000 VNĐ(thu 7.000 đồng)")]))
    assert guide.doubts == ("fee_contradicts_note",)


def test_an_amount_without_its_thousands_is_doubted() -> None:
    assert lost_its_thousands("135 VNĐ(/lần)")
    assert not lost_its_thousands("135,000 VNĐ")
    assert not lost_its_thousands("10 USD")
    assert accepted(normalised(channels=[channel(raw="135 VNĐ")])).doubts == ("fee_suspect",)


@pytest.mark.parametrize("amount", ["10,000 Việt Nam Đồng", "10.000 đồng", "10000 VNĐ", "10.000đ"])
def test_amounts_are_read_with_comma_dot_or_neither(amount: str) -> None:
    assert read_fee(amount).kind is FeeKind.AMOUNT
    assert not contradicts_its_note(f"{amount}(thu 10.000 đồng)")
