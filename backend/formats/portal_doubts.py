"""What a portal record says that a person should look at before relying on it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from backend.domain.guides.doubts import Doubt
from backend.domain.guides.record import TimeUnit
from backend.formats.fee_cells import contradicts_its_note, lost_its_thousands, names_foreign_currency
from backend.formats.portal_record import ChannelRow, PortalRecord

LONGEST_NAME = 300

_DISTRICT = re.compile(r"\bhuyện\b", re.IGNORECASE)
_OUTDATED_PAPERS = re.compile(r"sổ hộ khẩu(?!,? sổ tạm trú giấy)", re.IGNORECASE)
_OUTDATED_LAWS = re.compile(r"05/2015/TTLT-BTP-BCA-BYT|CT01.{0,80}53/2025/TT-BCA", re.DOTALL)
_PAPER_FORM = re.compile(r"^(?:[-+*\s]*)tờ khai(?!.{0,20}điện tử)|mẫu tờ khai", re.IGNORECASE)
_E_FORM = re.compile(r"điện tử tương tác", re.IGNORECASE)


def record_doubts(record: PortalRecord) -> Iterator[Doubt]:
    """Find everything doubtful in a record, in no order."""
    yield from record.doubts
    yield from _channel_doubts(record)
    yield from _paper_doubts(record)
    if len(record.name) > LONGEST_NAME:
        yield Doubt.LONG_NAME
    if "Cấp huyện" in record.levels or _DISTRICT.search(f"{record.steps} {record.agency}"):
        yield Doubt.DISTRICT_LEVEL_NAMED


def cut_off_sentence(row: ChannelRow, *, told: str | None) -> str | None:
    """Give the sentence that shows "15 giờ" to be a time of day and no duration, if there is one."""
    if row.unit is not TimeUnit.HOURS or row.value is None:
        return None
    hour = re.compile(rf"\b(?:sau|trước)\s+0?{row.value}\s*(?:giờ|h|:00)", re.IGNORECASE)
    sentences = re.split(r"\n|(?<=[.;])\s+", f"{row.raw}\n{told or ''}")
    return next((sentence.strip() for sentence in sentences if hour.search(sentence)), None)


def _channel_doubts(record: PortalRecord) -> Iterator[Doubt]:
    rows = record.channels
    if any(row.value is not None and row.unit is None for row in rows):
        yield Doubt.TIME_WITHOUT_UNIT
    if any(row.is_glued for row in rows):
        yield Doubt.GLUED_TIME_AND_FEE
    if len({(row.value, row.unit) for row in rows if row.value is not None}) > 1:
        yield Doubt.CHANNEL_TIMES_DIFFER
    if len({row.channel for row in rows}) < len(rows):
        yield Doubt.DUPLICATE_CHANNEL
    fees = [row.raw for row in rows if not row.is_glued]
    if any(contradicts_its_note(raw) for raw in fees):
        yield Doubt.FEE_CONTRADICTS_NOTE
    if any(lost_its_thousands(raw) for raw in fees):
        yield Doubt.FEE_SUSPECT
    if any(names_foreign_currency(row.raw) for row in rows):
        yield Doubt.FOREIGN_CURRENCY
    if any(cut_off_sentence(row, told=record.steps) for row in rows):
        yield Doubt.CUT_OFF_HOUR


def _paper_doubts(record: PortalRecord) -> Iterator[Doubt]:
    rows = [row for group in record.groups for row in group.rows]
    if any(row.was_split for row in rows):
        yield Doubt.QUANTITY_REPAIRED
    if any(row.is_suspect for row in rows):
        yield Doubt.QUANTITY_SUSPECT
    if any(_E_FORM.search(row.name) for row in rows) and any(_PAPER_FORM.search(row.name) for row in rows):
        yield Doubt.TWO_FORM_VARIANTS
    papers = "\n".join(f"{row.name} {row.form_file}" for row in rows)
    laws = f"{papers}\n{record.laws_text}\n{record.steps}"
    if _OUTDATED_PAPERS.search(papers) or _OUTDATED_LAWS.search(laws):
        yield Doubt.OUTDATED_REFERENCE
