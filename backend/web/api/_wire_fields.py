"""Fields that stand in several places of the wire."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from marshmallow import ValidationError, fields, validate

FILES_MAX = 60
SHA256 = validate.Regexp(r"\A[0-9a-f]{64}\Z")
MOMENT = r"\A\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,6})?Z\Z"


class Moment(fields.String):
    """A moment in UTC as phones write it: 2026-11-21T03:04:05Z."""

    def _deserialize(self, value: Any, attr: str | None, data: Any, **kwargs: Any) -> Any:
        text = super()._deserialize(value, attr, data, **kwargs)
        validate.Regexp(MOMENT)(text)
        try:
            return datetime.fromisoformat(text).astimezone(UTC)
        except ValueError as error:
            raise ValidationError("Not a moment.") from error


def moment(**options: Any) -> Moment:
    """Give a field for a moment, described with its shape."""
    return Moment(
        metadata={"format": "date-time", "pattern": MOMENT.replace(r"\A", "^").replace(r"\Z", "$")}, **options
    )


def uuid(**options: Any) -> fields.String:
    """Give a field for a UUID in its one written form: others would be other bytes of the same id."""
    shape = validate.Regexp(r"\A[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\Z")
    return fields.String(validate=shape, metadata={"format": "uuid"}, **options)


def text(longest: int, **options: Any) -> fields.String:
    """Give a field for words."""
    return fields.String(validate=validate.Length(1, longest), **options)
