"""Two officers never overwrite each other: one wins, the other is told who did what."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from flask import Flask

from backend.domain import dossiers
from backend.domain.dossiers import Dossier, State
from backend.domain.errors import Code, Refusal
from backend.domain.events import Event
from backend.storage.database import db
from tests.factories.dossier import OFFICER, RIGHT, back, in_state, opened

OTHER = "00000000-0000-4000-8000-00000000000b"


def test_a_change_based_on_an_older_version_is_refused_with_who_when_and_what(stored: Flask) -> None:
    seen = in_state(State.IN_CHECK)
    moved = dossiers.return_items(seen.code, back("sex"), version=seen.version, by=OTHER)
    with pytest.raises(Refusal) as refusal:
        dossiers.keep_marks(seen.code, RIGHT, version=seen.version, by=OFFICER)
    details = refusal.value.details
    assert refusal.value.code is Code.DOSSIER_CHANGED
    assert (details["by"], details["what"]) == (OTHER, Event.ITEMS_RETURNED)
    assert details["at"] == moved.changed_at.isoformat() or details["at"] > seen.changed_at.isoformat()
    assert dossiers.find(seen.code, communes=None) == moved


def test_a_correction_that_arrives_while_an_officer_looks_is_not_judged_unseen(stored: Flask) -> None:
    seen = in_state(State.IN_CHECK)
    opened(replaces=seen.submission_id)
    with pytest.raises(Refusal) as refusal:
        dossiers.complete(seen.code, RIGHT, needed=RIGHT.keys(), version=seen.version, by=OFFICER)
    assert refusal.value.code is Code.DOSSIER_CHANGED


def test_of_two_at_the_same_moment_one_wins(stored: Flask) -> None:
    seen = in_state(State.IN_CHECK)
    together = Barrier(2)

    def act(officer: str) -> Dossier | Code:
        with stored.app_context():
            try:
                together.wait(timeout=20)
                return dossiers.return_items(seen.code, back("sex"), version=seen.version, by=officer)
            except Refusal as refusal:
                return refusal.code
            finally:
                db.session.remove()

    with ThreadPoolExecutor(2) as pool:
        outcomes = list(pool.map(act, [OFFICER, OTHER]))
    won = [outcome for outcome in outcomes if isinstance(outcome, Dossier)]
    assert [outcome for outcome in outcomes if not isinstance(outcome, Dossier)] == [Code.DOSSIER_CHANGED]
    db.session.rollback()
    assert dossiers.find(seen.code, communes=None) == won[0]
    kinds = [fact.kind for fact in dossiers.history(seen.code)]
    assert kinds.count(Event.ITEMS_RETURNED) == 1
