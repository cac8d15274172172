"""Reading units of the whole country."""

from __future__ import annotations

import pytest

from backend.domain.communes import (
    find,
    former_units_of,
    former_units_of_province,
    nghe_an_first,
    of_province,
    province,
)
from backend.domain.errors import Code, Refusal

pytestmark = pytest.mark.usefixtures("country")


def test_a_commune_is_found_by_its_code_as_text() -> None:
    assert find("00004").name == "Phường Ba Đình"
    assert find("17728").bare_name == "Cát Ngạn"


@pytest.mark.parametrize("code", ["4", "99999", "1772", "17728 ", "", "\0", "１７７２８"])
def test_an_unknown_code_is_refused(code: str) -> None:
    with pytest.raises(Refusal) as refused:
        find(code)
    assert refused.value.code is Code.COMMUNE_NOT_FOUND


def test_an_unknown_province_is_refused() -> None:
    for ask in (province, of_province):
        with pytest.raises(Refusal) as refused:
            ask("99")
        assert refused.value.code is Code.PROVINCE_NOT_FOUND


def test_nghe_an_is_the_first_of_34_provinces() -> None:
    names = [one.bare_name for one in nghe_an_first()]
    assert (len(names), names[:3], names[-1]) == (34, ["Nghệ An", "An Giang", "Bắc Ninh"], "Vĩnh Long")


def test_the_130_of_nghe_an_stand_in_vietnamese_order() -> None:
    names = [one.bare_name for one in of_province("40")]
    assert len(names) == 130
    assert names[:4] == ["An Châu", "Anh Sơn", "Anh Sơn Đông", "Bạch Hà"]
    assert names.index("Diễn Châu") < names.index("Đại Đồng") < names.index("Giai Lạc")


def test_former_units_stand_by_district_and_name() -> None:
    formed = [(one.district, one.name) for one in former_units_of("16681")]
    assert ("Thành phố Vinh", "Xã Hưng Chính") in formed
    assert len(formed) == 6


def test_every_commune_of_nghe_an_knows_what_it_was_formed_from() -> None:
    former = former_units_of_province("40")
    assert (len(former), sum(map(len, former.values()))) == (130, 412)
