"""Search the guides on the server, with the same scorer that phones use."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from backend.domain import search as scorer
from backend.domain.guides._find import ONE_AT_A_TIME, GuideSummary, catalogue, listed, state


@dataclass(frozen=True)
class Found:
    """What was found: the kind of answer, and the guides, the best first."""

    kind: scorer.Kind
    guides: tuple[GuideSummary, ...]


def search(query: str) -> Found:
    """Find guides by what people type: words with or without accents, a sentence, a code."""
    with ONE_AT_A_TIME:
        prepared = _prepared(state())
    answer = scorer.find(prepared, query)
    by_code = {guide.code: guide for guide in listed()}
    return Found(answer.kind, tuple(by_code[hit.code] for hit in answer.hits))


@lru_cache(maxsize=2)
def _prepared(_state: object) -> scorer.Prepared:
    return scorer.prepare(catalogue())
