"""One dossier at the desk: what is shown, what pressing does, and what two officers see of each other."""

from __future__ import annotations

import logging
import re
from uuid import uuid4

import pytest
from flask import Flask

from backend.domain import dossiers, phones
from backend.domain.clock import now
from backend.domain.dossiers import Dossier, Mark, Reason, State
from backend.domain.events import Event
from backend.domain.permissions import Role
from backend.domain.submissions import Author, ConsentGiven, SentFile
from backend.storage.database import db
from tests.backend.web.pages.desk.conftest import Desk
from tests.factories.dossier import OFFICER, RIGHT, back, in_state, sent
from tests.factories.people import person
from tests.factories.phone import secret
from tests.page_client import Page


def again(dossier: Dossier) -> Dossier:
    """Give a dossier as it is now."""
    db.session.rollback()
    return dossiers.find(dossier.code, communes=None)


def test_every_answer_and_paper_has_its_pair(desk: Desk) -> None:
    page = desk.get(f"dossiers/{sent().code}")
    lines = page.all("fieldset", data_ref="check-dossier.line")
    assert len(lines) == 6
    assert len([line for line in lines if "data-needed" in line.attributes]) == 5
    for item in RIGHT:
        values = [box.attributes["value"] for box in page.all("input", name=f"mark.{item}")]
        assert values == ["right", "back"]
        assert page.all("input", name=f"reason.{item}")


def test_a_personal_number_hides_until_it_is_asked_for(desk: Desk) -> None:
    page = desk.get(f"dossiers/{sent().code}")
    hidden = page.one("details", class_="mask")
    assert "040 195 •••• 12" in hidden.text
    assert "040 195 999912" in hidden.text


def sent_by_helper() -> Dossier:
    """Give a dossier whose sender is signed in, so that notes arrive."""
    helper, sender = person(Role.VOLUNTEER, name="Quang Văn Thử"), secret()
    phones.bind(phones.known(sender), helper.id)
    return sent(sender=phones.known(sender), author=Author(role="volunteer", person=helper.id))


def test_an_officer_is_told_when_a_note_will_not_arrive(desk: Desk) -> None:
    at = sent()
    words = "sees the reason only"
    assert words in desk.pages.get(f"/en/desk/dossiers/{at.code}").text
    page = desk.pages.get(f"/en/desk/dossiers/{sent_by_helper().code}")
    assert words not in page.text
    assert "Quang Văn Thử" in page.text


def test_a_reason_that_needs_words_is_offered_only_where_they_arrive(desk: Desk) -> None:
    alone, helped = sent(), sent_by_helper()
    assert not desk.get(f"dossiers/{alone.code}").all("input", value="other")
    assert len(desk.get(f"dossiers/{helped.code}").all("input", value="other")) == 6
    marks = back("sex", Reason.OTHER)
    said = [
        Page(desk.move(at, "return_items", marks).text).one("div", role="alert") for at in (alone, helped)
    ]
    assert ["Xem lại chỗ này" in words.text for words in said] == [False, True]
    assert all("Chọn lý do." in words.text for words in said)
    assert desk.move(alone, "return_items", back("sex", Reason.OTHER, "Hỏi lại")).status_code == 422
    assert desk.move(helped, "return_items", back("sex", Reason.OTHER, "Hỏi lại")).status_code == 303


def test_a_section_is_marked_at_once_but_not_what_is_not_there(desk: Desk) -> None:
    def there(page: Page) -> int:
        return len([line for line in page.all("fieldset") if "data-there" in line.attributes])

    page = desk.get(f"dossiers/{sent().code}")
    assert (len(page.all("button", data_ref="check-dossier.section")), there(page)) == (2, 5)
    page = desk.get(f"dossiers/{sent(paper='not_yet').code}")
    assert (len(page.all("button", data_ref="check-dossier.section")), there(page)) == (1, 4)


def test_what_the_sender_wrote_has_a_heading(desk: Desk) -> None:
    assert "Người gửi nhắn:" not in desk.get(f"dossiers/{sent().code}").text
    assert "Người gửi nhắn:" in desk.get(f"dossiers/{sent(note='Nhà ở xa.').code}").text


def test_each_look_is_a_fact_that_names_the_officer(desk: Desk) -> None:
    at = sent()
    desk.get(f"dossiers/{at.code}")
    looks = [fact for fact in dossiers.history(at.code) if fact.kind is Event.DOSSIER_VIEWED]
    assert [look.by for look in looks] == [desk.officer.id]


