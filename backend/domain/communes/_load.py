"""Loading the units of the country: safe to repeat, all of it or nothing."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from backend.domain.communes._record import Commune, FormerUnit, Province, Units
from backend.domain.communes._spelling import key, split_kind
from backend.storage import communes as storage
from backend.storage.communes import CommuneRow, FormerUnitRow, ProvinceRow
from backend.storage.database import Model, transaction

_FORMER_COLUMNS = ("province_key", "district_key", "unit_key", "commune_code", "name", "district", "divided")


@dataclass(frozen=True, kw_only=True)
class Counts:
    """What loading did with the rows of one table; `unlisted` rows are in the database only."""

    added: int
    updated: int
    unchanged: int
    unlisted: int

    @property
    def total(self) -> int:
        """How many rows the given units ask for."""
        return self.added + self.updated + self.unchanged


@dataclass(frozen=True, kw_only=True)
class UnitsLoaded:
    """What loading did, table by table."""

    provinces: Counts
    communes: Counts
    former_units: Counts


def load_units(units: Units) -> UnitsLoaded:
    """Bring provinces, communes and former units into line with the given ones.

    Provinces and communes that are no longer listed stay, since values may hang on them;
    former units that are no longer listed go.
    """
    with transaction():
        return UnitsLoaded(
            provinces=_bring(ProvinceRow, {one.code: _province(one) for one in units.provinces}),
            communes=_bring(CommuneRow, {one.code: _commune(one) for one in units.communes}),
            former_units=_bring_former_units(units.former),
        )


def _bring(table: type[Model], wanted: Mapping[str, dict[str, Any]]) -> Counts:
    columns = tuple(next(iter(wanted.values()), {"code": ""}))
    known = {row[columns.index("code")]: row for row in storage.rows_of(table, columns)}
    added = [row for code, row in wanted.items() if code not in known]
    updated = [row for code, row in wanted.items() if code in known and known[code] != tuple(row.values())]
    storage.add_rows(table, added)
    storage.change_rows(table, updated)
    unlisted = len(known.keys() - wanted.keys())
    unchanged = len(wanted) - len(added) - len(updated)
    return Counts(added=len(added), updated=len(updated), unchanged=unchanged, unlisted=unlisted)


def _bring_former_units(former: tuple[FormerUnit, ...]) -> Counts:
    known = {tuple(row[1:]): row[0] for row in storage.rows_of(FormerUnitRow, ("id", *_FORMER_COLUMNS))}
    wanted = {tuple(getattr(one, column) for column in _FORMER_COLUMNS): one for one in former}
    gone = [row_id for values, row_id in known.items() if values not in wanted]
    added = [_former_unit(one) for values, one in wanted.items() if values not in known]
    storage.remove_former_units(gone)
    storage.add_rows(FormerUnitRow, added)
    return Counts(added=len(added), updated=0, unchanged=len(wanted) - len(added), unlisted=len(gone))


def _province(one: Province) -> dict[str, Any]:
    return {"code": one.code, "name": one.name}


def _commune(one: Commune) -> dict[str, Any]:
    return {
        "code": one.code,
        "province_code": one.province.code,
        "name": one.name,
        "kind": one.kind.value,
        "folded": key(one.bare_name),
    }


def _former_unit(one: FormerUnit) -> dict[str, Any]:
    return {column: getattr(one, column) for column in _FORMER_COLUMNS} | {
        "folded": split_kind(key(one.unit_key))[1],
        "district_folded": split_kind(one.district_key)[1],
    }
