"""Who may ask: every route declares its rule, the public ones too."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

from flask import Flask, request

View = TypeVar("View", bound=Callable[..., Any])


def anyone(view: View) -> View:
    """Declare that anyone may ask."""
    view.access_rule = "anyone"  # type: ignore[attr-defined]
    return view


def rule_of(view: Callable[..., Any]) -> str | None:
    """Give the rule that a view declares, or None."""
    rule: str | None = getattr(view, "access_rule", None)
    return rule


def set_up(app: Flask) -> None:
    """Refuse to answer a route that declares no rule: forgetting one must not open it."""

    @app.before_request
    def check() -> None:
        if request.endpoint is None:
            return
        if rule_of(app.view_functions[request.endpoint]) is None:
            raise RuntimeError(f"{request.endpoint} declares no access rule")
