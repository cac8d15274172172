"""Words that were half typed, mistyped, run together or typed with the letters of an input method."""

from __future__ import annotations

import re

from backend.domain.search._prepare import Prepared
from backend.domain.search._words import Word, bare_word, words_of

SHORTEST_SLIP = 3
"""Letters of a word in which one may be wrong."""

_TELEX = ((re.compile(r"dd"), "d"), (re.compile(r"([aeo])\1"), r"\1"), (re.compile(r"([aou])w"), r"\1"))
_DIGIT = re.compile(r"[0-9]")
_TELEX_TONE = re.compile(r"([a-z])[sfrxj]$")


def retyped(prepared: Prepared, word: Word) -> Word:
    """Give the word that was meant by raw Telex or VNI letters: ddawng, kys, d9ang."""
    if not word.bare or prepared.knows(word.key):
        return word
    letters = word.key
    for pattern, letter in _TELEX:
        letters = pattern.sub(letter, letters)
    meant = words_of(" ".join([letters, _TELEX_TONE.sub(r"\1", letters), _DIGIT.sub("", letters)]))
    return next((one for one in meant if prepared.knows(one.key)), word)


def completions(prepared: Prepared, words: list[Word]) -> list[list[Word]]:
    """Give the words that the last one may become while it is being typed."""
    start = words[-1].key
    before = words[-2].key if len(words) > 1 else ""
    if not before and len(start) == 1:
        return []
    longer = [key for key in prepared.vocabulary if len(key) > len(start) and key.startswith(start)]
    return [[bare_word(key)] for key in longer if not before or f"{before} {key}" in prepared.pairs]


def likely_words(prepared: Prepared, words: list[Word], place: int) -> list[list[Word]]:
    """Give what an unknown word may be: two run together, or one wrong letter beside a word it goes with."""
    typed = words[place].key
    halves = [(typed[:cut], typed[cut:]) for cut in range(1, len(typed))]
    together = [half for half in halves if f"{half[0]} {half[1]}" in prepared.pairs]
    if together:
        return [[bare_word(first), bare_word(second)] for first, second in together]
    if len(typed) < SHORTEST_SLIP:
        return []
    before = words[place - 1].key if place > 0 else ""
    after = words[place + 1].key if place + 1 < len(words) else ""
    close = [key for key in prepared.vocabulary if one_slip(typed, key)]
    pairs = prepared.pairs
    return [[bare_word(key)] for key in close if f"{before} {key}" in pairs or f"{key} {after}" in pairs]


def one_slip(typed: str, meant: str) -> bool:
    """Tell whether one letter is wrong, missing, too many, or two neighbours are swapped."""
    if abs(len(typed) - len(meant)) > 1:
        return False
    same = 0
    while same < min(len(typed), len(meant)) and typed[same] == meant[same]:
        same += 1
    rest, wanted = typed[same:], meant[same:]
    if len(rest) == len(wanted):
        swapped = rest[1:2] + rest[0:1] == wanted[0:2] and rest[2:] == wanted[2:]
        return rest[1:] == wanted[1:] or swapped
    return rest[1:] == wanted if len(rest) > len(wanted) else rest == wanted[1:]
