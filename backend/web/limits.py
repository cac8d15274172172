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

from backend.domain.errors import Code, Kind, Refusal
from backend.domain.fold import fold
from backend.web import errors

View = TypeVar("View", bound=Callable[..., Any])


def address() -> str:
    """Give the address that asks; settings say how many proxies of ours stand before it."""
    return request.remote_addr or "unknown"


def typed(field: str) -> Callable[[], str]:
    """Give a key of what was typed into a form's field, however it is spaced; hashed, since keys are kept."""

    def key() -> str:
        plain = re.sub("[^a-z0-9]", "", fold(request.form.get(field, "")[:200]))
        return hashlib.sha256(plain.encode()).hexdigest()[:32]

    return key


def address_and(field: str) -> Callable[[], str]:
    """Give a key of who asks together with what was typed into a form's field."""
    what = typed(field)
    return lambda: f"{address()} {what()}"


_limiter = Limiter(address, strategy="moving-window")


def limited(rate: str, *, by: Callable[[], str] = address) -> Callable[[View], View]:
    """Refuse POSTs beyond a rate such as `5 per minute`, counted by address or by another key.

    Stands under `@access.…`; several may stand on one view. Beyond it: too_many_tries with Retry-After.
    """
    return _limiter.limit(rate, key_func=by, methods=["POST"])  # type: ignore[return-value]


def set_up(app: Flask) -> None:
    """Count where the settings say, and answer too many tries like any refusal."""
    _limiter.init_app(app)
    app.register_error_handler(RateLimitExceeded, _refuse)


def _refuse(_error: RateLimitExceeded) -> ResponseReturnValue:
    current = _limiter.current_limit
    seconds = math.ceil(max(1, current.reset_at - time.time())) if current else 60
    return errors.refused(Refusal(Kind.TOO_MANY, Code.TOO_MANY_TRIES, retry_after=seconds))
