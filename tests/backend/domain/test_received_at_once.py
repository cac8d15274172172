"""Whatever arrives together, repeated or by two ways, is one row, one dossier and equal receipts."""

from __future__ import annotations

import threading
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any
from uuid import uuid4

import pytest
from flask import Flask

from backend.domain import dossiers, submissions
from backend.domain.clock import now
from backend.domain.errors import Code, Refusal
from backend.domain.receipts import Kept
from backend.domain.submissions import ConsentGiven, Judged, Named
from backend.storage import dossiers as dossier_rows
from backend.storage import phones as phone_rows
from backend.storage import submissions as rows
from backend.storage.database import db
from tests.factories.form import form
from tests.factories.phone import phone
from tests.factories.submission import COMMUNE, WORDS, judged, moment, received


def at_once(app: Flask, *acts: Callable[[], Any]) -> list[Any]:
    """Do all of them in threads that start together; give results and refusals."""
    results: list[Any] = [None] * len(acts)
    start = threading.Barrier(len(acts))

    def run(place: int) -> None:
        with app.app_context():
            start.wait()
            try:
                results[place] = acts[place]()
            except Refusal as refusal:
                results[place] = refusal.code
            finally:
                db.session.remove()

    threads = [threading.Thread(target=run, args=(place,)) for place in range(len(acts))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=60)
    db.session.rollback()
    return results


def count(kind: type) -> int:
    return db.session.query(kind).count()


def test_the_same_from_many_threads_is_kept_once(desk: Flask) -> None:
    asks, own_id, sent_at = phone(), str(uuid4()), now()
    results = at_once(desk, *[lambda: received(asks, own_id, captured_at=sent_at)] * 8)
    assert {kept for _, kept in results} == {results[0][1]}
    counts = count(rows.SubmissionRow), count(dossier_rows.DossierRow), count(phone_rows.PhoneRow)
    assert counts == (1, 1, 1)


def test_different_ones_of_one_new_phone_are_all_kept(desk: Flask) -> None:
    asks = phone()
    results = at_once(desk, *[lambda: received(asks)] * 8)
    assert len({own_id for own_id, _ in results}) == 8
    assert (count(rows.SubmissionRow), count(phone_rows.PhoneRow)) == (8, 1)
    assert len({row.code for row in db.session.query(dossier_rows.DossierRow)}) == 8


def test_two_contents_under_one_id_are_one_submission_and_one_conflict(desk: Flask) -> None:
    asks, own_id = phone(), str(uuid4())
    results = at_once(
        desk, *[lambda digit=digit: received(asks, own_id, content_sha256=digit * 64) for digit in "0123"]
    )
    assert results.count(Code.SUBMISSION_CONFLICT) == 3
    assert (count(rows.SubmissionRow), count(dossier_rows.DossierRow)) == (1, 1)


def test_two_corrections_of_one_submission_stand_in_one_dossier(desk: Flask) -> None:
    asks = phone()
    first, _ = received(asks)
    results = at_once(desk, *[lambda: received(asks, replaces=first)] * 3)
    dossier = dossiers.of_submission(first)
    assert dossier is not None
    assert dossier.submission_id in {own_id for own_id, _ in results}
    assert (count(rows.SubmissionRow), count(dossier_rows.DossierRow)) == (4, 1)


def test_batches_that_share_submissions_keep_each_once(desk: Flask) -> None:
    asks, sent_at = phone(), now()
    ids = [str(uuid4()) for _ in range(12)]

    def send(order: list[str]) -> dict[str, Kept | Exception]:
        found = {own_id: judged(asks, own_id, captured_at=sent_at) for own_id in order}
        together = [one for one in found.values() if isinstance(one, Judged)]
        kept = dict(
            zip([one.values["id"] for one in together], submissions.keep_together(together), strict=True)
        )
        return {own_id: kept.get(own_id, one) for own_id, one in found.items()}  # type: ignore[misc]

    results = at_once(
        desk, *[lambda order=order: send(order) for order in (ids, ids[::-1], ids[6:] + ids[:6])]
    )
    for own_id in ids:
        (receipt,) = {result[own_id] for result in results}
        assert isinstance(receipt, Kept)
    assert (count(rows.SubmissionRow), count(dossier_rows.DossierRow)) == (12, 12)


