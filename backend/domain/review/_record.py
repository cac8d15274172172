"""What the desk sees of a dossier: lines with their marks, and the row of a queue."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from backend.domain.dossiers import Dossier, ItemKind, Mark, Marks
from backend.domain.forms.record import Field, Form, Option, Section
from backend.domain.submissions import SealedContent

NOT_THERE = ("not_yet", "need_help")
"""What was declared about a paper that somebody still has to get."""


@dataclass(frozen=True)
class Line:
    """One answer or declared paper. `value` is None where nothing was said.

    `is_needed` items must be marked before a dossier is complete; `is_again` were sent anew.
    """

    field: Field
    kind: ItemKind
    value: Any
    is_needed: bool
    mark: Mark | None = None
    is_again: bool = False

    @property
    def id(self) -> str:
        """The id by which the item is marked and returned."""
        return self.field.id

    @property
    def is_empty(self) -> bool:
        """Tell whether nothing was said, nothing had to be, and nobody wants to know."""
        goes_back = self.mark is not None and not self.mark.is_right
        return not (self.is_needed or self.is_again or goes_back)

    @property
    def is_there(self) -> bool:
        """Tell whether there is an answer, or the paper: what is not there is marked one by one."""
        if self.kind is ItemKind.PAPER:
            return self.value is not None and self.value.get("answer") not in NOT_THERE
        return self.value is not None


@dataclass(frozen=True)
class Part:
    """One section of the form with the answers that were asked for."""

    section: Section
    lines: tuple[Line, ...]


@dataclass(frozen=True)
class Review:
    """A dossier with its form, what was sent, and the lines in the order of the form."""

    dossier: Dossier
    form: Form
    content: SealedContent
    parts: tuple[Part, ...]
    papers: tuple[Line, ...]

    @property
    def lines(self) -> tuple[Line, ...]:
        """All answers, then all papers."""
        return (*(line for part in self.parts for line in part.lines), *self.papers)

    @property
    def needed(self) -> frozenset[str]:
        """The ids of the items that must be marked right before the dossier is complete."""
        return frozenset(line.id for line in self.lines if line.is_needed)

    @property
    def in_portal_order(self) -> tuple[Part, ...]:
        """The answers to copy, in the order of the template, under their section wherever it changes.

        Questions that only we ask are not on the template and left out.
        """
        answered = {
            line.id: (part.section, line)
            for part in self.parts
            for line in part.lines
            if line.value is not None
        }
        ordered = [answered[item] for item in self.form.portal.order if item in answered]
        parts: list[Part] = []
        for section, line in ordered:
            if parts and parts[-1].section is section:
                parts[-1] = replace(parts[-1], lines=(*parts[-1].lines, line))
            else:
                parts.append(Part(section, (line,)))
        return tuple(parts)

    def with_marks(self, marks: Marks) -> Review:
        """Give the same with other marks: what an officer typed before it could be kept."""
        return replace(
            self,
            parts=tuple(replace(part, lines=_marked(part.lines, marks)) for part in self.parts),
            papers=_marked(self.papers, marks),
        )


@dataclass(frozen=True)
class Summary:
    """One row of the queue; without `is_open` the content could not be opened and the rest is empty."""

    dossier: Dossier
    form: Form
    is_open: bool = False
    subject: str | None = None
    applicant: str | None = None
    phone: str | None = None
    relation: str | Option | None = None
    author_role: str | None = None
    papers_had: int = 0
    papers_of: int = 0


def _marked(lines: tuple[Line, ...], marks: Marks) -> tuple[Line, ...]:
    return tuple(replace(line, mark=marks.get(line.id)) for line in lines)
