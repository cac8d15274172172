"""From what a person types to the value that is kept and sent. Twin of `phone/form/normalise.ts`.
What cannot be understood is given as it was typed, only cleaned: `check` then names the mistake.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any
from unicodedata import normalize

from backend.domain.forms.record import FieldType

_SPACES = re.compile("[\t\n\x0b\f\r \x85\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+")
_BREAKS = re.compile("\r\n|[\n\x0b\f\r\x85\u2028\u2029]")
_INVISIBLE = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\ud800-\udfff]"
)
_SEPARATORS = re.compile(r"[ .()-]+")
_COUNTRY_CODE = re.compile(r"^(?:\+|00)?840?(?=[0-9]{9,10}$)")
_IN_GROUPS = re.compile(r"-?[0-9]{1,3}(?:\.[0-9]{3})+")
_DIGITS = re.compile(r"[0-9]+")
_WHOLE_NUMBER = re.compile(r"-?[0-9]{1,15}")
_YES_NO = {"yes": True, "no": False}


def from_typed(kind: FieldType, typed: str | Sequence[str]) -> Any | None:
    """Give the value for what was typed into a field; None when it is empty.

    A date comes from its three boxes as [day, month, year], choices as the list of ticked codes,
    yes or no as "yes" or "no", everything else as one text.
    """
    if not isinstance(typed, str):
        parts = [_line(part) for part in typed]
        if kind in (FieldType.DATE, FieldType.PARTIAL_DATE):
            return _date(parts)
        return list(dict.fromkeys(part for part in parts if part)) or None
    line = _line(typed)
    if not line:
        return None
    match kind:
        case FieldType.MULTILINE:
            return _lines(typed)
        case FieldType.INTEGER:
            return _integer(line)
        case FieldType.PHONE:
            return _digits(_COUNTRY_CODE.sub("0", _SEPARATORS.sub("", line))) or line
        case FieldType.PERSONAL_ID:
            return _digits(_SEPARATORS.sub("", line)) or line
        case FieldType.YES_NO:
            return _YES_NO.get(line, line)
        case FieldType.ADDRESS:
            return {"detail": line}
        case FieldType.ATTACHMENT | FieldType.NOTE:
            return None
    return line


def _line(text: str) -> str:
    return normalize("NFC", _SPACES.sub(" ", _INVISIBLE.sub("", text))).strip(" ")


def _lines(text: str) -> str:
    lines = "\n".join(_line(line) for line in _BREAKS.split(text))
    return re.sub("\n{3,}", "\n\n", lines).strip("\n")


def _digits(compact: str) -> str | None:
    return compact if _DIGITS.fullmatch(compact) else None


def _integer(line: str) -> int | str:
    compact = line.replace(" ", "")
    if _IN_GROUPS.fullmatch(compact):
        compact = compact.replace(".", "")
    return int(compact) if _WHOLE_NUMBER.fullmatch(compact) else line


def _date(boxes: Sequence[str]) -> str | None:
    day, month, year = (_two_digits(box) for box in [*boxes, "", "", ""][:3])
    if not (day or month or year):
        return None
    if day:
        return f"{year}-{month}-{day}"
    return f"{year}-{month}" if month else year


def _two_digits(box: str) -> str:
    return box.zfill(2) if re.fullmatch("[0-9]", box) else box
