"""Lists of phrases, found in a row of words: ignored ones, faint ones, and those that mean another phrase."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from backend.domain.search._words import Word, same_word, words_of


@dataclass(frozen=True, slots=True)
class Phrase:
    """One phrase and what else it may mean."""

    words: tuple[Word, ...]
    meanings: tuple[tuple[Word, ...], ...]


class Phrases:
    """Phrases by their first word, the longest first."""

    def __init__(self, listed: Iterable[tuple[str, Sequence[str]]]) -> None:
        self.keys: set[str] = set()
        self._single: set[str] = set()
        self._by_key: dict[str, list[Phrase]] = {}
        for said, meanings in listed:
            words = tuple(words_of(said))
            meant = tuple(tuple(words_of(meaning)) for meaning in meanings)
            self._by_key.setdefault(words[0].key, []).append(Phrase(words, meant))
            self.keys.update(word.key for word in words)
            if len(words) == 1:
                self._single.add(words[0].exact)
        for phrases in self._by_key.values():
            phrases.sort(key=lambda phrase: -len(phrase.words))

    def longest(self, words: Sequence[Word], place: int) -> Phrase | None:
        """Give the longest phrase that begins at a place of a query."""
        phrases = self._by_key.get(words[place].key, [])
        return next((phrase for phrase in phrases if _begins(words, place, phrase.words)), None)

    def holds(self, word: Word) -> bool:
        """Tell whether a word, with its marks, is listed by itself."""
        return word.exact in self._single


def _begins(words: Sequence[Word], place: int, phrase: tuple[Word, ...]) -> bool:
    if place + len(phrase) > len(words):
        return False
    return all(same_word(words[place + step], word) for step, word in enumerate(phrase))
