"""The fee cell of the portal's table: kept word for word, its kind never guessed."""

from __future__ import annotations

import re
from dataclasses import dataclass

from backend.domain.guides.record import FeeKind

_MONEY = r"(?:việt nam đồng|vnđ|vnd|đồng|usd|đ)"
_AMOUNT = rf"\d+(?:[.,]\d{{3}})*\s*{_MONEY}(?!\w)"
_CELL = re.compile(rf"miễn phí|không có thông tin|{_AMOUNT}|{_MONEY}(?!\w)", re.IGNORECASE)
_JUST_AMOUNT = re.compile(rf"{_AMOUNT}(?:\s*\(/[^)]*\))?", re.IGNORECASE)
_AMOUNTS = re.compile(rf"(\d+(?:[.,]\d{{3}})*)\s*{_MONEY}(?!\w)", re.IGNORECASE)
_HALF_AN_AMOUNT = re.compile(rf"(?:,\d{{3}}\s*)?{_MONEY}(?!\w)", re.IGNORECASE)
_SMALLEST_FEE = 1000


@dataclass(frozen=True)
class FeeCell:
    """What a cell says: `text` is the fee with its note in brackets, `rest` the description after it.

    The two together are the source's words without a letter lost.
    """

    kind: FeeKind
    text: str | None
    rest: str | None


def read_fee(raw: str) -> FeeCell:
    """Read a fee cell. Free only if it says "Miễn phí" and nothing else."""
    head, rest = _split(raw)
    folded = head.casefold()
    if folded in {"", "không có thông tin"} or re.fullmatch(_MONEY, folded):
        return FeeCell(FeeKind.UNKNOWN, None, rest)
    if folded == "miễn phí" and rest is None:
        return FeeCell(FeeKind.FREE, head, None)
    if _JUST_AMOUNT.fullmatch(head) and rest is None and not lost_its_thousands(raw):
        return FeeCell(FeeKind.AMOUNT, head, None)
    return FeeCell(FeeKind.CONDITIONAL, head, rest)


def starts_inside_an_amount(raw: str) -> bool:
    """Tell whether the cell lacks its number because that was read as the time (",000 VNĐ")."""
    return _HALF_AN_AMOUNT.match(raw) is not None


def contradicts_its_note(raw: str) -> bool:
    """Tell whether the cell states an amount that the note in brackets behind it does not know."""
    head, _ = _split(raw)
    cell, _, note = head.partition("(")
    stated, noted = _amounts(cell), _amounts(note)
    return bool(stated) and bool(noted) and not stated & noted


def lost_its_thousands(raw: str) -> bool:
    """Tell whether the cell states an amount in đồng that is too small to be one."""
    cell = _split(raw)[0].partition("(")[0]
    return not names_foreign_currency(cell) and any(amount < _SMALLEST_FEE for amount in _amounts(cell))


def names_foreign_currency(raw: str) -> bool:
    """Tell whether a fee is in US dollars."""
    return re.search(r"\bUSD\b|\bđô la\b", raw, re.IGNORECASE) is not None


def _amounts(text: str) -> set[int]:
    return {int(re.sub(r"[.,]", "", number)) for number in _AMOUNTS.findall(text) if len(number) < 20}


def _split(raw: str) -> tuple[str, str | None]:
    found = _CELL.match(raw)
    if found is None:
        return raw, None
    end = found.end()
    if raw[end : end + 1] == "(":
        end = _closing_bracket(raw, end)
    return raw[:end].strip(), raw[end:].strip() or None


def _closing_bracket(raw: str, start: int) -> int:
    depth = 0
    for place in range(start, len(raw)):
        depth += (raw[place] == "(") - (raw[place] == ")")
        if depth == 0:
            return place + 1
    return len(raw)
