"""Search in the titles, other names and keywords of guides; the phone's search.ts gives the same answers."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from backend.domain.search._prepare import Prepared, prepare
from backend.domain.search._query import Part, parts_of
from backend.domain.search._score import FITS, could_fit, score

__all__ = ["Answer", "Hit", "Kind", "Prepared", "find", "prepare"]

MOST = 20
FEW = 6
"""Hits to choose from when we ask back."""

SURE = 0.6
"""Below this we ask back even if one guide leads."""

LEAD, LEAD_OF_NAMED = 0.08, 0.02
"""How far the first must lead, as a share of its score; less if the query names it in full."""

NAMED = 0.965
"""From here on a query is the name of the guide, word for word."""

_CODE = re.compile(r"(?:^|[^0-9.])([0-9]\.[0-9]{6})(?![0-9])")


class Kind(StrEnum):
    """What kind of answer the hits are."""

    ANSWER = "answer"
    ASK_BACK = "ask_back"
    NOT_FOUND = "not_found"


@dataclass(frozen=True, slots=True)
class Hit:
    """One guide that fits, and how well."""

    code: str
    score: float


@dataclass(frozen=True, slots=True)
class Answer:
    """What search says to a query."""

    kind: Kind
    hits: tuple[Hit, ...] = ()


def find(prepared: Prepared, text: str) -> Answer:
    """Answer a query as typed: some words, a whole sentence, or the code of a guide."""
    codes = set(_CODE.findall(text))
    if codes:
        named = tuple(Hit(entry.code, 1.0) for entry in prepared.entries if entry.code in codes)
        return Answer(Kind.ANSWER, named[:MOST]) if named else Answer(Kind.NOT_FOUND)
    parts = parts_of(prepared, text)
    looked_at = [prepared.entries[place] for place in _candidates(prepared, parts)]
    scored = [Hit(entry.code, score(prepared, parts, entry)) for entry in looked_at]
    hits = tuple(sorted((hit for hit in scored if hit.score >= FITS), key=lambda hit: -hit.score))
    if not hits:
        return Answer(Kind.NOT_FOUND)
    return Answer(Kind.ANSWER, hits[:MOST]) if _leads(hits) else Answer(Kind.ASK_BACK, hits[:FEW])


def _leads(hits: tuple[Hit, ...]) -> bool:
    first, second = hits[0].score, hits[1].score if len(hits) > 1 else 0.0
    lead = LEAD_OF_NAMED if first >= NAMED else LEAD
    return first >= SURE and first - second >= lead * first


def _candidates(prepared: Prepared, parts: list[Part]) -> list[int]:
    """Give the guides that have enough of the query to fit at all, in the order of the catalogue."""
    total = sum(part.weight for part in parts)
    shares: dict[int, float] = {}
    for part in parts:
        best: dict[int, float] = {}
        for way in part.ways:
            said: dict[int, int] = {}
            for word, weight in zip(way.words, way.weights, strict=True):
                for place in prepared.holders.get(word.key, ()):
                    said[place] = said.get(place, 0) + weight
            for place, sum_said in said.items():
                best[place] = max(best.get(place, 0.0), part.weight * way.trust * sum_said / way.weight)
        for place, value in best.items():
            shares[place] = shares.get(place, 0.0) + value
    return sorted(place for place, share in shares.items() if could_fit(share, total))
