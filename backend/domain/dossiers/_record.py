"""What a dossier is: its state, the marks of the desk, the items that were returned."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum


class State(StrEnum):
    """Where a dossier stands at the desk."""

    NEW = "new"
    IN_CHECK = "in_check"
    RETURNED = "returned"
    COMPLETE = "complete"
    FILED = "filed"
    CLOSED = "closed"
    WITHDRAWN = "withdrawn"


class Verb(StrEnum):
    """What moves a dossier; `correct` is done by a submission that arrives, the others by an officer."""

    START_CHECK = "start_check"
    KEEP_MARKS = "keep_marks"
    RETURN_ITEMS = "return_items"
    COMPLETE = "complete"
    FILE = "file"
    REOPEN = "reopen"
    RETURNED_BY_AUTHORITY = "returned_by_authority"
    WITHDRAW = "withdraw"
    CLOSE = "close"
    CORRECT = "correct"


class ItemKind(StrEnum):
    """What can be returned alone."""

    ANSWER = "answer"
    PAPER = "paper"


class Reason(StrEnum):
    """Why an item goes back."""

    MISSING = "missing"
    UNCLEAR = "unclear"
    WRONG = "wrong"
    NOT_MATCHING = "not_matching"
    EXPIRED = "expired"
    OTHER = "other"


REASONS: dict[ItemKind, tuple[Reason, ...]] = {
    ItemKind.ANSWER: (Reason.WRONG, Reason.NOT_MATCHING, Reason.MISSING, Reason.UNCLEAR, Reason.OTHER),
    ItemKind.PAPER: (
        Reason.MISSING,
        Reason.WRONG,
        Reason.EXPIRED,
        Reason.NOT_MATCHING,
        Reason.UNCLEAR,
        Reason.OTHER,
    ),
}
"""The reasons that an officer may choose for each kind of item, in the order shown."""


class Source(StrEnum):
    """How the authority told that it asks for more."""

    PORTAL = "portal"
    MESSAGE = "message"
    CALL = "call"
    PAPER = "paper"
    IN_PERSON = "in_person"


@dataclass(frozen=True)
class ReturnedItem:
    """One field or paper that went back; `note` is the officer's own words."""

    item: str
    reason: Reason
    note: str | None = None


@dataclass(frozen=True)
class Mark:
    """What an officer noted beside one item: it is right, or it goes back for this reason."""

    is_right: bool
    reason: Reason | None = None
    note: str | None = None


Marks = Mapping[str, Mark]
"""Marks by the id of the field or paper."""


@dataclass(frozen=True)
class Dossier:
    """One dossier. `version` rises with every change: the number a change must be based on.

    `marked_on` is the submission that the marks were made on; `corrects` is the one that the desk
    last saw, where a correction has come since.
    """

    code: str
    submission_id: str
    commune_code: str
    form_id: str
    form_version: int
    guide: str | None
    incomplete: bool
    state: State
    version: int
    phone_id: str | None
    author_id: str | None
    officer_id: str | None
    opened_at: datetime
    arrived_at: datetime
    changed_at: datetime
    portal_code: str | None = None
    filed_at: datetime | None = None
    corrects: str | None = None
    items: tuple[ReturnedItem, ...] = ()
    marks: Marks = field(default_factory=dict)
    marked_on: str | None = None
