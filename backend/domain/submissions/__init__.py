"""Submissions: final answers, kept once with a receipt, never changed afterwards."""

from backend.domain.submissions._own import OwnReceipt, own_receipt, receipt_for
from backend.domain.submissions._plain import receive_plain
from backend.domain.submissions._read import (
    any_kept,
    content_of,
    day_in_vietnam,
    receipt_of,
    received,
)
from backend.domain.submissions._receive import Judged, judge, keep_together, receive
from backend.domain.submissions._record import (
    Author,
    Clear,
    ConsentGiven,
    Named,
    Received,
    SealedContent,
    SentFile,
    State,
)

__all__ = [
    "Author",
    "Clear",
    "ConsentGiven",
    "Judged",
    "Named",
    "OwnReceipt",
    "Received",
    "SealedContent",
    "SentFile",
    "State",
    "any_kept",
    "content_of",
    "day_in_vietnam",
    "judge",
    "keep_together",
    "own_receipt",
    "receipt_for",
    "receipt_of",
    "receive",
    "receive_plain",
    "received",
]
