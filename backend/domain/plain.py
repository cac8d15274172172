"""Value objects to plain JSON values and back, with absent values left out."""

from __future__ import annotations

import types
import typing
from dataclasses import MISSING, Field, fields, is_dataclass
from datetime import date
from enum import StrEnum
from functools import cache
from typing import Any, TypeVar


def to_plain(value: Any) -> Any:
    """Give dicts, lists, strings and numbers for a value object; absent values are left out."""
    if type(value) is str:  # most are
        return value
    if is_dataclass(value):
        pairs = ((field, getattr(value, field.name)) for field in fields(value))
        return {field.name: to_plain(part) for field, part in pairs if not _is_absent(field, part)}
    if isinstance(value, dict):
        return {key: to_plain(part) for key, part in value.items()}
    if isinstance(value, list | tuple):
        return [to_plain(part) for part in value]
    if isinstance(value, StrEnum):
        return value.value
    return value.isoformat() if isinstance(value, date) else value


def _is_absent(field: Field[Any], part: Any) -> bool:
    """None always is; an empty list or text only where the field may be left out."""
    is_needed = field.default is MISSING and field.default_factory is MISSING
    return part is None or (part in ((), {}) and not is_needed)


T = TypeVar("T")


def from_plain(kind: type[T], value: Any) -> T:
    """Give the value object that `to_plain` was given. Raises KeyError, TypeError, ValueError."""
    return typing.cast(T, _build(kind, value))


def _build(kind: Any, value: Any) -> Any:
    origin, arguments = typing.get_origin(kind), typing.get_args(kind)
    if origin in (typing.Union, types.UnionType):
        return None if value is None else _build(next(a for a in arguments if a is not type(None)), value)
    if origin is tuple:
        return tuple(_build(arguments[0], part) for part in value)
    if origin is dict:
        return {key: _build(arguments[1], part) for key, part in value.items()}
    if isinstance(kind, type) and is_dataclass(kind):
        hints = _hints(kind)
        return kind(**{name: _build(hints[name], part) for name, part in value.items()})
    if kind is date:
        return date.fromisoformat(value)
    return kind(value) if isinstance(kind, type) and issubclass(kind, StrEnum) else value


@cache
def _hints(kind: type) -> dict[str, Any]:
    return typing.get_type_hints(kind)