def test_one_of_many_that_cannot_be_kept_is_undone_alone(desk: Flask) -> None:
    asks = phone()
    first, _ = received(asks)
    dossier = dossiers.of_submission(first)
    assert dossier is not None
    fresh, late = judged(asks, str(uuid4())), judged(asks, str(uuid4()), replaces=first)
    dossiers.withdraw(dossier.code, version=dossier.version, by=None)
    kept, refused, again = submissions.keep_together([fresh, late, judged(asks, str(uuid4()))])
    assert isinstance(kept, Kept)
    assert isinstance(again, Kept)
    assert isinstance(refused, Refusal)
    assert (refused.code, refused.kind.value) == (Code.DOSSIER_CLOSED, "invalid")
    assert (count(rows.SubmissionRow), count(dossier_rows.DossierRow)) == (3, 3)


def plain(**changes: Any) -> tuple[str, Kept]:
    """Post the page that works without scripts."""
    consent = ConsentGiven(purpose="send", text_version="1", at=moment(), method="screen")
    values: dict[str, Any] = {
        "answers": {"child_name": WORDS[0]},
        "papers": {},
        "commune_code": COMMUNE,
        "subject": Named(name=WORDS[0]),
    }
    return submissions.receive_plain(form(), consents=(consent,), **(values | changes))


def stop(monkeypatch: pytest.MonkeyPatch, moment: datetime) -> None:
    """Stop the clock of receiving."""
    for module in ("_plain", "_receive", "_judge"):
        monkeypatch.setattr(f"backend.domain.submissions.{module}.now", lambda: moment)


def test_two_posts_that_name_nobody_are_two(desk: Flask) -> None:
    posted = {plain(answers={}, subject=None, incomplete=True)[0] for _ in range(2)}
    assert len(posted) == 2


def test_the_same_post_at_once_is_kept_once(desk: Flask) -> None:
    results = at_once(desk, *[plain] * 6)
    assert len(set(results)) == 1
    assert (count(rows.SubmissionRow), count(dossier_rows.DossierRow)) == (1, 1)


@pytest.mark.parametrize("into_window", [0, 10, 29.9], ids=["start", "middle", "edge"])
def test_the_same_post_within_thirty_minutes_is_the_same(
    desk: Flask, monkeypatch: pytest.MonkeyPatch, into_window: float
) -> None:
    start = datetime.fromisoformat("2026-11-21T03:00:00Z") + timedelta(minutes=into_window)
    stop(monkeypatch, start)
    first = plain()
    for minutes in (0, 1, 15, 29.9):
        stop(monkeypatch, start + timedelta(minutes=minutes))
        assert plain() == first
    stop(monkeypatch, start + timedelta(minutes=30.1))
    assert plain() != first
    assert count(dossier_rows.DossierRow) == 2


@pytest.mark.parametrize(
    "changes",
    [{"answers": {"child_name": WORDS[1]}}, {"incomplete": True}, {"note": "Nhờ Tổ xem giúp"}],
    ids=["answers", "incomplete", "note"],
)
def test_another_post_is_another_submission(desk: Flask, changes: dict[str, Any]) -> None:
    assert plain()[0] != plain(**changes)[0]


def test_a_post_has_no_phone_and_opens_its_receipt_by_code_and_secret(desk: Flask) -> None:
    own_id, kept = plain()
    own = submissions.own_receipt(own_id)
    assert (own.submission.phone_id, own.receipt) == (None, kept.receipt)
    assert submissions.receipt_for(own.dossier.code, own.secret) == own
    for code, secret in (
        (own.dossier.code, "x" * 22),
        ("TS00000000", own.secret),
        ("", ""),
        ("é", own.secret),
    ):
        assert submissions.receipt_for(code, secret) is None


def test_the_secret_of_the_first_paper_opens_the_corrected_dossier(desk: Flask) -> None:
    asks = phone()
    first, _ = received(asks)
    second, kept = received(asks, replaces=first)
    before = submissions.own_receipt(first)
    opened = submissions.receipt_for(before.dossier.code, before.secret)
    assert opened is not None
    assert (opened.submission.id, opened.receipt) == (second, kept.receipt)
