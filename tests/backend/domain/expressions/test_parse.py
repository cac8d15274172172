"""What does not parse is refused with the character where it goes wrong."""

from __future__ import annotations

import pytest

from backend.domain.expressions import ExpressionError, fields_of, parse, reads_itself

WRONG = [
    ("", "the end: a value is missing before it"),
    ("1 +", "the end: a value is missing before it"),
    ("1 1", "character 3: '1' does not belong there"),
    ("(1", "the end: ')' is missing before it"),
    ("1)", "character 2: ')' does not belong there"),
    ("${name", "character 1: '${name' is not understood"),
    ("${other} = 1", "character 1: '${other}': no field with an answer has this id"),
    ("'open", 'character 1: "\'open" is not understood'),
    ("name = 1", "character 1: 'name': the function name() is not supported"),
    ("regex(${name}, 'a')", "character 1: 'regex': the function regex() is not supported"),
    ("concat('a', 'b')", "character 1: 'concat': the function concat() is not supported"),
    ("today", "the end: '(' is missing before it"),
    ("not()", "character 1: 'not': not() takes 1 operands, not 0"),
    ("coalesce('a')", "character 1: 'coalesce': coalesce() takes 2 to 9 operands, not 1"),
    ("if(1, 2,)", "character 9: ')': a value is missing before it"),
    ("1 and and 2", "character 7: 'and': a value is missing before it"),
    ("1 == 2", "character 4: '=': a value is missing before it"),
    ("1 & 2", "character 3: '& 2' is not understood"),
    ("1234567890123456", "character 1: '1234567890123456' has more than 15 digits"),
    ("(" * 60 + "1" + ")" * 60, "more than 40 levels deep"),
    ("1" + "+1" * 60, "more than 40 levels deep"),
    ("-" * 900 + "1", "more than 40 levels deep"),
    ("'" + "a" * 1000 + "'", "longer than 1000 characters"),
]


@pytest.mark.parametrize(("text", "reason"), WRONG, ids=[str(at) for at in range(len(WRONG))])
def test_a_wrong_expression_is_refused_with_its_place(text: str, reason: str) -> None:
    with pytest.raises(ExpressionError) as error:
        parse(text, {"name"})
    assert str(error.value) == reason


def test_white_space_and_line_breaks_mean_nothing() -> None:
    assert parse(" 1\n=\t1 ", set()) == parse("1=1", set())


def test_the_fields_that_an_expression_reads_are_known() -> None:
    tree = parse("if(${a} = '${c}', ., coalesce(${b}, 'd'))", {"a", "b"})
    assert fields_of(tree) == {"a", "b"}
    assert reads_itself(tree)
    assert not reads_itself(parse("'.' = ${a}", {"a"}))
