"""Finding communes of the whole country by new and old names: the traps of the real names."""

from __future__ import annotations

import unicodedata

import pytest

from backend.domain.communes import Found, Through, search

DECOMPOSED = unicodedata.normalize("NFD", "Cát Ngạn")

pytestmark = pytest.mark.usefixtures("country")


def at_home(query: str) -> list[str]:
    """Give the names met in full in Nghệ An, in their order."""
    found = (one for one in search(query, 100) if one.exact and one.commune.province.code == "40")
    return [one.commune.bare_name for one in found]


def met(query: str, code: str) -> Found:
    """Give what a query found about one commune."""
    return next(one for one in search(query, 100) if one.commune.code == code)


@pytest.mark.parametrize(
    "query", ["cat ngan", "Cát Ngạn", "CÁT NGẠN", "xã Cát Ngạn", "xa cat ngan, nghe an", DECOMPOSED]
)
def test_a_new_name_is_found_however_it_is_written(query: str) -> None:
    assert at_home(query) == ["Cát Ngạn"]


@pytest.mark.parametrize(
    "query", ["hung chinh", "Hưng Chính", "xã Hưng Chính, thành phố Vinh", "hung chinh tp vinh"]
)
def test_an_old_name_leads_to_the_unit_of_today(query: str) -> None:
    assert at_home(query) == ["Thành Vinh"]
    (former,) = met(query, "16681").former
    assert (former.name, former.district) == ("Xã Hưng Chính", "Thành phố Vinh")


@pytest.mark.parametrize(
    ("query", "codes"),
    [
        ("chau binh", {"16804", "16792"}),
        ("nam can", {"16837", "16870"}),
        ("dong thanh", {"17530", "17506", "17521"}),
        ("nghi van", {"17854", "17827"}),
    ],
)
def test_old_names_of_one_district_that_fold_alike_are_all_offered(query: str, codes: set[str]) -> None:
    found = {one.commune.code for one in search(query, 100) if one.exact}
    assert codes <= found


def test_accents_put_the_meant_one_first_and_keep_the_other() -> None:
    assert at_home("Nghi Vạn") == ["Nghi Lộc", "Văn Kiều"]
    assert at_home("Nghi Văn") == ["Văn Kiều", "Nghi Lộc"]


def test_a_name_that_three_old_communes_had_offers_three() -> None:
    assert at_home("dong van") == ["Đại Đồng", "Thông Thụ", "Tiên Đồng"]


def test_the_old_district_behind_the_name_decides() -> None:
    assert at_home("dong van, que phong") == ["Thông Thụ"]


def test_an_old_name_that_is_the_name_of_another_commune_offers_both() -> None:
    assert at_home("Tam Hợp") == ["Tam Hợp", "Tam Thái"]
    assert met("Tam Hợp", "16936").through is Through.FORMER_UNIT
    assert at_home("Châu Tiến") == ["Châu Tiến", "Châu Hồng"]
    assert at_home("Đông Thành")[:2] == ["Đông Thành", "Yên Thành"]


def test_a_former_town_is_told_from_the_new_commune() -> None:
    assert at_home("Thị trấn Nam Đàn") == ["Vạn An"]
    assert "Nam Đàn" in at_home("Nam Đàn")
    assert "Vạn An" in at_home("Nam Đàn")


def test_a_name_of_commune_and_old_district_offers_the_communes_of_the_district_too() -> None:
    found = at_home("Diễn Châu")
    assert found[0] == "Diễn Châu"
    assert {"Hùng Châu", "Đức Châu", "Hải Châu", "Quảng Châu", "Minh Châu", "An Châu", "Tân Châu"} <= set(
        found
    )
    assert met("Diễn Châu", "17395").through is Through.FORMER_DISTRICT


def test_an_old_district_without_a_commune_of_its_name_is_found() -> None:
    assert {"Nậm Cắn", "Mường Xén", "Na Ngoi"} <= set(at_home("huyện Kỳ Sơn"))


def test_nghe_an_stands_before_all_other_provinces() -> None:
    provinces = [one.commune.province.code for one in search("tân", 200)]
    assert provinces == sorted(provinces, key=lambda code: code != "40")


def test_both_places_of_a_tone_find_the_same() -> None:
    assert [one.commune.code for one in search("Hoà Bình")] == [
        one.commune.code for one in search("Hòa Bình")
    ]


def test_a_divided_old_unit_offers_all_its_parts() -> None:
    found = [one for one in search("xã Thạnh Quới, huyện Vĩnh Thạnh", 50) if one.former]
    assert {"Xã Thạnh Quới"} < {one.commune.name for one in found}
    assert all(one.former[0].divided for one in found)


def test_accented_keys_of_other_provinces_are_told_apart() -> None:
    first, second = (one for one in search("Tam Đàn", 50) if one.exact)
    assert (first.former[0].unit_key, second.former[0].unit_key) == ("xãtamđàn", "xãtamdân")


def test_the_beginning_of_a_name_is_enough() -> None:
    assert "Mường Quàng" in [one.commune.bare_name for one in search("mường qu")]


@pytest.mark.parametrize(
    "query", ["", "a", "   ", "%", "__", "\0", "khong co xa nay", "'; drop table communes", "…"]
)
def test_what_names_no_unit_finds_nothing(query: str) -> None:
    assert search(query) == ()


def test_no_more_than_the_limit_is_given() -> None:
    assert len(search("tan", 7)) == 7
