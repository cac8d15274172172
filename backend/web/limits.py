"""How often somebody may try: what guesses passwords or codes is slowed down."""

from __future__ import annotations

import hashlib
import math
import re
import time
from collections.abc import Callable
from typing import Any, TypeVar

from flask import Flask, request
from flask.typing import ResponseReturnValue
from flask_limiter import Limiter, RateLimitExceeded
from limits import parse

from backend.domain.errors import Code, Kind, Refusal
from backend.domain.fold import fold
from backend.web import errors

View = TypeVar("View", bound=Callable[..., Any])


def address() -> str:
    """Give the address that asks; settings say how many proxies of ours stand before it."""
    return request.remote_addr or "unknown"


def typed(field: str, *, meaning: Callable[[str], str | None]) -> Callable[[], str]:
    """Give a key of what was typed into a form's field; hashed, since keys are kept.

    `meaning` gives what the view will look up, so that other spellings of the same do not count anew.
    """

    def key() -> str:
        words = request.form.get(field, "")[:200]
        plain = meaning(words) or re.sub("[^a-z0-9]", "", fold(words))
        return hashlib.sha256(plain.encode()).hexdigest()[:32]

    return key


def address_and(what: Callable[[], str]) -> Callable[[], str]:
    """Give a key of who asks together with another key."""
    return lambda: f"{address()} {what()}"


_limiter = Limiter(address, strategy="moving-window")
NEW_PHONES = parse("300 per hour")
"""How many phones that were never seen may send from one address: a network of mobiles shares a few."""


def limited(rate: str, *, by: Callable[[], str] = address) -> Callable[[View], View]:
    """Refuse POSTs beyond a rate such as `5 per minute`, counted by address or by another key.

    Stands under `@access.…`; several may stand on one view. Beyond it: too_many_tries with Retry-After.
    """
    return _limiter.limit(rate, key_func=by, methods=["POST"])  # type: ignore[return-value]


def count_new_phone() -> None:
    """Count a phone that was never seen: secrets cost nothing, and each would have its share of a day.

    Raises too_many_tries beyond NEW_PHONES.
    """
    if not _limiter.limiter.hit(NEW_PHONES, "new phone", address()):
        reset = _limiter.limiter.get_window_stats(NEW_PHONES, "new phone", address()).reset_time
        raise Refusal(Kind.TOO_MANY, Code.TOO_MANY_TRIES, retry_after=_seconds_until(reset))


def set_up(app: Flask) -> None:
    """Count where the settings say, and answer too many tries like any refusal."""
    _limiter.init_app(app)
    app.register_error_handler(RateLimitExceeded, _refuse)


def _refuse(_error: RateLimitExceeded) -> ResponseReturnValue:
    current = _limiter.current_limit
    seconds = _seconds_until(current.reset_at) if current else 60
    return errors.refused(Refusal(Kind.TOO_MANY, Code.TOO_MANY_TRIES, retry_after=seconds))


def _seconds_until(moment: float) -> int:
    return math.ceil(max(1, moment - time.time()))
