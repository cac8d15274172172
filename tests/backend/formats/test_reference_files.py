"""The whole of the reference data goes in; it lies outside the repository and may be missing."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path

import pytest

from backend.formats.guide_files import open_guides
from backend.formats.rows import Accepted, Rejected

DOUBTS_OF_TRAPS = {
    "glued_quantity": "quantity_repaired",
    "homoglyph": "lookalike_letter",
    "time_without_unit": "time_without_unit",
    "long_name": "long_name",
    "odd_space_and_long_name": "long_name",
    "channel_table_as_case_table": "channel_times_differ",
    "duplicate_channel_rows": "duplicate_channel",
    "private_use_bullet": "private_use_character",
    "fee_row_contradicts_note": "fee_contradicts_note",
    "stale_official_record": "outdated_reference",
    "glued_law_number": "law_number_doubtful",
}


@pytest.fixture
def procedures(reference: Path) -> Path:
    """Give the folder of reference procedures."""
    return reference / "procedures"


@pytest.mark.parametrize(
    ("name", "accepted", "rejected"),
    [
        ("portal-2026-07.jsonl.gz", 1954, {}),
        ("commune-practical.jsonl.gz", 241, {}),
        ("bad-records.jsonl", 30, {"wrong_page": 17}),
        ("catalogue-sample.xlsx", 271, {}),
        ("lgsp-sample.json", 1, {}),
        ("factsheet-priority.json", 56, {"marked_reject": 1}),
        ("nghe-an-catngan.csv", 0, {"unknown_format": 1}),
    ],
)
def test_every_record_is_taken_or_rejected_by_name(
    procedures: Path, name: str, accepted: int, rejected: dict[str, int]
) -> None:
    rows = list(open_guides(procedures / name))
    assert sum(isinstance(row, Accepted) for row in rows) == accepted
    assert Counter(row.code.value for row in rows if isinstance(row, Rejected)) == rejected


def test_each_named_trap_is_rejected_or_doubted(procedures: Path) -> None:
    path = procedures / "bad-records.jsonl"
    traps = [json.loads(line)["trap"] for line in path.read_text("utf-8").splitlines()]
    for trap, row in zip(traps, open_guides(path), strict=True):
        if trap == "wrong_page":
            assert isinstance(row, Rejected)
        elif trap in DOUBTS_OF_TRAPS:
            assert isinstance(row, Accepted)
            assert DOUBTS_OF_TRAPS[trap] in row.guide.doubts, (trap, row.guide.code)


def test_doubts_are_as_many_as_the_handbook_counts(procedures: Path) -> None:
    rows = open_guides(procedures / "portal-2026-07.jsonl.gz")
    doubts = Counter(doubt for row in rows if isinstance(row, Accepted) for doubt in row.guide.doubts)
    expected = {
        "quantity_repaired": 53,
        "two_form_variants": 23,
        "long_name": 37,
        "foreign_currency": 17,
        "duplicate_channel": 65,
        "district_level_named": 42,
        "private_use_character": 6,
    }
    assert {name: doubts[name] for name in expected} == expected


def test_a_raw_page_and_its_normalised_record_give_the_same_guide(procedures: Path) -> None:
    portal = {
        row.guide.code: row.guide
        for row in open_guides(procedures / "portal-2026-07.jsonl.gz")
        if isinstance(row, Accepted)
    }
    compared = 0
    for row in open_guides(procedures / "bad-records.jsonl"):
        if isinstance(row, Accepted) and (twin := portal.get(row.guide.code)):
            compared += 1
            for part in ("times", "fees", "paper_groups", "steps", "laws", "levels", "audience"):
                assert getattr(row.guide, part) == getattr(twin, part), (row.guide.code, part)
    assert compared >= 10
