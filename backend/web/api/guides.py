"""Read guides: a list that can be searched, and one guide."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from marshmallow import Schema, fields, post_load, validate

from backend.domain import guides as domain
from backend.domain import packs
from backend.domain.guides import GuideSummary
from backend.domain.guides.record import Guide
from backend.web import access
from backend.web.api._blueprint import Blueprint
from backend.web.api._record_schema import schema_of

guides = Blueprint("guides", __name__, description="Procedure guides")


@dataclass(frozen=True)
class GuideQuery:
    """What part of the list is wanted."""

    q: str
    pack: str | None
    limit: int
    offset: int


class GuideQuerySchema(Schema):
    """The query of the list; `q` is searched as people type it."""

    q = fields.String(load_default="", validate=validate.Length(max=200))
    pack = fields.String(load_default=None, validate=validate.OneOf([group.slug for group in packs.GROUPS]))
    limit = fields.Integer(load_default=50, validate=validate.Range(1, 500))
    offset = fields.Integer(load_default=0, validate=validate.Range(0, 1_000_000))

    @post_load
    def make(self, values: dict[str, Any], **_: Any) -> GuideQuery:
        """Give the query as a value."""
        return GuideQuery(**values)


@dataclass(frozen=True)
class GuideList:
    """A part of the list and how long the whole is."""

    total: int
    guides: tuple[GuideSummary, ...]


@guides.get("/guides")
@access.anyone
@guides.arguments(GuideQuerySchema, location="query")
@guides.etag
@guides.refuses(422)
@guides.response(200, schema_of(GuideList))
def list_guides(query: GuideQuery) -> Any:
    """List guides in the order of their codes, or the best first when `q` is given."""
    found = domain.search(query.q).guides if query.q.strip() else domain.listed()
    chosen = [guide for guide in found if query.pack in (None, guide.pack)]
    return GuideList(len(chosen), tuple(chosen[query.offset : query.offset + query.limit]))


@guides.get("/guides/<string:code>")
@access.anyone
@guides.etag
@guides.refuses(404)
@guides.response(200, schema_of(Guide))
def read_guide(code: str) -> Any:
    """Give one guide; a local suffix of the code is ignored."""
    return domain.find(code)
