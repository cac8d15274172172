"""The twelve guides written by us are whole, in both languages, and say where they come from."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

from backend.domain.guides.record import CheckState, Guide, Origin
from backend.domain.life_events import life_event
from backend.domain.plain import to_plain

CODE = re.compile(r"\d\.\d{6}")
LAW = re.compile(r"\d+(\.\d)?/(19|20)\d\d/(QH\d\d|NĐ-CP|NQ-CP|TT-[A-Z]{3})")
TWELVE = {
    "1.001193", "1.000656", "1.000894", "1.004873", "2.000635", "2.000815",
    "2.000884", "1.004222", "1.004194", "1.001612", "3.000333", "1.013225",
}  # fmt: skip


def test_the_twelve_procedures_are_written(written: list[Guide]) -> None:
    assert {guide.code for guide in written} == TWELVE
    assert len(written) == len(TWELVE)


def test_a_file_is_exactly_the_record(plain: dict[str, Any], guide: Guide) -> None:
    assert to_plain(guide) == plain
    assert guide.origin is Origin.WRITTEN


def test_the_format_number_comes_first(content: Path) -> None:
    for path in (content / "guides").glob("*.json"):
        assert next(iter(json.loads(path.read_text(encoding="utf-8")))) == "format"


def test_nothing_a_reader_needs_is_missing(guide: Guide) -> None:
    assert all((guide.short_name, guide.agency, guide.who, guide.when, guide.levels))
    assert all((guide.times, guide.fees, guide.places, guide.questions, guide.paper_groups))
    assert all((guide.results, guide.laws, guide.related, guide.keywords))
    assert len(guide.other_names) >= 12
    assert 3 <= len(guide.steps) <= 6


def test_the_source_has_an_address_a_decision_and_an_age(guide: Guide) -> None:
    assert (guide.source.url or "").startswith("https://dichvucong.gov.vn/thu-tuc-hanh-chinh/")
    assert guide.source.captured_on == "2026-07"
    assert "/QĐ-" in (guide.source.decision_no or "")


def test_nobody_claims_to_have_checked_it(guide: Guide) -> None:
    assert guide.check.state is CheckState.NEEDS_CHECK
    assert guide.check.by is None
    assert guide.check.open_points


def test_civil_status_guides_name_the_law_of_2027(guide: Guide) -> None:
    points = " ".join(point["vi"] for point in guide.check.open_points)
    assert ("01/3/2027" in points) == (guide.sector == "Hộ tịch")


def test_residence_guides_name_the_new_form(guide: Guide) -> None:
    forms = [paper for group in guide.paper_groups for paper in group.papers if paper.id == "ct01"]
    assert bool(forms) == ("cư trú" in guide.sector)
    for form in forms:
        assert "116/2026/TT-BCA" in (form.detail or {})["vi"]


def test_what_is_often_missing_is_short_and_says_who_noted_it(guide: Guide) -> None:
    assert 1 <= len(guide.often_missing) <= 4
    assert all("chưa đối chiếu" in noted.noted_by["vi"] for noted in guide.often_missing)


def test_life_events_exist(guide: Guide) -> None:
    assert guide.life_events
    assert all(life_event(slug) for slug in guide.life_events)


def test_related_codes_have_the_right_shape(guide: Guide) -> None:
    assert all(CODE.fullmatch(code) for code in guide.related)
    assert len({*guide.related, guide.code}) == len(guide.related) + 1


def test_law_numbers_validate_and_stand_once(guide: Guide) -> None:
    numbers = [law.number or "" for law in guide.laws]
    assert all(LAW.fullmatch(number) for number in numbers)
    assert len(set(numbers)) == len(numbers)


def test_result_codes_have_the_right_shape(guide: Guide) -> None:
    assert all(re.fullmatch(r"KQ\.G\d\d\.\d{6}", result.code or "") for result in guide.results)
