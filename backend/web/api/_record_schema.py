"""Schemas for value objects, made from their own field types so that the two cannot drift apart."""

from __future__ import annotations

import types
import typing
from dataclasses import MISSING, fields, is_dataclass
from datetime import date, datetime
from enum import StrEnum
from functools import cache
from typing import Any

from marshmallow import Schema, post_dump
from marshmallow import fields as wire

from backend.domain.expressions import Tree

SIMPLE: dict[Any, type[wire.Field[Any]]] = {
    str: wire.String,
    int: wire.Integer,
    bool: wire.Boolean,
    float: wire.Float,
    date: wire.Date,
    datetime: wire.AwareDateTime,
    Tree: wire.Raw,
}

NAMED: dict[str, type] = {}


class RecordSchema(Schema):
    """A value object on the wire: what is missing is absent, never null."""

    @post_dump
    def leave_out_missing(self, values: dict[str, Any], **_: Any) -> dict[str, Any]:
        """Give the values without those that are not known."""
        return {name: value for name, value in values.items() if value is not None}


@cache
def schema_of(kind: type) -> type[Schema]:
    """Give the schema of a value object; a field without a default is required."""
    hints = typing.get_type_hints(kind)
    made = {field.name: _field(hints[field.name], required=_has_no_default(field)) for field in fields(kind)}
    return RecordSchema.from_dict(made, name=f"{_name_of(kind)}Schema")


def _name_of(kind: type) -> str:
    """Name a schema by its kind; where two nouns have a kind of one name, the second says whose it is."""
    noun = kind.__module__.split(".")[2].capitalize()
    taken = NAMED.setdefault(kind.__name__, kind)
    return kind.__name__ if taken is kind else f"{noun}{kind.__name__}"


def _field(kind: Any, *, required: bool = False) -> wire.Field[Any]:
    origin, arguments = typing.get_origin(kind), typing.get_args(kind)
    if origin in (typing.Union, types.UnionType):
        kinds = [part for part in arguments if part is not type(None)]
        return _field(kinds[0]) if len(kinds) == 1 else wire.Raw(required=required)
    if origin in (tuple, list):
        return wire.List(_field(arguments[0]), required=required)
    if origin is dict:
        return wire.Dict(keys=wire.String(), values=_field(arguments[1]), required=required)
    if is_dataclass(kind):
        return wire.Nested(schema_of(typing.cast(type, kind)), required=required)
    if isinstance(kind, type) and issubclass(kind, StrEnum):
        return wire.Enum(kind, by_value=True, required=required)
    return SIMPLE[kind](required=required)


def _has_no_default(field: Any) -> bool:
    return field.default is MISSING and field.default_factory is MISSING
