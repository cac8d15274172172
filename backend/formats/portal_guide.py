"""A portal record becomes a guide: the words of the source in our fields, nothing added."""

from __future__ import annotations

import re

from backend.domain.guides.doubts import Doubt
from backend.domain.guides.record import (
    Fee,
    FeeKind,
    Guide,
    Law,
    Level,
    Origin,
    Place,
    ProcessingTime,
    Result,
)
from backend.domain.text import Text
from backend.formats.fee_cells import read_fee
from backend.formats.law_numbers import law_numbers
from backend.formats.portal_doubts import cut_off_sentence, record_doubts
from backend.formats.portal_papers import paper_groups
from backend.formats.portal_record import CHANNEL_LABELS, ChannelRow, PortalRecord
from backend.formats.portal_sources import ANY_YEAR

_LEVELS = {"cấp bộ": Level.MINISTRY, "cấp tỉnh": Level.PROVINCE, "cấp xã": Level.COMMUNE}
_STEP = re.compile(
    r"(?:\A|(?<=\n)|(?<=[.;:)])|(?<=[.;:)]\s))(?=(?:[-+*•]\s*)?Bước\s*\d)"  # begins a line or a sentence
    r"|(?<=\s)(?<![-+*•]\s)(?=Bước\s*\d+\s*[:.])"  # or is followed by a colon; else it is prose
)


def guide_of(record: PortalRecord) -> Guide:
    """Give the guide of one record. The order of tables and rows is the source's own."""
    laws = law_numbers(record.laws_text, record.law_hints, latest_year=_latest_year(record))
    doubts = set(record_doubts(record))
    if laws.has_doubtful:
        doubts.add(Doubt.LAW_NUMBER_DOUBTFUL)
    return Guide(
        code=record.code,
        name={"vi": record.name},
        origin=Origin.IMPORTED,
        sector=record.sector,
        source=record.source,
        levels=levels(record.levels),
        audience=record.audience,
        agency=_text(record.agency),
        times=tuple(_time(row, record) for row in record.channels),
        fees=tuple(_fee(row) for row in record.channels),
        places=_places(record),
        paper_groups=paper_groups(record.groups, record.paper_notes),
        steps=tuple({"vi": step} for step in steps(record.steps)),
        conditions=_text(record.conditions),
        results=tuple(Result(name={"vi": name}, code=code) for name, code in record.results),
        laws=tuple(Law(number=number) for number in laws.numbers),
        laws_text=record.laws_text if laws.has_doubtful or not laws.numbers else None,
        doubts=tuple(sorted(doubts)),
    )


def levels(names: tuple[str, ...]) -> tuple[Level, ...]:
    """Give the levels that carry a procedure out, each once."""
    return tuple(dict.fromkeys(_LEVELS.get(name.casefold(), Level.OTHER) for name in names))


def steps(text: str | None) -> tuple[str, ...]:
    """Split steps where the source does: at "Bước 1", "Bước 2" if it has them, else at line breaks."""
    if not text:
        return ()
    parts = [part.strip() for part in _STEP.split(text)]
    if len(parts) < 3:
        parts = [line.strip() for line in text.split("\n")]
    return tuple(part for part in parts if part)


def _time(row: ChannelRow, record: PortalRecord) -> ProcessingTime:
    if sentence := cut_off_sentence(row, told=record.steps):
        return ProcessingTime(channel=row.channel, text={"vi": sentence})
    return ProcessingTime(channel=row.channel, value=row.value, unit=row.unit, text=_text(row.time_text))


def _fee(row: ChannelRow) -> Fee:
    cell = read_fee(row.raw)
    kind = FeeKind.CONDITIONAL if row.is_glued else cell.kind
    return Fee(channel=row.channel, kind=kind, text=_text(cell.text), note=_text(cell.rest))


def _places(record: PortalRecord) -> tuple[Place, ...]:
    channels = dict.fromkeys(row.channel for row in record.channels)
    ways = [Place(text=CHANNEL_LABELS[channel]) for channel in channels]
    return tuple([*ways, Place(text={"vi": record.address})] if record.address else ways)


def _text(value: str | None) -> Text | None:
    return {"vi": value} if value else None


def _latest_year(record: PortalRecord) -> int:
    year = (record.source.captured_on or "")[:4]
    return int(year) if year.isdigit() else ANY_YEAR
