"""How names of units are compared."""

from __future__ import annotations

import pytest

from backend.domain.communes._spelling import accented, key, spellings, split_kind, stems, written_out


def test_accents_case_spaces_and_signs_do_not_matter_to_the_key() -> None:
    assert key("Xã  Ea H'Leo") == key("xa ea h leo") == "xaeahleo"


@pytest.mark.parametrize(
    ("one", "other"), [("Hoà", "Hòa"), ("Thuỷ", "Thủy"), ("Khoẻ", "Khỏe"), ("loé", "lóe")]
)
def test_both_places_of_a_tone_are_one_spelling(one: str, other: str) -> None:
    assert accented(one) == accented(other)


def test_other_accents_are_another_spelling() -> None:
    assert accented("Nậm Cắn") != accented("Nậm Càn")


@pytest.mark.parametrize(
    ("name", "kind", "bare"),
    [
        ("thixathaihoa", "thixa", "thaihoa"),
        ("thitrannamdan", "thitran", "namdan"),
        ("thanhphovinh", "thanhpho", "vinh"),
        ("xãnậmcàn", "xã", "nậmcàn"),
        ("quan5", "quan", "5"),
        ("", "", ""),
    ],
)
def test_the_kind_is_split_from_a_key(name: str, kind: str, bare: str) -> None:
    assert split_kind(name) == (kind, bare)


def test_a_query_with_a_kind_is_also_sought_without_it() -> None:
    assert stems("xanamcan") == ("xanamcan", "namcan")
    assert stems("namcan") == ("namcan",)


def test_short_forms_of_kinds_are_written_out() -> None:
    assert key(written_out("TT. Nam Đàn")) == "thitrannamdan"
    assert key(written_out("H. Kỳ Sơn")) == "huyenkyson"


def test_a_unit_is_written_with_or_without_kinds_and_wider_units() -> None:
    written = set(spellings("xanamcan", "huyenkyson", "tinhnghean"))
    assert {"namcan", "xanamcan", "namcankyson", "xanamcanhuyenkysontinhnghean", "namcannghean"} <= written
