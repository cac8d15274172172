"""The words of a text as search compares them: without marks, and how well the marks agree."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from backend.domain.fold import INVISIBLE, MARKS

SAME_MARKS, NO_MARKS, NEAR_MARKS, OTHER_TONE, OTHER_MARKS = 1.0, 0.97, 0.85, 0.6, 0.3
"""How well two words with the same letters agree; near is a tone or a hat that was left out."""

HOOK_AND_TILDE = {"\u0309", "\u0303"}
"""Two tones that Nghệ An speaks alike and often writes alike."""

_TOKEN = re.compile(rf"(?:[^\W_]|[{MARKS}])+")
_MARK = re.compile(f"[{MARKS}]")
_TONE = re.compile("[\u0300\u0301\u0303\u0309\u0323]")
_FINAL_Y = re.compile(r"^(qu|[bcdghklmnprstvx]{1,2})y$")
_ZEROS = re.compile(r"^0+(?=[0-9]+$)")


@dataclass(frozen=True, slots=True)
class Word:
    """One word: `key` has no marks, `body` keeps ă â ê ô ơ ư đ, the tone stands apart."""

    key: str
    body: str
    tone: str

    @property
    def bare(self) -> bool:
        """Whether nothing was said about marks: typed without them, or a word that has none."""
        return self.tone == "" and self.body == self.key

    @property
    def exact(self) -> str:
        """The word with its marks, in one spelling."""
        return self.body + self.tone

    @property
    def is_number(self) -> bool:
        """Whether the word is digits only."""
        return self.key.isascii() and self.key.isdigit()


def bare_word(key: str) -> Word:
    """Give a word of which only the letters are known."""
    return Word(key, key, "")


def words_of(text: str) -> list[Word]:
    """Split a text into words; ky and ki, hoà and hòa, 06 and 6 come out the same."""
    tokens = _TOKEN.findall(unicodedata.normalize("NFD", INVISIBLE.sub("", text.lower())))
    return [word for word in map(_word, tokens) if word.key]


def _word(token: str) -> Word:
    tone = "".join(_TONE.findall(token))[:1]
    body = _ZEROS.sub("", _FINAL_Y.sub(r"\1i", _TONE.sub("", token)))
    return Word(_MARK.sub("", body).replace("đ", "d"), body, tone)


def agreement(typed: Word, written: Word) -> float:
    """Tell how well two words with the same key agree in their marks."""
    if typed.body == written.body and typed.tone == written.tone:
        return SAME_MARKS
    if typed.bare:
        return NO_MARKS
    if typed.body == written.body:
        confused = typed.tone == "" or {typed.tone, written.tone} == HOOK_AND_TILDE
        return NEAR_MARKS if confused else OTHER_TONE
    if typed.tone == written.tone and typed.body == typed.key:
        return NEAR_MARKS
    return OTHER_MARKS


def same_word(typed: Word, listed: Word) -> bool:
    """Tell whether a typed word is the listed one: a word typed without marks is any of its readings."""
    return typed.key == listed.key and agreement(typed, listed) >= NEAR_MARKS
