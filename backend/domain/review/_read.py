"""Read one dossier for the desk: what is shown, what must be marked, what came anew."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from backend.domain import answers, forms, submissions
from backend.domain.answers import Shown
from backend.domain.dossiers import VIETNAM, Dossier, ItemKind, State
from backend.domain.expressions import holds
from backend.domain.forms.record import Field, FieldType
from backend.domain.review._record import Line, Part, Review
from backend.domain.submissions import SealedContent


def read(dossier: Dossier) -> Review:
    """Give what the desk sees of a dossier. Raises Refusal where a key of the content was lost."""
    form = forms.find(dossier.form_id, dossier.form_version)
    content = submissions.content_of(dossier.submission_id)
    captured_at = submissions.received(dossier.submission_id).clear.captured_at
    today = captured_at.astimezone(VIETNAM).date()
    shown = answers.shown(form, content.answers, today=today)
    again = _sent_again(dossier, content)
    is_seen = dossier.marked_on == dossier.submission_id
    marks = {item: mark for item, mark in dossier.marks.items() if is_seen or item not in again}
    of = {
        field.id: Line(
            field=field,
            kind=ItemKind.PAPER if field.type is FieldType.ATTACHMENT else ItemKind.ANSWER,
            value=_said(field.id, content),
            is_needed=_said(field.id, content) is not None or _is_required(field, shown, today),
            mark=marks.get(field.id),
            is_again=field.id in again,
        )
        for field in form.fields
        if field.id in shown.fields and field.type is not FieldType.NOTE
    }
    parts = (
        Part(section, tuple(of[one.id] for one in section.fields if one.id in of and one.has_answer))
        for section in form.sections
    )
    return Review(
        dossier=dossier,
        form=form,
        content=content,
        parts=tuple(part for part in parts if part.lines),
        papers=tuple(of[paper.id] for paper in form.papers if paper.id in of),
    )


def _is_required(field: Field, shown: Shown, today: date) -> bool:
    if isinstance(field.required, bool):
        return field.required
    return holds(field.required, shown.answers, today=today)


def _sent_again(dossier: Dossier, content: SealedContent) -> frozenset[str]:
    """Give the items to look at anew: those that went back, and those that differ from what was seen."""
    if dossier.corrects is None or dossier.state not in (State.NEW, State.IN_CHECK):
        return frozenset()
    before = submissions.content_of(dossier.corrects)
    changed = {item for item in _items(before, content) if _said(item, before) != _said(item, content)}
    return frozenset(changed | {item.item for item in dossier.items})


def _items(*contents: SealedContent) -> Iterator[str]:
    for content in contents:
        yield from content.answers
        yield from content.papers


def _said(item: str, content: SealedContent) -> Any:
    return content.answers.get(item, content.papers.get(item))
