"""Read guides: a list that can be searched, and one guide."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from marshmallow import fields, post_load, validate

from backend.domain import guides as domain
from backend.domain import packs
from backend.domain.guides import GuideSummary
from backend.domain.guides.record import Guide
from backend.web import access
from backend.web.api._blueprint import Blueprint
from backend.web.api._part_of_list import PartOfList, PartOfListSchema
from backend.web.api._record_schema import schema_of

guides = Blueprint("guides", __name__, description="Procedure guides")


@dataclass(frozen=True)
class GuideQuery(PartOfList):
    """What part of the list is wanted, of which pack."""

    pack: str | None


class GuideQuerySchema(PartOfListSchema):
    """The query of the list of guides."""

    pack = fields.String(load_default=None, validate=validate.OneOf([group.slug for group in packs.GROUPS]))

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
    return GuideList(len(chosen), query.of(chosen))


@guides.get("/guides/<string:code>")
@access.anyone
@guides.etag
@guides.refuses(404)
@guides.response(200, schema_of(Guide))
def read_guide(code: str) -> Any:
    """Give one guide; a local suffix of the code is ignored."""
    return domain.find(code)
