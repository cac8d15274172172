"""What is known of a commune's own places, hours, phones, times and fees: never without a source."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from backend.domain.communes._read import find
from backend.domain.communes._record import CommuneValue
from backend.domain.partial_date import is_partial_date
from backend.storage import communes as storage
from backend.storage.communes import CommuneValueRow
from backend.storage.database import transaction

SUBJECT = re.compile(r"place|hours|phone|(?:time|fee):\d\.\d{6}")


@dataclass(frozen=True, kw_only=True)
class ValuesKept:
    """What keeping did; `older` values gave way to newer ones of the same source."""

    added: int
    updated: int
    unchanged: int
    older: int


def values_of(code: str) -> tuple[CommuneValue, ...]:
    """Give the values of a commune by subject, the newest first; empty when nothing is known."""
    return tuple(
        CommuneValue(subject=row.subject, text=row.text, source=row.source, stated_on=row.stated_on)
        for row in storage.values_of(code)
    )


def keep_values(code: str, values: Iterable[CommuneValue]) -> ValuesKept:
    """Keep values of a commune: one for each subject and source, and the newest of them.

    Raises Refusal for an unknown commune and ValueError for a value that is not whole.
    """
    wanted = {_identity(value): value for value in values if _check(value)}
    with transaction():
        find(code)
        known = {(row.subject, row.source_name): row for row in storage.values_of(code)}
        added = [_row(code, value) for name, value in wanted.items() if name not in known]
        older = [name for name in wanted if name in known and wanted[name].stated_on < known[name].stated_on]
        updated = [
            {"id": known[name].id, **_row(code, value)}
            for name, value in wanted.items()
            if name in known and name not in older and _differs(known[name], value)
        ]
        storage.add_rows(CommuneValueRow, added)
        storage.change_rows(CommuneValueRow, updated)
    unchanged = len(wanted) - len(added) - len(updated) - len(older)
    return ValuesKept(added=len(added), updated=len(updated), unchanged=unchanged, older=len(older))


def _identity(value: CommuneValue) -> tuple[str, str]:
    return value.subject, value.source["vi"]


def _check(value: CommuneValue) -> bool:
    if not SUBJECT.fullmatch(value.subject):
        raise ValueError(f"unknown subject {value.subject!r}")
    if not is_partial_date(value.stated_on):
        raise ValueError(f"not a year, month or day: {value.stated_on!r}")
    if not value.text.get("vi") or not value.source.get("vi"):
        raise ValueError(f"{value.subject} needs a Vietnamese text and a source")
    return True


def _differs(row: CommuneValueRow, value: CommuneValue) -> bool:
    return (row.text, row.source, row.stated_on) != (value.text, value.source, value.stated_on)


def _row(code: str, value: CommuneValue) -> dict[str, Any]:
    return {
        "commune_code": code,
        "subject": value.subject,
        "source_name": value.source["vi"],
        "text": value.text,
        "source": value.source,
        "stated_on": value.stated_on,
    }
