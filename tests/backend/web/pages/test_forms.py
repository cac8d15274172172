"""The pages of a form: every question in both languages, and the whole of it without scripts."""

from __future__ import annotations

import json
from unicodedata import normalize

import pytest
from flask import Flask
from werkzeug.datastructures import MultiDict
from werkzeug.test import TestResponse

from backend.commands.forms import publish_starter
from backend.domain import communes, dossiers, forms, submissions
from backend.domain.dossiers import State
from backend.domain.forms.record import Field, FieldType, Rule, Section
from backend.web import plain_form
from tests.factories.communes import FAR, commune, units
from tests.factories.form import form, published
from tests.page_client import Page, PageClient

ADDRESS = "/vi/forms/thu/1"
NAME = "Lò Thị Thử"
TYPED = {
    "child_name": NAME,
    "born_on.day": "3",
    "born_on.month": "5",
    "born_on.year": "2026",
    "commune_code": commune().code,
    "consent": "send",
}


@pytest.fixture(scope="module")
def starter(shared_app: Flask) -> PageClient:
    """Give a client of an app with the three forms of our own."""
    publish_starter()
    return PageClient(shared_app)


@pytest.fixture
def asked(app: Flask) -> Flask:
    """Give an app with a small form, of which one question depends on another."""
    communes.load_units(units())
    fields = (
        *form().fields,
        Field(id="card", type=FieldType.PERSONAL_ID, label={"vi": "Số thẻ"}),
        Field(id="wed", type=FieldType.YES_NO, label={"vi": "Đã cưới chưa?"}),
        Field(
            id="wed_on",
            type=FieldType.TEXT,
            label={"vi": "Ngày cưới"},
            show_if=["=", ["field", "wed"], ["true"]],
            condition={"vi": "Khi đã cưới.", "en": "When married."},
        ),
        Field(
            id="count",
            type=FieldType.INTEGER,
            label={"vi": "Số bản"},
            rules=(Rule(test=[">", ["this"], ["number", 0]], message={"vi": "Ít nhất một bản."}),),
        ),
    )
    published(sections=(Section(id="only", title={"vi": "Phần một"}, fields=fields),))
    return app


def send(app: Flask, **typed: str) -> TestResponse:
    """Post the form as a browser without scripts does."""
    headers = {"Sec-Fetch-Site": "same-origin"}
    return app.test_client().post(ADDRESS, data={**TYPED, **typed}, headers=headers)


def said(page: Page) -> list[str]:
    """Give the messages that are shown."""
    return [
        element.text
        for element in page.all("span")
        if element.attributes.get("data-state") in SAID and "hidden" not in element.attributes
    ]


SAID = {
    *("required", "too_few", "too_many", "not_a_date", "year_digits"),
    *("wrong_type", "too_long", "not_shown", "rule-0"),
}


@pytest.mark.parametrize("language", ["vi", "en"])
@pytest.mark.parametrize("form_id", ["khai-sinh", "ct01", "cap-phep-xay-dung"])
def test_every_question_stands_on_the_page(starter: PageClient, form_id: str, language: str) -> None:
    found = forms.find(form_id, 1)
    page = starter.get(f"/{language}/forms/{form_id}/1")
    frames = [
        e.attributes["data-id"] for e in page.elements if e.attributes.get("data-ref") == "form-shown.field"
    ]
    assert frames == [field.id for field in found.fields]
    (rules,) = page.all("script", data_ref="form.rules")
    assert json.loads("".join(rules.words))["id"] == form_id
    starter.get(f"/{language}/forms/{form_id}/1/review")
    starter.get(f"/{language}/forms/{form_id}/1/portal")


def test_each_box_has_a_label_and_is_not_filled_in_by_the_browser(starter: PageClient) -> None:
    page = starter.get("/vi/forms/khai-sinh/1")
    boxes = [*page.all("input"), *page.all("select"), *page.all("textarea")]
    assert all(box.attributes.get("autocomplete") == "off" for box in boxes)
    assert not [box for box in boxes if "placeholder" in box.attributes]
    labels = {label.attributes["for"] for label in page.all("label") if "for" in label.attributes}
    assert {box.attributes["id"] for box in boxes if "id" in box.attributes} == labels
    described = {
        e.attributes["aria-describedby"] for e in page.elements if "aria-describedby" in e.attributes
    }
    assert described <= {element.attributes.get("id") for element in page.elements}


def test_a_form_of_a_guide_is_its_main_action(site: Flask) -> None:
    page = PageClient(site).get("/vi/guides/1.900001")
    (action,) = page.all("a", class_="main-action")
    assert (action.attributes["href"], action.text) == (ADDRESS, "Làm tờ khai")


@pytest.mark.parametrize("version", ["2", "0", "-1", "01", "x", "99999999999999999999"])
def test_an_unknown_version_is_not_there(asked: Flask, version: str) -> None:
    assert PageClient(asked).get(f"/vi/forms/thu/{version}", status=404)


def test_without_scripts_a_form_is_received_once(asked: Flask) -> None:
    browser = asked.test_client()
    for _tap in range(2):
        answer = browser.post(ADDRESS, data=TYPED, headers={"Sec-Fetch-Site": "same-origin"})
        assert (answer.status_code, answer.location) == (303, "/vi/receipts")
    with browser.session_transaction() as session:
        (submission_id,) = session["receipts"]
    content = submissions.content_of(submission_id)
    assert content.answers == {"child_name": NAME, "born_on": "2026-05-03"}
    assert (content.applicant.name, content.subject.name) == (NAME, NAME)
    assert [(one.purpose, one.text_version, one.method) for one in content.consents] == [
        ("send", "1", "screen")
    ]


