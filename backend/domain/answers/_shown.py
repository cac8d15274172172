"""Which sections and fields are asked, given the answers so far. Twin of `phone/form/shown.ts`."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from backend.domain.expressions import holds
from backend.domain.forms.record import Answers, Form, Section


@dataclass(frozen=True)
class Shown:
    """The ids that are asked, and the answers that count: those of fields that are asked."""

    sections: frozenset[str]
    fields: frozenset[str]
    answers: Answers


def shown(form: Form, answers: Answers, *, today: date) -> Shown:
    """Go through a form once: a condition reads earlier fields only, and a hidden field has no answer."""
    sections: set[str] = set()
    fields: set[str] = set()
    counting: Answers = {}

    def is_asked(part: Section | Any) -> bool:
        return part.show_if is None or holds(part.show_if, counting, today=today)

    for section in form.sections:
        if not is_asked(section):
            continue
        sections.add(section.id)
        for field in section.fields:
            if not is_asked(field):
                continue
            fields.add(field.id)
            if field.has_answer and field.id in answers:
                counting[field.id] = answers[field.id]
    return Shown(frozenset(sections), frozenset(fields), counting)
