"""What search makes of a catalogue once: lines of words, how rare each word is, which stand together."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any

from backend.domain.search._phrases import Phrases
from backend.domain.search._words import Word, words_of

WHOLE = 1000
"""The weight of the rarest word; weights are whole numbers so that phone and server add alike."""

FAINT = 4
"""A faint word (family, time, politeness) says this many times less."""

TITLE, NAME, KEYWORD = 1.0, 0.92, 0.85
"""What a word is worth in the title, in another name and in a keyword of a guide."""


@dataclass(frozen=True, slots=True)
class Line:
    """One way to name a guide: its title, another name or a keyword."""

    words: list[Word]
    places: dict[str, list[int]]  # key of a word -> where it stands
    head: int  # the words before the first bracket: what the name is about
    weight: int  # of the head
    worth: float


@dataclass(frozen=True, slots=True)
class Entry:
    """One guide to be found."""

    code: str
    lines: list[Line]
    at_commune: bool


@dataclass
class Prepared:
    """A catalogue ready for queries."""

    ignored: Phrases
    faint: Phrases
    same_as: Phrases
    entries: list[Entry] = field(default_factory=list)
    holders: dict[str, list[int]] = field(default_factory=dict)  # word without, and with marks -> entries
    weights: dict[str, int] = field(default_factory=dict)  # word without, and with marks -> weight
    vocabulary: list[str] = field(default_factory=list)  # words without marks
    pairs: set[str] = field(default_factory=set)  # two words in a row, without marks
    meant_first: set[str] = field(default_factory=set)  # pairs whose first word only looks ignored
    meant_second: set[str] = field(default_factory=set)  # and those whose second word does

    def weight(self, word: Word) -> int:
        """Tell how much a word says; nothing for one that no guide has."""
        exact = 0 if word.bare else self.weights.get(word.exact, 0)
        return exact or self.weights.get(word.key, 0)

    def knows(self, key: str) -> bool:
        """Tell whether a word without marks stands in a guide or in one of our lists."""
        lists = (self.ignored, self.faint, self.same_as)
        return key in self.holders or any(key in listed.keys for listed in lists)


def prepare(catalogue: dict[str, Any]) -> Prepared:
    """Make a catalogue ready for queries; done once for each catalogue."""
    words = catalogue["words"]
    prepared = Prepared(
        ignored=Phrases((said, ()) for said in words["ignored"]),
        faint=Phrases((said, ()) for said in words.get("faint", ())),
        same_as=Phrases((said, meant) for said, *meant in words["same_as"]),
    )
    texts = [list(_texts(guide)) for guide in catalogue["guides"]]
    for place, lines in enumerate(texts):
        _note_words(prepared, place, [words for words, _, _ in lines])
    _weigh(prepared, len(texts))
    for guide, lines in zip(catalogue["guides"], texts, strict=True):
        at_commune = len(guide) > 6 and guide[6] == 1
        prepared.entries.append(Entry(guide[0], [_line(prepared, *line) for line in lines], at_commune))
    return prepared


def _texts(guide: list[Any]) -> Iterator[tuple[list[Word], int, float]]:
    named = [(guide[1], TITLE), (guide[2], TITLE)]
    named += [(name, NAME) for name in guide[3]] + [(keyword, KEYWORD) for keyword in guide[4]]
    for text, worth in named:
        words = words_of(text)
        if words:
            yield words, len(words_of(text.split("(")[0])) or len(words), worth


def _note_words(prepared: Prepared, place: int, lines: list[list[Word]]) -> None:
    known: dict[str, None] = {}
    for words in lines:
        for word in words:
            if word.key not in prepared.holders and word.key not in known:
                prepared.vocabulary.append(word.key)
            known[word.key] = None
            known[word.exact] = None
        for first, second in pairwise(words):
            _note_pair(prepared, first, second)
    for key in known:
        prepared.holders.setdefault(key, []).append(place)


def _note_pair(prepared: Prepared, first: Word, second: Word) -> None:
    pair = f"{first.key} {second.key}"
    prepared.pairs.add(pair)
    if _looks_ignored(prepared, first):
        prepared.meant_first.add(pair)
    if _looks_ignored(prepared, second):
        prepared.meant_second.add(pair)


def _looks_ignored(prepared: Prepared, word: Word) -> bool:
    return word.key in prepared.ignored.keys and not prepared.ignored.holds(word)


def _weigh(prepared: Prepared, entries: int) -> None:
    for key, holders in prepared.holders.items():
        share = math.log((entries + 1) / len(holders)) / math.log(entries + 1)
        prepared.weights[key] = max(FAINT, math.floor(WHOLE * share + 0.5))


def _line(prepared: Prepared, words: list[Word], head: int, worth: float) -> Line:
    places: dict[str, list[int]] = {}
    for place, word in enumerate(words):
        places.setdefault(word.key, []).append(place)
    return Line(words, places, head, sum(_says(prepared, word) for word in words[:head]), worth)


def _says(prepared: Prepared, word: Word) -> int:
    if prepared.ignored.holds(word):
        return 0
    return prepared.weight(word) // (FAINT if prepared.faint.holds(word) else 1)
