"""Submissions of the page that works without JavaScript: the server makes the id from the content."""

from __future__ import annotations

import hashlib
import json
from datetime import datetime, timedelta
from uuid import UUID, uuid4

from backend.domain.at_rest import keyed_hash
from backend.domain.clock import now
from backend.domain.forms import Form
from backend.domain.forms.record import Answers, Papers
from backend.domain.plain import to_plain
from backend.domain.receipts import Kept
from backend.domain.submissions._read import opened_receipt
from backend.domain.submissions._receive import receive
from backend.domain.submissions._record import Author, Clear, ConsentGiven, Named, SealedContent
from backend.storage import submissions as rows

WINDOW = timedelta(minutes=30)


def receive_plain(
    form: Form,
    *,
    answers: Answers,
    papers: Papers,
    consents: tuple[ConsentGiven, ...],
    commune_code: str,
    applicant: Named | None = None,
    subject: Named | None = None,
    relation: str | None = None,
    note: str | None = None,
    incomplete: bool = False,
) -> tuple[str, Kept]:
    """Keep what a page without JavaScript posted; gives its id and receipt.

    The same content within 30 minutes is the same submission: Back and a second tap change nothing.
    One without any name is never taken for another: its receipt would go to a stranger.
    Raises the refusals of `receive`.
    """
    moment = now()
    content = SealedContent(
        answers=answers,
        papers=papers,
        author=Author(role="resident"),
        consents=consents,
        applicant=applicant or Named(),
        subject=subject or Named(),
        relation=relation,
        note=note,
    )
    clear = Clear(
        form_id=form.id,
        form_version=form.version,
        commune_code=commune_code,
        captured_at=moment,
        incomplete=incomplete,
    )
    same = _canonical(clear, content)
    if not (content.applicant.name or content.subject.name):
        same = f"{same}{uuid4()}"  # two families who wrote next to nothing are not one
    found = _kept_lately(same, moment)
    if found is not None:
        return found.id, opened_receipt(found.id, found.receipt)
    submission_id = _id_of(same, _window(moment))
    sha256 = hashlib.sha256(same.encode()).hexdigest()
    kept = receive(submission_id, clear=clear, opened=lambda: content, content_sha256=sha256, phone=None)
    return submission_id, kept


def _kept_lately(same: str, moment: datetime) -> rows.SubmissionRow | None:
    """Look into this window and the one before: half an hour may cross the edge."""
    for window in (_window(moment), _window(moment) - 1):
        row = rows.one(_id_of(same, window))
        if row is not None and row.received_at > moment - WINDOW:
            return row
    return None


def _canonical(clear: Clear, content: SealedContent) -> str:
    """Give what makes two posts the same: all but the moments."""
    plain = to_plain(content) | {"consents": sorted(one.purpose for one in content.consents)}
    facts = [clear.form_id, clear.form_version, clear.commune_code, clear.incomplete, plain]
    return json.dumps(facts, sort_keys=True, separators=(",", ":"), ensure_ascii=False)


def _window(moment: datetime) -> int:
    return int(moment.timestamp() // WINDOW.total_seconds())


def _id_of(same: str, window: int) -> str:
    """Give a UUID that nobody can guess without the key."""
    return str(UUID(bytes=keyed_hash("plain", f"{window}:{same}")[:16], version=4))
