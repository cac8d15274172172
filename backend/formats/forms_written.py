"""Our own form format 1: the value object itself as JSON with expressions as text, read strictly."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any, TypeVar

from backend.domain.expressions import (
    ExpressionError,
    Kind,
    Operand,
    Tree,
    check_kinds,
    fields_of,
    parse,
)
from backend.domain.forms import operand_of
from backend.domain.forms.record import Field, Form, Section
from backend.domain.plain import from_plain
from backend.formats import json_text
from backend.formats.forms_faults import faults_of
from backend.formats.rows import Refused
from backend.formats.shapes import check_shape, tidied

FORMAT = 1


class WrongForm(ValueError):
    """A written form that cannot be published; `faults` says each reason with its place."""

    def __init__(self, faults: list[str]) -> None:
        super().__init__("; ".join(faults))
        self.faults = faults


def read_form(raw: bytes) -> Form:
    """Give the form of one JSON file, its expressions as trees. Raises WrongForm with every fault."""
    try:
        written = json_text.parse(raw)
        if not isinstance(written, dict) or written.get("format") is not FORMAT:
            raise WrongForm([f"format is not {FORMAT}"])
        body = tidied({name: value for name, value in written.items() if name != "format"})
        check_shape(Form, body)
    except Refused as refused:
        raise WrongForm([refused.reason]) from refused
    form = from_plain(Form, body)
    if faults := list(faults_of(form)):
        raise WrongForm(faults)
    return _with_trees(form)


@dataclass
class _Expressions:
    """The fields that expressions may read, and what went wrong so far."""

    operands: dict[str, Operand]
    earlier: set[str]
    faults: list[str]

    def tree(self, text: Any, place: str, this: Operand | None = None, *, only_earlier: bool = False) -> Tree:
        """Give the tree of one expression; a fault is noted with its place."""
        tree = Tree(["false"])
        try:
            tree = parse(text, self.operands)
            kind = check_kinds(tree, self.operands, this).kind
            if kind is not Kind.TRUTH:
                raise ExpressionError(f"gives {kind}; a condition is needed")
            if only_earlier and (later := fields_of(tree) - self.earlier):
                raise ExpressionError(
                    f"reads {min(later)!r}, which is not asked before it; conditions read earlier fields "
                    "only, so that none goes round in a circle"
                )
        except ExpressionError as error:
            self.faults.append(f"{place}: {error}")
        return tree


def _with_trees(form: Form) -> Form:
    operands = {field.id: operand for field in form.fields if (operand := operand_of(field))}
    reader = _Expressions(operands, set(), [])
    sections = tuple(_section(section, reader) for section in form.sections)
    if reader.faults:
        raise WrongForm(reader.faults)
    return replace(form, sections=sections)


def _section(section: Section, reader: _Expressions) -> Section:
    section = _with_condition(section, section.id, reader)
    return replace(section, fields=tuple(_field(one, section.id, reader) for one in section.fields))


def _field(field: Field, section: str, reader: _Expressions) -> Field:
    place, this = f"{section}.{field.id}", reader.operands.get(field.id)
    field = _with_condition(field, place, reader)
    if not isinstance(field.required, bool):
        field = replace(field, required=reader.tree(field.required, f"{place}.required"))
    rules = tuple(
        replace(rule, test=reader.tree(rule.test, f"{place}.rules[{at}].test", this))
        for at, rule in enumerate(field.rules)
    )
    reader.earlier.add(field.id)
    return replace(field, rules=rules)


Part = TypeVar("Part", Section, Field)


def _with_condition(part: Part, place: str, reader: _Expressions) -> Part:
    if part.show_if is None:
        return part
    return replace(part, show_if=reader.tree(part.show_if, f"{place}.show_if", only_earlier=True))
