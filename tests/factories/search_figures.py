"""How well search answers a list of queries."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from backend.domain.search import Kind, Prepared, find


@dataclass
class Figures:
    """What became of the queries; those whose guides are all missing from the catalogue are left out."""

    answerable: int = 0
    in_first_three: int = 0
    missed: list[str] = field(default_factory=list)
    ask_back: int = 0
    not_asked_back: list[str] = field(default_factory=list)
    unanswerable: int = 0
    wrongly_found: list[str] = field(default_factory=list)


def figures(prepared: Prepared, items: Iterable[dict[str, Any]]) -> Figures:
    """Ask every query and count."""
    counted = Figures()
    known = {entry.code for entry in prepared.entries}
    for item in items:
        query, wanted = item["query"], known.intersection(item["expect"])
        if item["behaviour"] != "not_found" and not wanted:
            continue
        answer = find(prepared, query)
        if item["behaviour"] == "not_found":
            counted.unanswerable += 1
            counted.wrongly_found += [query] if answer.hits else []
            continue
        is_there = not wanted.isdisjoint(hit.code for hit in answer.hits[:3])
        counted.answerable += 1
        counted.in_first_three += is_there
        counted.missed += [] if is_there else [query]
        if item["behaviour"] == "ask_back":
            counted.ask_back += 1
            counted.not_asked_back += [] if answer.kind is Kind.ASK_BACK else [query]
    return counted
