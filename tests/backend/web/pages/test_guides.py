"""The page of a guide says what is known, from where, and what is missing."""

from __future__ import annotations

from typing import Any

import pytest
from flask import Flask

from backend.domain import guides
from backend.domain.guides.doubts import Doubt
from backend.domain.guides.record import (
    Channel,
    Fee,
    FeeKind,
    Option,
    Origin,
    Paper,
    PaperGroup,
    PaperRole,
    ProcessingTime,
    Question,
    Validity,
)
from backend.web.pages.doubts import UNSPOKEN, WORDS
from tests.factories.guide import guide
from tests.page_client import Page, PageClient

CODE = "1.900001"


def page_of(client: PageClient, language: str = "vi", **changes: Any) -> Page:
    """Give the page of an invented guide."""
    guides.bring_in([guide(CODE, **changes)], "written")
    return client.get(f"/{language}/guides/{CODE}")


def test_what_the_source_does_not_say_is_written_out(client: PageClient) -> None:
    text = page_of(client).text
    for words in ("Cổng không ghi thời hạn", "Cổng không có thông tin", "Cổng không ghi nơi nộp"):
        assert words in text
    assert "Miễn phí" not in text


def test_a_number_without_unit_is_shown_as_such(client: PageClient) -> None:
    page = page_of(client, times=(ProcessingTime(channel=Channel.ONLINE, value=3),))
    assert "3 (cổng không ghi đơn vị)" in page.text
    assert "3 ngày" not in page.text


def test_an_unknown_fee_is_not_free(client: PageClient) -> None:
    page = page_of(client, fees=(Fee(kind=FeeKind.UNKNOWN),))
    assert "Cổng không có thông tin Hỏi tại Trung tâm" in page.text


def test_source_decision_and_month_stand_on_the_page(client: PageClient) -> None:
    assert "Cổng thử, chép tháng 7/2026." in page_of(client).text


def test_notes_are_never_boxes_to_tick(client: PageClient) -> None:
    group = PaperGroup(
        role=PaperRole.SUBMIT,
        papers=(Paper(id="to-khai", name={"vi": "Tờ khai"}, originals=1),),
        notes=({"vi": "Không phải nộp bản giấy."},),
    )
    page = page_of(client, paper_groups=(group,))
    assert [tick.attributes["value"] for tick in page.all("input", type="checkbox")] == ["to-khai"]
    assert "Phải nộp" in page.text
    assert "1 bản chính" in page.text
    assert "Không phải nộp bản giấy." in page.text


def test_a_paper_says_its_case_in_words_and_for_the_script(client: PageClient) -> None:
    asked = Question(
        id="q",
        text={"vi": "Có giấy không?"},
        options=(Option(id="co", text={"vi": "Có"}), Option(id="k", text={"vi": "Không"})),
    )
    paper = Paper(id="p", name={"vi": "Giấy chứng sinh"}, when={"q": ("co",)})
    page = page_of(
        client, questions=(asked,), paper_groups=(PaperGroup(role=PaperRole.SUBMIT, papers=(paper,)),)
    )
    assert page.one("li", data_ref="cases.row").attributes["data-when"] == '{"q": ["co"]}'
    assert "Khi: Có" in page.text
    assert len(page.all("input", type="radio")) == 2


def test_groups_of_an_unsorted_source_are_not_called_all(client: PageClient) -> None:
    groups = (
        PaperGroup(role=PaperRole.UNSORTED, papers=(Paper(id="a", name={"vi": "Đơn"}),)),
        PaperGroup(
            role=PaperRole.CASE,
            title={"vi": "Trường hợp thuê nhà"},
            papers=(Paper(id="b", name={"vi": "Hợp đồng"}),),
        ),
    )
    text = page_of(client, paper_groups=groups).text
    assert "Cổng không ghi giấy nào phải nộp" in text
    assert "Xem nhóm đúng với nhà mình" in text


def test_imported_words_are_marked_as_vietnamese_on_an_english_page(client: PageClient) -> None:
    page = page_of(client, "en", name={"vi": "Đăng ký thử"}, origin=Origin.IMPORTED)
    assert page.all("span", lang="vi")
    assert "in Vietnamese, as its source published it" in page.text


@pytest.mark.parametrize(
    ("validity", "words"),
    [(Validity.REPLACED, "Đã có thủ tục thay thế"), (Validity.EXPIRED, "Không còn hiệu lực")],
)
def test_a_guide_no_longer_in_force_says_so_first(client: PageClient, validity: Validity, words: str) -> None:
    assert words in page_of(client, validity=validity).text


def test_a_name_without_content_sends_to_the_portal(client: PageClient) -> None:
    page = page_of(client, origin=Origin.CATALOGUE)
    assert "Chưa có nội dung, xem trên Cổng" in page.text
    assert page.one("a", class_="main-action").attributes["href"] == "https://example.test/1"


def test_every_doubt_has_words_or_changes_nothing_for_the_reader(app: Flask) -> None:
    assert set(WORDS) | UNSPOKEN == set(Doubt)
    assert not set(WORDS) & UNSPOKEN


def test_doubts_are_told_in_plain_words(client: PageClient) -> None:
    text = page_of(client, doubts=(Doubt.TIME_WITHOUT_UNIT.value, "not_yet_known")).text
    assert "Chỗ chưa rõ (2)" in text
    assert "Cổng ghi số mà không ghi đơn vị" in text
    assert "Có một chỗ chưa rõ, xem nguồn." in text
