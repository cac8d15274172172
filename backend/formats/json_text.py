"""JSON from strangers: one strict parser whose every refusal has a code and a reason."""

from __future__ import annotations

import json
from typing import Any, NoReturn

from backend.formats.rows import Refused, Reject

DEEPEST = 40


def parse(raw: bytes) -> Any:
    """Parse one JSON value from UTF-8. Raises Refused."""
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError as error:
        raise Refused(Reject.WRONG_ENCODING, f"byte {error.start + 1} is not UTF-8") from error
    try:
        value = json.loads(text, object_pairs_hook=_without_repeats, parse_constant=_no_constant)
    except RecursionError as error:
        raise Refused(Reject.TOO_DEEP, f"more than {DEEPEST} levels deep") from error
    except json.JSONDecodeError as error:
        raise Refused(Reject.BAD_JSON, f"{error.msg} at character {error.pos + 1}") from error
    except ValueError as error:
        raise Refused(Reject.BAD_JSON, str(error)[:120]) from error
    if "\\u" in text:
        _refuse_half_characters(value)
    _refuse_deep(value)
    return value


def _without_repeats(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        names = [name for name, _ in pairs]
        twice = next(name for name in names if names.count(name) > 1)
        raise ValueError(f"the field {twice[:60]!r} occurs twice in one object")
    return found


def _no_constant(name: str) -> NoReturn:
    raise ValueError(f"{name} is no JSON number")


def _refuse_half_characters(value: Any) -> None:
    try:
        json.dumps(value, ensure_ascii=False).encode("utf-8")
    except UnicodeEncodeError as error:
        raise Refused(Reject.BROKEN_TEXT, "a text holds half of a character") from error
    except RecursionError as error:
        raise Refused(Reject.TOO_DEEP, f"more than {DEEPEST} levels deep") from error


def _refuse_deep(value: Any) -> None:
    level = [value]
    for _ in range(DEEPEST):
        level = [part for whole in level for part in _parts(whole)]
        if not level:
            return
    raise Refused(Reject.TOO_DEEP, f"more than {DEEPEST} levels deep")


def _parts(value: Any) -> list[Any]:
    found = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return [part for part in found if isinstance(part, dict | list)]
