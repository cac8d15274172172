"""The order of Vietnamese words in a list, which is not the order of code points."""

from __future__ import annotations

import unicodedata

_LETTERS = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"
_TONES = "\u0300\u0309\u0303\u0301\u0323"  # huyền, hỏi, ngã, sắc, nặng; no mark comes first

OrderKey = tuple[tuple[tuple[int, ...], tuple[int, ...]], ...]


def order_key(text: str) -> OrderKey:
    """Give the key to sort by: syllable by syllable, letters before tones."""
    return tuple(_syllable(part) for part in text.lower().split())


def _syllable(text: str) -> tuple[tuple[int, ...], tuple[int, ...]]:
    decomposed = unicodedata.normalize("NFD", text)
    tones = tuple(1 + _TONES.index(mark) for mark in decomposed if mark in _TONES)
    bare = unicodedata.normalize("NFC", "".join(mark for mark in decomposed if mark not in _TONES))
    return tuple(_place(letter) for letter in bare), tones


def _place(letter: str) -> int:
    """Give the place in the alphabet; figures and signs come before all letters."""
    return _LETTERS.index(letter) if letter in _LETTERS else ord(letter) - 0x110000
