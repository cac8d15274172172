"""Traps 1, 9 to 13 and 21: whose page it is, how old, how long, and for whom."""

from __future__ import annotations

import pytest

from backend.domain.guides.record import Level
from backend.formats.audiences import split_audiences
from backend.formats.portal_sources import captured_on, safe
from backend.formats.procedure_codes import procedure_key
from tests.backend.formats.conftest import ReadBytes, accepted, codes, lines, rejected
from tests.factories.source_records import URL, document, documents, fact, normalised, official, raw


def test_a_page_that_prints_another_code_is_a_wrong_page() -> None:
    row = rejected(raw(raw_text="Bay lượnMã thủ tục1.900777Số quyết định1/QĐ-GIO"))
    assert (row.code, row.key) == ("wrong_page", "1.900001")
    assert "1.900777" in row.reason


def test_a_code_elsewhere_on_the_page_does_not_make_it_wrong() -> None:
    accepted(raw(raw_text="Mã thủ tục1.900001Thủ tục liên quan: 1.900777"))


def test_a_source_page_that_two_codes_share_is_marked(rows_of: ReadBytes) -> None:
    rows = rows_of(lines(normalised(), normalised(code="1.900002")))
    assert codes(rows) == ["ok", "ok"]
    assert [row.guide.doubts for row in rows if hasattr(row, "guide")] == [(), ("shared_source_url",)]


@pytest.mark.parametrize(
    "papers",
    ["Sổ hộ khẩu của chủ hộ", "Tờ khai (Mẫu CT01 kèm theo Thông tư số 53/2025/TT-BCA)"],
)
def test_replaced_papers_and_forms_are_doubted(papers: str) -> None:
    guide = accepted(normalised(document_cases=documents(document(papers))))
    assert guide.doubts == ("outdated_reference",)


def test_a_replaced_circular_is_doubted() -> None:
    assert "outdated_reference" in accepted(normalised(legal_raw="05/2015/TTLT-BTP-BCA-BYT")).doubts


@pytest.mark.parametrize("field", ["steps", "agency"])
def test_the_district_level_is_doubted(field: str) -> None:
    assert accepted(normalised(**{field: "Nộp tại UBND huyện"})).doubts == ("district_level_named",)
    assert accepted(normalised(**{field: "Kể chuyện"})).doubts == ()


def test_levels_are_kept_apart_from_agencies() -> None:
    guide = accepted(normalised(levels=["Cấp xã", "Cơ quan khác"], agency="Không có thông tin"))
    assert guide.levels == (Level.COMMUNE, Level.OTHER)
    assert guide.agency is None


def test_audiences_split_at_a_comma_are_joined() -> None:
    pieces = ["Tổ chức (không bao gồm doanh nghiệp", "HTX)", "Cán bộ, công chức, viên chức"]
    expected = ("Tổ chức (không bao gồm doanh nghiệp, HTX)", "Cán bộ, công chức, viên chức")
    assert accepted(normalised(audience=pieces)).audience == expected
    assert accepted(raw(doi_tuong_thuc_hien=", ".join(pieces))).audience == expected


def test_an_open_bracket_does_not_lose_an_audience() -> None:
    assert split_audiences("Hội (thả diều, Công dân") == ("Hội (thả diều", "Công dân")


def test_a_long_name_is_kept_whole_and_doubted() -> None:
    guide = accepted(normalised(name="Thả diều " * 50))
    assert len(guide.name["vi"]) == 449
    assert guide.doubts == ("long_name",)


def test_facts_keep_their_words_and_need_a_check() -> None:
    guide = accepted(fact(confidence="medium", legal_numbers=["60/2014/QH13"], channels=["in_person"] * 2))
    assert guide.times[0].text == {"vi": "Trong buổi sáng"}
    assert guide.check.state == "needs_check"
    assert (len(guide.places), guide.source.captured_on) == (1, "2026-09")
    assert guide.doubts == ("weak_source",)


def test_a_fact_its_own_sheet_rejects_is_rejected() -> None:
    assert rejected(fact(confidence="reject", time_text="bản ghi cũ")).code == "marked_reject"


@pytest.mark.parametrize(
    ("code", "key"),
    [
        ("1.001193", "1.001193"),
        ("1.001193.000.00.00.H41", "1.001193"),
        (" 1.013978.H41 ", "1.013978"),
        ("1.01397", None),
        ("1.0139788", None),
        ("１.013978", None),
        ("1.013978.X1", None),
        ("", None),
    ],
)
def test_the_key_is_the_national_code(code: str, key: str | None) -> None:
    assert procedure_key(code) == key


def test_the_local_version_of_another_province_is_doubted() -> None:
    assert accepted(official(MATTHC="1.900001.000.00.00.H49")).doubts == ("other_province",)
    assert accepted(official(MATTHC="1.900001.H41")).doubts == ()


@pytest.mark.parametrize(
    ("told", "day"),
    [
        ("public crawl of the national portal, June-July 2026", "2026-07"),
        ("captured by a public data set, 2026-09-12", "2026-09-12"),
        ("secondary public sources, 2026-09; local", "2026-09"),
        ("captured 2026-02-31", None),
        ("captured 2026-19", None),
        ("somewhere", None),
        (None, None),
    ],
)
def test_the_day_of_capture_is_as_exact_as_the_source(told: str | None, day: str | None) -> None:
    assert captured_on(told) == day


@pytest.mark.parametrize("related", [5, "1.900002", {"MATTHC": "1.900002"}, [5, None]])
def test_related_procedures_of_no_shape_are_left_out(related: object) -> None:
    assert accepted(official(TTHCLIENQUAN=related)).related == ()


@pytest.mark.parametrize("url", ["javascript:alert(1)", "//portal.invalid", "https://a b", URL + '"x'])
def test_only_a_web_address_becomes_a_link(url: str) -> None:
    assert safe(url) is None
    assert safe(URL) == URL