def test_the_desk_of_another_commune_gets_no_hint(desk: Desk, other_desk: Desk) -> None:
    at = in_state(State.COMPLETE, sent())
    for path in (f"dossiers/{at.code}", f"dossiers/{at.code}/portal"):
        theirs, nobodys = other_desk.get(path, 404), other_desk.get(path.replace(at.code, "TS00000000"), 404)
        pages = [page.html.replace(at.code, "TS00000000") for page in (theirs, nobodys)]
        assert len({re.sub("[0-9a-f]{32}", "", page) for page in pages}) == 1
    assert other_desk.move(at, "reopen").status_code == 404
    filed = other_desk.post(f"dossiers/{at.code}/portal", portal_code="x", version=at.version)
    assert filed.status_code == 404
    assert again(at) == at
    assert Event.DOSSIER_VIEWED not in [fact.kind for fact in dossiers.history(at.code)]


def test_returning_names_item_reason_and_note(desk: Desk) -> None:
    at, note = sent(), "Giấy chứng sinh ghi ngày khác."
    answer = desk.move(at, "return_items", back("born_on", Reason.NOT_MATCHING, note))
    assert answer.status_code == 303
    returned = again(at)
    assert returned.state is State.RETURNED
    assert [(one.item, one.reason, one.note) for one in returned.items] == [
        ("born_on", Reason.NOT_MATCHING, note)
    ]
    assert note in desk.get(f"dossiers/{at.code}").text


def test_typed_notes_are_cleaned_before_they_are_kept(desk: Desk) -> None:
    at = sent()
    marks = {"sex": Mark(is_right=False, reason=Reason.WRONG, note="  Lo\u0300\r\n hai \x07 ")}
    desk.move(at, "return_items", marks)
    assert again(at).items[0].note == "Lò\nhai"


def test_complete_is_counted_by_the_server(desk: Desk) -> None:
    at = sent()
    less = {item: mark for item, mark in RIGHT.items() if item != "birth_paper"}
    answer = desk.move(at, "complete", less)
    assert answer.status_code == 422
    page = Page(answer.text)
    links = [link.attributes["href"] or "" for link in page.all("a")]
    assert [link for link in links if "#item" in link] == ["#item-birth_paper"]
    chosen = [box for box in page.all("input", value="right") if "checked" in box.attributes]
    assert len(chosen) == len(less)
    assert again(at).state is State.NEW
    assert desk.move(at, "complete", RIGHT).status_code == 303
    assert again(at).state is State.COMPLETE


def test_nothing_is_complete_while_files_are_missing(desk: Desk) -> None:
    at = sent(files=(SentFile(id=str(uuid4()), size=3, sha256="a" * 64),))
    assert "Tệp chưa tới đủ" in desk.get(f"dossiers/{at.code}").text
    answer = desk.move(at, "complete", RIGHT)
    assert answer.status_code == 409
    assert "Tệp của lần gửi này chưa tới đủ" in answer.text
    assert again(at).state is State.NEW


def test_marks_of_items_that_were_not_shown_count_for_nothing(desk: Desk) -> None:
    at = sent()
    desk.move(at, "keep_marks", {"nonsense": Mark(is_right=True), **back("sex", Reason.EXPIRED)})
    kept = again(at).marks
    assert "nonsense" not in kept
    assert kept["sex"] == Mark(is_right=False)


def test_marks_stay_for_later(desk: Desk) -> None:
    at = sent()
    desk.move(at, "keep_marks", {"sex": Mark(is_right=True)})
    assert again(at).state is State.IN_CHECK
    page = desk.get(f"dossiers/{at.code}")
    assert "checked" in page.one("input", id="right-sex").attributes


def test_a_conflict_says_who_did_what_and_keeps_what_was_typed(desk: Desk) -> None:
    at, note = in_state(State.IN_CHECK, sent()), "Xem lại mặt sau giấy."
    dossiers.keep_marks(at.code, {"child_name": Mark(is_right=True)}, version=at.version, by=desk.officer.id)
    answer = desk.move(at, "return_items", {"sex": Mark(is_right=False, reason=Reason.WRONG, note=note)})
    assert answer.status_code == 409
    page = Page(answer.text)
    assert "Hà Văn Mẫu" in page.one("div", role="alert").text
    assert note in page.text
    assert "checked" in page.one("input", id="back-sex").attributes
    assert "checked" in page.one("input", id="right-child_name").attributes
    assert page.all("p", class_="theirs")
    assert page.one("input", name="version").attributes["value"] == str(again(at).version)
    assert again(at).state is State.IN_CHECK


