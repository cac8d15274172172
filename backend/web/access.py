"""Who may ask: every route declares its rule, the public ones too, and it is checked before the view."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, TypeVar

from flask import Flask, Response, abort, current_app, redirect, request, url_for
from flask.typing import ResponseReturnValue
from flask_login import current_user

from backend.domain import people, permissions
from backend.domain.errors import Code, Kind, Refusal
from backend.domain.people import Person
from backend.domain.permissions import Act
from backend.storage.people import PersonRow
from backend.web import freshness

View = TypeVar("View", bound=Callable[..., Any])
SECRET = re.compile(r"Bearer ([A-Za-z0-9_-]{43})")


@dataclass(frozen=True)
class Rule:
    """What a view declares; `str()` gives it as docs/routes.md writes it."""

    who: str
    act: Act | None = None
    fresh: bool = False

    def __str__(self) -> str:
        return f"{self.who}: {self.act}" if self.act else self.who


def anyone(view: View) -> View:
    """Declare that anyone may ask."""
    return _declare(Rule("anyone"))(view)


def phone(view: View) -> View:
    """Declare that a phone asks, with its secret as bearer; the view takes it from `phone_secret()`."""
    return _declare(Rule("phone"))(view)


def signed_in(view: View) -> View:
    """Declare that anybody who is signed in may ask."""
    return _declare(Rule("signed in"))(view)


def own_phone(view: View) -> View:
    """Declare that somebody who is signed in may ask, from a phone that says its secret."""
    return _declare(Rule("phone, signed in"))(view)


def may(act: Act, *, fresh: bool = False) -> Callable[[View], View]:
    """Declare that who may do this act in some commune may ask; the view narrows by `require`.

    `fresh` asks for the password again when the last sign-in was long ago.
    """
    return _declare(Rule("may", act, fresh))


def rule_of(view: Callable[..., Any]) -> str | None:
    """Give the rule that a view declares as docs/routes.md writes it, or None."""
    rule: Rule | None = getattr(view, "access_rule", None)
    return str(rule) if rule else None


def person() -> Person | None:
    """Give who is signed in, or None. Kept pages must not ask: they are the same for everyone."""
    row = current_user._get_current_object() if current_user else None
    return people.person_of(row) if isinstance(row, PersonRow) else None


def here() -> Person:
    """Give who is signed in, behind a rule that let only such people in."""
    found = person()
    if found is None:
        raise Refusal(Kind.REVOKED, Code.NOT_SIGNED_IN)
    return found


def phone_secret() -> str:
    """Give the secret of the phone that asks. Raises phone_secret_wrong when it is missing or misshapen."""
    found = SECRET.fullmatch(request.headers.get("Authorization", ""))
    if found is None:
        raise Refusal(Kind.INVALID, Code.PHONE_SECRET_WRONG)
    return found[1]


def communes_for(act: Act) -> frozenset[str] | None:
    """Give the communes in which who asks may do this; None means every commune."""
    return permissions.communes_for(here().roles, act)


def require(act: Act, commune_code: str) -> None:
    """Refuse unless who asks may do this in this commune. Raises not_allowed."""
    if not here().may(act, commune_code):
        raise Refusal(Kind.FORBIDDEN, Code.NOT_ALLOWED)


def set_up(app: Flask) -> None:
    """Check the rule before every view; a route that declares none is not answered at all."""

    @app.before_request
    def check() -> ResponseReturnValue | None:
        if request.endpoint is None or request.method == "OPTIONS":
            return None
        if "\0" in request.path:  # PostgreSQL takes no such text, not even to look for it
            abort(404)
        rule: Rule | None = getattr(current_app.view_functions[request.endpoint], "access_rule", None)
        if rule is None:
            raise RuntimeError(f"{request.endpoint} declares no access rule")
        return _check(rule)

    @app.after_request
    def keep_to_oneself(response: Response) -> Response:
        """What only some may see is stored nowhere on its way."""
        view = current_app.view_functions.get(request.endpoint or "")
        if view is not None and rule_of(view) not in (None, "anyone"):
            response.headers["Cache-Control"] = "no-store"
        return response


def _check(rule: Rule) -> ResponseReturnValue | None:
    if rule.who == "anyone":
        return None
    if rule.who.startswith("phone"):
        phone_secret()
    if rule.who == "phone":
        return None
    found = person()
    if found is None:
        return _to_sign_in()
    if rule.act is not None and not found.may(rule.act):
        raise Refusal(Kind.FORBIDDEN, Code.NOT_ALLOWED)
    return _to_sign_in() if rule.fresh and not freshness.is_fresh() else None


def _to_sign_in() -> ResponseReturnValue:
    """Lead to the sign-in page; a program gets a problem instead."""
    if request.path.startswith(("/api/", "/offline/", "/health/")):
        raise Refusal(Kind.REVOKED, Code.NOT_SIGNED_IN)
    back = request.full_path.rstrip("?") if request.method == "GET" else url_for("pages.me")
    return redirect(url_for("pages.sign_in", next=back), 303)


def _declare(rule: Rule) -> Callable[[View], View]:
    def declare(view: View) -> View:
        view.access_rule = rule  # type: ignore[attr-defined]
        return view

    return declare
