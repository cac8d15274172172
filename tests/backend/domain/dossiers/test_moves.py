"""Moves of a dossier: the whole table, on both databases, with the facts they leave."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from uuid import uuid4

import pytest
from flask import Flask

from backend.domain import dossiers, events
from backend.domain.clock import now
from backend.domain.dossiers import Dossier, Reason, Source, State, Verb
from backend.domain.errors import Code, Refusal
from backend.domain.events import Event
from backend.storage import events as event_rows
from backend.storage.database import db
from tests.factories.dossier import OFFICER, RIGHT, asked_for_more, back, in_state, opened

ALLOWED = {
    (State.NEW, Verb.START_CHECK): State.IN_CHECK,
    (State.NEW, Verb.KEEP_MARKS): State.IN_CHECK,
    (State.NEW, Verb.RETURN_ITEMS): State.RETURNED,
    (State.NEW, Verb.COMPLETE): State.COMPLETE,
    (State.NEW, Verb.WITHDRAW): State.WITHDRAWN,
    (State.NEW, Verb.CORRECT): State.NEW,
    (State.IN_CHECK, Verb.START_CHECK): State.IN_CHECK,
    (State.IN_CHECK, Verb.KEEP_MARKS): State.IN_CHECK,
    (State.IN_CHECK, Verb.RETURN_ITEMS): State.RETURNED,
    (State.IN_CHECK, Verb.COMPLETE): State.COMPLETE,
    (State.IN_CHECK, Verb.WITHDRAW): State.WITHDRAWN,
    (State.IN_CHECK, Verb.CORRECT): State.IN_CHECK,
    (State.RETURNED, Verb.WITHDRAW): State.WITHDRAWN,
    (State.RETURNED, Verb.CORRECT): State.IN_CHECK,
    (State.COMPLETE, Verb.REOPEN): State.IN_CHECK,
    (State.COMPLETE, Verb.FILE): State.FILED,
    (State.COMPLETE, Verb.WITHDRAW): State.WITHDRAWN,
    (State.COMPLETE, Verb.CORRECT): State.IN_CHECK,
    (State.FILED, Verb.FILE): State.FILED,
    (State.FILED, Verb.RETURNED_BY_AUTHORITY): State.RETURNED,
    (State.FILED, Verb.CLOSE): State.CLOSED,
}
"""What may happen from where. To mark, return or complete a new dossier starts its check as well."""

VERBS: dict[Verb, Callable[[Dossier], Dossier]] = {
    Verb.START_CHECK: lambda at: dossiers.start_check(at.code, version=at.version, by=OFFICER),
    Verb.KEEP_MARKS: lambda at: dossiers.keep_marks(at.code, RIGHT, version=at.version, by=OFFICER),
    Verb.RETURN_ITEMS: lambda at: dossiers.return_items(at.code, back("sex"), version=at.version, by=OFFICER),
    Verb.COMPLETE: lambda at: dossiers.complete(
        at.code, RIGHT, needed=RIGHT.keys(), version=at.version, by=OFFICER
    ),
    Verb.FILE: lambda at: dossiers.file(at.code, "H41.5-261121-0007", version=at.version, by=OFFICER),
    Verb.REOPEN: lambda at: dossiers.reopen(at.code, version=at.version, by=OFFICER),
    Verb.RETURNED_BY_AUTHORITY: lambda at: asked_for_more(at, "sex"),
    Verb.WITHDRAW: lambda at: dossiers.withdraw(at.code, version=at.version, by=OFFICER),
    Verb.CLOSE: lambda at: dossiers.close(at.code, version=at.version, by=OFFICER),
    Verb.CORRECT: lambda at: opened(replaces=at.submission_id),
}


def test_every_verb_from_every_state_does_what_the_table_says(stored: Flask) -> None:
    outcomes = {(state, verb): outcome(state, verb) for state in State for verb in Verb}
    refused = {Verb.CORRECT: Code.DOSSIER_CLOSED}
    assert outcomes == {
        (state, verb): ALLOWED.get((state, verb), refused.get(verb, Code.MOVE_NOT_ALLOWED))
        for state in State
        for verb in Verb
    }


def outcome(state: State, verb: Verb) -> State | Code:
    """Give where a verb leads from a state, or why not; a refusal changes nothing and leaves no fact."""
    before = in_state(state)
    facts = dossiers.history(before.code)
    try:
        after = VERBS[verb](before)
    except Refusal as refusal:
        assert dossiers.find(before.code, communes=None) == before
        assert dossiers.history(before.code) == facts
        return refusal.code
    assert after.version > before.version
    assert len(dossiers.history(before.code)) > len(facts)
    return after.state


def test_the_whole_way_is_written_down_in_order(stored: Flask) -> None:
    first = in_state(State.RETURNED)
    second = opened(replaces=first.submission_id, author_id=OFFICER)
    third = in_state(State.FILED, second)
    asked_for_more(third, "sex")
    told = [fact.kind for fact in dossiers.history(first.code)]
    assert told == [
        Event.DOSSIER_OPENED,
        Event.CHECK_STARTED,
        Event.ITEMS_RETURNED,
        Event.CORRECTION_ARRIVED,
        Event.DOSSIER_COMPLETED,
        Event.DOSSIER_FILED,
        Event.RETURNED_BY_AUTHORITY,
    ]
    last = dossiers.history(first.code)[-1]
    assert last.by == OFFICER
    assert last.detail["source"] == "call"
    assert last.detail["items"] == [{"item": "sex", "reason": "not_matching"}]


def test_a_note_is_no_part_of_any_fact_and_not_readable_in_the_database(stored: Flask) -> None:
    note = "Chữ viết tay của bà Lò Thị Thử"
    at = opened(author_id=OFFICER)
    dossiers.return_items(at.code, back("sex", Reason.OTHER, note), version=at.version, by=OFFICER)
    assert dossiers.find(at.code, communes=None).items[0].note == note
    kept = [str(row.detail) for row in event_rows.of_dossier(at.code)]
    row = db.session.execute(db.text("SELECT * FROM dossiers")).one()
    everything = " ".join([*kept, *map(str, row)]) + bytes(row.review).decode("latin-1")
    assert "Lò Thị Thử" not in everything
    assert note.encode() not in bytes(row.review)


@pytest.mark.parametrize(
    ("marks", "code"),
    [
        pytest.param({}, Code.NOTHING_RETURNED, id="no marks"),
        pytest.param(RIGHT, Code.NOTHING_RETURNED, id="all right"),
        pytest.param(back("sex", Reason.OTHER), Code.REASON_MISSING, id="other without words"),
        pytest.param(back("sex", Reason.OTHER, "x" * 501), Code.NOTE_WRONG, id="long note"),
        pytest.param(back("sex", note="a\x00b"), Code.NOTE_WRONG, id="control character"),
        pytest.param(back("sex", note="Lo\u0300"), Code.NOTE_WRONG, id="not NFC"),
    ],
)
def test_a_return_that_does_not_say_why_is_refused(app: Flask, marks: dossiers.Marks, code: Code) -> None:
    at = in_state(State.IN_CHECK)
    with pytest.raises(Refusal) as refusal:
        dossiers.return_items(at.code, marks, version=at.version, by=OFFICER)
    assert refusal.value.code is code
    assert "Lò" not in str(refusal.value.details)
    assert dossiers.find(at.code, communes=None) == at


def test_no_reason_goes_back_whose_words_the_sender_cannot_read(app: Flask) -> None:
    marks, at = back("sex", Reason.OTHER, "Hỏi lại"), in_state(State.IN_CHECK)
    with pytest.raises(Refusal) as refusal:
        dossiers.return_items(at.code, marks, version=at.version, by=OFFICER)
    assert refusal.value.code is Code.REASON_MISSING
    at, on = in_state(State.FILED), now().date()
    with pytest.raises(Refusal) as refusal:
        dossiers.returned_by_authority(
            at.code, marks, source=Source.CALL, on=on, version=at.version, by=OFFICER
        )
    assert refusal.value.details["items"] == ["sex"]


@pytest.mark.parametrize("left", ["birth_paper", "child_name"])
def test_complete_means_that_every_needed_item_was_marked_right(app: Flask, left: str) -> None:
    at = in_state(State.IN_CHECK)
    for marks in ({k: v for k, v in RIGHT.items() if k != left}, back(left)):
        with pytest.raises(Refusal) as refusal:
            dossiers.complete(at.code, marks, needed=RIGHT.keys(), version=at.version, by=OFFICER)
        assert (refusal.value.code, refusal.value.details["items"]) == (Code.MARKS_MISSING, [left])


@pytest.mark.parametrize("typed", ["", "   ", "x" * 61, "a\nb"], ids=["none", "blank", "long", "two lines"])
def test_filing_needs_a_code_that_can_be_one(app: Flask, typed: str) -> None:
    at = in_state(State.COMPLETE)
    with pytest.raises(Refusal) as refusal:
        dossiers.file(at.code, typed, version=at.version, by=OFFICER)
    assert refusal.value.code is Code.PORTAL_CODE_WRONG


def test_filing_again_corrects_the_code_as_typed(app: Flask) -> None:
    at = in_state(State.FILED)
    again = dossiers.file(at.code, "  mã lạ 12/2026 ", version=at.version, by=OFFICER)
    assert (again.state, again.portal_code) == (State.FILED, "mã lạ 12/2026")


def test_the_authority_cannot_have_asked_tomorrow(app: Flask) -> None:
    at, tomorrow = in_state(State.FILED), now().date() + timedelta(days=2)
    with pytest.raises(Refusal) as refusal:
        dossiers.returned_by_authority(
            at.code, back("sex"), source=Source.CALL, on=tomorrow, version=at.version, by=OFFICER
        )
    assert refusal.value.code is Code.DAY_WRONG


def test_a_dossier_that_is_not_there_is_missing_for_every_verb(app: Flask) -> None:
    for verb, move in VERBS.items():
        if verb is Verb.CORRECT:
            continue
        gone = in_state(State.NEW)
        with pytest.raises(Refusal) as refusal:
            move(type(gone)(**{**vars(gone), "code": "TS00000000"}))
        assert refusal.value.code is Code.DOSSIER_NOT_FOUND


def test_a_look_is_a_fact_but_no_change(stored: Flask) -> None:
    at = in_state(State.IN_CHECK)
    dossiers.viewed(at, by=OFFICER)
    assert dossiers.history(at.code)[-1].kind is Event.DOSSIER_VIEWED
    last = events.last_change(at.code)
    assert last is not None
    assert last.kind is Event.CHECK_STARTED
    assert dossiers.find(at.code, communes=None) == at


def test_nobody_finds_a_dossier_of_another_commune(stored: Flask) -> None:
    at = opened("16002")
    for communes in ({"16001"}, set()):
        with pytest.raises(Refusal) as refusal:
            dossiers.find(at.code, communes=communes)
        assert refusal.value.code is Code.DOSSIER_NOT_FOUND
        assert dossiers.queue(communes, list(State)) == ()
        assert not any(dossiers.counts(communes).values())
    assert dossiers.queue({"16002"}, [State.NEW]) == (at,)
    assert dossiers.find(at.code, communes={"16002", str(uuid4())}) == at
