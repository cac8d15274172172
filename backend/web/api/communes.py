"""Read communes: a list that can be searched by new and old names, and one commune."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from marshmallow import fields, post_load, validate

from backend.domain import communes as domain
from backend.domain.communes import HOME_PROVINCE, Commune, CommuneValue, FormerUnit, Found, Through, UnitKind
from backend.web import access
from backend.web.api._blueprint import Blueprint
from backend.web.api._part_of_list import LONGEST, PartOfList, PartOfListSchema
from backend.web.api._record_schema import schema_of

communes = Blueprint("communes", __name__, description="Communes, wards and special zones")


@dataclass(frozen=True)
class CommuneQuery(PartOfList):
    """What part of the list is wanted, of which province."""

    province: str


class CommuneQuerySchema(PartOfListSchema):
    """The query of the list; `q` is a new or old name, and goes through all provinces."""

    province = fields.String(load_default=HOME_PROVINCE, validate=validate.Regexp("^[0-9]{2}$"))
    limit = fields.Integer(load_default=200, validate=validate.Range(1, LONGEST))

    @post_load
    def make(self, values: dict[str, Any], **_: Any) -> CommuneQuery:
        """Give the query as a value."""
        return CommuneQuery(**values)


@dataclass(frozen=True)
class ListedCommune:
    """One line of the list."""

    code: str
    name: str
    kind: UnitKind
    province_code: str
    province: str


@dataclass(frozen=True)
class FoundCommune(ListedCommune):
    """One line of the list; `through` and `former_units` say which name met the query."""

    through: Through | None = None
    former_units: tuple[FormerUnit, ...] = ()


@dataclass(frozen=True)
class CommuneList:
    """A part of the list and how long the whole is."""

    total: int
    communes: tuple[FoundCommune, ...]


@dataclass(frozen=True)
class CommuneInFull(ListedCommune):
    """One commune with the units it was formed from and its own values, each with its source."""

    former_units: tuple[FormerUnit, ...]
    values: tuple[CommuneValue, ...]


@communes.get("/communes")
@access.anyone
@communes.arguments(CommuneQuerySchema, location="query")
@communes.etag
@communes.refuses(404, 422)
@communes.response(200, schema_of(CommuneList))
def list_communes(query: CommuneQuery) -> Any:
    """List the communes of a province in Vietnamese order, or those that `q` may mean, best first."""
    if query.q.strip():
        lines = [_line(one.commune, one) for one in domain.search(query.q, limit=10_000)]
    else:
        lines = [_line(commune) for commune in domain.of_province(query.province)]
    return CommuneList(len(lines), query.of(lines))


@communes.get("/communes/<string:code>")
@access.anyone
@communes.etag
@communes.refuses(404)
@communes.response(200, schema_of(CommuneInFull))
def read_commune(code: str) -> Any:
    """Give one commune; what is not known of it is left out."""
    commune = domain.find(code)
    return CommuneInFull(
        **_facts(commune), former_units=domain.former_units_of(code), values=domain.values_of(code)
    )


def _line(commune: Commune, found: Found | None = None) -> FoundCommune:
    if found is None:
        return FoundCommune(**_facts(commune))
    return FoundCommune(**_facts(commune), through=found.through, former_units=found.former)


def _facts(commune: Commune) -> dict[str, Any]:
    province = commune.province
    return {
        "code": commune.code,
        "name": commune.name,
        "kind": commune.kind,
        "province_code": province.code,
        "province": province.name,
    }
