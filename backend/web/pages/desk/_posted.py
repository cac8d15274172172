"""What an officer posted: marks beside the items that were shown, nothing else."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from flask import request

from backend.domain import answers
from backend.domain.dossiers import REASONS, Mark, Marks, Reason, Source, Verb
from backend.domain.errors import Code, Kind, Refusal
from backend.domain.forms.record import FieldType
from backend.domain.review import Line


def marks(lines: Iterable[Line]) -> Marks:
    """Give the marks of the lines that were shown; a line without a mark is left out."""
    found = {line.id: _mark(line) for line in lines}
    return {item: mark for item, mark in found.items() if mark is not None}


def verb() -> Verb:
    """Give what is to be done. Raises Refusal move_not_allowed for what no button says."""
    try:
        return Verb(request.form.get("verb", ""))
    except ValueError:
        raise Refusal(Kind.INVALID, Code.MOVE_NOT_ALLOWED) from None


def version() -> int:
    """Give the version that the officer saw; 0, which no dossier has, when it is not a number."""
    return request.form.get("version", 0, type=int)


def source_and_day() -> tuple[Source, date]:
    """Give how and when the authority asked for more. Raises Refusal source_missing or day_wrong."""
    try:
        source = Source(request.form.get("source", ""))
    except ValueError:
        raise Refusal(Kind.INVALID, Code.SOURCE_MISSING) from None
    try:
        return source, date.fromisoformat(request.form.get("on", ""))
    except ValueError:
        raise Refusal(Kind.INVALID, Code.DAY_WRONG) from None


def _mark(line: Line) -> Mark | None:
    match request.form.get(f"mark.{line.id}"):
        case "right":
            return Mark(is_right=True)
        case "back":
            note = answers.from_typed(FieldType.MULTILINE, request.form.get(f"note.{line.id}", ""))
            return Mark(is_right=False, reason=_reason(line), note=note)
        case _:
            return None


def _reason(line: Line) -> Reason | None:
    typed = request.form.get(f"reason.{line.id}")
    return next((reason for reason in REASONS[line.kind] if reason.value == typed), None)
