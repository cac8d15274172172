"""What is wrong with the answers to a form: the same list on phone and server, in the form's order.
Twin of `phone/form/check-answers.ts`; `tests/shared/answers` holds examples that both must meet.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from dataclasses import field as made_by
from datetime import date

from backend.domain.answers._shown import Shown, shown
from backend.domain.answers._values import Fault, fault_of, fault_of_paper
from backend.domain.expressions import holds
from backend.domain.forms.record import Answers, Field, FieldType, Form, Papers

PAPER_ANSWERS = frozenset({"have", "not_yet", "cannot_get", "not_applicable", "need_help"})

MOST_UNKNOWN = 20
LONGEST_NAME = 60
"""Unknown names come from strangers: a few, shortened, are enough to find the mistake."""


@dataclass(frozen=True)
class Problem:
    """What is wrong with one field. `params` holds numbers only, never what a person typed."""

    field: str
    code: str
    params: dict[str, int] = made_by(default_factory=dict)


def check(
    form: Form, answers: Answers, papers: Papers, *, today: date, incomplete: bool = False
) -> tuple[Problem, ...]:
    """Give what is wrong, at most one problem for each field, in the order of the form, unknown ones last.

    `today` is the day the answers were given. An incomplete form may lack required answers and break
    rules, but never hold a value of a wrong kind.
    """
    asked = shown(form, answers, today=today)
    known = ((one, _fault(one, asked, answers, papers, today, incomplete)) for one in form.fields)
    problems = [Problem(one.id, *fault) for one, fault in known if fault]
    with_answer = {one.id for one in form.fields if one.has_answer}
    declared = {paper.id for paper in form.papers}
    unknown = [*_in_order(set(answers) - with_answer), *_in_order(set(papers) - declared)]
    problems += [Problem(name[:LONGEST_NAME], "unknown_field") for name in unknown[:MOST_UNKNOWN]]
    return tuple(problems)


def _fault(
    one: Field, asked: Shown, answers: Answers, papers: Papers, today: date, incomplete: bool
) -> Fault:
    is_paper = one.type is FieldType.ATTACHMENT
    given = papers if is_paper else answers if one.has_answer else {}
    if one.id in given:
        if one.id not in asked.fields:
            return "not_shown", {}
        value = given[one.id]
        fault = fault_of_paper(value, PAPER_ANSWERS) if is_paper else fault_of(one, value)
        return fault or (None if incomplete else _broken_rule(one, asked, today))
    if incomplete or one.id not in asked.fields:
        return None
    is_needed = (
        one.required if isinstance(one.required, bool) else holds(one.required, asked.answers, today=today)
    )
    return ("required", {}) if is_needed else None


def _broken_rule(one: Field, asked: Shown, today: date) -> Fault:
    this = asked.answers.get(one.id)
    for place, rule in enumerate(one.rules):
        if not holds(rule.test, asked.answers, this=this, today=today):
            return "rule", {"rule": place}
    return None


def _in_order(names: Iterable[str]) -> list[str]:
    """JavaScript sorts texts by their UTF-16 units, and the list must be the same there."""
    return sorted(names, key=lambda name: name.encode("utf-16-be", "surrogatepass"))
