"""What an import file gives, row by row: a guide, or a stable code and a precise reason."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from backend.domain.guides.record import Guide


class Reject(StrEnum):
    """Why a file (row 0) or one of its rows was not taken."""

    # the whole file
    UNREADABLE = "unreadable"
    UNKNOWN_FORMAT = "unknown_format"
    WRONG_ENCODING = "wrong_encoding"  # also one line, or one text that was decoded wrongly before
    TRUNCATED = "truncated"  # also a last line without its end
    DAMAGED = "damaged"
    TOO_LARGE_UNPACKED = "too_large_unpacked"
    DOCUMENT_TOO_LARGE = "document_too_large"
    MACROS = "macros"
    # one row
    LINE_TOO_LONG = "line_too_long"
    BAD_JSON = "bad_json"
    TOO_DEEP = "too_deep"
    BROKEN_TEXT = "broken_text"
    UNKNOWN_RECORD = "unknown_record"
    UNSUPPORTED_FORMAT = "unsupported_format"
    BAD_CODE = "bad_code"
    MISSING_FIELD = "missing_field"
    UNKNOWN_FIELD = "unknown_field"
    WRONG_TYPE = "wrong_type"
    BAD_VALUE = "bad_value"
    FORMULA = "formula"
    WRONG_PAGE = "wrong_page"
    MARKED_REJECT = "marked_reject"
    DUPLICATE_CODE = "duplicate_code"


@dataclass(frozen=True)
class Accepted:
    """One whole guide. `row` is the line, the place in the list or the row of the sheet, from 1.

    `collection` says which of the formats it was in: the same code may come from several.
    """

    row: int
    guide: Guide
    collection: str


@dataclass(frozen=True)
class Rejected:
    """One row that was not taken; row 0 is the file as a whole. `key` is its procedure, if known."""

    row: int
    key: str | None
    code: Reject
    reason: str


Row = Accepted | Rejected


class Refused(Exception):
    """Raised inside a reader and turned into a `Rejected` row at its border."""

    def __init__(self, code: Reject, reason: str) -> None:
        super().__init__(reason)
        self.code = code
        self.reason = reason
