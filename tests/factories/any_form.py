"""Forms, expressions and answers that nobody chose, for comparing phone and server.
Seeded chance and not Hypothesis: it makes thousands of forms in a second, and nothing is shrunk here.
"""

from __future__ import annotations

import json
from random import Random
from typing import Any

from backend.domain.expressions import Tree
from backend.domain.forms.record import Field, FieldType, Form, Option, Rule, Section
from tests.factories.form import form

TODAY = "2026-11-21"
NAMES = ["f0", "f1", "f2", "f3", "f4", "f5", "constructor"]
CODES = ["a", "b", "constructor"]

_STRANGE = ["", " ", "\n", "a\nb", "a\tb", "\u00a0", "\u0085", "\ufeff", "Lo\u0300", "ệ" * 30, "\ud800", "😀"]
_DIGITS = [
    "0",
    "000000000001",
    "000000001",
    "0900000001",
    "02380000001",
    "+84 900 000 001",
    "84 238 000 0001",
    "1.200",
    "-0",
]
_DATES = [
    "2026",
    "2026-11",
    "2026-11-21",
    "2026-11-22",
    "1970-01-01",
    "2026-02-29",
    "2024-02-29",
    "2026-13-01",
]
_WORDS = [*CODES, "have", "not_yet", "yes", "no", "0", "false", "16001"]
_LETTERS = "aáạbđ 12.-+()\u0300\u0323\u031b\n\r\t\u200b\u2028\u2066\u3000\u0007\ud83d\ude00٣ﬁ\u212a"
_NUMBERS = [0, 1, 2, -1, 2.5, 0.1, 1e308, -1e308, 2**53 - 1, 2**53, 10**30, 5e-324, 7.0, -0.0]
_PAIRS = ["and", "or", "=", "!=", "<", "<=", ">", ">=", "+", "-", "*", "div", "mod", "selected"]
_SINGLE = ["not", "count-selected", "string-length"]


def as_sent(value: Any) -> Any:
    """Give a value as it is after travelling as JSON: pairs of half characters become one."""
    return json.loads(json.dumps(value))


def text(chance: Random) -> str:
    """Give a text: a likely one, or a few letters that make trouble."""
    kind = chance.choice([_STRANGE, _DIGITS, _DATES, _WORDS, _WORDS, None])
    return chance.choice(kind) if kind else "".join(chance.choices(_LETTERS, k=chance.randint(0, 9)))


def typed(chance: Random) -> str | list[str]:
    """Give what may stand in the boxes of a field."""
    if chance.random() < 0.6:
        return text(chance)
    if chance.random() < 0.5:
        return [str(chance.randint(0, end)) for end in (32, 13, 2030)]
    return [text(chance) for _ in range(chance.randint(0, 3))]


def number(chance: Random) -> float:
    """Give a number."""
    return chance.choice(_NUMBERS) if chance.random() < 0.7 else chance.uniform(-1e6, 1e6)


def value(chance: Random) -> Any:
    """Give any JSON value, most often one that some field takes."""
    return as_sent(
        chance.choice(
            [
                lambda: text(chance),
                lambda: text(chance),
                lambda: number(chance),
                lambda: chance.random() < 0.5,
                lambda: [text(chance) for _ in range(chance.randint(0, 3))],
                lambda: chance.sample(CODES, chance.randint(1, 3)),
                lambda: {"detail": text(chance)},
                lambda: {
                    "answer": text(chance),
                    "files": [text(chance) for _ in range(chance.randint(0, 2))],
                },
                lambda: chance.choice(
                    [None, {}, [None], [[1]], {"detail": 1}, {"detail": "a", "old_name": 1}]
                ),
            ]
        )()
    )


def answers(chance: Random, names: list[str]) -> dict[str, Any]:
    """Give values for some of the names and, now and then, for another one."""
    known = {name: value(chance) for name in names if chance.random() < 0.7}
    return as_sent(known | ({text(chance): value(chance)} if chance.random() < 0.2 else {}))


def tree(chance: Random, names: list[str], depth: int = 3) -> Tree:
    """Give an expression, also one that no author could publish: evaluating must never fail."""
    if depth == 0 or chance.random() < 0.25:
        return Tree(as_sent(_leaf(chance, names)))
    if chance.random() < 0.2:
        return Tree([chance.choice(_PAIRS), *_alike(chance)])
    name, count = chance.choice(
        [(chance.choice(_PAIRS), 2), (chance.choice(_SINGLE), 1), ("if", 3), ("coalesce", 3)]
    )
    return Tree([name, *(tree(chance, names, depth - 1) for _ in range(count))])


def _alike(chance: Random) -> list[list[Any]]:
    """Give two dates or two numbers: chance alone seldom puts them together."""
    if chance.random() < 0.5:
        return [["text", chance.choice(_DATES)], chance.choice([["today"], ["text", chance.choice(_DATES)]])]
    return [["number", as_sent(number(chance))] for _ in range(2)]


def _leaf(chance: Random, names: list[str]) -> list[Any]:
    if names and chance.random() < 0.5:
        return ["field", chance.choice(names)]
    constants = [["this"], ["today"], ["true"], ["false"], ["text", text(chance)], ["number", number(chance)]]
    return chance.choice(constants)


def any_form(chance: Random) -> Form:
    """Give a form with fields of any type whose conditions read earlier fields, in three sections."""
    fields = [_field(chance, at) for at in range(chance.randint(1, len(NAMES)))]
    first, second = sorted((chance.randint(0, len(fields)), chance.randint(0, len(fields))))
    groups = [(0, fields[:first]), (first, fields[first:second]), (second, fields[second:])]
    sections = (
        Section(
            id=f"s{at}",
            title={"vi": "Phần"},
            fields=tuple(part),
            show_if=_condition(chance, NAMES[:start]),
        )
        for at, (start, part) in enumerate(groups)
    )
    return form(sections=tuple(sections))


def _field(chance: Random, at: int) -> Field:
    kind = chance.choice(list(FieldType))
    codes = CODES if kind in (FieldType.CHOICE, FieldType.CHOICES) else []
    tests = (
        [tree(chance, NAMES) for _ in range(chance.randint(0, 2))] if kind is not FieldType.ATTACHMENT else []
    )
    return Field(
        id=NAMES[at],
        type=kind,
        label={"vi": "Mục"},
        required=_condition(chance, NAMES) or chance.random() < 0.5,
        show_if=_condition(chance, NAMES[:at]),
        rules=tuple(Rule(test=test, message={"vi": "Sai"}) for test in tests),
        options=tuple(Option(code=code, label={"vi": code}) for code in codes),
        max_length=chance.choice([None, 3, 8]),
    )


def _condition(chance: Random, names: list[str]) -> Tree | None:
    return tree(chance, names) if chance.random() < 0.3 else None
