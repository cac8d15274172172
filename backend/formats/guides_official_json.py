"""Procedures in the official interchange shape: named fields in capitals, all numbers as text."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from backend.domain.guides.doubts import Doubt
from backend.domain.guides.record import Channel, Fee, FeeKind, Guide, Law, ProcessingTime, Source
from backend.formats.fee_cells import contradicts_its_note, lost_its_thousands, names_foreign_currency
from backend.formats.fields import Fields
from backend.formats.law_numbers import is_law_number
from backend.formats.portal_doubts import cut_off_sentence
from backend.formats.portal_guide import guide_of
from backend.formats.portal_record import TIME_UNITS, ChannelRow, DocumentGroup, PortalRecord
from backend.formats.portal_sources import ANY_YEAR, safe
from backend.formats.portal_tables import document_row
from backend.formats.procedure_codes import procedure_key
from backend.formats.rows import Refused, Reject

DATABASE = {
    "vi": "Cơ sở dữ liệu quốc gia về thủ tục hành chính",
    "en": "National Database of Administrative Procedures",
}
_CHANNELS = {"1": Channel.IN_PERSON, "2": Channel.ONLINE, "3": Channel.POSTAL}


def is_official(record: dict[str, Any]) -> bool:
    """Tell whether an object has the shape of this format."""
    return "MATTHC" in record


def guide_from(record: dict[str, Any]) -> Guide:
    """Give the guide of one official record. Raises Refused."""
    fields = Fields(record)
    rows = list(_time_rows(fields))
    laws = tuple(_law(part) for part in fields.records("CANCUPHAPLY"))
    guide = guide_of(
        PortalRecord(
            code=fields.key("MATTHC"),
            name=fields.needed("TENTTHC"),
            sector="; ".join(_needed_names(fields, "LINHVUCTHUCHIEN", "TENLINHVUC")),
            source=Source(publisher=DATABASE),
            levels=_names(fields, "CAPTHUCHIEN", "TENCAP"),
            audience=_names(fields, "DOITUONGTHUCHIEN", "TENDOITUONG"),
            agency="; ".join(_names(fields, "COQUANTHUCHIEN", "TENDONVI")) or None,
            address=fields.line("DIACHITIEPNHAN"),
            steps="\n".join(_steps(fields)),
            channels=tuple(row for row, _ in rows),
            groups=tuple(_group(part) for part in fields.records("THANHPHANHOSO")),
            conditions=fields.text("YEUCAU"),
            results=tuple(
                (part.needed("TENKETQUA"), part.line("MAKETQUA")) for part in fields.records("KETQUATHUCHIEN")
            ),
            doubts=frozenset({*fields.doubts, *(doubt for row in rows for doubt in _fee_doubts(row[1]))}),
        )
    )
    doubts = {*guide.doubts, *(Doubt.LAW_NUMBER_DOUBTFUL for law in laws if law.number is None)}
    return replace(
        guide,
        times=tuple(_time(row) for row, _ in rows),
        fees=tuple(_fees(rows)),
        laws=laws,
        related=_related(fields),
        doubts=tuple(sorted(doubts)),
    )


def _time_rows(fields: Fields) -> Iterator[tuple[ChannelRow, Fields]]:
    for way in fields.records("CACHTHUCTHUCHIEN"):
        kind = way.needed("KENH")
        if kind not in _CHANNELS:
            raise Refused(Reject.BAD_VALUE, f"{way.path}KENH {kind[:40]!r} is no channel")
        for time in way.records("THOIGIAN"):
            value, unit = time.count("THOIGIANGIAIQUYET"), (time.line("DONVITINH") or "").casefold()
            told = time.text("MOTA") or ""
            yield ChannelRow(channel=_CHANNELS[kind], value=value, unit=TIME_UNITS.get(unit), raw=told), time


def _time(row: ChannelRow) -> ProcessingTime:
    note = {"vi": row.raw} if row.raw else None
    if cut_off_sentence(row, told=None):
        return ProcessingTime(channel=row.channel, text=note)
    return ProcessingTime(channel=row.channel, value=row.value, unit=row.unit, note=note)


def _fees(rows: list[tuple[ChannelRow, Fields]]) -> Iterator[Fee]:
    seen: list[Fee] = []
    for row, time in rows:
        for fee in (_fee(row.channel, part) for part in time.records("PHILEPHI")):
            if fee not in seen:  # the same amount stands once per time and once per channel
                seen.append(fee)
                yield fee


def _fee(channel: Channel, part: Fields) -> Fee:
    amount, note = part.line("SOTIEN"), part.text("MOTA")
    stated = " ".join(filter(None, (amount, part.line("DONVI")))) if amount else None
    kind = FeeKind.CONDITIONAL if note else FeeKind.AMOUNT
    if stated is None and note is None:
        kind = FeeKind.UNKNOWN
    return Fee(channel=channel, kind=kind, text=_vi(stated), note=_vi(note))


def _fee_doubts(time: Fields) -> Iterator[Doubt]:
    for part in time.records("PHILEPHI"):
        stated = f"{part.line('SOTIEN')} {part.line('DONVI')}"
        if contradicts_its_note(f"{stated}({part.text('MOTA')})"):
            yield Doubt.FEE_CONTRADICTS_NOTE
        if lost_its_thousands(stated):
            yield Doubt.FEE_SUSPECT
        if names_foreign_currency(stated):
            yield Doubt.FOREIGN_CURRENCY


def _group(part: Fields) -> DocumentGroup:
    return DocumentGroup(
        title=part.line("TRUONGHOP"),
        rows=tuple(
            replace(
                document_row(
                    paper.needed("TENGIAYTO"),
                    originals=paper.count("SOBANCHINH"),
                    copies=paper.count("SOBANSAO"),
                ),
                form_file=paper.line("TENMAUDON"),
            )
            for paper in part.records("GIAYTO")
        ),
    )


def _steps(fields: Fields) -> Iterator[str]:
    for case in fields.records("TRINHTUTHUCHIEN"):
        if title := case.text("TRUONGHOP"):
            yield title
        yield from filter(None, (part.text("TENTRINHTU") for part in case.records("TRINHTU")))


def _law(part: Fields) -> Law:
    number, title, url = part.line("SOVANBAN"), part.line("TENVANBAN"), safe(part.line("DIACHITRUYCAP"))
    if number and is_law_number(number, latest_year=ANY_YEAR):
        return Law(number=number, title=_vi(title), url=url)
    return Law(title=_vi(" ".join(filter(None, (number, title)))), url=url)


def _related(fields: Fields) -> tuple[str, ...]:
    listed = (fields.values.get(name) for name in ("TTHCLIENQUAN", "TTHCLIENTHONG"))
    entries = [entry for entries in listed if isinstance(entries, list) for entry in entries]
    codes = [entry.get("MATTHC") if isinstance(entry, dict) else entry for entry in entries]
    return tuple(
        dict.fromkeys(filter(None, (procedure_key(code) for code in codes if isinstance(code, str))))
    )


def _needed_names(fields: Fields, name: str, part_name: str) -> tuple[str, ...]:
    if not (names := _names(fields, name, part_name)):
        raise Refused(Reject.MISSING_FIELD, f"{name} is missing or empty")
    return names


def _names(fields: Fields, name: str, part_name: str) -> tuple[str, ...]:
    return tuple(filter(None, (part.line(part_name) for part in fields.records(name))))


def _vi(text: str | None) -> dict[str, str] | None:
    return {"vi": text} if text else None
