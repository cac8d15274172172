"""The queue: narrowed to the communes served, oldest first, honest about who helped."""

from __future__ import annotations

from datetime import timedelta

import pytest
from flask import Flask

from backend.domain import dossiers
from backend.domain.clock import now
from backend.domain.dossiers import Dossier, State
from backend.domain.dossiers import _open as opening
from backend.domain.permissions import Role
from backend.domain.submissions import Author
from tests.backend.web.pages.desk.conftest import Desk
from tests.factories.dossier import ANSWERS, in_state, sent
from tests.factories.people import person, signed_in
from tests.factories.phone import phone
from tests.page_client import Page, PageClient


def names(page: Page) -> list[str]:
    """Give the subjects in the order of the rows."""
    return [link.text for link in page.all("a", data_ref="desk-keys.row")]


def test_an_officer_sees_own_communes_only(desk: Desk, other_desk: Desk) -> None:
    sent("16001", answers={**ANSWERS, "child_name": "Vi Văn Mẫu"})
    sent("16002", answers={**ANSWERS, "child_name": "Lò Thị Thử"})
    assert names(desk.get("")) == ["Vi Văn Mẫu"]
    assert names(other_desk.get("")) == ["Lò Thị Thử"]
    assert "Lò Thị Thử" not in desk.get("").html


@pytest.mark.parametrize("role", [role for role in Role if role not in (Role.DESK_OFFICER, Role.RESIDENT)])
def test_nobody_else_sees_the_queue(client: PageClient, role: Role) -> None:
    sent()
    page = signed_in(client, person(role)).get("/vi/desk/", status=403)
    assert "Lò Thị Thử" not in page.html


def test_a_stranger_is_led_to_sign_in(client: PageClient) -> None:
    for path in ("", "dossiers/TS00000000", "dossiers/TS00000000/portal"):
        answer = client.http.get(f"/vi/desk/{path}")
        assert answer.status_code == 303
        assert "/vi/sign-in" in answer.headers["Location"]


def test_those_that_wait_longest_stand_first_and_long_waits_are_named(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, days in (("Vi Văn Mẫu", 0), ("Lò Thị Thử", 5), ("Kha Thị Mẫu", 1)):
        moment = now() - timedelta(days=days)
        monkeypatch.setattr(opening, "now", lambda at=moment: at)
        sent(answers={**ANSWERS, "child_name": name})
    page = desk.get("")
    assert names(page) == ["Lò Thị Thử", "Kha Thị Mẫu", "Vi Văn Mẫu"]
    assert page.all("span", class_="overdue")


def test_each_tab_counts_and_lists_its_states(desk: Desk) -> None:
    for state in State:
        in_state(state, sent())
    counts = [span.text for span in desk.get("").all("span") if span.text.isdigit()]
    assert counts == ["1", "1", "1", "1", "1", "0", "2"]
    for tab in ("new", "in_check", "returned", "complete", "filed"):
        assert len(names(desk.get(f"?tab={tab}"))) == 1
    assert len(names(desk.get("?tab=closed"))) == 2
    assert names(desk.get("?tab=waiting_for_files")) == []
    assert len(names(desk.get("?tab=nonsense&page=-3"))) == 1
    assert len(names(desk.get("?page=99999999999999999999"))) == 1, "the last there is"


def test_a_claimed_helper_is_not_taken_for_a_known_one(desk: Desk) -> None:
    someone = person(Role.VOLUNTEER, name="Quang Văn Thử")
    sent(author=Author(role="volunteer", person=someone.id))
    page = desk.get("")
    assert "Quang Văn Thử" not in page.html
    english = desk.pages.get("/en/desk/")
    assert "not verified" in english.text


def test_an_incomplete_one_says_so(desk: Desk) -> None:
    sent(incomplete=True)
    assert "Asks for help" in desk.pages.get("/en/desk/").text


def test_the_next_one_is_taken_into_check(desk: Desk) -> None:
    at = sent()
    answer = desk.post("next")
    assert answer.headers["Location"].endswith(f"/vi/desk/dossiers/{at.code}")
    taken = dossiers.find(at.code, communes=None)
    assert (taken.state, taken.officer_id) == (State.IN_CHECK, desk.officer.id)
    assert desk.post("next").headers["Location"].endswith("/vi/desk/")


def corrected() -> Dossier:
    """Give a dossier that went back and came again."""
    sender = phone()
    returned = in_state(State.RETURNED, sent(sender=sender))
    return sent(sender=sender, replaces=returned.submission_id)


def listed(desk: Desk, tab: str) -> tuple[list[str], list[str]]:
    """Give the rows of a tab, and the counts of the first two tabs."""
    page = desk.get(f"?tab={tab}")
    return names(page), [span.text for span in page.all("span") if span.text.isdigit()][:2]


def test_a_correction_waits_with_the_new_ones_until_somebody_looks(desk: Desk) -> None:
    at = corrected()
    assert at.state is State.IN_CHECK
    assert listed(desk, "new") == (["Lò Thị Thử"], ["1", "0"])
    assert listed(desk, "in_check") == ([], ["1", "0"])
    assert "Bản sửa" in desk.get("").text
    desk.get(f"dossiers/{at.code}")
    assert listed(desk, "new") == ([], ["0", "1"])
    assert listed(desk, "in_check") == (["Lò Thị Thử"], ["0", "1"])


def test_a_second_correction_waits_again(desk: Desk) -> None:
    sender = phone()
    first = in_state(State.RETURNED, sent(sender=sender))
    again = sent(sender=sender, replaces=first.submission_id)
    desk.get(f"dossiers/{again.code}")
    sent(sender=sender, replaces=again.submission_id)
    assert listed(desk, "new") == (["Lò Thị Thử"], ["1", "0"])


def test_the_next_one_may_be_a_correction(desk: Desk) -> None:
    first, behind = corrected(), sent()
    assert desk.post("next").headers["Location"].endswith(first.code)
    assert dossiers.find(first.code, communes=None).officer_id == desk.officer.id
    assert listed(desk, "new")[1] == ["1", "1"], "taken, though nobody has looked yet"
    assert desk.post("next").headers["Location"].endswith(behind.code)


def test_a_code_is_found_as_it_is_said(desk: Desk, other_desk: Desk) -> None:
    at = sent()
    said = dossiers.spoken_code(at.code).lower()
    assert desk.post("find", code=said).headers["Location"].endswith(at.code)
    for wrong in (said[:-1], "Lò Thị Thử", "", "x" * 5000):
        answer = desk.post("find", code=wrong)
        assert answer.status_code == 200
        assert Page(answer.text).one("p", role="alert")
    assert at.code not in other_desk.post("find", code=said).text


def test_pages_of_the_desk_are_stored_nowhere(app: Flask, desk: Desk) -> None:
    at = sent()
    for path in ("", f"dossiers/{at.code}"):
        answer = desk.pages.http.get(f"/vi/desk/{path}")
        assert answer.headers["Cache-Control"] == "no-store"
