"""Which kinds of values an expression joins: what could never be true is refused when it is published."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from backend.domain.expressions._tree import ExpressionError, Tree
from backend.domain.partial_date import is_partial_date


class Kind(StrEnum):
    """What a value is, as far as can be said without the answers."""

    TEXT = "text"
    DATE = "date"
    NUMBER = "number"
    TRUTH = "yes or no"
    LIST = "list of choices"
    NOTHING = "nothing"


@dataclass(frozen=True)
class Operand:
    """The kind of a value; of a choice also its codes, of a written text the text."""

    kind: Kind
    codes: tuple[str, ...] | None = None
    written: str | None = None


NUMBER, TRUTH, NOTHING = Operand(Kind.NUMBER), Operand(Kind.TRUTH), Operand(Kind.NOTHING)
_COUNTED = {"count-selected": (Kind.LIST,), "string-length": (Kind.TEXT, Kind.DATE)}
_CALCULATED = re.compile(r"[-+*]|div|mod")


def check_kinds(tree: Tree, fields: Mapping[str, Operand], this: Operand | None = None) -> Operand:
    """Give the kind of what an expression gives. Raises ExpressionError for kinds that do not go together."""
    name = tree[0]
    match tree:
        case ["field", field]:
            return fields[field]
        case ["this"]:
            if this is None:
                raise ExpressionError("'.' can be read in rules only")
            return this
        case ["text", text]:
            return Operand(Kind.TEXT, written=text) if text else NOTHING
        case ["number", _]:
            return NUMBER
        case ["today"]:
            return Operand(Kind.DATE)
    operands = [check_kinds(part, fields, this) for part in tree[1:]]
    if name in ("=", "!="):
        return _equal(*operands)
    if name in ("<", "<=", ">", ">="):
        return _ordered(name, *operands)
    if _CALCULATED.fullmatch(name):
        _only(name, operands, (Kind.NUMBER, Kind.NOTHING))
        return NUMBER
    if name in _COUNTED:
        _only(f"{name}()", operands, _COUNTED[name])
        return NUMBER
    if name == "selected":
        return _selected(*operands)
    if name in ("if", "coalesce"):
        return _either(f"{name}()", operands[name == "if" :])
    return TRUTH


def _equal(left: Operand, right: Operand) -> Operand:
    kind = _joined("=", left, right)
    if kind is Kind.LIST and Kind.NOTHING not in (left.kind, right.kind):
        raise ExpressionError("lists of choices are compared with selected(), not with =")
    for one, other in ((left, right), (right, left)):
        _refuse_unknown_code(one, other)
    return TRUTH


def _ordered(sign: str, left: Operand, right: Operand) -> Operand:
    kind = _joined(sign, left, right)
    if kind not in (Kind.NUMBER, Kind.DATE):
        raise ExpressionError(f"{sign} compares numbers or dates, not {kind}")
    return TRUTH


def _selected(chosen: Operand, code: Operand) -> Operand:
    if chosen.kind is not Kind.LIST and chosen.codes is None:
        raise ExpressionError(f"selected() reads a field with choices, not {chosen.kind}")
    if code.written is None:
        raise ExpressionError("selected() takes the code of a choice in quotes")
    _refuse_unknown_code(chosen, code)
    return TRUTH


def _either(name: str, operands: list[Operand]) -> Operand:
    first = operands[0]
    for other in operands[1:]:
        kind = _joined(name, first, other)
        first = Operand(kind)
    return first


def _joined(name: str, left: Operand, right: Operand) -> Kind:
    if left.kind is right.kind or right.kind is Kind.NOTHING:
        return left.kind
    if left.kind is Kind.NOTHING:
        return right.kind
    for one, other in ((left, right), (right, left)):
        if one.kind is Kind.DATE and other.written is not None and is_partial_date(other.written):
            return Kind.DATE
    raise ExpressionError(f"{name} joins {left.kind} with {right.kind}")


def _only(name: str, operands: list[Operand], wanted: tuple[Kind, ...]) -> None:
    for operand in operands:
        if operand.kind not in wanted:
            raise ExpressionError(f"{name} takes {wanted[0]}, not {operand.kind}")


def _refuse_unknown_code(one: Operand, other: Operand) -> None:
    if one.codes is not None and other.written is not None and other.written not in one.codes:
        raise ExpressionError(f"{other.written[:40]!r} is none of the options {', '.join(one.codes)}")
