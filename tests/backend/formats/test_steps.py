"""Steps keep the breaks that the source made."""

from __future__ import annotations

import pytest

from backend.formats.portal_guide import steps
from tests.backend.formats.conftest import accepted
from tests.factories.source_records import normalised, official, raw


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (None, ()),
        ("Nộp hồ sơ.\nNhận kết quả.", ("Nộp hồ sơ.", "Nhận kết quả.")),
        ("Bước 1: Nộp.\nMang diều.\nBước 2: Nhận.", ("Bước 1: Nộp.\nMang diều.", "Bước 2: Nhận.")),
        ("Bước 1: Nộp hồ sơ. Bước 2: Nhận.", ("Bước 1: Nộp hồ sơ.", "Bước 2: Nhận.")),
        (
            "a) Ở phường\n- Bước 1: Nộp.\n- Bước 2: Nhận.",
            ("a) Ở phường", "- Bước 1: Nộp.", "- Bước 2: Nhận."),
        ),
        ("Theo Bước 1 nêu trên.\nNhận.", ("Theo Bước 1 nêu trên.", "Nhận.")),
        (
            "Bước 1: Làm theo Bước 2 nêu sau. Bước 2: Nhận",
            ("Bước 1: Làm theo Bước 2 nêu sau.", "Bước 2: Nhận"),
        ),
        ("Bước 1. Nộp Bước 2. Nhận", ("Bước 1. Nộp", "Bước 2. Nhận")),
    ],
)
def test_steps_split_where_the_source_does(text: str | None, expected: tuple[str, ...]) -> None:
    assert steps(text) == expected


def test_steps_of_a_raw_page_are_split() -> None:
    guide = accepted(raw(trinh_tu_thuc_hien="Bước 1: Nộp.\nBước 2: Nhận."))
    assert [step["vi"] for step in guide.steps] == ["Bước 1: Nộp.", "Bước 2: Nhận."]


def test_official_steps_keep_their_case() -> None:
    order = [{"TRUONGHOP": "Trời có gió", "TRINHTU": [{"TENTRINHTU": "Thả."}, {"TENTRINHTU": "Thu."}]}]
    assert [step["vi"] for step in accepted(official(TRINHTUTHUCHIEN=order)).steps] == [
        "Trời có gió",
        "Thả.",
        "Thu.",
    ]


def test_results_keep_their_codes() -> None:
    told = "Giấy diềuMã: KQ.G99.000031Thẻ gióMã: KQ.G99.000032Từ khóaKhông có thông tin"
    assert [(one.name["vi"], one.code) for one in accepted(raw(ket_qua_xu_ly=told)).results] == [
        ("Giấy diều", "KQ.G99.000031"),
        ("Thẻ gió", "KQ.G99.000032"),
    ]


def test_ways_and_address_are_places() -> None:
    ways = [{"channel": name, "raw": ""} for name in ("online", "in_person", "in_person")]
    guide = accepted(normalised(channels=ways, receiving_address="Số 1 đường Gió"))
    assert [place.text["vi"] for place in guide.places] == ["Trực tuyến", "Trực tiếp", "Số 1 đường Gió"]
