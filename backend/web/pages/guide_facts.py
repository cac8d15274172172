"""What the facts band of a guide says: channels that agree share a line, those that differ stay apart."""

from __future__ import annotations

import calendar
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from backend.domain.guides.record import Channel, Fee, FeeKind, Guide, Origin, ProcessingTime
from backend.domain.text import Text

FRESH_FOR = timedelta(days=183)
"""How long a copied guide is shown without asking people to compare it again."""


SHORT = 90
"""Up to here a text can stand as the bold value; a longer one is read as a sentence."""


@dataclass(frozen=True)
class Remark:
    """What the source remarks on some channels."""

    channels: tuple[Channel, ...]
    text: Text


@dataclass(frozen=True)
class Fact:
    """One value and the channels it is for; no channels when it is for all of them.

    `head` is what may stand in bold, `rest` the words behind it; together they are the source's text.
    """

    channels: tuple[Channel, ...]
    value: ProcessingTime | Fee
    head: Text | None = None
    rest: Text | None = None


def merged(stated: Sequence[ProcessingTime] | Sequence[Fee]) -> tuple[Fact, ...]:
    """Give each different value once, with its channels, in the order of the source."""
    groups: list[tuple[ProcessingTime | Fee, list[Channel]]] = []
    for one in stated:
        value = replace(one, channel=None)
        channels = next((channels for known, channels in groups if known == value), None)
        if channels is None:
            channels = []
            groups.append((value, channels))
        if one.channel is not None and one.channel not in channels:
            channels.append(one.channel)
    alone = len(groups) == 1
    return tuple(
        Fact(() if alone else tuple(channels), value, *head_and_rest(value)) for value, channels in groups
    )


def head_and_rest(value: ProcessingTime | Fee) -> tuple[Text | None, Text | None]:
    """Split a text before its parenthesis. "Free" with a rule behind it never becomes a head."""
    if value.text is None:
        return None, None
    split = {language: _split(text) for language, text in value.text.items()}
    head = {language: parts[0] for language, parts in split.items()}
    rest = {language: parts[1] for language, parts in split.items() if parts[1]}
    free_with_rule = (
        isinstance(value, Fee) and value.kind is FeeKind.CONDITIONAL and "miễn" in head["vi"].lower()
    )
    if free_with_rule or len(head["vi"]) > SHORT:
        return None, value.text
    return head, rest or None


def fees_of(guide: Guide) -> tuple[Fact, ...]:
    """Give the fees. The portal's remark on a row describes the channel, so it is not shown as the fee's."""
    if guide.origin is Origin.IMPORTED:
        return merged([replace(fee, note=None) for fee in guide.fees])
    return merged(guide.fees)


def remarks_of(guide: Guide) -> tuple[Remark, ...]:
    """Give what the source remarks on the channels; equal remarks once, with all their channels."""
    if guide.origin is not Origin.IMPORTED:
        return ()
    by_text: dict[str, list[Channel]] = {}
    for fee in guide.fees:
        if fee.note is not None and fee.channel is not None:
            channels = by_text.setdefault(fee.note["vi"], [])
            channels.extend([fee.channel] if fee.channel not in channels else [])
    return tuple(Remark(tuple(channels), {"vi": text}) for text, channels in by_text.items())


def numbers_its_steps(guide: Guide) -> bool:
    """Tell whether the steps are the source's own text, with its own "Bước 1" and dashes."""
    return guide.origin is Origin.IMPORTED


def names_channels_only(guide: Guide) -> bool:
    """Tell whether the source's places are no more than the names of the channels."""
    return guide.origin is Origin.IMPORTED and not any(place.note for place in guide.places)


def _split(text: str) -> tuple[str, str]:
    head, bracket, rest = text.partition("(")
    return (head.strip(), bracket + rest) if head.strip() and len(text) > 45 else (text, "")


def channels_of(guide: Guide) -> tuple[Channel, ...]:
    """Give the ways to hand in that the source names, in its order."""
    stated: tuple[ProcessingTime | Fee, ...] = (*guide.times, *guide.fees)
    named = (one.channel for one in stated if one.channel is not None)
    return tuple(dict.fromkeys(named))


def old_from(captured_on: str | None) -> date | None:
    """Give the day from which a copy made on this day, in this month or year is old; None if unknown."""
    if captured_on is None:
        return None
    year, month, day = (*(int(part) for part in captured_on.split("-")), 0, 0)[:3]
    month = month or 12
    last = calendar.monthrange(year, month)[1]
    return date(year, month, day or last) + FRESH_FOR
