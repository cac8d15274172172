"""Tell a phone what happened to its dossiers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from marshmallow import Schema, fields, post_load, validate

from backend.domain import feeds, phones
from backend.domain.feeds import News
from backend.web import access
from backend.web.api._blueprint import Blueprint
from backend.web.api._record_schema import schema_of

changes = Blueprint("changes", __name__, description="What happened to what a phone sent")


@dataclass(frozen=True)
class ChangesQuery:
    """Behind which cursor; none: all that is kept."""

    since: str | None


class ChangesQuerySchema(Schema):
    """The cursor of the answer before; without one, all changes that are kept are given (90 days)."""

    since = fields.String(load_default=None, validate=validate.Length(1, 300))

    @post_load
    def make(self, values: dict[str, Any], **_: Any) -> ChangesQuery:
        """Give the query as a value."""
        return ChangesQuery(**values)


@changes.get("/changes")
@access.phone
@changes.arguments(ChangesQuerySchema, location="query")
@changes.asked_by_phone
@changes.refuses(401, 410, 422)
@changes.response(200, schema_of(News))
def list_changes(query: ChangesQuery) -> Any:
    """Give what is new, oldest first. Notes of the desk come only to the phone of the person who wrote."""
    return feeds.since(phones.known(access.phone_secret()), query.since)
