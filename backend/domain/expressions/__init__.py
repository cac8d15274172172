"""Expressions of forms: a subset of XLSForm's, parsed at publish time and evaluated on phone and server."""

from backend.domain.expressions._evaluate import Value, evaluate, holds, value_of
from backend.domain.expressions._kinds import Kind, Operand, check_kinds
from backend.domain.expressions._parse import FUNCTIONS, parse
from backend.domain.expressions._tree import ExpressionError, Tree, fields_of, reads_itself

__all__ = [
    "FUNCTIONS",
    "ExpressionError",
    "Kind",
    "Operand",
    "Tree",
    "Value",
    "check_kinds",
    "evaluate",
    "fields_of",
    "holds",
    "parse",
    "reads_itself",
    "value_of",
]
