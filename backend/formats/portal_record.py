"""One procedure as the national portal describes it, whichever file it came in."""

from __future__ import annotations

from dataclasses import dataclass

from backend.domain.guides.doubts import Doubt
from backend.domain.guides.record import Channel, Source, TimeUnit

CHANNEL_LABELS = {
    Channel.ONLINE: {"vi": "Trực tuyến", "en": "Online"},
    Channel.POSTAL: {"vi": "Dịch vụ bưu chính", "en": "By post"},
    Channel.IN_PERSON: {"vi": "Trực tiếp", "en": "In person"},
}
TIME_UNITS = {
    "ngày làm việc": TimeUnit.WORKING_DAYS,
    "ngày": TimeUnit.DAYS,
    "giờ": TimeUnit.HOURS,
    "tháng": TimeUnit.MONTHS,
}


@dataclass(frozen=True, kw_only=True)
class ChannelRow:
    """One row of the table of ways to file: a number, its unit if any, and the rest verbatim."""

    channel: Channel
    value: int | None
    unit: TimeUnit | None
    raw: str
    time_text: str | None = None  # a time that is no whole number ("1.5 Ngày làm việc")
    is_glued: bool = False  # time and fee ran together: `raw` holds both, `value` neither


@dataclass(frozen=True, kw_only=True)
class DocumentRow:
    """One row of a table of papers; `was_split` when a rule took its quantity out of the text."""

    name: str
    form_file: str | None = None
    originals: int | None = None
    copies: int | None = None
    was_split: bool = False
    is_suspect: bool = False  # a quantity nobody believes, left out


@dataclass(frozen=True, kw_only=True)
class DocumentGroup:
    """One table of papers with the line that stands above it."""

    title: str | None
    rows: tuple[DocumentRow, ...]


@dataclass(frozen=True, kw_only=True)
class PortalRecord:
    """Tidied values; None and () where the source says nothing."""

    code: str
    name: str
    sector: str
    source: Source
    levels: tuple[str, ...] = ()
    audience: tuple[str, ...] = ()
    agency: str | None = None
    address: str | None = None
    steps: str | None = None
    channels: tuple[ChannelRow, ...] = ()
    groups: tuple[DocumentGroup, ...] = ()
    paper_notes: tuple[str, ...] = ()
    conditions: str | None = None
    results: tuple[tuple[str, str | None], ...] = ()
    law_hints: tuple[str, ...] = ()
    laws_text: str | None = None
    doubts: frozenset[Doubt] = frozenset()
