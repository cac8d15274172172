"""How well a guide answers a query: how much of it is said, how connected, and how little else."""

from __future__ import annotations

import math
from dataclasses import dataclass

from backend.domain.search._prepare import KEYWORD, TITLE, WHOLE, Entry, Line, Prepared
from backend.domain.search._query import Part, Way
from backend.domain.search._words import NEAR_MARKS, Word, agreement

FITS = 0.48
"""Below this nothing fits: absolute, so that a far-fetched guide is never the answer."""

CONNECTED, PRECISE, PRECISE_NAME = 0.4, 0.2, 0.3
"""What phrases and precision are worth; the rest is the share alone."""

ELSEWHERE = 0.5
"""What a word is worth that only another line of the guide has."""

ABOVE_COMMUNE = 0.9
"""Guides that a commune does not handle come after those it does."""

ASIDE = 0.25
"""What words beyond the first few unknown ones weigh once a phrase is certain: people tell stories."""

HALF_SAID = 0.6
"""The share of a phrase that must be there for it to count."""

KEYWORD_SAYS = 0.5
"""What naming a whole keyword says: less than naming the whole guide."""

NEAR = 2
"""Words this close to each other are connected."""


@dataclass(frozen=True, slots=True)
class _Found:
    value: float
    words: tuple[Word, ...]


def score(prepared: Prepared, parts: list[Part], entry: Entry) -> float:
    """Give between 0 and 1 how well a guide answers."""
    found = [[_found(part, line) for part in parts] for line in entry.lines]
    anywhere = sum(part.weight * max(row[at].value for row in found) for at, part in enumerate(parts))
    whole = sum(part.weight for part in parts)
    best = 0.0
    for line, row in zip(entry.lines, found, strict=True):
        here = sum(part.weight * each.value for part, each in zip(parts, row, strict=True))
        if here == 0:
            continue
        said = here + ELSEWHERE * (anywhere - here)
        joined = _connected(line, row, parts)
        left = _left(whole - said, joined)
        connected = min(1.0, joined / here)
        precision = _precision(prepared, line, row)
        precise = PRECISE if line.worth == TITLE else PRECISE_NAME
        fits = 1 - CONNECTED - precise + CONNECTED * connected + precise * precision
        best = max(best, said / (said + left) * fits)
    if not entry.at_commune:
        best *= ABOVE_COMMUNE
    return math.floor(best * 1_000_000 + 0.5) / 1_000_000  # equal on phone and server, so that ties stay ties


def could_fit(said: float, whole: int) -> bool:
    """Tell whether a guide that has this much of a query can reach the least score."""
    return said >= FITS * (said + _left(whole - said, said))


def _left(left: float, joined: float) -> float:
    return WHOLE + (left - WHOLE) * ASIDE if joined >= WHOLE and left > WHOLE else left


def _found(part: Part, line: Line) -> _Found:
    best = _Found(0.0, ())
    for way in part.ways:
        value = _value(way, line) * way.trust * line.worth
        if value > best.value:
            best = _Found(value, way.words)
    return best


def _value(way: Way, line: Line) -> float:
    said = 0.0
    for word, weight in zip(way.words, way.weights, strict=True):
        places = line.places.get(word.key)
        if places:
            said += weight * max(agreement(word, line.words[place]) for place in places)
    share = said / way.weight
    if len(way.words) == 1:
        return share
    pairs = len(way.words) - 1
    beside = sum(_near(line, way.words[at], way.words[at + 1]) for at in range(pairs))
    return share * (0.5 + 0.5 * beside / pairs) if share >= HALF_SAID else 0.0


def _near(line: Line, first: Word, second: Word) -> bool:
    after = _places(line, second)
    return any(0 < later - place <= NEAR for place in _places(line, first) for later in after)


def _places(line: Line, word: Word) -> list[int]:
    places = line.places.get(word.key, [])
    return [place for place in places if agreement(word, line.words[place]) >= NEAR_MARKS]


def _connected(line: Line, row: list[_Found], parts: list[Part]) -> float:
    """Tell how much of what is said here is said in one breath: whole phrases and neighbours."""
    alone = sum(not part.faint for part in parts) == 1
    joined = 0.0
    before = False
    for at, (part, each) in enumerate(zip(parts, row, strict=True)):
        after = at + 1 < len(row) and _follows(line, each.words, row[at + 1].words)
        whole = part.phrase or (alone and len(each.words) > 1)
        if whole or before or after:
            joined += part.weight * each.value
        before = after
    return joined


def _follows(line: Line, first: tuple[Word, ...], second: tuple[Word, ...]) -> bool:
    return bool(first and second) and _near(line, first[-1], second[0])


def _precision(prepared: Prepared, line: Line, row: list[_Found]) -> float:
    """Tell which share of the line's head was asked for."""
    if not line.weight:
        return 0.0
    asked = {word.key for each in row for word in each.words}
    said = 0
    for key in asked:
        places = (place for place in line.places.get(key, ()) if place < line.head)
        said += sum(prepared.weight(line.words[place]) for place in places)
    return min(1.0, said / line.weight) * (KEYWORD_SAYS if line.worth == KEYWORD else 1)