def test_what_is_wrong_is_named_and_all_that_was_typed_stays(asked: Flask) -> None:
    answer = send(asked, child_name="", card="123", count="0", note="một\r\nhai", **{"born_on.day": "31"})
    assert (answer.status_code, answer.headers["Cache-Control"]) == (422, "no-store")
    assert "Set-Cookie" not in answer.headers
    page = Page(answer.text)
    assert said(page) == [
        "Chưa điền.",
        "Mới có 3 chữ số. Xem lại thẻ.",
        "Ít nhất một bản.",
    ]
    assert "Còn 3 chỗ cần sửa" in page.text
    links = [
        link.attributes["href"] for link in page.all("a") if link.attributes.get("href", "").startswith("#f-")
    ]
    assert links == ["#f-child_name", "#f-card", "#f-count"]
    assert {page.one("input", name=name).attributes["value"] for name in ("card", "born_on.day")} == {
        "123",
        "31",
    }
    assert page.one("textarea", name="note").text == "một hai"
    assert "checked" in page.one("input", name="consent").attributes


def test_a_day_that_does_not_exist_is_named(asked: Flask) -> None:
    answer = send(asked, **{"born_on.day": "31", "born_on.month": "2"})
    assert said(Page(answer.text)) == ["Không có ngày này. Xem lại ngày, tháng, năm."]


def test_a_short_year_is_named(asked: Flask) -> None:
    answer = send(asked, **{"born_on.year": "60"})
    assert said(Page(answer.text)) == ["Ghi đủ bốn số của năm, ví dụ 1960."]


def test_composed_and_invisible_letters_are_tidied_up(asked: Flask) -> None:
    browser = asked.test_client()
    typed = {
        **TYPED,
        "child_name": f"  {normalize('NFD', NAME)}\u200b\x07 ",
        "wed": "yes",
        "wed_on": "hè\tnăm ngoái",
    }
    assert browser.post(ADDRESS, data=typed, headers={"Sec-Fetch-Site": "same-origin"}).status_code == 303
    with browser.session_transaction() as session:
        content = submissions.content_of(session["receipts"][0])
    assert content.answers["child_name"] == NAME
    assert content.answers["wed_on"] == "hè năm ngoái"


def test_words_in_a_question_that_is_not_asked_are_named_ticks_are_not(asked: Flask) -> None:
    answer = send(asked, wed="no", wed_on="năm ngoái")
    assert said(Page(answer.text)) == ["Trường hợp này không phải điền. Xóa đi, hoặc sửa câu trả lời ở trên."]


def test_conditions_are_said_in_words(asked: Flask) -> None:
    assert "Chỉ điền khi đã cưới." in PageClient(asked).get(ADDRESS).text
    assert "Only when married." in PageClient(asked).get("/en/forms/thu/1").text


def test_something_missing_may_be_sent_on_purpose(asked: Flask) -> None:
    assert send(asked, child_name="", incomplete="yes").status_code == 303
    assert said(Page(send(asked, child_name="", card="12", incomplete="yes").text)) == [
        "Mới có 2 chữ số. Xem lại thẻ."
    ]


def test_commune_and_consent_are_asked_for(asked: Flask) -> None:
    answer = send(asked, commune_code="99999", consent="other")
    assert answer.status_code == 422
    text = Page(answer.text).text
    assert "Ghi tên xã, phường nhận." in text
    assert "Đọc, đồng ý thì đánh dấu." in text


def test_a_commune_is_found_by_its_name(asked: Flask) -> None:
    assert send(asked, commune_code="", commune="xã đồi cọ").status_code == 303
    typed = MultiDict({"commune": "Doi Co"})
    assert plain_form.read(forms.find("thu", 1), typed).commune_code == commune().code


def test_a_name_that_several_communes_have_is_asked_back(asked: Flask) -> None:
    communes.load_units(units(commune(), commune("00001", province=FAR)))
    page = Page(send(asked, commune_code="", commune="Đồi Cọ").text)
    assert "Là nơi nào trong các nơi này?" in page.text
    offered = [box.attributes["value"] for box in page.all("input", name="commune_code")]
    assert offered == [commune().code, "00001"]
    assert send(asked, commune="Đồi Cọ", commune_code="00001").status_code == 303


def test_a_withdrawn_version_is_read_but_not_sent(asked: Flask) -> None:
    published(version=2)
    forms.withdraw("thu", 1, "sai mẫu")
    page = PageClient(asked).get(ADDRESS)
    assert "Mẫu này đã thôi dùng" in page.text
    assert page.all("a", href="/vi/forms/thu/2")
    answer = send(asked)
    assert answer.status_code == 422
    assert Page(answer.text).one("input", name="child_name").attributes["value"] == NAME


def test_what_was_sent_before_a_withdrawal_is_answered_like_the_first_time(asked: Flask) -> None:
    assert send(asked).status_code == 303
    forms.withdraw("thu", 1, "sai mẫu")
    assert send(asked).status_code == 303
    assert [row.commune_code for row in dossiers.queue(None, (State.NEW,))] == [commune().code]


def test_a_form_sent_from_another_site_is_refused(asked: Flask) -> None:
    answer = asked.test_client().post(ADDRESS, data=TYPED, headers={"Sec-Fetch-Site": "cross-site"})
    assert answer.status_code == 403
