"""Fees and times stand as the source says them: no guess, no unit added, nothing called free too early."""

from __future__ import annotations

import gzip
import json
from pathlib import Path
from typing import Any

import pytest

from backend.domain.guides.record import Fee, FeeKind, Guide

# Its table says "Miễn phí" while its steps name cases that pay: our text tells both.
NOT_VERBATIM = {("1.001193", FeeKind.CONDITIONAL)}


def claims_free(fee: Fee) -> bool:
    """Whether a reader would take the fee for free, without any rule behind it."""
    said = (fee.text or {"vi": "", "en": ""})["vi"].lower().rstrip(". ")
    return said in ("miễn phí", "miễn lệ phí", "không thu", "0 đ", "0 đồng")


def squeezed(text: str) -> str:
    """The text without spaces and final marks, as the source's glued tables have it."""
    return "".join(text.split()).rstrip(".;")


@pytest.fixture(scope="module")
def facts(reference: Path) -> dict[str, dict[str, Any]]:
    """The reference facts by code."""
    path = reference / "procedures" / "factsheet-priority.json"
    return {fact["code"]: fact for fact in json.loads(path.read_text(encoding="utf-8"))}


@pytest.fixture(scope="module")
def channel_tables(reference: Path, facts: dict[str, dict[str, Any]]) -> str:
    """All channel tables of the source, squeezed into one text."""
    with gzip.open(reference / "procedures" / "portal-2026-07.jsonl.gz", "rt", encoding="utf-8") as lines:
        tables = [json.loads(line)["channels_raw"] or "" for line in lines]
    return squeezed("|".join([*tables, *(fact.get("channels_raw") or "" for fact in facts.values())]))


def test_nothing_is_called_free_that_is_not(guide: Guide) -> None:
    assert not [fee for fee in guide.fees if claims_free(fee) != (fee.kind is FeeKind.FREE)]


def test_a_fee_with_a_rule_shows_the_rule_and_what_to_ask(guide: Guide) -> None:
    for fee in guide.fees:
        if fee.kind is FeeKind.CONDITIONAL:
            assert len((fee.text or {"vi": ""})["vi"]) > 40
            assert fee.note


def test_an_unknown_fee_has_no_text_but_says_whom_to_ask(guide: Guide) -> None:
    for fee in guide.fees:
        assert (fee.kind is FeeKind.UNKNOWN) == (fee.text is None)
        if fee.text is None:
            assert "Hỏi" in (fee.note or {"vi": ""})["vi"]


def test_no_fee_is_for_missions_abroad(guide: Guide) -> None:
    assert not [fee for fee in guide.fees if "USD" in (fee.text or {"vi": ""})["vi"]]


def test_a_number_without_a_unit_stays_without_one_and_says_so(guide: Guide) -> None:
    for time in guide.times:
        if time.value is not None and time.unit is None:
            assert time.text is None
            assert "không ghi đơn vị" in (time.note or {"vi": ""})["vi"]
            assert "no unit" in (time.note or {"en": ""})["en"]


def test_a_time_without_a_number_still_says_something(guide: Guide) -> None:
    assert all(time.text or time.value for time in guide.times)


def test_fees_are_verbatim(guide: Guide, channel_tables: str) -> None:
    for fee in guide.fees:
        if fee.text and (guide.code, fee.kind) not in NOT_VERBATIM:
            assert squeezed(fee.text["vi"]) in channel_tables


def test_name_decision_address_and_results_are_the_source_s(guide: Guide, facts: dict[str, Any]) -> None:
    fact = facts[guide.code]
    assert guide.name["vi"] == fact["name"]
    assert guide.sector == fact["sector"]
    assert guide.source.decision_no == fact["decision_no"]
    assert guide.source.url == fact["source_url"]
    assert {result.code for result in guide.results} == {result["code"] for result in fact["results"]}
