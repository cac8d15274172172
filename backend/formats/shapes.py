"""Compare a JSON value with a value object's own type hints, and name the first place that differs."""

from __future__ import annotations

import types
import typing
from dataclasses import MISSING, fields, is_dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from backend.formats.rows import Refused, Reject
from backend.formats.tidy import tidy

LANGUAGES = frozenset({"vi", "en"})
_TEXT = dict[str, str]


def check_shape(kind: Any, value: Any, path: str = "") -> None:
    """Check a value and everything in it against a type. Raises Refused with path and reason."""
    origin, arguments = typing.get_origin(kind), typing.get_args(kind)
    if origin in (typing.Union, types.UnionType):
        check_shape(_member(arguments, value), value, path)
    elif kind == _TEXT:
        _check_text(value, path)
    elif origin is tuple:
        for place, part in enumerate(_expect(list, value, path, "a list")):
            check_shape(arguments[0], part, f"{path}[{place}]")
    elif origin is dict:
        for name, part in _expect(dict, value, path, "an object").items():
            check_shape(arguments[1], part, f"{path}.{name}")
    elif is_dataclass(kind):
        _check_object(kind, value, path)
    else:
        _check_single(kind, value, path)


def _member(arguments: tuple[Any, ...], value: Any) -> Any:
    """Give the type of a union that a value should be held against: a truth only for a truth."""
    possible = [
        one for one in arguments if one is not type(None) and (one is bool) <= isinstance(value, bool)
    ]
    return possible[0]


def _check_object(kind: Any, value: Any, path: str) -> None:
    _expect(dict, value, path, "an object")
    hints = typing.get_type_hints(kind)
    for name in value:
        if name not in hints:
            raise Refused(Reject.UNKNOWN_FIELD, f"{_at(path, name)} is not part of format 1")
    for field in fields(kind):
        needed = field.default is MISSING and field.default_factory is MISSING
        if needed and field.name not in value:
            raise Refused(Reject.MISSING_FIELD, f"{_at(path, field.name)} is missing")
        if field.name in value:
            check_shape(hints[field.name], value[field.name], _at(path, field.name))


def _check_text(value: Any, path: str) -> None:
    for language, words in _expect(dict, value, path, "a text by language").items():
        if language not in LANGUAGES:
            raise Refused(Reject.UNKNOWN_FIELD, f"{path}.{language} is no language of this program")
        if not _expect(str, words, f"{path}.{language}", "a text"):
            raise Refused(Reject.BAD_VALUE, f"{path}.{language} is empty")
    if "vi" not in value:
        raise Refused(Reject.MISSING_FIELD, f"{path}.vi is missing")


def _check_single(kind: Any, value: Any, path: str) -> None:
    if kind is int:
        if _expect(int, value, path, "a whole number") < 0:
            raise Refused(Reject.BAD_VALUE, f"{path} is below zero")
        return
    if kind is bool:
        _expect(bool, value, path, "true or false")
        return
    _expect(str, value, path, "a text")
    if isinstance(kind, type) and issubclass(kind, StrEnum) and value not in set(kind):
        raise Refused(Reject.BAD_VALUE, f"{path} {value[:40]!r} is none of {', '.join(kind)}")
    if kind is date:
        _check_date(value, path)


def _check_date(value: str, path: str) -> None:
    try:
        good = date.fromisoformat(value).isoformat() == value
    except ValueError:
        good = False
    if not good:
        raise Refused(Reject.BAD_VALUE, f"{path} {value[:40]!r} is no day (YYYY-MM-DD)")


def _expect(kind: type, value: Any, path: str, wanted: str) -> Any:
    if not isinstance(value, kind) or (isinstance(value, bool) and kind is not bool):
        raise Refused(Reject.WRONG_TYPE, f"{path or 'the record'} is not {wanted}")
    return value


def _at(path: str, name: str) -> str:
    return f"{path}.{name[:60]}" if path else name[:60]


def tidied(value: Any) -> Any:
    """Give the same JSON value with every text in it tidied."""
    if isinstance(value, str):
        return tidy(value)
    if isinstance(value, list):
        return [tidied(part) for part in value]
    return {name: tidied(part) for name, part in value.items()} if isinstance(value, dict) else value
