"""Finding a unit by its present name, an old name or an old district, with or without accents."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import chain

from backend.domain.communes._read import commune_of, former_unit_of
from backend.domain.communes._record import HOME_PROVINCE, Commune, FormerUnit
from backend.domain.communes._spelling import accented, key, spellings, split_kind, stems, written_out
from backend.domain.vietnamese_order import order_key
from backend.storage import communes as storage


class Through(StrEnum):
    """Which name led to a unit, best first."""

    NAME = "name"
    FORMER_UNIT = "former_unit"
    FORMER_DISTRICT = "former_district"


@dataclass(frozen=True, kw_only=True)
class Found:
    """One unit that a query may mean. `former` holds the old units whose names it wrote."""

    commune: Commune
    through: Through
    exact: bool
    accents: int  # 0: as written or not written, 1: not known, 2: other accents
    former: tuple[FormerUnit, ...] = ()

    def rank(self) -> tuple[object, ...]:
        """Give the key to sort by, Nghệ An first; two units of one folded name stay side by side."""
        at_home = self.commune.province.code == HOME_PROVINCE
        through = list(Through).index(self.through)
        name = order_key(self.commune.bare_name)
        return (not at_home, not self.exact, self.accents, through, name, self.commune.code)


def search(query: str, limit: int = 20) -> tuple[Found, ...]:
    """Give the units a name may mean, best first. Every meaning is offered and none is chosen."""
    written = written_out(query[:200])
    query_key = key(written)
    if len(query_key) < 2:
        return ()
    best: dict[str, Found] = {}
    ways = (
        _by_name(written, query_key),
        _by_former_unit(written, query_key),
        _by_district(written, query_key),
    )
    for found in chain.from_iterable(ways):
        kept = best.get(found.commune.code)
        best[found.commune.code] = _join(kept, found) if kept else found
    return tuple(sorted(best.values(), key=Found.rank)[:limit])


def _join(one: Found, other: Found) -> Found:
    first, second = sorted((one, other), key=Found.rank)
    named = second.former if second.through is Through.FORMER_UNIT else ()
    return replace(first, former=first.former + named)


def _by_name(written: str, query_key: str) -> Iterable[Found]:
    for row in storage.communes_like(stems(query_key)):
        commune = commune_of(row)
        exact = _meets(query_key, key(commune.name), key(commune.province.name))
        if exact is not None:
            accents = _accents(written, accented(commune.name))
            yield Found(commune=commune, through=Through.NAME, exact=exact, accents=accents)


def _by_former_unit(written: str, query_key: str) -> Iterable[Found]:
    for row in storage.former_units_like(stems(query_key)):
        former = former_unit_of(row)
        exact = _meets(query_key, key(former.unit_key), former.district_key, former.province_key)
        if exact is not None:
            accents = _accents(written, accented(former.unit_key))
            yield Found(
                commune=commune_of(row.commune),
                through=Through.FORMER_UNIT,
                exact=exact,
                accents=accents,
                former=(former,),
            )


def _by_district(written: str, query_key: str) -> Iterable[Found]:
    for row in storage.former_districts_like(stems(query_key)):
        former = former_unit_of(row)
        if _meets(query_key, former.district_key, former.province_key):
            accents = _accents(written, accented(former.district or former.district_key))
            yield Found(
                commune=commune_of(row.commune),
                through=Through.FORMER_DISTRICT,
                exact=True,
                accents=accents,
                former=(former,),
            )


def _meets(query_key: str, *names: str) -> bool | None:
    """Say whether a query writes a unit: True in full, False its beginning, None not at all."""
    written = [spelling for spelling in spellings(*names) if spelling.startswith(query_key)]
    return query_key in written if written else None


def _accents(written: str, name: str) -> int:
    wanted, bare = split_kind(accented(written))[1], split_kind(name)[1]
    if wanted.isascii() or bare.startswith(wanted) or wanted.startswith(bare):
        return 0
    return 1 if name.isascii() else 2
