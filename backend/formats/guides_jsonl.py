"""Records of the portal as a crawl normalised them: one JSON object per line."""

from __future__ import annotations

from typing import Any

from backend.domain.guides.record import Channel, Guide, TimeUnit
from backend.formats.audiences import joined_audiences
from backend.formats.fee_cells import starts_inside_an_amount
from backend.formats.fields import Fields
from backend.formats.portal_guide import guide_of
from backend.formats.portal_record import TIME_UNITS, ChannelRow, DocumentGroup, DocumentRow, PortalRecord
from backend.formats.portal_sources import source_of
from backend.formats.portal_tables import channel_rows, document_groups, document_row
from backend.formats.rows import Refused, Reject


def is_normalised(record: dict[str, Any]) -> bool:
    """Tell whether an object has the shape of this format."""
    return "code" in record and ("document_cases" in record or "channels_raw" in record)


def guide_from(record: dict[str, Any]) -> Guide:
    """Give the guide of one normalised record. Raises Refused."""
    fields = Fields(record)
    groups, rest = _groups(fields)
    told = fields.line("source")
    laws_text = fields.text("legal_raw")
    return guide_of(
        PortalRecord(
            code=fields.key("code"),
            name=fields.needed("name"),
            sector=fields.needed("sector"),
            source=source_of(told, decision_no=fields.line("decision_no"), url=fields.line("source_url")),
            levels=fields.lines("levels"),
            audience=joined_audiences(fields.lines("audience")),
            agency=fields.line("agency"),
            address=fields.line("receiving_address"),
            steps=fields.text("steps"),
            channels=_channels(fields),
            groups=groups,
            paper_notes=(rest,) if rest else (),
            conditions=fields.text("conditions"),
            results=tuple((part.needed("name"), part.line("code")) for part in fields.records("results")),
            law_hints=fields.lines("legal_numbers"),
            laws_text=laws_text,
            doubts=frozenset(fields.doubts),
        )
    )


def _channels(fields: Fields) -> tuple[ChannelRow, ...]:
    cells = tuple(_channel(part) for part in fields.records("channels"))
    table = channel_rows(fields.text("channels_raw") or "")
    return table if len(table) >= len(cells) else cells


def _channel(cells: Fields) -> ChannelRow:
    name, unit = cells.needed("channel"), cells.line("time_unit")
    if name not in set(Channel):
        raise Refused(Reject.BAD_VALUE, f"{cells.path}channel {name[:40]!r} is no channel")
    value, raw = cells.count("time_value"), cells.text("raw") or ""
    if value is not None and unit is None and starts_inside_an_amount(raw):
        raw = f"{value}{'' if raw.startswith(',') else ' '}{raw}"
        return ChannelRow(channel=Channel(name), value=None, unit=None, raw=raw, is_glued=True)
    return ChannelRow(channel=Channel(name), value=value, unit=_unit(cells, unit), raw=raw)


def _unit(cells: Fields, name: str | None) -> TimeUnit | None:
    if name is not None and name.casefold() not in TIME_UNITS:
        raise Refused(Reject.BAD_VALUE, f"{cells.path}time_unit {name[:40]!r} is no unit of time")
    return TIME_UNITS[name.casefold()] if name else None


def _groups(fields: Fields) -> tuple[tuple[DocumentGroup, ...], str]:
    """Read the glued table where there is one: its cells were split at "01 bản chính" in prose."""
    table, rest = document_groups(fields.text("documents_raw") or "")
    cells = tuple(
        DocumentGroup(title=case.line("case"), rows=tuple(map(_document, case.records("documents"))))
        for case in fields.records("document_cases")
    )
    return (table, rest) if any(group.rows for group in table) or not cells else (cells, "")


def _document(cells: Fields) -> DocumentRow:
    return document_row(
        (cells.line("name") or "") + (cells.line("form_file") or ""),
        originals=cells.count("originals"),
        copies=cells.count("copies"),
        was_split=bool(cells.values.get("qty_repaired")),
    )
