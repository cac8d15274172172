"""Find one guide, list all, and give the catalogue that search reads."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from threading import RLock
from typing import Any

from backend.domain import packs
from backend.domain.errors import Code, missing
from backend.domain.guides._names import with_our_names
from backend.domain.guides.record import Guide, Level, Origin, Validity
from backend.domain.plain import from_plain
from backend.domain.text import Text
from backend.storage import guides as rows

CODE = re.compile(r"^(\d\.\d{6})(?:\.\d{3}\.\d{2}\.\d{2})?(?:\.[HG]\d{1,3})?$")
"""National code with an optional local suffix, e.g. 1.013978.H41; the key is the first group."""

SEARCH_WORDS = Path(__file__).parents[2] / "content" / "search_words.json"

ONE_AT_A_TIME = RLock()
"""After a change one thread makes the lists anew, which takes a second; the others wait for it."""


@dataclass(frozen=True, kw_only=True)
class GuideSummary:
    """What lists and search need of a guide."""

    code: str
    title: Text
    name: Text
    sector: str
    pack: str
    origin: Origin
    levels: tuple[Level, ...]
    life_events: tuple[str, ...]
    other_names: tuple[str, ...]
    keywords: tuple[str, ...]


def find(code: str) -> Guide:
    """Give the guide for a code, with or without a local suffix. Raises Refusal guide_not_found."""
    key = CODE.match(code)
    row = rows.best(key.group(1)) if key else None
    if row is None:
        raise missing(Code.GUIDE_NOT_FOUND, code=code)
    return with_our_names(from_plain(Guide, row.content))


def listed() -> tuple[GuideSummary, ...]:
    """Give all guides that are not withdrawn, in the order of their codes."""
    with ONE_AT_A_TIME:
        return _listed(rows.last_change())


def state() -> tuple[int, object]:
    """Give a value that differs when any guide was added, changed or removed."""
    return rows.last_change()


def catalogue() -> dict[str, Any]:
    """Give what search reads on phone and server: words, packs and one short entry for each guide."""
    places = {group.slug: place for place, group in enumerate(packs.GROUPS)}
    return {
        "words": json.loads(SEARCH_WORDS.read_text(encoding="utf-8")),
        "packs": [[group.slug, group.name["vi"], group.name["en"]] for group in packs.GROUPS],
        "guides": [_entry(guide, places) for guide in listed()],
    }


def _entry(guide: GuideSummary, places: dict[str, int]) -> list[Any]:
    at_commune = int(Level.COMMUNE in guide.levels)
    title, english = guide.title["vi"], guide.title.get("en", "")
    official = [guide.name["vi"]] if guide.name["vi"] != title else []
    names, keywords = [*official, *guide.other_names], list(guide.keywords)
    return [guide.code, title, english, names, keywords, places[guide.pack], at_commune]


@lru_cache(maxsize=4)
def _listed(_state: tuple[int, object]) -> tuple[GuideSummary, ...]:
    guides = (with_our_names(from_plain(Guide, row.content)) for row in rows.best_of_each())
    return tuple(_summary(guide) for guide in guides if guide.validity is not Validity.EXPIRED)


def _summary(guide: Guide) -> GuideSummary:
    return GuideSummary(
        code=guide.code,
        title=guide.title,
        name=guide.name,
        sector=guide.sector,
        pack=packs.group_of(guide.sector),
        origin=guide.origin,
        levels=guide.levels,
        life_events=guide.life_events,
        other_names=guide.other_names,
        keywords=guide.keywords,
    )
