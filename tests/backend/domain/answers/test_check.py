"""What is wrong with answers is named field by field, as the examples say that the phone meets too."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from backend.domain.answers import Problem, check
from backend.domain.forms import rules_of
from tests.factories.written_form import examples, shared_form

TODAY = date(2026, 11, 21)
CHECKS, VALUES = examples("checks"), examples("values")
AROUND = {
    "name": "Vi Văn Mẫu",
    "born": "1990",
    "sex": "male",
    "has-phone": True,
    "phone": "0900000001",
    "children": 1,
}


def test_the_examples_are_about_this_form() -> None:
    assert rules_of(shared_form()) == examples("rules")


@pytest.mark.parametrize("example", CHECKS, ids=[one["name"] for one in CHECKS])
def test_problems_come_in_the_order_of_the_form(example: dict[str, Any]) -> None:
    found = check(
        shared_form(),
        example["answers"],
        example.get("papers", {}),
        today=TODAY,
        incomplete=example.get("incomplete", False),
    )
    assert found == tuple(Problem(**problem) for problem in example["problems"])


@pytest.mark.parametrize("example", VALUES, ids=[f"{at} {one['field']}" for at, one in enumerate(VALUES)])
def test_a_value_is_taken_or_refused_with_a_code(example: dict[str, Any]) -> None:
    name, value = example["field"], example["value"]
    papers = {name: value} if name == "letter" else {}
    answers = AROUND if papers else {**AROUND, name: value}
    problems = check(shared_form(), answers, papers, today=TODAY, incomplete=True)
    found = {problem.field: problem for problem in problems}
    expected = Problem(name, example["code"], example.get("params", {})) if "code" in example else None
    assert found.get(name) == expected


def test_a_text_of_a_megabyte_is_refused_without_being_repeated() -> None:
    (problem,) = check(shared_form(), {**AROUND, "name": "ệ" * 1_000_000}, {}, today=TODAY, incomplete=True)
    assert problem == Problem("name", "too_long", {"max": 20})


def test_unknown_names_are_few_and_short_in_the_list() -> None:
    answers = {**AROUND, **{f"{number}{'x' * 1000}": 1 for number in range(5000)}}
    problems = check(shared_form(), answers, {}, today=TODAY, incomplete=True)
    assert len(problems) == 20
    assert max(len(problem.field) for problem in problems) == 60


def test_today_is_the_day_of_the_answers() -> None:
    answers = {**AROUND, "born": "2026-11-22"}
    codes = {problem.code for problem in check(shared_form(), answers, {}, today=TODAY)}
    later = {problem.code for problem in check(shared_form(), answers, {}, today=date(2026, 11, 22))}
    assert ("rule" in codes, "rule" in later) == (True, False)
