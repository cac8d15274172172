"""What a submission holds: the part in clear, and what was sealed."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Any

from backend.domain.forms.record import Answers, Papers


class State(StrEnum):
    """Whether all that belongs to a submission is here."""

    WHOLE = "whole"
    WAITING_FOR_FILES = "waiting_for_files"
    UNREADABLE = "unreadable"


@dataclass(frozen=True, kw_only=True)
class SentFile:
    """A file as the phone encrypted it: the server can check it without opening it."""

    id: str
    size: int
    sha256: str


@dataclass(frozen=True, kw_only=True)
class Named:
    """A person whom the submission is about or who asks, taken out of the answers for lists."""

    name: str | None = None
    phone: str | None = None


@dataclass(frozen=True, kw_only=True)
class Author:
    """Who typed the answers, frozen when they were queued; `person` is a claim until it is verified."""

    role: str
    person: str | None = None


@dataclass(frozen=True, kw_only=True)
class ConsentGiven:
    """One consent: to what, in which words, when and how, and who recorded it for another."""

    purpose: str
    text_version: str
    at: str
    method: str
    recorded_by: str | None = None


@dataclass(frozen=True, kw_only=True)
class SealedContent:
    """What a phone sealed. `files` hold the keys of the encrypted files."""

    answers: Answers
    papers: Papers
    author: Author
    consents: tuple[ConsentGiven, ...]
    files: tuple[dict[str, Any], ...] = ()
    applicant: Named = field(default_factory=Named)
    subject: Named = field(default_factory=Named)
    relation: str | None = None
    note: str | None = None
    time_zone: str = "Asia/Ho_Chi_Minh"


@dataclass(frozen=True, kw_only=True)
class Clear:
    """The part that travels in clear: enough to keep a submission without opening it."""

    form_id: str
    form_version: int
    commune_code: str
    captured_at: datetime
    format: int = 1
    app_release: str = ""
    incomplete: bool = False
    replaces: str | None = None
    files: tuple[SentFile, ...] = ()
    kept_files: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Received:
    """A submission as it was kept, without what was sealed. No phone: it came from the plain page."""

    id: str
    clear: Clear
    phone_id: str | None
    author_id: str | None
    state: State
    received_at: datetime
