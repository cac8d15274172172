"""From the words of an author to a tree: tokens, then operators from the loosest to the tightest."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass, field

from backend.domain.expressions._tree import ExpressionError, Tree

LONGEST = 1000
DEEPEST = 40

OPERATORS = (("or",), ("and",), ("=", "!="), ("<", "<=", ">", ">="), ("+", "-"), ("*", "div", "mod"))
"""As in XPath: those of the first row bind loosest, those of the last tightest; all join from the left."""

FUNCTIONS = {
    "not": (1, 1),
    "selected": (2, 2),
    "count-selected": (1, 1),
    "string-length": (1, 1),
    "if": (3, 3),
    "coalesce": (2, 9),
    "today": (0, 0),
    "true": (0, 0),
    "false": (0, 0),
}
"""How few and how many operands each function takes."""

_TOKEN = re.compile(
    r"""(?P<field>\$\{[^{}]*\})
    | (?P<text>'[^']*'|"[^"]*")
    | (?P<number>[0-9]+(?:\.[0-9]+)?)
    | (?P<name>[a-z][a-z0-9-]*)
    | (?P<sign><=|>=|!=|[=<>+*(),.-])""",
    re.VERBOSE,
)
_SPACE = re.compile(r"[ \t\r\n]*")
_WORDS = frozenset({"or", "and", "div", "mod"})
_MOST_DIGITS = 15  # of these a number of JavaScript and Python holds every one


@dataclass(frozen=True)
class Token:
    """One word of an expression and where it stands."""

    kind: str
    text: str
    at: int


@dataclass
class Reader:
    """The tokens of one expression and how far they were read."""

    tokens: list[Token]
    known_fields: Collection[str]
    at: int = 0
    depth: int = field(default=0)

    @property
    def next(self) -> Token:
        """The token to read next."""
        return self.tokens[self.at]

    def take(self) -> Token:
        """Give the next token and step over it."""
        token = self.next
        self.at += token.kind != "end"
        return token

    def expect(self, sign: str) -> None:
        """Step over a sign. Raises ExpressionError when another token stands there."""
        token = self.take()
        if token.text != sign or token.kind != "sign":
            raise ExpressionError(f"{_shown(token)}: {sign!r} is missing before it")


def parse(text: str, known_fields: Collection[str]) -> Tree:
    """Give the tree of an expression that may read the known fields. Raises ExpressionError."""
    if len(text) > LONGEST:
        raise ExpressionError(f"longer than {LONGEST} characters")
    reader = Reader(_tokens(text), known_fields)
    tree = _operation(reader, 0)
    if reader.next.kind != "end":
        raise ExpressionError(f"{_shown(reader.next)} does not belong there")
    _refuse_deep(tree)
    return tree


def _tokens(text: str) -> list[Token]:
    found, at = [], 0
    while (at := _end_of_space(text, at)) < len(text):
        match = _TOKEN.match(text, at)
        if match is None:
            raise ExpressionError(f"character {at + 1}: {text[at : at + 10]!r} is not understood")
        found.append(Token(str(match.lastgroup), match.group(), at))
        at = match.end()
    return [*found, Token("end", "", len(text))]


def _end_of_space(text: str, at: int) -> int:
    space = _SPACE.match(text, at)
    return space.end() if space else at


def _operation(reader: Reader, level: int) -> Tree:
    if level == len(OPERATORS):
        return _single(reader)
    left = _operation(reader, level + 1)
    while reader.next.kind in ("name", "sign") and reader.next.text in OPERATORS[level]:
        operator = reader.take().text
        left = Tree([operator, left, _operation(reader, level + 1)])
    return left


def _single(reader: Reader) -> Tree:
    token = reader.take()
    match token.kind, token.text:
        case "field", text:
            return _field(text[2:-1], token, reader)
        case "text", text:
            return Tree(["text", text[1:-1]])
        case "number", text:
            return _number(text, token)
        case "sign", ".":
            return Tree(["this"])
        case "sign", "-":
            return Tree(["-", ["number", 0], _nested(reader, len(OPERATORS))])
        case "sign", "(":
            inner = _nested(reader, 0)
            reader.expect(")")
            return inner
        case "name", name if name not in _WORDS:
            return _call(name, token, reader)
    raise ExpressionError(f"{_shown(token)}: a value is missing before it")


def _nested(reader: Reader, level: int) -> Tree:
    reader.depth += 1
    if reader.depth > DEEPEST:
        raise ExpressionError(f"more than {DEEPEST} levels deep")
    tree = _operation(reader, level)
    reader.depth -= 1
    return tree


def _field(name: str, token: Token, reader: Reader) -> Tree:
    if name not in reader.known_fields:
        raise ExpressionError(f"{_shown(token)}: no field with an answer has this id")
    return Tree(["field", name])


def _number(text: str, token: Token) -> Tree:
    if len(text.replace(".", "")) > _MOST_DIGITS:
        raise ExpressionError(f"{_shown(token)} has more than {_MOST_DIGITS} digits")
    return Tree(["number", float(text) if "." in text else int(text)])


def _call(name: str, token: Token, reader: Reader) -> Tree:
    if name not in FUNCTIONS:
        raise ExpressionError(f"{_shown(token)}: the function {name}() is not supported")
    reader.expect("(")
    operands: list[Tree] = []
    while reader.next.text != ")" or reader.next.kind != "sign":
        if operands:
            reader.expect(",")
        operands.append(_nested(reader, 0))
    reader.expect(")")
    fewest, most = FUNCTIONS[name]
    if not fewest <= len(operands) <= most:
        wanted = str(fewest) if fewest == most else f"{fewest} to {most}"
        raise ExpressionError(f"{_shown(token)}: {name}() takes {wanted} operands, not {len(operands)}")
    return Tree([name, *operands])


def _refuse_deep(tree: Tree) -> None:
    level = [tree]
    for _ in range(DEEPEST):
        level = [Tree(part) for whole in level for part in whole[1:] if isinstance(part, list)]
        if not level:
            return
    raise ExpressionError(f"more than {DEEPEST} levels deep")


def _shown(token: Token) -> str:
    return f"character {token.at + 1}: {token.text[:40]!r}" if token.text else "the end"
