"""Reading units: one, all of a province, what they were formed from."""

from __future__ import annotations

import re

from backend.domain.communes._record import HOME_PROVINCE, Commune, FormerUnit, Province
from backend.domain.errors import Code, missing
from backend.domain.vietnamese_order import order_key
from backend.storage import communes as storage


def commune_of(row: storage.CommuneRow) -> Commune:
    """Give the commune of a row."""
    return Commune(code=row.code, name=row.name, province=province_of(row.province))


def province_of(row: storage.ProvinceRow) -> Province:
    """Give the province of a row."""
    return Province(code=row.code, name=row.name)


def former_unit_of(row: storage.FormerUnitRow) -> FormerUnit:
    """Give the former unit of a row."""
    return FormerUnit(
        unit_key=row.unit_key,
        district_key=row.district_key,
        province_key=row.province_key,
        commune_code=row.commune_code,
        divided=row.divided,
        name=row.name,
        district=row.district,
    )


def find(code: str) -> Commune:
    """Give one commune by its code. Raises Refusal when there is none."""
    row = storage.commune(code) if re.fullmatch("[0-9]{5}", code) else None
    if row is None:
        raise missing(Code.COMMUNE_NOT_FOUND, commune=code)
    return commune_of(row)


def refuse_unknown(code: str) -> None:
    """Raise Refusal commune_not_found when there is no commune with this code."""
    if not (re.fullmatch("[0-9]{5}", code) and storage.is_commune(code)):
        raise missing(Code.COMMUNE_NOT_FOUND, commune=code)


def province(code: str) -> Province:
    """Give one province by its code. Raises Refusal when there is none."""
    row = storage.province(code) if re.fullmatch("[0-9]{2}", code) else None
    if row is None:
        raise missing(Code.PROVINCE_NOT_FOUND, province=code)
    return province_of(row)


def nghe_an_first() -> tuple[Province, ...]:
    """Give all provinces: Nghệ An, then the others in Vietnamese order."""
    known = (province_of(row) for row in storage.provinces())
    return tuple(sorted(known, key=lambda one: (one.code != HOME_PROVINCE, order_key(one.bare_name))))


def of_province(code: str) -> tuple[Commune, ...]:
    """Give the units of a province in Vietnamese order. Raises Refusal for an unknown province."""
    province(code)
    known = (commune_of(row) for row in storage.communes_of_province(code))
    return tuple(sorted(known, key=lambda one: (order_key(one.bare_name), one.code)))


def former_units_of(code: str) -> tuple[FormerUnit, ...]:
    """Give the old units that went to a commune, whole or in part, by district and name."""
    known = (former_unit_of(row) for row in storage.former_units_of(code))
    return tuple(sorted(known, key=_former_order))


def former_units_of_province(code: str) -> dict[str, tuple[FormerUnit, ...]]:
    """Give the old units of a province by the commune they went to."""
    by_commune: dict[str, list[FormerUnit]] = {}
    for row in storage.former_units_of_province(code):
        by_commune.setdefault(row.commune_code, []).append(former_unit_of(row))
    return {code: tuple(sorted(units, key=_former_order)) for code, units in by_commune.items()}


def _former_order(one: FormerUnit) -> tuple[object, ...]:
    return order_key(one.district or ""), order_key(one.name or ""), one.unit_key