def test_after_a_conflict_with_a_finished_check_nothing_typed_is_lost(desk: Desk) -> None:
    at, note = in_state(State.IN_CHECK, sent()), "Xem lại mặt sau giấy."
    in_state(State.COMPLETE, at)
    answer = desk.move(at, "return_items", back("sex", Reason.WRONG, note))
    assert answer.status_code == 409
    assert note in answer.text


@pytest.mark.parametrize("verb", ["", "nonsense", "file", "correct", "close"])
def test_what_cannot_be_done_from_here_changes_nothing(desk: Desk, verb: str) -> None:
    at = sent()
    assert desk.move(at, verb, RIGHT).status_code in (409, 422)
    assert again(at) == at


def test_what_the_authority_asked_for_goes_back_with_source_and_day(desk: Desk) -> None:
    at = in_state(State.FILED, sent())
    marks, today = back("birth_paper", Reason.MISSING), now().date().isoformat()
    unclear = ({"source": "call"}, {"source": "nonsense", "on": today}, {"source": "call", "on": "soon"})
    for wrong in ({}, *unclear):
        assert desk.move(at, "returned_by_authority", marks, **wrong).status_code == 422
    assert desk.move(at, "returned_by_authority", marks, source="call", on=today).status_code == 303
    assert again(at).state is State.RETURNED
    english = desk.pages.get(f"/en/desk/dossiers/{at.code}")
    assert "Telephone call" in english.text


def test_closing_asks_first_because_there_is_no_way_back(desk: Desk) -> None:
    at = in_state(State.FILED, sent())
    here = f"dossiers/{at.code}"
    assert not desk.get(here).all("button", value="close")
    page = desk.get(f"{here}?close=asks")
    assert "Đóng rồi không mở lại được." in page.one("p", role="alert").text
    assert page.one("button", value="close").attributes["class"] == "button small"
    assert page.one("a", class_="main-action").attributes["href"] == f"/vi/desk/{here}"
    assert again(at).state is State.FILED
    assert desk.move(at, "close").status_code == 303
    assert again(at).state is State.CLOSED
    assert not desk.get(f"{here}?close=asks").all("button", value="close")


@pytest.mark.parametrize("state", [State.RETURNED, State.COMPLETE, State.FILED, State.CLOSED])
def test_a_finished_one_leads_on_to_the_next_that_waits(desk: Desk, state: State) -> None:
    page = f"dossiers/{in_state(state, sent()).code}"
    assert not desk.get(page).all("button", formaction="/vi/desk/next")
    behind = sent()
    assert desk.get(page).one("button", formaction="/vi/desk/next")
    assert not desk.get(f"dossiers/{behind.code}").all("button", formaction="/vi/desk/next")


@pytest.mark.parametrize("state", list(State))
@pytest.mark.parametrize("language", ["vi", "en"])
def test_every_state_has_its_page(desk: Desk, state: State, language: str) -> None:
    at = in_state(state, sent())
    desk.pages.get(f"/{language}/desk/dossiers/{at.code}")


def test_nothing_that_people_wrote_reaches_logs_facts_or_addresses(
    app: Flask, desk: Desk, caplog: pytest.LogCaptureFixture, capsys: pytest.CaptureFixture[str]
) -> None:
    with caplog.at_level(logging.DEBUG):
        at = sent()
        answer = desk.move(at, "return_items", back("sex", Reason.WRONG, "Hỏi bà Lò Thị Thử"))
        desk.post("find", code="Lò Thị Thử")
        desk.get(f"dossiers/{at.code}")
    facts = " ".join(str(fact) for fact in dossiers.history(at.code))
    written = caplog.text + "".join(capsys.readouterr()) + facts + answer.headers["Location"]
    for word in ("Lò Thị", "040195999912", "0912345670", "Hỏi bà"):
        assert word not in written
    assert OFFICER not in facts


@pytest.mark.parametrize("at", ["9999-12-31T23:59:59Z", "0001-01-01T00:00:00Z"])
def test_no_moment_that_a_phone_writes_shuts_a_dossier_away(desk: Desk, at: str) -> None:
    """Anybody can send one; the desk must be able to open it, if only to end it."""
    consent = ConsentGiven(purpose="send", text_version="1", at=at, method="screen")
    page = desk.get(f"dossiers/{sent(consents=(consent,)).code}")
    assert page.one("p", class_="consent").text
