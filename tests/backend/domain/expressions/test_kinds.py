"""What could never be true is refused before anybody meets it."""

from __future__ import annotations

import pytest

from backend.domain.expressions import ExpressionError, Kind, Operand, check_kinds, parse

FIELDS = {
    "name": Operand(Kind.TEXT),
    "sex": Operand(Kind.TEXT, codes=("male", "female")),
    "codes": Operand(Kind.LIST, codes=("thai", "kinh")),
    "day": Operand(Kind.DATE),
    "n": Operand(Kind.NUMBER),
    "yes": Operand(Kind.TRUTH),
}

GOOD = [
    ("${sex} = 'male'", Kind.TRUTH),
    ("${sex} = ''", Kind.TRUTH),
    ("${name} = ${sex}", Kind.TRUTH),
    ("selected(${sex}, 'male') or selected(${codes}, 'thai')", Kind.TRUTH),
    ("count-selected(${codes}) > 1", Kind.TRUTH),
    ("${codes} != ''", Kind.TRUTH),
    ("${day} <= today() and ${day} > '1990'", Kind.TRUTH),
    ("'2026-01-01' < today()", Kind.TRUTH),
    ("${n} + 1 mod 2", Kind.NUMBER),
    ("coalesce(${n}, 0) = 1", Kind.TRUTH),
    ("if(${yes}, ${day}, '')", Kind.DATE),
    ("string-length(${name}) + string-length(${day})", Kind.NUMBER),
    ("not(${name})", Kind.TRUTH),
    (". > 1", Kind.TRUTH),
]

WRONG = [
    ("${sex} = 'man'", "'man' is none of the options male, female"),
    ("selected(${codes}, 'lao')", "'lao' is none of the options thai, kinh"),
    ("selected(${name}, 'a')", "selected() reads a field with choices, not text"),
    ("selected(${codes}, ${sex})", "selected() takes the code of a choice in quotes"),
    ("${codes} = 'thai'", "= joins list of choices with text"),
    ("${codes} = ${codes}", "lists of choices are compared with selected(), not with ="),
    ("${n} = '1'", "= joins number with text"),
    ("${yes} = 'yes'", "= joins yes or no with text"),
    ("${yes} = 1", "= joins yes or no with number"),
    ("${name} < 'b'", "< compares numbers or dates, not text"),
    ("${day} < 'hôm qua'", "< joins date with text"),
    ("${day} < 2000", "< joins date with number"),
    ("${yes} > false()", "> compares numbers or dates, not yes or no"),
    ("${day} + 1", "+ takes number, not date"),
    ("${name} * 2", "* takes number, not text"),
    ("string-length(${n})", "string-length() takes text, not number"),
    ("count-selected(${sex})", "count-selected() takes list of choices, not text"),
    ("if(${yes}, 1, 'a')", "if() joins number with text"),
    ("coalesce(${n}, ${day})", "coalesce() joins number with date"),
]


@pytest.mark.parametrize(("text", "kind"), GOOD)
def test_kinds_that_go_together_give_a_kind(text: str, kind: Kind) -> None:
    assert check_kinds(parse(text, FIELDS), FIELDS, FIELDS["n"]).kind is kind


@pytest.mark.parametrize(("text", "reason"), WRONG)
def test_kinds_that_do_not_go_together_are_refused(text: str, reason: str) -> None:
    with pytest.raises(ExpressionError) as error:
        check_kinds(parse(text, FIELDS), FIELDS)
    assert str(error.value) == reason


def test_only_a_rule_reads_its_own_field() -> None:
    with pytest.raises(ExpressionError, match="in rules only"):
        check_kinds(parse(". = 1", set()), FIELDS)
