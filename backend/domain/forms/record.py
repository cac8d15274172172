"""What one version of a form asks, and when: the record every layer shares."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any

from backend.domain.expressions import Tree
from backend.domain.text import Text


class FieldType(StrEnum):
    """What kind of answer a field takes; `attachment` and `note` take none."""

    TEXT = "text"
    MULTILINE = "multiline"
    INTEGER = "integer"
    DATE = "date"
    PARTIAL_DATE = "partial_date"
    PHONE = "phone"
    PERSONAL_ID = "personal_id"
    CHOICE = "choice"
    CHOICES = "choices"
    YES_NO = "yes_no"
    ADDRESS = "address"
    ATTACHMENT = "attachment"  # a declared paper: its state lives in `papers`
    NOTE = "note"


LONGEST = {FieldType.TEXT: 200, FieldType.ADDRESS: 200, FieldType.MULTILINE: 2000}
"""The most characters of an answer where the field does not say so itself."""


@dataclass(frozen=True, kw_only=True)
class Official:
    """Which official template the form follows, and where and when our copy of it comes from."""

    name: Text
    source: Text
    captured_on: str
    note: Text | None = None


@dataclass(frozen=True, kw_only=True)
class Option:
    """One answer to choose."""

    code: str
    label: Text


@dataclass(frozen=True, kw_only=True)
class Rule:
    """What an answer must meet, and the words shown when it does not."""

    test: Tree
    message: Text


@dataclass(frozen=True, kw_only=True)
class Field:
    """One question. `condition` is `show_if` in plain words, for the page without JavaScript."""

    id: str
    type: FieldType
    label: Text
    hint: Text | None = None
    required: bool | Tree = False
    show_if: Tree | None = None
    condition: Text | None = None
    rules: tuple[Rule, ...] = ()
    options: tuple[Option, ...] = ()
    max_length: int | None = None

    @property
    def has_answer(self) -> bool:
        """Tell whether something is typed or chosen here."""
        return self.type not in (FieldType.ATTACHMENT, FieldType.NOTE)

    @property
    def longest(self) -> int | None:
        """The most characters of an answer; None where the type has no such limit."""
        return self.max_length or LONGEST.get(self.type)


@dataclass(frozen=True, kw_only=True)
class Section:
    """A few questions that are asked together. `condition` is `show_if` in plain words."""

    id: str
    title: Text
    fields: tuple[Field, ...]
    lead: Text | None = None
    show_if: Tree | None = None
    condition: Text | None = None


@dataclass(frozen=True, kw_only=True)
class Roles:
    """Which fields hold the name and the phone of a person whom the dossier is about."""

    name: str
    phone: str | None = None


@dataclass(frozen=True, kw_only=True)
class Consent:
    """What a person agrees to before sending; `text_version` changes when the words do."""

    purpose: str
    text_version: str
    text: Text


@dataclass(frozen=True, kw_only=True)
class Portal:
    """Where the answers are typed again, and in which order the template asks for them."""

    order: tuple[str, ...]
    url: str | None = None


@dataclass(frozen=True, kw_only=True)
class Form:
    """One version of a form; once published it never changes."""

    id: str
    version: int
    guides: tuple[str, ...]
    title: Text
    short_title: Text
    official: Official
    sections: tuple[Section, ...]
    applicant: Roles
    subject: Roles
    consents: tuple[Consent, ...]
    portal: Portal
    relation: str | None = None

    @property
    def fields(self) -> tuple[Field, ...]:
        """All fields in the order of the form."""
        return tuple(field for section in self.sections for field in section.fields)

    @property
    def papers(self) -> tuple[Field, ...]:
        """The declared papers in the order of the form."""
        return tuple(field for field in self.fields if field.type is FieldType.ATTACHMENT)


@dataclass(frozen=True, kw_only=True)
class FormSummary:
    """One line of the list of forms."""

    id: str
    version: int
    guides: tuple[str, ...]
    title: Text
    short_title: Text
    withdrawn: bool


@dataclass(frozen=True, kw_only=True)
class Withdrawal:
    """Since when a version may no longer be sent, and why."""

    at: datetime
    reason: str


Answers = dict[str, Any]
"""The answers of a person: one flat JSON object by field id. Missing is absent, never null or empty."""

Papers = dict[str, Any]
"""What a person says of each declared paper, by field id: {"answer": "have", "files": []}."""
