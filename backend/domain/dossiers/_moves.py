"""The one table of moves: from which state a verb leads where, and the fact it leaves."""

from __future__ import annotations

from backend.domain.dossiers._record import State, Verb
from backend.domain.events import Event

MOVES: dict[tuple[State, Verb], State] = {
    (State.NEW, Verb.START_CHECK): State.IN_CHECK,
    (State.IN_CHECK, Verb.START_CHECK): State.IN_CHECK,
    (State.IN_CHECK, Verb.KEEP_MARKS): State.IN_CHECK,
    (State.IN_CHECK, Verb.RETURN_ITEMS): State.RETURNED,
    (State.IN_CHECK, Verb.COMPLETE): State.COMPLETE,
    (State.COMPLETE, Verb.REOPEN): State.IN_CHECK,
    (State.COMPLETE, Verb.FILE): State.FILED,
    (State.FILED, Verb.FILE): State.FILED,
    (State.FILED, Verb.RETURNED_BY_AUTHORITY): State.RETURNED,
    (State.FILED, Verb.CLOSE): State.CLOSED,
    (State.NEW, Verb.WITHDRAW): State.WITHDRAWN,
    (State.IN_CHECK, Verb.WITHDRAW): State.WITHDRAWN,
    (State.RETURNED, Verb.WITHDRAW): State.WITHDRAWN,
    (State.COMPLETE, Verb.WITHDRAW): State.WITHDRAWN,
    (State.NEW, Verb.CORRECT): State.NEW,
    (State.IN_CHECK, Verb.CORRECT): State.IN_CHECK,
    (State.RETURNED, Verb.CORRECT): State.IN_CHECK,
    (State.COMPLETE, Verb.CORRECT): State.IN_CHECK,
}
"""What is not listed is refused. Starting again takes a check over from another officer; filing again
corrects a portal code; whoever sends a correction unasked puts a complete dossier back into check."""

FACTS: dict[Verb, Event] = {
    Verb.START_CHECK: Event.CHECK_STARTED,
    Verb.KEEP_MARKS: Event.MARKS_KEPT,
    Verb.RETURN_ITEMS: Event.ITEMS_RETURNED,
    Verb.COMPLETE: Event.DOSSIER_COMPLETED,
    Verb.FILE: Event.DOSSIER_FILED,
    Verb.REOPEN: Event.DOSSIER_REOPENED,
    Verb.RETURNED_BY_AUTHORITY: Event.RETURNED_BY_AUTHORITY,
    Verb.WITHDRAW: Event.DOSSIER_WITHDRAWN,
    Verb.CLOSE: Event.DOSSIER_CLOSED,
    Verb.CORRECT: Event.CORRECTION_ARRIVED,
}


def is_allowed(state: State, verb: Verb) -> bool:
    """Tell whether a verb leads anywhere from a state."""
    return (state, verb) in MOVES
