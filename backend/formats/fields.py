"""Typed reading of a record that somebody else wrote: each value is checked where it is taken."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from backend.domain.guides.doubts import Doubt
from backend.formats.procedure_codes import is_of_other_province, procedure_key
from backend.formats.rows import Refused, Reject
from backend.formats.tidy import has_lookalike, has_private_use, is_decoded_wrongly, one_line, tidy

_NOTHING = frozenset({"", "--", "không có thông tin"})


@dataclass(frozen=True)
class Fields:
    """The values of one object by name. What its texts make doubtful is gathered in `doubts`."""

    values: dict[str, Any]
    path: str = ""
    doubts: set[Doubt] = field(default_factory=set)

    def text(self, name: str) -> str | None:
        """Give a tidied text with its line breaks; None where the source says nothing."""
        value = self.values.get(name)
        if value is None:
            return None
        if not isinstance(value, str):
            raise self._wrong(name, "a text")
        return None if _says_nothing(cleaned := self._clean(value)) else cleaned

    def line(self, name: str) -> str | None:
        """Give a tidied text on one line."""
        value = self.text(name)
        return None if value is None else one_line(value)

    def needed(self, name: str) -> str:
        """Give a text on one line that the record cannot do without."""
        value = self.line(name)
        if value is None:
            raise Refused(Reject.MISSING_FIELD, f"{self.path}{name} is missing or empty")
        return value

    def key(self, name: str) -> str:
        """Give the procedure's key from its code."""
        code = self.needed(name)
        if (key := procedure_key(code)) is None:
            raise Refused(Reject.BAD_CODE, f"{self.path}{name} {code[:60]!r} is no code of a procedure")
        if is_of_other_province(code):
            self.doubts.add(Doubt.OTHER_PROVINCE)
        return key

    def count(self, name: str) -> int | None:
        """Give a whole number that is not negative, also when it was written as text."""
        value = self.values.get(name)
        if isinstance(value, str) and value.strip().isascii():
            value = int(value) if value.strip().isdigit() and len(value) < 10 else value.strip() or None
        if value is None:
            return None
        if isinstance(value, bool) or not isinstance(value, int) or not 0 <= value < 10**9:
            raise self._wrong(name, "a whole number")
        return value

    def lines(self, name: str) -> tuple[str, ...]:
        """Give a list of texts; empty ones are left out."""
        found = []
        for place, value in enumerate(self._list(name)):
            if not isinstance(value, str):
                raise self._wrong(f"{name}[{place}]", "a text")
            if not _says_nothing(cleaned := one_line(self._clean(value))):
                found.append(cleaned)
        return tuple(found)

    def records(self, name: str) -> tuple[Fields, ...]:
        """Give a list of objects."""
        found = []
        for place, value in enumerate(self._list(name)):
            if not isinstance(value, dict):
                raise self._wrong(f"{name}[{place}]", "an object")
            found.append(Fields(value, f"{self.path}{name}[{place}].", self.doubts))
        return tuple(found)

    def _list(self, name: str) -> list[Any]:
        value = self.values.get(name)
        if value is None:
            return []
        if not isinstance(value, list):
            raise self._wrong(name, "a list")
        return value

    def _clean(self, value: str) -> str:
        if has_private_use(value):
            self.doubts.add(Doubt.PRIVATE_USE_CHARACTER)
        if has_lookalike(value):
            self.doubts.add(Doubt.LOOKALIKE_LETTER)
        if is_decoded_wrongly(value):
            raise Refused(Reject.WRONG_ENCODING, "the text was decoded with a wrong code page before")
        return tidy(value)

    def _wrong(self, name: str, wanted: str) -> Refused:
        return Refused(Reject.WRONG_TYPE, f"{self.path}{name} is not {wanted}")


def _says_nothing(text: str) -> bool:
    return len(text) < 20 and text.casefold() in _NOTHING
