"""Tables and queries of provinces, communes, former units and the values of communes."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any
from weakref import WeakKeyDictionary

from sqlalchemy import (
    ColumnElement,
    Engine,
    ForeignKey,
    UniqueConstraint,
    bindparam,
    delete,
    insert,
    literal,
    or_,
    select,
    update,
)
from sqlalchemy.orm import (
    InstrumentedAttribute,
    Mapped,
    contains_eager,
    joinedload,
    mapped_column,
    relationship,
)

from backend.storage.columns import Json
from backend.storage.database import Model, db


class ProvinceRow(Model):
    """One of the 34 provinces."""

    __tablename__ = "provinces"

    code: Mapped[str] = mapped_column(primary_key=True)
    name: Mapped[str]


class CommuneRow(Model):
    """One commune, ward or special zone; `folded` is the bare name written together without accents."""

    __tablename__ = "communes"

    code: Mapped[str] = mapped_column(primary_key=True)
    province_code: Mapped[str] = mapped_column(ForeignKey("provinces.code"), index=True)
    name: Mapped[str]
    kind: Mapped[str]
    folded: Mapped[str] = mapped_column(index=True)
    province: Mapped[ProvinceRow] = relationship(lazy="raise")


class FormerUnitRow(Model):
    """One unit of before July 2025 and one commune it went to."""

    __tablename__ = "former_units"
    __table_args__ = (UniqueConstraint("province_key", "district_key", "unit_key", "commune_code"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    province_key: Mapped[str]
    district_key: Mapped[str]
    unit_key: Mapped[str]
    commune_code: Mapped[str] = mapped_column(ForeignKey("communes.code"), index=True)
    name: Mapped[str | None]
    district: Mapped[str | None]
    folded: Mapped[str] = mapped_column(index=True)
    district_folded: Mapped[str] = mapped_column(index=True)
    divided: Mapped[bool]
    commune: Mapped[CommuneRow] = relationship(lazy="raise")


class CommuneValueRow(Model):
    """What one source says about one subject in one commune; `source_name` is its Vietnamese text."""

    __tablename__ = "commune_values"
    __table_args__ = (UniqueConstraint("commune_code", "subject", "source_name"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    commune_code: Mapped[str] = mapped_column(ForeignKey("communes.code"))
    subject: Mapped[str]
    source_name: Mapped[str]
    text: Mapped[dict[str, str]] = mapped_column(Json)
    source: Mapped[dict[str, str]] = mapped_column(Json)
    stated_on: Mapped[str]


def province(code: str) -> ProvinceRow | None:
    """Give one province."""
    return db.session.get(ProvinceRow, code)


def provinces() -> Sequence[ProvinceRow]:
    """Give all provinces, by code."""
    return db.session.scalars(select(ProvinceRow).order_by(ProvinceRow.code)).all()


def commune(code: str) -> CommuneRow | None:
    """Give one commune with its province."""
    return db.session.get(CommuneRow, code, options=[joinedload(CommuneRow.province)])


_KNOWN = select(CommuneRow.__table__.c.code).where(CommuneRow.__table__.c.code == bindparam("code"))


_FOUND: WeakKeyDictionary[Engine, set[str]] = WeakKeyDictionary()


def is_commune(code: str) -> bool:
    """Tell whether there is a commune with this code. None is ever removed, so what was found is."""
    found = _FOUND.setdefault(db.engine, set())
    if code not in found and db.session.scalar(_KNOWN, {"code": code}) is not None:
        found.add(code)
    return code in found


def communes_of_province(code: str) -> Sequence[CommuneRow]:
    """Give the communes of a province, by code."""
    query = select(CommuneRow).where(CommuneRow.province_code == code).order_by(CommuneRow.code)
    return db.session.scalars(query.options(joinedload(CommuneRow.province))).all()


def communes_like(stems: Iterable[str]) -> Sequence[CommuneRow]:
    """Give the communes whose folded name begins with a stem, or that a stem begins with."""
    query = select(CommuneRow).where(_like(CommuneRow.folded, stems)).order_by(CommuneRow.code)
    return db.session.scalars(query.options(joinedload(CommuneRow.province))).all()


def former_units_of(code: str) -> Sequence[FormerUnitRow]:
    """Give the old units that went to a commune."""
    query = select(FormerUnitRow).where(FormerUnitRow.commune_code == code).order_by(FormerUnitRow.id)
    return db.session.scalars(query).all()


def former_units_of_province(code: str) -> Sequence[FormerUnitRow]:
    """Give the old units that went to the communes of a province."""
    query = select(FormerUnitRow).join(FormerUnitRow.commune).where(CommuneRow.province_code == code)
    return db.session.scalars(query.order_by(FormerUnitRow.id)).all()


def former_units_like(stems: Iterable[str]) -> Sequence[FormerUnitRow]:
    """Give the old units whose folded name begins with a stem, or that a stem begins with."""
    return _former_units(_like(FormerUnitRow.folded, stems))


def former_districts_like(stems: Iterable[str]) -> Sequence[FormerUnitRow]:
    """Give the old units of the districts that a stem begins with."""
    return _former_units(or_(*(_begins(stem, FormerUnitRow.district_folded) for stem in stems)))


def values_of(code: str) -> Sequence[CommuneValueRow]:
    """Give the values of a commune by subject, the newest first."""
    query = select(CommuneValueRow).where(CommuneValueRow.commune_code == code)
    return db.session.scalars(
        query.order_by(CommuneValueRow.subject, CommuneValueRow.stated_on.desc(), CommuneValueRow.source_name)
    ).all()


def rows_of(table: type[Model], columns: Sequence[str]) -> Sequence[tuple[Any, ...]]:
    """Give the named columns of every row, as plain tuples."""
    attributes = [getattr(table, name) for name in columns]
    return [tuple(row) for row in db.session.execute(select(*attributes))]


def add_rows(table: type[Model], rows: Sequence[dict[str, Any]]) -> None:
    """Add many rows at once."""
    if rows:
        db.session.execute(insert(table), rows)


def change_rows(table: type[Model], rows: Sequence[dict[str, Any]]) -> None:
    """Change many rows at once; each names its primary key."""
    if rows:
        db.session.execute(update(table), rows)


def remove_former_units(ids: Sequence[int]) -> None:
    """Remove old units that are no longer listed."""
    for start in range(0, len(ids), 500):
        db.session.execute(delete(FormerUnitRow).where(FormerUnitRow.id.in_(ids[start : start + 500])))


def _former_units(condition: ColumnElement[bool]) -> Sequence[FormerUnitRow]:
    query = select(FormerUnitRow).join(FormerUnitRow.commune).join(CommuneRow.province).where(condition)
    whole = contains_eager(FormerUnitRow.commune)
    return db.session.scalars(
        query.options(whole, whole.contains_eager(CommuneRow.province)).order_by(FormerUnitRow.id)
    ).all()


def _like(column: InstrumentedAttribute[str], stems: Iterable[str]) -> ColumnElement[bool]:
    return or_(*(or_(column.startswith(stem, autoescape=True), _begins(stem, column)) for stem in stems))


def _begins(stem: str, column: InstrumentedAttribute[str]) -> ColumnElement[bool]:
    return literal(stem).like(column.concat("%"))
