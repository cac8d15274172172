"""Local durations of a commune, from a CSV in the shape that communes of Nghệ An keep themselves."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from backend.domain.communes import CommuneValue
from backend.domain.text import Text
from backend.formats.procedure_codes import procedure_key
from backend.formats.rows import Reject, Rejected

COLUMNS = ("code", "duration_days")
LARGEST_FILE = 5_000_000


@dataclass(frozen=True)
class AcceptedValue:
    """One row that says something about one procedure in this commune."""

    row: int
    value: CommuneValue


def read(path: Path, *, source: Text, stated_on: str) -> Iterator[AcceptedValue | Rejected]:
    """Read durations in days; rows without one are reported and nothing is put in their place.

    Names are not read: local lists shorten them. The file does not say whether days are
    working days, so the text does not either.
    """
    lines = _lines(path)
    if isinstance(lines, Rejected):
        yield lines
        return
    table = csv.DictReader(lines, strict=True)
    seen: dict[str, int] = {}
    try:
        absent = [name for name in COLUMNS if name not in (table.fieldnames or ())]
        if absent:
            yield Rejected(0, None, Reject.UNKNOWN_FORMAT, f"no column {', '.join(absent)}")
            return
        for row in table:
            read_row = _read_row(table.line_num, row, seen)
            if isinstance(read_row, Rejected):
                yield read_row
            else:
                code, days = read_row
                text = {"vi": f"{days} ngày", "en": "1 day" if days == 1 else f"{days} days"}
                value = CommuneValue(subject=f"time:{code}", text=text, source=source, stated_on=stated_on)
                yield AcceptedValue(table.line_num, value)
    except csv.Error as error:
        yield Rejected(table.line_num, None, Reject.DAMAGED, f"the line is not CSV: {error}")


def _lines(path: Path) -> io.StringIO | Rejected:
    try:
        if path.stat().st_size > LARGEST_FILE:
            return Rejected(0, None, Reject.DOCUMENT_TOO_LARGE, f"more than {LARGEST_FILE} bytes")
        text = path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        return Rejected(0, None, Reject.WRONG_ENCODING, f"byte {error.start} is not UTF-8")
    except OSError as error:
        return Rejected(0, None, Reject.UNREADABLE, str(error.strerror))
    if "\0" in text:
        return Rejected(0, None, Reject.DAMAGED, "the file holds zero bytes")
    return io.StringIO(text, newline="")


def _read_row(line: int, row: dict[str, str | None], seen: dict[str, int]) -> tuple[str, int] | Rejected:
    written = (row["code"] or "").strip()
    code, days = procedure_key(written), (row["duration_days"] or "").strip()
    if code is None:
        return Rejected(line, written or None, Reject.BAD_CODE, f"{written!r} is not a procedure code")
    if not days:
        return Rejected(line, code, Reject.MISSING_FIELD, "the file gives no number of days")
    if not re.fullmatch(r"[0-9]{1,3}", days) or int(days) == 0:
        return Rejected(line, code, Reject.BAD_VALUE, f"{days!r} is not a number of days")
    if code in seen:
        return Rejected(line, code, Reject.DUPLICATE_CODE, f"line {seen[code]} already speaks of {code}")
    seen[code] = line
    return code, int(days)
