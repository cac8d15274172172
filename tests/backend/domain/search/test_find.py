"""What a person types finds the guide: with and without accents, half typed, mistyped, told as a story."""

from __future__ import annotations

import unicodedata

import pytest

from backend.domain.search import Kind, Prepared, find, prepare
from tests.factories.search_golden import catalogue

BIRTH, DEATH, DIVORCED, REMOVAL, CARD_AGAIN = "1.900001", "1.900005", "1.900007", "1.900016", "1.900022"


def codes(prepared: Prepared, query: str) -> list[str]:
    return [hit.code for hit in find(prepared, query).hits]


@pytest.mark.parametrize("form", ["NFC", "NFD"])
@pytest.mark.parametrize(
    "query", ["đăng ký khai sinh", "Đăng Kí Khai Sinh", "dang ky khai sinh", "ĐĂNG KÝ KHAI SINH?"]
)
def test_spelling_does_not_change_the_first_hit(prepared: Prepared, query: str, form: str) -> None:
    answer = find(prepared, unicodedata.normalize(form, query))  # type: ignore[arg-type]
    assert (answer.kind, answer.hits[0].code) == (Kind.ANSWER, BIRTH)


@pytest.mark.parametrize("query", ["khai sihn", "khai sin", "khaisinh", "khai sinhh", "ddawng kys khai sinh"])
def test_one_slip_is_forgiven(prepared: Prepared, query: str) -> None:
    assert codes(prepared, query)[0] == BIRTH


@pytest.mark.parametrize(
    ("query", "code"),
    [
        ("Mẹ em mất hôm qua, em cần làm gì", DEATH),
        ("bố mất rồi, muốn xóa hộ khẩu của bố", REMOVAL),
        ("mất căn cước", CARD_AGAIN),
        ("ly hôn", DIVORCED),
    ],
)
def test_everyday_words_find_the_official_ones(prepared: Prepared, query: str, code: str) -> None:
    assert codes(prepared, query)[0] == code


def test_a_code_finds_its_guide_with_and_without_its_local_suffix(prepared: Prepared) -> None:
    assert codes(prepared, "1.900016") == codes(prepared, "mã 1.900016.000.00.00.H41") == [REMOVAL]
    assert find(prepared, "1.999999").kind is Kind.NOT_FOUND


def test_an_accented_word_is_not_taken_for_another_one(prepared: Prepared) -> None:
    assert codes(prepared, "lâm nghiệp") == ["1.900035"]
    assert "1.900014" not in codes(prepared, "đi chực")


@pytest.mark.parametrize("query", ["hòa giải viên", "em muốn hỏi về căn cước", "chứng thực"])
def test_a_narrow_lead_asks_back_with_few_to_choose_from(prepared: Prepared, query: str) -> None:
    answer = find(prepared, query)
    assert answer.kind is Kind.ASK_BACK
    assert 1 < len(answer.hits) <= 6


@pytest.mark.parametrize(
    "query",
    [
        "hôm nay trời thế nào",
        "quan an ngon gan day",
        "Em muốn xin học bổng đi du học Úc",
        "mẹ em",
        "",
        "?!",
        "làm",
    ],
)
def test_what_nothing_fits_is_not_found(prepared: Prepared, query: str) -> None:
    assert find(prepared, query).kind is Kind.NOT_FOUND


def test_what_a_commune_handles_comes_first() -> None:
    content = catalogue()
    content["guides"] = [
        ["1.900101", "Gia hạn giấy phép", "", [], [], 0, 0],
        ["1.900102", "Gia hạn giấy phép", "", [], [], 0, 1],
        ["1.900103", "Việc khác hẳn", "", [], [], 0, 1],
    ]
    assert codes(prepare(content), "gia hạn giấy phép") == ["1.900102", "1.900101"]


def test_at_most_twenty_guides_are_given() -> None:
    content = catalogue()
    content["guides"] = [[f"1.9002{n:02}", f"Giấy phép số {n}", "", [], [], 0, 1] for n in range(40)]
    content["guides"].append(["1.900299", "Giấy phép", "", [], [], 0, 1])
    assert len(codes(prepare(content), "giấy phép")) <= 20
