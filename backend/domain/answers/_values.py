"""Whether one answer is what its field takes. Twin of `phone/form/check-value.ts`."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from typing import Any
from unicodedata import is_normalized

from backend.domain.forms.record import Field, FieldType

Fault = tuple[str, dict[str, int]] | None
"""A code and its numbers; None when the answer is good."""

_INVISIBLE = re.compile(
    "[\x00-\x09\x0b-\x1f\x7f-\x9f\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ud800-\udfff]"
)
_DAY = re.compile(r"[12][0-9]{3}-[0-9]{2}-[0-9]{2}")
_PARTIAL_DATE = re.compile(r"[12][0-9]{3}(?:-[0-9]{2}){0,2}")
_YEAR = re.compile(r"([0-9]*)(?:-|\Z)")
_YEAR_LENGTH = 4
_DIGITS = re.compile(r"[0-9]+")
_COMMUNE = re.compile(r"[0-9]{5}")
_LARGEST = 2**53 - 1  # JavaScript holds every whole number up to here
_PHONE_LENGTHS = (10, 11)  # mobile; landline with its area code
_PERSONAL_ID_LENGTHS = (12, 9)  # personal identification number; the old CMND
_ADDRESS = {"detail", "commune_code", "old_name"}
_MOST_FILES = 60


def fault_of(field: Field, value: Any) -> Fault:
    """Give what is wrong with an answer, by itself; None when the field takes it."""
    match field.type:
        case FieldType.TEXT | FieldType.MULTILINE:
            return _text(value, field.longest or 0, many_lines=field.type is FieldType.MULTILINE)
        case FieldType.ADDRESS:
            return _address(value, field.longest or 0)
        case FieldType.INTEGER:
            return None if _is_whole(value) else _fault("wrong_type")
        case FieldType.YES_NO:
            return None if isinstance(value, bool) else _fault("wrong_type")
        case FieldType.DATE:
            return _string(value, lambda text: _date(text, _DAY))
        case FieldType.PARTIAL_DATE:
            return _string(value, lambda text: _date(text, _PARTIAL_DATE))
        case FieldType.PHONE:
            return _string(value, lambda text: _digits(text, _PHONE_LENGTHS, first="0"))
        case FieldType.PERSONAL_ID:
            return _string(value, lambda text: _digits(text, _PERSONAL_ID_LENGTHS))
        case FieldType.CHOICE:
            return _string(value, lambda text: _options([text], field))
        case FieldType.CHOICES:
            return _options(value, field) if _is_set_of_texts(value) and value else _fault("wrong_type")
        case FieldType.ATTACHMENT | FieldType.NOTE:
            return _fault("unknown_field")


def fault_of_paper(value: Any, answers: frozenset[str]) -> Fault:
    """Give what is wrong with what was said of a declared paper."""
    if not isinstance(value, dict) or set(value) != {"answer", "files"}:
        return _fault("wrong_type")
    if not isinstance(value["answer"], str) or not _is_set_of_texts(value["files"]):
        return _fault("wrong_type")
    if len(value["files"]) > _MOST_FILES:
        return _fault("too_long", max=_MOST_FILES)
    return None if value["answer"] in answers else _fault("not_an_option")


def _fault(code: str, **params: int) -> tuple[str, dict[str, int]]:
    return code, params


def _string(value: Any, judge: Callable[[str], Fault]) -> Fault:
    return judge(value) if isinstance(value, str) else _fault("wrong_type")


def _text(value: Any, longest: int, *, many_lines: bool = False) -> Fault:
    if not isinstance(value, str):
        return _fault("wrong_type")
    if len(value) > longest:
        return _fault("too_long", max=longest)
    if _INVISIBLE.search(value) or ("\n" in value and not many_lines):
        return _fault("control_characters")
    if not value.strip():  # an answer that says nothing is left out
        return _fault("wrong_type")
    return None if is_normalized("NFC", value) else _fault("not_nfc")


def _address(value: Any, longest: int) -> Fault:
    if not isinstance(value, dict) or not set(value) <= _ADDRESS or "detail" not in value:
        return _fault("wrong_type")
    commune = value.get("commune_code", "00000")
    if not isinstance(commune, str) or not _COMMUNE.fullmatch(commune):
        return _fault("wrong_type")
    faults = (_text(value[name], longest) for name in ("detail", "old_name") if name in value)
    return next((fault for fault in faults if fault), None)


def _is_whole(value: Any) -> bool:
    if isinstance(value, bool) or not isinstance(value, int | float):
        return False
    return value == value // 1 and abs(value) <= _LARGEST


def _date(text: str, shape: re.Pattern[str]) -> Fault:
    if not shape.fullmatch(text):
        year = _YEAR.match(text)
        if year and len(year[1]) != _YEAR_LENGTH:
            return _fault("not_a_date", year_digits=len(year[1]))
        return _fault("not_a_date")
    try:
        date.fromisoformat(text + "-01-01"[len(text) - _YEAR_LENGTH :])
    except ValueError:
        return _fault("not_a_date")
    return None


def _digits(text: str, lengths: tuple[int, ...], first: str = "") -> Fault:
    if not _DIGITS.fullmatch(text):
        return _fault("wrong_type")
    if len(text) not in lengths:
        return _fault("wrong_length", digits=len(text))
    return None if text.startswith(first) else _fault("wrong_type")


def _is_set_of_texts(value: Any) -> bool:
    if not isinstance(value, list) or not all(isinstance(part, str) for part in value):
        return False
    return len(set(value)) == len(value)


def _options(codes: list[str], field: Field) -> Fault:
    known = {option.code for option in field.options}
    return None if set(codes) <= known else _fault("not_an_option")
