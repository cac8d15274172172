"""The tree an expression becomes: lists of JSON values, the first of which names what is done."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NewType

Tree = NewType("Tree", list[Any])
"""For example ["=", ["field", "sex"], ["text", "female"]]; leaves are field, text, number, this, today."""

LEAVES_WITH_VALUE = ("field", "text", "number")


class ExpressionError(ValueError):
    """An expression does not parse or makes no sense; the message says what and where in it."""


def fields_of(tree: Tree) -> frozenset[str]:
    """Give the ids of the fields that an expression reads."""
    return frozenset(part[1] for part in parts_of(tree) if part[0] == "field")


def reads_itself(tree: Tree) -> bool:
    """Tell whether an expression reads `.`, the answer of its own field."""
    return any(part[0] == "this" for part in parts_of(tree))


def parts_of(tree: Tree) -> Iterator[Tree]:
    """Give a tree and every tree in it."""
    yield tree
    if tree[0] not in LEAVES_WITH_VALUE:
        for part in tree[1:]:
            yield from parts_of(part)
