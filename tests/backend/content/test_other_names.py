"""The words people use for imported procedures are clean and lead to known occasions."""

from __future__ import annotations

import json
import re
import unicodedata
from pathlib import Path
from typing import Any

import pytest

from backend.domain.guides.record import Guide
from backend.domain.life_events import LIFE_EVENTS, life_event

Names = dict[str, dict[str, Any]]


@pytest.fixture(scope="module")
def names(content: Path) -> Names:
    """The file that is merged into imported records."""
    return json.loads((content / "other_names.json").read_text(encoding="utf-8"))


def test_it_covers_the_procedures_of_a_commune(names: Names) -> None:
    assert len(names) >= 120
    assert all(re.fullmatch(r"\d\.\d{6}", code) for code in names)


def test_written_guides_carry_their_own_names(names: Names, written: list[Guide]) -> None:
    assert not names.keys() & {guide.code for guide in written}


def test_an_entry_has_these_fields_and_no_others(names: Names) -> None:
    for code, entry in names.items():
        assert entry.keys() - {"short_name"} == {"other_names", "keywords", "life_events"}, code
        assert entry["other_names"], code


def test_short_names_are_short_and_in_both_languages(names: Names) -> None:
    for short in (entry["short_name"] for entry in names.values() if "short_name" in entry):
        assert short.keys() == {"vi", "en"}
        assert all(2 < len(text) <= 70 for text in short.values())


def test_short_names_are_not_shared(names: Names) -> None:
    shorts = [entry["short_name"]["vi"] for entry in names.values() if "short_name" in entry]
    assert len(set(shorts)) == len(shorts)


def test_words_are_composed_trimmed_and_said_once(names: Names) -> None:
    for code, entry in names.items():
        words = entry["other_names"] + entry["keywords"]
        assert words == [unicodedata.normalize("NFC", word).strip() for word in words], code
        assert len(set(entry["other_names"])) == len(entry["other_names"]), code
        assert all(words), code


def test_life_events_exist(names: Names) -> None:
    assert all(life_event(slug) for entry in names.values() for slug in entry["life_events"])


def test_every_life_event_leads_somewhere(names: Names, written: list[Guide]) -> None:
    reached = {slug for entry in names.values() for slug in entry["life_events"]}
    reached |= {slug for guide in written for slug in guide.life_events}
    assert reached == {event.slug for event in LIFE_EVENTS}


def test_life_events_have_two_names_and_one_slug_each() -> None:
    assert len({event.slug for event in LIFE_EVENTS}) == len(LIFE_EVENTS)
    for event in LIFE_EVENTS:
        assert re.fullmatch(r"[a-z]+(-[a-z]+)*", event.slug)
        assert event.name.keys() == {"vi", "en"}


def test_an_unknown_life_event_is_refused() -> None:
    with pytest.raises(KeyError):
        life_event("trung-so")
