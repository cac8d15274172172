"""Short and colloquial names that we add to guides whose source has none."""

from __future__ import annotations

import json
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

from backend.domain.guides.record import Guide, Origin

OTHER_NAMES = Path(__file__).parents[2] / "content" / "other_names.json"


def with_our_names(guide: Guide) -> Guide:
    """Give the guide with our names, keywords and life events; ours never replace the source's."""
    ours = _other_names().get(guide.code)
    if ours is None or guide.origin is Origin.WRITTEN:
        return guide
    return replace(
        guide,
        short_name=guide.short_name or ours.get("short_name"),
        other_names=_joined(guide.other_names, ours.get("other_names", ())),
        keywords=_joined(guide.keywords, ours.get("keywords", ())),
        life_events=_joined(guide.life_events, ours.get("life_events", ())),
    )


def _joined(first: tuple[str, ...], second: list[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys((*first, *second)))


@cache
def _other_names() -> dict[str, dict[str, Any]]:
    names: dict[str, dict[str, Any]] = json.loads(OTHER_NAMES.read_text(encoding="utf-8"))
    return names
