"""Values that a commune states: durations as communes list them, or any subject with its text."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from unicodedata import normalize

from backend.domain.communes import SUBJECT, CommuneValue
from backend.domain.text import Text
from backend.formats.procedure_codes import procedure_key
from backend.formats.rows import Reject, Rejected

DURATIONS = ("code", "duration_days")
"""The columns of the lists that communes of Nghệ An keep themselves."""

SUBJECTS = ("subject", "text_vi")
"""The columns of our own shape; `text_en` may follow. A subject is e.g. hours or fee:1.001193."""

LARGEST_FILE = 5_000_000

Cells = dict[str, str | None]
Told = tuple[str, Text]


@dataclass(frozen=True)
class AcceptedValue:
    """One row that says something about this commune."""

    row: int
    value: CommuneValue


def read(path: Path, *, source: Text, stated_on: str) -> Iterator[AcceptedValue | Rejected]:
    """Read the values of a file in one of the two shapes; what is missing is reported, never made up.

    Names are not read: local lists shorten them. A list of durations does not say whether days
    are working days, so the text does not either.
    """
    lines = _lines(path)
    if isinstance(lines, Rejected):
        yield lines
        return
    table = csv.DictReader(lines, strict=True)
    seen: dict[str, int] = {}
    try:
        named = set(table.fieldnames or ())
        if not named.issuperset(DURATIONS) and not named.issuperset(SUBJECTS):
            wanted = " nor ".join(" and ".join(columns) for columns in (DURATIONS, SUBJECTS))
            yield Rejected(0, None, Reject.UNKNOWN_FORMAT, f"neither columns {wanted}")
            return
        read_one = _subject if named.issuperset(SUBJECTS) else _duration
        for row in table:
            told = read_one(table.line_num, row, seen)
            if isinstance(told, Rejected):
                yield told
            else:
                subject, text = told
                value = CommuneValue(subject=subject, text=text, source=source, stated_on=stated_on)
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


def _subject(line: int, row: Cells, seen: dict[str, int]) -> Told | Rejected:
    subject, vietnamese, english = ((row.get(name) or "").strip() for name in (*SUBJECTS, "text_en"))
    if not SUBJECT.fullmatch(subject):
        reason = f"{subject!r} is not place, hours, phone, time:<code> or fee:<code>"
        return Rejected(line, subject or None, Reject.BAD_VALUE, reason)
    if not vietnamese:
        return Rejected(line, subject, Reject.MISSING_FIELD, "text_vi is empty")
    if subject in seen:
        reason = f"line {seen[subject]} already states {subject}"
        return Rejected(line, subject, Reject.DUPLICATE_CODE, reason)
    seen[subject] = line
    text = {"vi": normalize("NFC", vietnamese)} | ({"en": english} if english else {})
    return subject, text


def _duration(line: int, row: Cells, seen: dict[str, int]) -> Told | Rejected:
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
    return f"time:{code}", {
        "vi": f"{int(days)} ngày",
        "en": "1 day" if int(days) == 1 else f"{int(days)} days",
    }
