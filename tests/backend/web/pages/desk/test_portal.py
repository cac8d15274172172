"""The portal sheet at the desk: rows to copy, and a code that is kept as typed."""

from __future__ import annotations

import pytest

from backend.domain import dossiers
from backend.domain.dossiers import State
from backend.storage.database import db
from tests.backend.web.pages.desk.conftest import Desk
from tests.factories.dossier import in_state, sent
from tests.page_client import Page


def test_answers_stand_under_their_section_in_the_templates_order_each_with_its_copy(desk: Desk) -> None:
    at = in_state(State.COMPLETE, sent())
    page = desk.get(f"dossiers/{at.code}/portal")
    assert [row.attributes["data-id"] for row in page.all("li", data_ref="portal-sheet.row")] == [
        "born_on",
        "child_name",
        "mother_id",
    ]
    assert [head.text for head in page.all("h3")] == ["Cháu bé"]
    copies = [button.attributes["data-copy"] for button in page.all("button", data_ref="portal-sheet.copy")]
    assert copies == ["03/11/2026", "Lò Thị Thử", "040195999912"]


@pytest.mark.parametrize("state", [state for state in State if state not in (State.COMPLETE, State.FILED)])
def test_only_what_is_ready_or_filed_has_a_sheet(desk: Desk, state: State) -> None:
    at = in_state(state, sent())
    assert desk.pages.http.get(f"/vi/desk/dossiers/{at.code}/portal").status_code == 303


def test_a_usual_code_files_at_once(desk: Desk) -> None:
    at = in_state(State.COMPLETE, sent())
    typed = {"portal_code": " H41.5-261121-0007 ", "version": at.version}
    assert desk.post(f"dossiers/{at.code}/portal", **typed).status_code == 303
    filed = dossiers.find(at.code, communes=None)
    assert (filed.state, filed.portal_code) == (State.FILED, "H41.5-261121-0007")
    assert "H41.5-261121-0007" in desk.get(f"dossiers/{at.code}").text


def test_an_unusual_code_is_asked_about_once_and_then_kept_as_typed(desk: Desk) -> None:
    at = in_state(State.COMPLETE, sent())
    typed = {"portal_code": "HS 12/2026 <thử>", "version": at.version}
    first = desk.post(f"dossiers/{at.code}/portal", **typed)
    assert first.status_code == 200
    page = Page(first.text)
    assert page.one("input", id="portal-code").attributes["value"] == typed["portal_code"]
    sure = page.one("input", name="sure").attributes["value"]
    changed = desk.post(f"dossiers/{at.code}/portal", **{**typed, "portal_code": "khác", "sure": sure})
    assert changed.status_code == 200
    button = page.one("button", data_ref="note-code.button").text
    assert "Đã nộp, ghi mã" in button, "hidden until another code is typed"
    assert desk.post(f"dossiers/{at.code}/portal", **typed, sure=sure).status_code == 303
    assert dossiers.find(at.code, communes=None).portal_code == typed["portal_code"]


def test_no_code_is_asked_for_again(desk: Desk) -> None:
    at = in_state(State.COMPLETE, sent())
    for typed in ("", "  "):
        answer = desk.post(f"dossiers/{at.code}/portal", portal_code=typed, version=at.version)
        assert answer.status_code == 422


def test_a_colleague_who_filed_first_is_named_and_the_typed_code_stays(desk: Desk) -> None:
    at = in_state(State.COMPLETE, sent())
    dossiers.file(at.code, "H41.5-261121-0007", version=at.version, by=desk.officer.id)
    answer = desk.post(f"dossiers/{at.code}/portal", portal_code="H41.5-261121-0008", version=at.version)
    assert answer.status_code == 409
    assert "H41.5-261121-0008" in answer.text
    assert "Hà Văn Mẫu" in Page(answer.text).one("div", role="alert").text
    db.session.rollback()
    assert dossiers.find(at.code, communes=None).portal_code == "H41.5-261121-0007"


def test_the_sheet_claims_no_status_of_the_authority(desk: Desk) -> None:
    at = in_state(State.FILED, sent())
    page = desk.pages.get(f"/en/desk/dossiers/{at.code}/portal")
    assert "We note only that it was filed" in page.text
    assert "does not replace" in page.text
