"""Opening a dossier, and corrections: one dossier, one code, whatever arrives in which order."""

from __future__ import annotations

import re
from uuid import uuid4

import pytest
from flask import Flask

from backend.domain import dossiers, feeds
from backend.domain.clock import now
from backend.domain.dossiers import State, is_usual_portal_code, plain_code, spoken_code
from backend.domain.dossiers import _open as opening
from backend.domain.errors import Code, Refusal
from backend.domain.submissions import SentFile
from tests.factories.dossier import in_state, opened, sent
from tests.factories.phone import phone


def test_a_code_is_short_random_and_holds_no_letter_that_is_misread(stored: Flask) -> None:
    codes = {opened().code for _ in range(30)}
    assert len(codes) == 30
    assert all(re.fullmatch("TS[0-9A-HJKMNP-TV-Z]{8}", code) for code in codes)


def test_a_code_that_is_taken_is_not_given_again(app: Flask, monkeypatch: pytest.MonkeyPatch) -> None:
    made = iter(["TS00000001", "TS00000001", "TS00000002"])
    monkeypatch.setattr(opening, "make_code", lambda: next(made))
    assert [opened().code, opened().code] == ["TS00000001", "TS00000002"]


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("TS7K 4M92 QX", "TS7K4M92QX"),
        ("ts7k-4m92-qx", "TS7K4M92QX"),
        ("7K4M92QX", "TS7K4M92QX"),
        ("TS7K 4MOI LX", "TS7K4M011X"),
        ("TS7K 4M92 Q", None),
        ("TS7K 4M92 QU", None),
        ("Lò Thị Thử", None),
        ("", None),
    ],
)
def test_a_code_is_read_as_people_say_and_mishear_it(typed: str, code: str | None) -> None:
    assert plain_code(typed) == code


def test_a_code_is_spoken_in_groups() -> None:
    assert spoken_code("TS7K4M92QX") == "TS7K 4M92 QX"


@pytest.mark.parametrize(
    "code",
    [
        "000.00.01.H29-240115-0001",
        "000.00.01.H26-260930-0012",
        "000.701.18.G12-260331-12345678901234",
        "H41.5-261121-0007",
    ],
)
def test_portal_codes_seen_so_far_look_usual(code: str) -> None:
    assert is_usual_portal_code(code)


@pytest.mark.parametrize("code", ["H41", "TS7K4M92QX", "H41.5-26112-0007", "số 12", ""])
def test_other_portal_codes_do_not(code: str) -> None:
    assert not is_usual_portal_code(code)


def test_the_same_submission_again_gives_the_same_dossier(stored: Flask) -> None:
    first = opened()
    assert opened(submission_id=first.submission_id) == first
    assert dossiers.counts(None)[State.NEW] == 1


def test_a_correction_keeps_code_and_history_and_shows_the_new_submission(stored: Flask) -> None:
    returned = in_state(State.RETURNED)
    corrected = opened(replaces=returned.submission_id)
    assert (corrected.code, corrected.state) == (returned.code, State.IN_CHECK)
    assert corrected.submission_id != returned.submission_id
    assert corrected.corrects == returned.submission_id
    assert corrected.items == returned.items
    assert dossiers.of_submission(returned.submission_id) == corrected


def test_a_second_correction_of_the_first_submission_joins_the_same_dossier(stored: Flask) -> None:
    first = in_state(State.RETURNED)
    second = opened(replaces=first.submission_id)
    third = opened(replaces=first.submission_id)
    assert third.code == second.code
    assert third.corrects == first.submission_id
    assert dossiers.of_submission(second.submission_id) == third
    assert sum(dossiers.counts(None).values()) == 1


@pytest.mark.parametrize("state", [State.FILED, State.CLOSED, State.WITHDRAWN])
def test_a_dossier_that_is_over_takes_no_correction(app: Flask, state: State) -> None:
    with pytest.raises(Refusal) as refusal:
        opened(replaces=in_state(state).submission_id)
    assert refusal.value.code is Code.DOSSIER_CLOSED


def test_a_correction_of_something_unknown_is_refused(stored: Flask) -> None:
    with pytest.raises(Refusal) as refusal:
        opened(replaces=str(uuid4()))
    assert refusal.value.code is Code.REPLACED_NOT_FOUND


def test_the_phone_is_told_of_every_move_but_of_marks(stored: Flask) -> None:
    sender = phone()
    at = sent(sender=sender)
    marked = dossiers.keep_marks(at.code, {}, version=at.version, by="x")
    in_state(State.RETURNED, marked)
    told = [(change.state, len(change.items)) for change in feeds.since(sender, None).changes]
    assert told == [("in_check", 0), ("returned", 1)]


def test_those_that_wait_for_files_for_long_are_listed(stored: Flask) -> None:
    whole = sent()
    late = sent(files=(SentFile(id=str(uuid4()), size=1, sha256="0" * 64),))
    assert dossiers.lacking_files({"16001"}, before=now()) == (late,)
    assert dossiers.lacking_files({"16002"}, before=now()) == ()
    assert dossiers.lacking_files(None, before=whole.arrived_at) == ()
