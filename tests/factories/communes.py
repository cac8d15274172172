"""Invented units, and values of communes that show only what a test is about."""

from __future__ import annotations

from backend.domain.communes import Commune, CommuneValue, FormerUnit, Province, Units

HOME = Province(code="40", name="Tỉnh Nghệ An")
FAR = Province(code="01", name="Thành phố Xa Lắc")


def commune(code: str = "16001", name: str = "Xã Đồi Cọ", province: Province = HOME) -> Commune:
    """Give a commune of an invented name."""
    return Commune(code=code, name=name, province=province)


def former_unit(
    name: str = "Xã Rừng Mơ", *, to: str = "16001", district: str = "Huyện Suối Reo"
) -> FormerUnit:
    """Give an old unit that went whole to a commune."""
    return FormerUnit(
        unit_key=name.lower().replace(" ", ""),
        district_key="huyensuoireo",
        province_key="tinhnghean",
        commune_code=to,
        divided=False,
        name=name,
        district=district,
    )


def units(*communes: Commune, former: tuple[FormerUnit, ...] = ()) -> Units:
    """Give units with the provinces of the given communes."""
    known = communes or (commune(),)
    provinces = {one.province.code: one.province for one in known}
    return Units(provinces=tuple(provinces.values()), communes=known, former=former)


def value(
    subject: str = "hours",
    text: str = "7:30-11:30",
    *,
    source: str = "Bảng niêm yết",
    stated_on: str = "2026-07",
) -> CommuneValue:
    """Give one value of a commune."""
    return CommuneValue(subject=subject, text={"vi": text}, source={"vi": source}, stated_on=stated_on)
