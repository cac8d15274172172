"""A sheet of facts on much-used procedures: sentences on time and fee, and how sure its writer was."""

from __future__ import annotations

import re
from typing import Any

from backend.domain.guides.doubts import Doubt
from backend.domain.guides.record import (
    Channel,
    Fee,
    FeeKind,
    Guide,
    Law,
    Origin,
    Place,
    ProcessingTime,
    Result,
)
from backend.formats.fields import Fields
from backend.formats.law_numbers import law_numbers
from backend.formats.portal_doubts import record_doubts
from backend.formats.portal_guide import levels
from backend.formats.portal_papers import paper_groups
from backend.formats.portal_record import CHANNEL_LABELS, DocumentGroup, DocumentRow, PortalRecord
from backend.formats.portal_sources import ANY_YEAR, source_of
from backend.formats.portal_tables import document_row
from backend.formats.procedure_codes import procedure_key
from backend.formats.rows import Refused, Reject

_ROLE_TITLES = {"submit": "Giấy tờ phải nộp", "present": "Giấy tờ phải xuất trình", "case": None}


def is_factsheet(record: dict[str, Any]) -> bool:
    """Tell whether an object has the shape of this format."""
    return "code" in record and "confidence" in record


def guide_from(record: dict[str, Any]) -> Guide:
    """Give the guide of one entry, to be checked by a person. Raises Refused."""
    fields = Fields(record)
    code, name, confidence = fields.key("code"), fields.needed("name"), fields.needed("confidence")
    if confidence.casefold() == "reject":
        reason = fields.text("time_text") or "no reason given"
        raise Refused(Reject.MARKED_REJECT, f"the sheet says not to use it: {reason}")
    source = source_of(
        fields.line("source"), decision_no=fields.line("decision_no"), url=fields.line("source_url")
    )
    laws = law_numbers(None, fields.lines("legal_numbers"), latest_year=ANY_YEAR)
    groups = _groups(fields)
    sheet = PortalRecord(code=code, name=name, sector=fields.needed("sector"), source=source, groups=groups)
    doubts = {*fields.doubts, *record_doubts(sheet), *_doubts(confidence, is_law_doubtful=laws.has_doubtful)}
    agency, time = fields.line("agency"), fields.text("time_text")
    return Guide(
        code=code,
        name={"vi": name},
        origin=Origin.IMPORTED,
        sector=sheet.sector,
        source=source,
        levels=levels(fields.lines("levels")),
        agency={"vi": agency} if agency else None,
        times=(ProcessingTime(text={"vi": time}),) if time else (),
        fees=_fees(fields.text("fee_text")),
        places=_places(fields),
        paper_groups=paper_groups(groups),
        results=tuple(
            Result(name={"vi": part.needed("name")}, code=part.line("code"))
            for part in fields.records("results")
        ),
        related=tuple(filter(None, map(procedure_key, fields.lines("sub_procedures")))),
        laws=tuple(Law(number=number) for number in laws.numbers),
        doubts=tuple(sorted(doubts)),
    )


def _doubts(confidence: str, *, is_law_doubtful: bool) -> set[Doubt]:
    weak = {Doubt.WEAK_SOURCE} if re.search("low|medium", confidence.casefold()) else set()
    return weak | ({Doubt.LAW_NUMBER_DOUBTFUL} if is_law_doubtful else set())


def _fees(text: str | None) -> tuple[Fee, ...]:
    if text is None:
        return ()
    kind = FeeKind.FREE if text == "Miễn phí" else FeeKind.CONDITIONAL
    return (Fee(kind=kind, text={"vi": text}),)


def _places(fields: Fields) -> tuple[Place, ...]:
    known = [Channel(name) for name in fields.lines("channels") if name in set(Channel)]
    return tuple(Place(text=CHANNEL_LABELS[channel]) for channel in dict.fromkeys(known))


def _groups(fields: Fields) -> tuple[DocumentGroup, ...]:
    titled: dict[str | None, list[DocumentRow]] = {}
    for part in fields.records("documents"):
        title = part.line("group") or _ROLE_TITLES.get(part.line("role") or "")
        titled.setdefault(title, []).append(
            document_row(
                part.needed("name") + (part.line("form_file") or ""),
                originals=part.count("originals"),
                copies=part.count("copies"),
            )
        )
    return tuple(DocumentGroup(title=title, rows=tuple(rows)) for title, rows in titled.items())
