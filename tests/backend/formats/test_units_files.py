"""The unit files that ship: whole, and text stays text."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from backend.domain.communes import HOME_PROVINCE, UnitKind, Units
from backend.formats.units_files import SHIPPED, read_units
from backend.formats.units_reduce import reduce_units


@pytest.fixture(scope="module")
def units() -> Units:
    return read_units()


def test_all_provinces_and_communes_are_there(units: Units) -> None:
    assert (len(units.provinces), len(units.communes)) == (34, 3321)


def test_kinds_are_counted_by_the_official_name(units: Units) -> None:
    kinds = Counter(commune.kind for commune in units.communes)
    assert kinds == {UnitKind.COMMUNE: 2621, UnitKind.WARD: 687, UnitKind.SPECIAL_ZONE: 13}


def test_nghe_an_has_119_communes_and_11_wards(units: Units) -> None:
    kinds = Counter(one.kind for one in units.communes if one.province.code == HOME_PROVINCE)
    assert kinds == {UnitKind.COMMUNE: 119, UnitKind.WARD: 11}


def test_codes_keep_their_leading_zeros(units: Units) -> None:
    first = units.communes[0]
    assert (first.province.code, first.code, first.name) == ("01", "00004", "Phường Ba Đình")
    assert all(len(commune.code) == 5 and len(commune.province.code) == 2 for commune in units.communes)


def test_all_former_units_of_the_country_are_there(units: Units) -> None:
    divided = {(one.province_key, one.district_key, one.unit_key): one.divided for one in units.former}
    assert (len(divided), sum(divided.values())) == (10_040, 471)


def test_the_412_of_nghe_an_have_names_districts_and_one_successor(units: Units) -> None:
    home = [one for one in units.former if one.province_key == "tinhnghean"]
    assert len(home) == 412
    assert len({one.district for one in home}) == 20
    assert all(one.name and not one.divided for one in home)


def test_names_elsewhere_are_not_made_up(units: Units) -> None:
    assert {one.name for one in units.former if one.province_key != "tinhnghean"} == {None}


def test_every_former_unit_leads_to_a_listed_commune(units: Units) -> None:
    assert {one.commune_code for one in units.former} <= {commune.code for commune in units.communes}


def test_the_licence_travels_with_the_files() -> None:
    assert "MIT License" in (SHIPPED / "LICENSE-vietnamadminunits.txt").read_text(encoding="utf-8")


def test_the_files_stay_small() -> None:
    assert sum(path.stat().st_size for path in SHIPPED.iterdir()) < 180_000


def test_rebuilding_gives_the_same_bytes(reference: Path, tmp_path: Path) -> None:
    reduce_units(reference / "units", tmp_path)
    for built in tmp_path.iterdir():
        assert built.read_bytes() == (SHIPPED / built.name).read_bytes(), built.name
