"""Whatever is lost on the way, and in whatever order things arrive, each submission counts once."""

from __future__ import annotations

from itertools import permutations
from typing import Any
from uuid import uuid4

import pytest

from backend.domain import dossiers
from backend.storage.database import db
from tests.backend.web.api.conftest import Sender, counts
from tests.factories.submission import WORDS, body, content


class ReplyLost(Exception):
    """The power went, or the line."""


@pytest.mark.parametrize(
    "step",
    [
        "backend.domain.sealing.opened",
        "backend.domain.answers.check",
        "backend.domain.receipts.sign",
        "backend.domain.submissions._receive.locked_content",
        "backend.domain.phones.keep",
        "backend.storage.submissions.add_once",
        "backend.domain.dossiers.open_for",
        "backend.storage.events.add",
    ],
)
def test_cut_before_the_commit_nothing_is_kept_and_the_next_try_is_whole(
    phone: Sender, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    sent, own_id = body(), str(uuid4())

    def lose(*_: Any, **__: Any) -> None:
        raise ReplyLost

    with monkeypatch.context() as cut:
        cut.setattr(step, lose)
        with pytest.raises(ReplyLost):
            phone.put(sent, own_id)
    assert counts() == (0, 0, 0)
    assert phone.put(sent, own_id).status_code == 200
    assert counts() == (1, 1, 1)


@pytest.mark.parametrize("way", ["put", "batch", "receipt"])
def test_cut_after_the_commit_the_next_try_gives_the_first_receipt(
    phone: Sender, monkeypatch: pytest.MonkeyPatch, way: str
) -> None:
    sent, own_id = body(), str(uuid4())
    commit = db.session.commit

    def commit_and_lose() -> None:
        commit()
        raise ReplyLost

    with monkeypatch.context() as cut:
        cut.setattr(db.session, "commit", commit_and_lose)
        with pytest.raises(ReplyLost):
            phone.put(sent, own_id)
    assert counts() == (1, 1, 1)
    first = phone.ask("GET", f"/api/v1/submissions/{own_id}/receipt").json
    if way == "batch":
        (result,) = phone.batch({"id": own_id, "submission": sent}).json["results"]
        assert {"receipt": result["receipt"], "slip": result["slip"]} == first
    else:
        assert phone.put(sent, own_id).json == first
    assert counts() == (1, 1, 1)


def test_every_order_of_arrival_ends_the_same(phone: Sender) -> None:
    """Three submissions, one of them twice, in every order."""
    for done, order in enumerate(permutations((0, 1, 2, 0))):
        sender, ids, bodies = Sender(phone.app), [str(uuid4()) for _ in range(3)], [body() for _ in range(3)]
        answers = [sender.put(bodies[place], ids[place]) for place in order]
        assert {answer.status_code for answer in answers} == {200}
        assert len({answer.data for answer in answers}) == 3
        assert counts() == (3 * (done + 1), 3 * (done + 1), done + 1)


def test_a_correction_that_overtakes_the_first_waits_for_it(phone: Sender) -> None:
    first, second = str(uuid4()), str(uuid4())
    sent, corrected = body(), body(content(answers={"child_name": WORDS[1]}), replaces=first)
    early = phone.put(corrected, second)
    assert (early.status_code, early.json["code"]) == (422, "replaced_not_found")
    assert phone.put(sent, first).status_code == 200
    assert phone.put(corrected, second).status_code == 200
    assert phone.put(sent, first).status_code == 200
    assert counts()[:2] == (2, 1)
    dossier = dossiers.of_submission(first)
    assert dossier is not None
    assert dossier.submission_id == second


def test_a_correction_in_the_same_batch_finds_the_first(phone: Sender) -> None:
    first, second = str(uuid4()), str(uuid4())
    both = {"id": second, "submission": body(replaces=first)}, {"id": first, "submission": body()}
    results = phone.batch(*both).json["results"]
    assert [(result["id"], result["status"]) for result in results] == [(second, 200), (first, 200)]
    assert phone.batch(*both).json["results"] == results
    assert counts()[:2] == (2, 1)
