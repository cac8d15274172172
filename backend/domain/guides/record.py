"""What one procedure guide says, whoever wrote it: the record every layer shares."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from backend.domain.text import Text


class Origin(StrEnum):
    """Where the words of a guide come from."""

    WRITTEN = "written"  # by us, for a farmer, from stated facts
    IMPORTED = "imported"  # the words of the source
    CATALOGUE = "catalogue"  # code and name only: nothing to read yet


class Level(StrEnum):
    """Who carries the procedure out; "commune" is not the same as the People's Committee."""

    MINISTRY = "ministry"
    PROVINCE = "province"
    COMMUNE = "commune"
    OTHER = "other"


class Channel(StrEnum):
    """How a dossier can be handed in (the three rows of the portal's table)."""

    ONLINE = "online"
    POSTAL = "postal"
    IN_PERSON = "in_person"


class TimeUnit(StrEnum):
    """Working days, days, hours and months are different units and never converted."""

    WORKING_DAYS = "working_days"
    DAYS = "days"
    HOURS = "hours"
    MONTHS = "months"


class FeeKind(StrEnum):
    """`free` only when the source says so and nothing else; never a guess."""

    FREE = "free"
    AMOUNT = "amount"
    CONDITIONAL = "conditional"  # "Miễn phí" or an amount with a rule behind it: read the text
    UNKNOWN = "unknown"  # the source says nothing


class PaperRole(StrEnum):
    """What happens to the papers of one group."""

    SUBMIT = "submit"
    PRESENT = "present"
    CASE = "case"  # the group's title says when it applies
    UNSORTED = "unsorted"  # the source does not say


class CheckState(StrEnum):
    """Whether a person compared the guide with its source."""

    CHECKED = "checked"
    NEEDS_CHECK = "needs_check"


class Validity(StrEnum):
    """Whether the procedure is in force."""

    IN_FORCE = "in_force"
    EXPIRED = "expired"
    REPLACED = "replaced"


@dataclass(frozen=True, kw_only=True)
class ProcessingTime:
    """One time limit, as the source states it. `unit` is None when the source gives none."""

    channel: Channel | None = None
    value: int | None = None
    unit: TimeUnit | None = None
    text: Text | None = None
    note: Text | None = None


@dataclass(frozen=True, kw_only=True)
class Fee:
    """One fee, verbatim in `text`; None where the source says nothing."""

    channel: Channel | None = None
    kind: FeeKind
    text: Text | None = None
    note: Text | None = None


@dataclass(frozen=True, kw_only=True)
class Place:
    """One place or way to hand the dossier in."""

    text: Text
    note: Text | None = None


@dataclass(frozen=True, kw_only=True)
class Option:
    """One answer to a question about the family's case."""

    id: str
    text: Text


@dataclass(frozen=True, kw_only=True)
class Question:
    """A plain question whose answer changes the list of papers."""

    id: str
    text: Text
    options: tuple[Option, ...]


@dataclass(frozen=True, kw_only=True)
class Paper:
    """One paper to tick. `when` names, per question, the answers it is needed for."""

    id: str
    name: Text
    detail: Text | None = None
    originals: int | None = None
    copies: int | None = None
    form_file: str | None = None
    when: dict[str, tuple[str, ...]] | None = None


@dataclass(frozen=True, kw_only=True)
class PaperGroup:
    """Papers that belong together; `notes` are remarks of the source and never ticked."""

    role: PaperRole
    title: Text | None = None
    papers: tuple[Paper, ...] = ()
    notes: tuple[Text, ...] = ()


@dataclass(frozen=True, kw_only=True)
class OftenMissing:
    """What families most often forget, who noted it and when."""

    text: Text
    noted_by: Text
    noted_on: date


@dataclass(frozen=True, kw_only=True)
class Result:
    """The paper that comes out."""

    name: Text
    code: str | None = None


@dataclass(frozen=True, kw_only=True)
class Law:
    """One legal basis; `number` is None when the source's number does not validate."""

    number: str | None = None
    title: Text | None = None
    url: str | None = None


@dataclass(frozen=True, kw_only=True)
class Source:
    """Who published the facts, in which decision, and from which day or month our copy is.

    `captured_on` is YYYY, YYYY-MM or YYYY-MM-DD, as exact as is known; None when the file does not say.
    """

    publisher: Text
    captured_on: str | None = None
    decision_no: str | None = None
    url: str | None = None


@dataclass(frozen=True, kw_only=True)
class Check:
    """Whether a person checked the guide, who, when, and what is still open."""

    state: CheckState = CheckState.NEEDS_CHECK
    by: str | None = None
    on: date | None = None
    open_points: tuple[Text, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Guide:
    """One procedure guide. Absent values are None or empty, never a guess."""

    code: str
    name: Text
    origin: Origin
    sector: str
    source: Source
    short_name: Text | None = None
    other_names: tuple[str, ...] = ()
    keywords: tuple[str, ...] = ()
    life_events: tuple[str, ...] = ()
    levels: tuple[Level, ...] = ()
    audience: tuple[str, ...] = ()
    agency: Text | None = None
    who: Text | None = None
    when: Text | None = None
    times: tuple[ProcessingTime, ...] = ()
    fees: tuple[Fee, ...] = ()
    places: tuple[Place, ...] = ()
    questions: tuple[Question, ...] = ()
    paper_groups: tuple[PaperGroup, ...] = ()
    steps: tuple[Text, ...] = ()
    conditions: Text | None = None
    often_missing: tuple[OftenMissing, ...] = ()
    results: tuple[Result, ...] = ()
    related: tuple[str, ...] = ()
    laws: tuple[Law, ...] = ()
    laws_text: str | None = None
    check: Check = Check()
    validity: Validity = Validity.IN_FORCE
    effective_from: date | None = None
    replaced_by: str | None = None
    doubts: tuple[str, ...] = ()  # codes of what the importer could not be sure of

    @property
    def title(self) -> Text:
        """The words people use: the short name where there is one."""
        return self.short_name or self.name
