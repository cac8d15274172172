"""The receipt of a resident: the page that a code with its secret opens, or who just sent it."""

from __future__ import annotations

from dataclasses import dataclass

from backend.domain import dossiers, receipts
from backend.domain.dossiers import Dossier
from backend.domain.errors import Code, Refusal, missing
from backend.domain.submissions._read import opened_receipt, received
from backend.domain.submissions._record import Received
from backend.storage import submissions as rows


@dataclass(frozen=True)
class OwnReceipt:
    """What a resident may see of a dossier: what was received, where it stands, the words to come back."""

    submission: Received
    dossier: Dossier
    receipt: str
    slip: str
    secret: str


def own_receipt(submission_id: str) -> OwnReceipt:
    """Give the receipt of a submission to who has shown that it is theirs. Raises submission_not_found."""
    row, dossier = rows.one(submission_id), dossiers.of_submission(submission_id)
    if row is None or dossier is None:
        raise missing(Code.SUBMISSION_NOT_FOUND)
    kept = opened_receipt(row.id, row.receipt)
    secret = receipts.secret_of(submission_id)
    return OwnReceipt(received(submission_id), dossier, kept.receipt, kept.slip, secret)


def receipt_for(code: str, secret: str) -> OwnReceipt | None:
    """Give the newest receipt of a dossier to who knows a secret of it, else None.

    The secret of an earlier submission still opens the page: it is printed on the paper at home.
    """
    try:
        dossier = dossiers.find(code, communes=None)
    except Refusal:
        dossier = None
    known = dossiers.submissions_of(code) if dossier else ("",)
    if not receipts.opens(secret, known) or dossier is None:
        return None
    return own_receipt(dossier.submission_id)
