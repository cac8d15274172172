"""Marks as an officer may set them: what goes back has a reason, and words where the reason asks for them."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable

from backend.domain.dossiers._record import REASONS, ItemKind, Mark, Marks, Reason, ReturnedItem
from backend.domain.errors import Code, Kind, Refusal

LONGEST_NOTE = 500


def returned(marks: Marks) -> tuple[ReturnedItem, ...]:
    """Give the items that go back.

    Raises Refusal nothing_returned, reason_missing (also where "other" has no note), note_wrong.
    """
    refuse_wrong_notes(marks)
    back = {item: mark for item, mark in marks.items() if not mark.is_right}
    if not back:
        raise Refusal(Kind.INVALID, Code.NOTHING_RETURNED)
    silent = [item for item, mark in back.items() if not _says_why(mark)]
    if silent:
        raise Refusal(Kind.INVALID, Code.REASON_MISSING, items=silent)
    return tuple(ReturnedItem(item, mark.reason, mark.note) for item, mark in back.items() if mark.reason)


def reasons_for(author_id: str | None) -> dict[ItemKind, tuple[Reason, ...]]:
    """Give the reasons to choose from. "Other" says nothing without its note, which only a person who is
    signed in reads."""
    return {
        kind: tuple(reason for reason in offered if author_id or reason is not Reason.OTHER)
        for kind, offered in REASONS.items()
    }


def refuse_unread_words(author_id: str | None, items: Iterable[ReturnedItem]) -> None:
    """Raise Refusal reason_missing where an item goes back for a reason that its sender could not read."""
    unread = [item.item for item in items if author_id is None and item.reason is Reason.OTHER]
    if unread:
        raise Refusal(Kind.INVALID, Code.REASON_MISSING, items=unread)


def refuse_wrong_notes(marks: Marks) -> None:
    """Raise Refusal note_wrong where a note is too long or holds what no person types."""
    wrong = [item for item, mark in marks.items() if mark.note is not None and not _is_plain(mark.note)]
    if wrong:
        raise Refusal(Kind.INVALID, Code.NOTE_WRONG, items=wrong)


def refuse_open_items(marks: Marks, needed: Iterable[str]) -> None:
    """Raise Refusal marks_missing unless every needed item is marked right and none goes back."""
    left = [item for item in needed if item not in marks or not marks[item].is_right]
    left += [item for item, mark in marks.items() if not mark.is_right and item not in left]
    if left:
        raise Refusal(Kind.INVALID, Code.MARKS_MISSING, items=left)


def without_notes(items: Iterable[ReturnedItem]) -> list[dict[str, str]]:
    """Give ids and reason codes: what a fact may hold."""
    return [{"item": item.item, "reason": item.reason.value} for item in items]


def _says_why(mark: Mark) -> bool:
    return mark.reason is not None and (mark.reason is not Reason.OTHER or bool(mark.note))


def _is_plain(note: str) -> bool:
    """Tell whether a note is NFC, at most 500 characters, without control characters but line breaks."""
    return (
        0 < len(note) <= LONGEST_NOTE
        and unicodedata.is_normalized("NFC", note)
        and not any(unicodedata.category(letter) == "Cc" and letter != "\n" for letter in note)
    )
