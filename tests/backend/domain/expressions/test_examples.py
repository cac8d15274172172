"""Expressions parse and evaluate as the examples say that the phone meets too."""

from __future__ import annotations

import math
from datetime import date
from typing import Any

import pytest

from backend.domain.expressions import evaluate, parse
from tests.factories.written_form import examples

EXAMPLES = examples("expressions")
ALL_FIELDS = {
    *("missing", "big", "yes", "no", "text", "n", "day", "codes", "code", "name", "home", "null", "mixed"),
    "constructor",
}


@pytest.mark.parametrize("example", EXAMPLES, ids=[f"{at} {one['text']}" for at, one in enumerate(EXAMPLES)])
def test_an_expression_gives_what_the_example_says(example: dict[str, Any]) -> None:
    tree = parse(example["text"], ALL_FIELDS)
    assert tree == example["tree"]
    answers = example.get("answers", {})
    given = evaluate(tree, answers, this=example.get("this"), today=date(2026, 11, 21))
    assert given == example["gives"]
    assert isinstance(given, bool) == isinstance(example["gives"], bool)


def test_a_number_too_large_for_the_phone_is_nothing() -> None:
    tree = parse("${n}", {"n"})
    for value in (10**400, math.inf, math.nan):
        assert evaluate(tree, {"n": value}, today=date(2026, 11, 21)) is None
