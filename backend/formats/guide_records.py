"""JSON objects of every shape we know become rows; the shape is told by the object's own fields."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from backend.domain.guides.record import Guide
from backend.formats import (
    guides_factsheet,
    guides_jsonl,
    guides_official_json,
    guides_raw,
    guides_written,
)
from backend.formats.procedure_codes import procedure_key
from backend.formats.rows import Accepted, Refused, Reject, Rejected, Row

Shape = tuple[str, Callable[[dict[str, Any]], bool], Callable[[dict[str, Any]], Guide]]

_SHAPES: tuple[Shape, ...] = (
    ("written", guides_written.is_written, guides_written.guide_from),
    ("official", guides_official_json.is_official, guides_official_json.guide_from),
    ("raw", guides_raw.is_raw, guides_raw.guide_from),
    ("factsheet", guides_factsheet.is_factsheet, guides_factsheet.guide_from),
    ("portal", guides_jsonl.is_normalised, guides_jsonl.guide_from),
)
_CODE_FIELDS = ("code", "MATTHC", "ma_thu_tuc")


def row_of(row: int, record: Any) -> Row:
    """Give the row of one JSON value, accepted or rejected with its reason. Never raises."""
    if not isinstance(record, dict):
        return Rejected(row, None, Reject.UNKNOWN_RECORD, "not a JSON object")
    try:
        for collection, is_shape, guide_from in _SHAPES:
            if is_shape(record):
                return Accepted(row, guide_from(record), collection)
    except Refused as refused:
        return Rejected(row, key_of(record), refused.code, refused.reason)
    reason = "the fields are those of no format this program reads"
    return Rejected(row, key_of(record), Reject.UNKNOWN_RECORD, reason)


def key_of(record: dict[str, Any]) -> str | None:
    """Give the procedure that an object speaks of, as far as it can be told."""
    codes = (record.get(name) for name in _CODE_FIELDS)
    return next((key for code in codes if isinstance(code, str) and (key := procedure_key(code))), None)
