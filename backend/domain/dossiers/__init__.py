"""Dossiers: what the desk pre-checks, where each stands, and who moved it there."""

from backend.domain.dossiers._code import is_usual_portal_code, make_code, plain_code, spoken_code
from backend.domain.dossiers._marks import reasons_for
from backend.domain.dossiers._moves import MOVES, is_allowed
from backend.domain.dossiers._open import open_for
from backend.domain.dossiers._read import (
    counts,
    find,
    history,
    lacking_files,
    lacks_files,
    of_submission,
    queue,
    submissions_of,
    viewed,
)
from backend.domain.dossiers._record import (
    REASONS,
    Dossier,
    ItemKind,
    Mark,
    Marks,
    Reason,
    ReturnedItem,
    Source,
    State,
    Verb,
)
from backend.domain.dossiers._verbs import (
    close,
    complete,
    file,
    keep_marks,
    reopen,
    return_items,
    returned_by_authority,
    start_check,
    withdraw,
)
from backend.domain.dossiers._waiting import VIETNAM, waited

__all__ = [
    "MOVES",
    "REASONS",
    "VIETNAM",
    "Dossier",
    "ItemKind",
    "Mark",
    "Marks",
    "Reason",
    "ReturnedItem",
    "Source",
    "State",
    "Verb",
    "close",
    "complete",
    "counts",
    "file",
    "find",
    "history",
    "is_allowed",
    "is_usual_portal_code",
    "keep_marks",
    "lacking_files",
    "lacks_files",
    "make_code",
    "of_submission",
    "open_for",
    "plain_code",
    "queue",
    "reasons_for",
    "reopen",
    "return_items",
    "returned_by_authority",
    "spoken_code",
    "start_check",
    "submissions_of",
    "viewed",
    "waited",
    "withdraw",
]
