"""The communes of the home province in short, as phones choose from them without signal."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from backend.domain import communes
from backend.domain.communes import HOME_PROVINCE, FormerUnit


def home_communes() -> list[list[str]]:
    """Give code, name and the district that most of it was in: a name that people still look for."""
    former = communes.former_units_of_province(HOME_PROVINCE)
    return [
        [one.code, one.name, _district(former.get(one.code, ()))]
        for one in communes.of_province(HOME_PROVINCE)
    ]


def _district(units: Iterable[FormerUnit]) -> str:
    counted = Counter(unit.district for unit in units if unit.district)
    return counted.most_common(1)[0][0] if counted else ""
