"""The desk's view: what is shown, what must be marked, what a correction asks to look at again."""

from __future__ import annotations

from dataclasses import replace

import pytest
from flask import Flask

from backend.domain import dossiers, keys, review
from backend.domain.dossiers import Dossier, State
from backend.domain.forms.record import Section
from backend.domain.keys import Purpose
from backend.domain.review import Part
from backend.domain.submissions import Author
from backend.storage import key_files
from tests.factories.dossier import ANSWERS, OFFICER, RIGHT, back, in_state, sent
from tests.factories.phone import phone


@pytest.fixture
def corrected(app: Flask) -> Dossier:
    """Give a dossier whose day of birth went back and came again."""
    sender = phone()
    first = sent(sender=sender)
    dossiers.return_items(first.code, back("born_on"), version=first.version, by=OFFICER)
    return sent(sender=sender, replaces=first.submission_id, answers={**ANSWERS, "born_on": "2026-11-02"})


def test_answers_stand_in_the_order_of_the_form_and_papers_apart(stored: Flask) -> None:
    shown = review.read(sent())
    assert [line.id for part in shown.parts for line in part.lines] == [
        "child_name",
        "mother_id",
        "born_on",
        "sex",
        "remark",
    ]
    assert [(line.id, line.value["answer"]) for line in shown.papers] == [("birth_paper", "have")]


def test_what_was_said_and_what_had_to_be_said_must_be_marked(app: Flask) -> None:
    shown = review.read(sent())
    assert shown.needed == RIGHT.keys()
    assert [line.id for line in shown.lines if line.is_empty] == ["remark"]
    less = review.read(sent(answers={"child_name": "Vi Văn Mẫu"}))
    assert less.needed == {"child_name", "birth_paper"}


def test_a_correction_keeps_the_marks_of_what_did_not_change(corrected: Dossier) -> None:
    shown = review.read(corrected)
    assert {line.id for line in shown.lines if line.is_again} == {"born_on"}
    assert {line.id for line in shown.lines if line.mark} == RIGHT.keys() - {"born_on"}


def test_what_came_again_stays_named_after_marks_were_kept(corrected: Dossier) -> None:
    kept = dossiers.keep_marks(corrected.code, RIGHT, version=corrected.version, by=OFFICER)
    shown = review.read(kept)
    assert {line.id for line in shown.lines if line.is_again} == {"born_on"}
    assert {line.id for line in shown.lines if line.mark} == RIGHT.keys()


def test_an_item_that_came_back_unchanged_is_looked_at_again(app: Flask) -> None:
    sender = phone()
    first = sent(sender=sender)
    dossiers.return_items(first.code, back("sex"), version=first.version, by=OFFICER)
    again = review.read(sent(sender=sender, replaces=first.submission_id))
    assert {line.id for line in again.lines if line.is_again} == {"sex"}
    assert "sex" not in {line.id for line in again.lines if line.mark}


def test_the_sheet_holds_what_the_template_asks_and_was_answered(app: Flask) -> None:
    (part,) = review.read(sent()).in_portal_order
    assert [line.id for line in part.lines] == ["born_on", "child_name", "mother_id"]


def test_a_section_stands_again_wherever_the_template_comes_back_to_it(app: Flask) -> None:
    shown = review.read(sent())
    child, name = shown.parts[0], Section(id="name", title={"vi": "Tên"}, fields=())
    lines = {line.id: line for line in child.lines}
    parts = (Part(name, (lines["child_name"],)), Part(child.section, (lines["born_on"], lines["mother_id"])))
    on_sheet = [
        (part.section.id, [line.id for line in part.lines])
        for part in replace(shown, parts=parts).in_portal_order
    ]
    assert on_sheet == [("child", ["born_on"]), ("name", ["child_name"]), ("child", ["mother_id"])]


def test_a_row_names_who_files_and_counts_papers(app: Flask) -> None:
    row = review.summary(sent(paper="not_yet", author=Author(role="volunteer")))
    assert (row.subject, row.applicant, row.author_role) == ("Lò Thị Thử", "Vi Văn Mẫu", "volunteer")
    assert (row.papers_had, row.papers_of) == (0, 1)
    assert review.summary(sent(paper="not_applicable")).papers_of == 0


def test_a_dossier_whose_key_was_lost_does_not_hide_the_others(app: Flask) -> None:
    lost = sent()
    (name,) = [name for name in key_files.names() if Purpose.REST in name]
    (key_files.folder() / name).rename(key_files.folder() / "away")
    keys.make_missing()
    rows = review.summaries([lost, sent()])
    assert [row.is_open for row in rows] == [False, True]
    assert rows[0].subject is None
    assert dossiers.counts(None)[State.NEW] == 2


def test_a_row_of_a_state_is_not_changed_by_reading(app: Flask) -> None:
    at = in_state(State.COMPLETE, sent())
    review.read(at)
    assert dossiers.find(at.code, communes=None) == at
