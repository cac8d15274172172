"""What an expression gives for some answers. Total: whatever the answers hold, there is a value.
docs/forms.md says what every operator gives for every kind of value; `phone/form/evaluate.ts` is its twin.
"""

from __future__ import annotations

import math
import re
from collections.abc import Mapping
from datetime import date
from functools import partial
from typing import Any

from backend.domain.expressions._tree import Tree

Value = bool | float | str | tuple[str, ...] | None
"""Truth, number (always finite), text (never empty), list of texts (never empty), or None: nothing."""

_PARTIAL_DATE = re.compile(r"[0-9]{4}(?:-[0-9]{2}){0,2}")


def evaluate(tree: Tree, answers: Mapping[str, Any], *, this: Any = None, today: date) -> Value:
    """Give the value of an expression; `this` is the answer of its own field, read as `.`."""
    value = partial(evaluate, answers=answers, this=this, today=today)
    match tree:
        case ["field", name]:
            return value_of(answers.get(name))
        case ["this"]:
            return value_of(this)
        case ["today"]:
            return today.isoformat()
        case ["true" | "false" as word]:
            return bool(word == "true")
        case ["text" | "number", constant]:
            return value_of(constant)
        case ["and", left, right]:
            return is_true(value(left)) and is_true(value(right))
        case ["or", left, right]:
            return is_true(value(left)) or is_true(value(right))
        case ["if", condition, then, otherwise]:
            return value(then) if is_true(value(condition)) else value(otherwise)
        case ["coalesce", *parts]:
            return next((found for part in parts if (found := value(part)) is not None), None)
        case [function, *parts]:
            return _apply(function, [value(part) for part in parts])
    raise ValueError("an expression that was not made by parse()")


def holds(tree: Tree, answers: Mapping[str, Any], *, this: Any = None, today: date) -> bool:
    """Tell whether an expression is true for these answers."""
    return is_true(evaluate(tree, answers, this=this, today=today))


def is_true(value: Value) -> bool:
    """Nothing and zero are not true; every other number, text and list is."""
    return value not in (None, False, 0)


def value_of(answer: Any) -> Value:
    """Give an answer as a value; what no field can hold is nothing."""
    if isinstance(answer, bool):
        return answer
    if isinstance(answer, int | float):
        return _number(answer)
    if isinstance(answer, str):
        return answer or None
    if isinstance(answer, dict):  # an address: its own words
        detail = answer.get("detail")
        return detail or None if isinstance(detail, str) else None
    if isinstance(answer, list) and all(isinstance(part, str) for part in answer):
        return tuple(answer) or None
    return None


def _apply(function: str, values: list[Value]) -> Value:
    match function, values:
        case "not", [value]:
            return not is_true(value)
        case "=", [left, right]:
            return _same(left, right)
        case "!=", [left, right]:
            return not _same(left, right)
        case "<" | "<=" | ">" | ">=", [left, right]:
            return _in_order(function, left, right)
        case "+" | "-" | "*" | "div" | "mod", [left, right]:
            return _calculated(function, left, right)
        case "selected", [chosen, str() as code]:
            return code in chosen if isinstance(chosen, tuple) else chosen == code
        case "selected", _:
            return False
        case "count-selected", [value]:
            return float(len(value)) if isinstance(value, tuple) else 0.0
        case "string-length", [value]:
            return float(len(value)) if isinstance(value, str) else 0.0
    raise ValueError(f"unknown function {function}")


def _same(left: Value, right: Value) -> bool:
    """No value is converted: text is never a number, and lists have `selected`."""
    return type(left) is type(right) and left == right and not isinstance(left, tuple)


def _in_order(operator: str, left: Value, right: Value) -> bool:
    if isinstance(left, str) and isinstance(right, str):
        if not (_PARTIAL_DATE.fullmatch(left) and _PARTIAL_DATE.fullmatch(right)):
            return False
        known = min(len(left), len(right))  # a year and a day are compared by the year
        return _compare(operator, left[:known], right[:known])
    if isinstance(left, float) and isinstance(right, float):
        return _compare(operator, left, right)
    return False


def _compare(operator: str, left: Any, right: Any) -> bool:
    match operator:
        case "<":
            return bool(left < right)
        case "<=":
            return bool(left <= right)
        case ">":
            return bool(left > right)
    return bool(left >= right)


def _calculated(operator: str, left: Value, right: Value) -> Value:
    if not (isinstance(left, float) and isinstance(right, float)):
        return None
    match operator:
        case "+":
            return _number(left + right)
        case "-":
            return _number(left - right)
        case "*":
            return _number(left * right)
    if right == 0:
        return None
    return _number(left / right) if operator == "div" else math.fmod(left, right)


def _number(value: float) -> float | None:
    try:
        number = float(value)
    except OverflowError:  # JavaScript reads such an integer as Infinity
        return None
    return number if math.isfinite(number) else None
