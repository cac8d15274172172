"""Phone and server judge thousands of forms, expressions and typed words alike that nobody chose."""

from __future__ import annotations

import json
import subprocess
import sys
from datetime import date
from pathlib import Path
from random import Random
from typing import Any

import pytest

from backend.domain.answers import check, from_typed, shown
from backend.domain.expressions import evaluate
from backend.domain.forms import rules_of
from backend.domain.forms.record import FieldType
from backend.domain.plain import to_plain
from backend.settings import ROOT
from tests.factories import any_form

TODAY = date.fromisoformat(any_form.TODAY)
EACH = 3000

Judged = dict[str, list[tuple[Any, Any, Any]]]


@pytest.fixture(scope="module")
def judged() -> Judged:
    """Give, by kind, what was asked, what the server says and what the phone says: one process for all."""
    chance = Random(20261121)
    pairs = {kind: [make(chance) for _ in range(EACH)] for kind, make in KINDS.items()}
    phone = _asked_on_the_phone({kind: [asked for asked, _ in made] for kind, made in pairs.items()})
    return {
        kind: [(asked, says, other) for (asked, says), other in zip(made, phone[kind], strict=True)]
        for kind, made in pairs.items()
    }


@pytest.mark.parametrize("kind", ["expressions", "forms", "typed"])
def test_phone_and_server_agree(judged: Judged, kind: str) -> None:
    for asked, server, phone in judged[kind]:
        assert exact(server) == exact(phone), asked


def test_what_was_invented_is_of_every_kind(judged: Judged) -> None:
    gives = {type(server) for _, server, _ in judged["expressions"]}
    assert gives == {bool, float, str, tuple, type(None)}
    codes = {one["code"] for _, server, _ in judged["forms"] for one in server["problems"]}
    assert codes == {
        *("unknown_field", "not_shown", "wrong_type", "too_long", "control_characters", "not_nfc"),
        *("wrong_length", "not_a_date", "not_an_option", "required", "rule"),
    }


def exact(value: Any) -> str:
    """Give a value as text in which 1, 1.0 and -0.0 are one number, as on the phone, and true is not 1."""
    return json.dumps(_with_floats(to_plain(value)), sort_keys=True)


def _with_floats(value: Any) -> Any:
    if isinstance(value, list):
        return [_with_floats(part) for part in value]
    if isinstance(value, dict):
        return {name: _with_floats(part) for name, part in value.items()}
    return float(value) + 0.0 if isinstance(value, int | float) and not isinstance(value, bool) else value


def _expression(chance: Random) -> tuple[Any, Any]:
    tree, answers = any_form.tree(chance, any_form.NAMES), any_form.answers(chance, any_form.NAMES)
    this = any_form.value(chance)
    return {"tree": tree, "answers": answers, "this": this}, evaluate(tree, answers, this=this, today=TODAY)


def _form(chance: Random) -> tuple[Any, Any]:
    form, incomplete = any_form.any_form(chance), chance.random() < 0.2
    answers, papers = (any_form.answers(chance, [one.id for one in form.fields]) for _ in "ap")
    problems = check(form, answers, papers, today=TODAY, incomplete=incomplete)
    fields = [one.id for one in form.fields if one.id in shown(form, answers, today=TODAY).fields]
    asked = {"rules": rules_of(form), "answers": answers, "papers": papers, "incomplete": incomplete}
    return asked, {"problems": [vars(one) for one in problems], "shown": fields}


def _typed(chance: Random) -> tuple[Any, Any]:
    kind, typed = chance.choice(list(FieldType)), any_form.as_sent(any_form.typed(chance))
    return {"type": kind.value, "typed": typed}, from_typed(kind, typed)


KINDS = {"expressions": _expression, "forms": _form, "typed": _typed}


def _asked_on_the_phone(asked: dict[str, list[Any]]) -> dict[str, list[Any]]:
    node = Path(sys.executable).with_name("node")  # the one that is locked, not whatever the machine has
    script = ROOT / "tests" / "client" / "phone" / "form" / "answer-forms.ts"
    sent = json.dumps({"today": any_form.TODAY, **asked})
    run = subprocess.run([node, script], input=sent, capture_output=True, text=True, timeout=120, check=True)
    answers: dict[str, list[Any]] = json.loads(run.stdout)
    return answers
