"""Our own format is read strictly: the place of the first fault is named."""

from __future__ import annotations

import json
from typing import Any

import pytest

from backend.domain.plain import to_plain
from tests.backend.formats.conftest import accepted, rejected
from tests.factories.source_records import channel, document, documents, normalised, official, written

QUESTION = {"id": "gio", "text": {"vi": "Có gió không?"}, "options": [{"id": "co", "text": {"vi": "Có"}}]}


def with_paper(**paper: Any) -> dict[str, Any]:
    """Give a guide with one question and one paper."""
    paper = {"id": "day", "name": {"vi": "Sợi dây"}} | paper
    return written(questions=[QUESTION], paper_groups=[{"role": "submit", "papers": [paper]}])


def test_a_written_guide_comes_back_as_it_was() -> None:
    record = with_paper(originals=1, when={"gio": ["co"]})
    assert to_plain(accepted(record)) | {"format": 1} == record | {
        "check": {"state": "needs_check"},
        "validity": "in_force",
    }


@pytest.mark.parametrize(
    "record",
    [
        normalised(channels=[channel()], document_cases=documents(document()), steps="Một\nHai"),
        official(),
    ],
)
def test_a_guide_that_was_imported_can_be_handed_on_in_our_format(record: dict[str, Any]) -> None:
    guide = accepted(record)
    again = json.loads(json.dumps(to_plain(guide))) | {"format": 1}
    assert accepted(again) == guide


@pytest.mark.parametrize(
    ("record", "code", "place"),
    [
        (written(format=2), "unsupported_format", "2"),
        (written(format=True), "unsupported_format", "True"),
        (written(code="kite"), "bad_code", "code"),
        (written(code=None), "missing_field", "code"),
        (written(fee="free"), "unknown_field", "fee"),
        (written(name={"vi": "Diều", "fr": "Cerf-volant"}), "unknown_field", "name.fr"),
        (written(name={"en": "Kite"}), "missing_field", "name.vi"),
        (written(name={"vi": " "}), "bad_value", "name.vi"),
        (written(name="Diều"), "wrong_type", "name"),
        (written(sector=""), "bad_value", "sector"),
        (written(origin="stolen"), "bad_value", "origin"),
        (written(source={"captured_on": "2026"}), "missing_field", "source.publisher"),
        (
            written(source={"publisher": {"vi": "G"}, "captured_on": "7/2026"}),
            "bad_value",
            "source.captured_on",
        ),
        (
            written(source={"publisher": {"vi": "G"}, "captured_on": "2026-02-31"}),
            "bad_value",
            "source.captured_on",
        ),
        (written(source={"publisher": {"vi": "G"}, "captured_on": ""}), "bad_value", "source.captured_on"),
        (written(steps={"vi": "Một"}), "wrong_type", "steps"),
        (written(steps=["Một"]), "wrong_type", "steps[0]"),
        (written(times=[{"value": "3"}]), "wrong_type", "times[0].value"),
        (written(times=[{"value": True}]), "wrong_type", "times[0].value"),
        (written(times=[{"value": -1}]), "bad_value", "times[0].value"),
        (written(times=[{"unit": "weeks"}]), "bad_value", "times[0].unit"),
        (written(effective_from="1/7/2025"), "bad_value", "effective_from"),
        (written(effective_from="20250701"), "bad_value", "effective_from"),
        (written(laws=[{"url": "javascript:alert(1)"}]), "bad_value", "laws[0].url"),
        (written(related=["1.900001.H41"]), "bad_value", "related"),
        (written(doubts=["maybe"]), "bad_value", "doubts"),
        (with_paper(id="Sợi dây"), "bad_value", "papers"),
        (with_paper(when={"mua": ["co"]}), "bad_value", "day"),
        (with_paper(when={"gio": ["khong"]}), "bad_value", "day"),
        (with_paper(when={"gio": "co"}), "wrong_type", "paper_groups[0].papers[0].when.gio"),
        (written(questions=[QUESTION, QUESTION]), "bad_value", "questions"),
        (written(questions=[QUESTION | {"options": []}]), "bad_value", "gio"),
    ],
)
def test_a_fault_is_named_with_its_place(record: dict[str, Any], code: str, place: str) -> None:
    row = rejected(record)
    assert row.code == code
    assert place in row.reason


def test_the_key_of_a_written_guide_is_the_national_code() -> None:
    assert accepted(written(code="1.900001.H41")).code == "1.900001"


def test_written_texts_are_tidied() -> None:
    assert accepted(written(name={"vi": "Đăng k\u200eý"})).name == {"vi": "Đăng ký"}
