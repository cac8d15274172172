"""Units and values on both databases."""

from __future__ import annotations

import pytest

from backend.domain import communes
from backend.domain.communes import find, keep_values, load_units, of_province, search, values_of
from backend.domain.errors import Refusal
from backend.formats.units_files import read_units
from tests.factories.communes import FAR, commune, former_unit, units, value

pytestmark = pytest.mark.usefixtures("stored")


def test_loading_the_country_twice_changes_nothing_the_second_time() -> None:
    shipped = read_units()
    first, second = load_units(shipped), load_units(shipped)
    assert (first.provinces.added, first.communes.added, first.former_units.added) == (34, 3321, 10_602)
    for counts in vars(second).values():
        assert (counts.added, counts.updated, counts.unlisted) == (0, 0, 0)
    assert [one.commune.code for one in search("nghi van", 2)] == ["17827", "17854"]
    assert [one.bare_name for one in of_province("40")][-1] == "Yên Xuân"


def test_a_renamed_commune_is_updated() -> None:
    load_units(units(commune("16001", "Xã Đồi Cọ")))
    assert load_units(units(commune("16001", "Xã Đồi Chè"))).communes.updated == 1
    assert [one.commune.code for one in search("doi che")] == ["16001"]
    assert search("doi co") == ()


def test_a_commune_that_is_no_longer_listed_stays_with_its_values() -> None:
    load_units(units(commune("16001"), commune("16002", "Xã Bến Lở")))
    keep_values("16002", [value()])
    assert load_units(units(commune("16001"))).communes.unlisted == 1
    assert len(values_of("16002")) == 1


def test_a_former_unit_that_is_no_longer_listed_goes() -> None:
    load_units(units(former=(former_unit("Xã Rừng Mơ"), former_unit("Xã Rừng Mận"))))
    assert load_units(units(former=(former_unit("Xã Rừng Mận"),))).former_units.unlisted == 1
    assert [one.name for one in communes.former_units_of("16001")] == ["Xã Rừng Mận"]


def test_loading_that_fails_changes_nothing() -> None:
    load_units(units(commune("16001", "Xã Đồi Cọ")))
    broken = units(commune("16001", "Xã Đồi Chè"), former=(former_unit(to="99999"),))
    with pytest.raises(Exception, match=r"(?i)foreign key"):
        load_units(broken)
    assert find("16001").name == "Xã Đồi Cọ"


def test_values_are_kept_once_however_often_they_are_given() -> None:
    load_units(units(commune("16001"), commune("16002", "Xã Bến Lở"), commune("01001", "Xã Xa", FAR)))
    keep_values("16002", [value("hours", "noise")])
    given = [value("hours", "7:30-11:30"), value("time:1.999001", "5 ngày")]
    assert (keep_values("16001", given).added, keep_values("16001", given).unchanged) == (2, 2)
    assert [(one.subject, one.text["vi"]) for one in values_of("16001")] == [
        ("hours", "7:30-11:30"),
        ("time:1.999001", "5 ngày"),
    ]


def test_two_sources_stand_beside_each_other_the_newer_first() -> None:
    load_units(units())
    keep_values(
        "16001", [value(source="Bảng cũ", stated_on="2025"), value(source="Bảng mới", stated_on="2026-07")]
    )
    assert [one.source["vi"] for one in values_of("16001")] == ["Bảng mới", "Bảng cũ"]


def test_an_older_statement_does_not_replace_a_newer_one_of_its_source() -> None:
    load_units(units())
    keep_values("16001", [value(text="mới", stated_on="2026-07-01")])
    assert keep_values("16001", [value(text="cũ", stated_on="2026-06")]).older == 1
    assert keep_values("16001", [value(text="mới hơn", stated_on="2026-08")]).updated == 1
    assert [one.text["vi"] for one in values_of("16001")] == ["mới hơn"]


def test_a_commune_without_values_has_none() -> None:
    load_units(units())
    assert values_of("16001") == ()


def test_values_of_an_unknown_commune_are_refused() -> None:
    with pytest.raises(Refusal):
        keep_values("16001", [value()])


@pytest.mark.parametrize(
    "wrong",
    [
        value(subject="weather"),
        value(subject="time:khai-sinh"),
        value(text=""),
        value(source=""),
        value(stated_on="07/2026"),
        value(stated_on="2026-13"),
    ],
)
def test_a_value_that_is_not_whole_keeps_none_of_its_run(wrong: communes.CommuneValue) -> None:
    load_units(units())
    with pytest.raises(ValueError, match=r"."):
        keep_values("16001", [value("place", "Nhà văn hóa"), wrong])
    assert values_of("16001") == ()
