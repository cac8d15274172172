"""The part of a long list that a call asks for: words to search, and from which line on."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeVar

from marshmallow import Schema, fields, validate

Line = TypeVar("Line")
LONGEST = 500


@dataclass(frozen=True)
class PartOfList:
    """Which lines are wanted of those that match `q`."""

    q: str
    limit: int
    offset: int

    def of(self, lines: list[Line]) -> tuple[Line, ...]:
        """Give the lines that are wanted."""
        return tuple(lines[self.offset : self.offset + self.limit])


class PartOfListSchema(Schema):
    """The query of a list; `q` is searched as people type it."""

    q = fields.String(load_default="", validate=validate.Length(max=200))
    limit = fields.Integer(load_default=50, validate=validate.Range(1, LONGEST))
    offset = fields.Integer(load_default=0, validate=validate.Range(0, 1_000_000))
