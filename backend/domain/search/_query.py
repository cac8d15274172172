"""What a query asks for: parts, each with the ways in which a guide may say it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from backend.domain.search._phrases import Phrase
from backend.domain.search._prepare import FAINT, WHOLE, Prepared
from backend.domain.search._repair import completions, likely_words, retyped
from backend.domain.search._words import Word, words_of

LONGEST = 40
"""Words of a query that are read; a longer text is cut."""

SAID, MEANT, GUESSED, COMPLETED, REPAIRED = 1.0, 0.95, 0.8, 0.8, 0.75
"""How sure we are of a word: typed, another phrase for it, that of a bare syllable, half typed, mistyped."""

UNKNOWN = 600
"""What a word weighs that no guide has: it speaks against every answer."""


@dataclass(frozen=True, slots=True)
class Way:
    """One way to say a part, and how sure we are that it is meant."""

    words: tuple[Word, ...]
    weights: tuple[int, ...]
    weight: int
    trust: float


@dataclass(frozen=True, slots=True)
class Part:
    """A word or phrase of the query."""

    ways: tuple[Way, ...]
    weight: int
    faint: bool
    phrase: bool  # said in more than one word


def parts_of(prepared: Prepared, text: str) -> list[Part]:
    """Read a query into parts without what every query says; no parts if only faint words are left."""
    words = [retyped(prepared, word) for word in words_of(text)[:LONGEST]]
    parts: list[Part] = []
    place = 0
    while place < len(words):
        phrase = prepared.same_as.longest(words, place)
        faint = prepared.faint.longest(words, place)
        ignored = _ignored(prepared, words, place)
        if phrase and len(phrase.words) >= ignored:
            parts.append(_phrase_part(prepared, words, place, phrase))
            place += len(phrase.words)
        elif ignored and (faint is None or len(faint.words) <= ignored):
            place += ignored
        else:
            for _ in range(len(faint.words) if faint else 1):
                parts.append(_word_part(prepared, words, place, faint is not None or words[place].is_number))
                place += 1
    return [] if all(part.faint for part in parts) else parts


def _ignored(prepared: Prepared, words: list[Word], place: int) -> int:
    phrase = prepared.ignored.longest(words, place)
    if phrase is None:
        return 0
    if len(phrase.words) == 1 and words[place].bare and _belongs(prepared, words, place):
        return 0
    return len(phrase.words)


def _belongs(prepared: Prepared, words: list[Word], place: int) -> bool:
    """Tell whether a word typed without marks goes with its neighbour: in "can cuoc" there is no "cần"."""
    key = words[place].key
    if place + 1 < len(words) and f"{key} {words[place + 1].key}" in prepared.meant_first:
        return True
    return place > 0 and f"{words[place - 1].key} {key}" in prepared.meant_second


def _phrase_part(prepared: Prepared, words: list[Word], place: int, phrase: Phrase) -> Part:
    length = len(phrase.words)
    trust = GUESSED if length == 1 and words[place].bare and not phrase.words[0].bare else MEANT
    ways = _ways(prepared, [words[place : place + length]], SAID) + _ways(prepared, phrase.meanings, trust)
    heaviest = max((way.weight for way in ways), default=UNKNOWN)
    faint = prepared.faint.longest(words, place)
    is_faint = faint is not None and len(faint.words) >= length
    return _part(ways, min(heaviest, WHOLE if length == 1 else 2 * WHOLE), is_faint, length > 1)


def _word_part(prepared: Prepared, words: list[Word], place: int, is_faint: bool) -> Part:
    ways = _ways(prepared, [[words[place]]], SAID)
    weight = ways[0].weight if ways else 0
    if place == len(words) - 1:
        ways += _ways(prepared, completions(prepared, words), COMPLETED)
    if not ways:
        ways = _ways(prepared, likely_words(prepared, words, place), REPAIRED)
    return _part(ways, weight or max((way.weight for way in ways), default=UNKNOWN), is_faint, False)


def _ways(prepared: Prepared, phrases: Iterable[Iterable[Word]], trust: float) -> list[Way]:
    ways = []
    for phrase in phrases:
        words = tuple(phrase)
        weights = tuple(prepared.weight(word) for word in words)
        if any(weights):
            ways.append(Way(words, weights, sum(weights), trust))
    return ways


def _part(ways: list[Way], weight: int, is_faint: bool, phrase: bool) -> Part:
    return Part(tuple(ways), weight // FAINT if is_faint else weight, is_faint, phrase)
