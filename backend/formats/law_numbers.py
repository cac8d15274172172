"""Numbers of laws and decrees: found in glued text, and believed only when year and issuer fit."""

from __future__ import annotations

import re
from dataclasses import dataclass

from backend.formats.tidy import plain_letters

_ISSUERS = (
    "BCA BCN BCT BGDĐT BGTVT BKHCN BKHĐT BLĐTBXH BNG BNN BNNMT BNNPTNT BNV BQP BTC BTM BTNMT BTP BTS BTTTT "
    "BVHTT BVHTTDL BXD BYT BDTTG CP KTNN NHNN TANDTC TTCP UBDT VKSNDTC VPCP"
)
_ISSUER = "(?:" + "|".join(sorted(_ISSUERS.split(), key=len, reverse=True)) + ")"
_SUFFIX = (
    rf"(?:NĐ-CP|NQ-CP|NQ-HĐND|NQ-HĐTP|QĐ-TTg|CT-TTg|QĐ-UBND|TTLT(?:-{_ISSUER})+|(?:TT|QĐ)-{_ISSUER}"
    r"|(?:(?:PL-|NQ-)?UBTVQH|NQ-QH|QH)\d\d)"
)
_GLUED = r"(?<=/19\d\d)|(?<=/20\d\d)|(?<=năm 20\d\d)|(?<=QH\d\d)"  # "29/6/2024" + "43/2024/QH15"
_NUMBER = re.compile(rf"(?:(?<![\d/])|{_GLUED})\d{{1,4}}(?:\.\d{{1,2}})?/(\d{{4}})/{_SUFFIX}", re.A)
_LOOKS_LIKE_ONE = re.compile(r"\d/\d{4}/[A-ZĐ]{2}", re.ASCII)
_ASSEMBLY = re.compile(r"QH(\d\d)$", re.ASCII)
_ASSEMBLY_BEGINS = {9: 1992, 10: 1997, 11: 2002, 12: 2007, 13: 2011, 14: 2016, 15: 2021, 16: 2026, 17: 2031}


@dataclass(frozen=True)
class LawNumbers:
    """The numbers that hold, in the order of the text, and whether others did not."""

    numbers: tuple[str, ...]
    has_doubtful: bool


def law_numbers(text: str | None, hints: tuple[str, ...] = (), *, latest_year: int) -> LawNumbers:
    """Find law numbers in a text; the source's own list of them only serves where there is no text."""
    if not text:
        whole = [hint for hint in map(plain_letters, hints) if is_law_number(hint, latest_year=latest_year)]
        return LawNumbers(tuple(dict.fromkeys(whole)), len(whole) < len(hints))
    plain = plain_letters(text)
    found = list(_NUMBER.finditer(plain))
    good = [m.group(0) for m in found if _year_fits(m.group(0), int(m.group(1)), latest_year)]
    looks = len(_LOOKS_LIKE_ONE.findall(plain))
    return LawNumbers(tuple(dict.fromkeys(good)), len(good) < max(looks, len(found)))


def is_law_number(number: str, *, latest_year: int) -> bool:
    """Tell whether one number stands alone and its year and issuer are possible."""
    found = _NUMBER.fullmatch(plain_letters(number))
    return found is not None and _year_fits(number, int(found.group(1)), latest_year)


def _year_fits(number: str, year: int, latest_year: int) -> bool:
    assembly = _ASSEMBLY.search(number)
    if assembly is None:
        return 1945 <= year <= latest_year
    begins = _ASSEMBLY_BEGINS.get(int(assembly.group(1)))
    return begins is not None and begins <= year <= min(begins + 5, latest_year)
