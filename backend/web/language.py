"""The language of an answer is in its address: /vi/… and /en/…."""

from __future__ import annotations

from typing import Any

from flask import Blueprint, Flask, g, request
from flask_babel import Babel, refresh
from markupsafe import Markup

from backend.domain.text import Text

LANGUAGES = ("vi", "en")


def current() -> str:
    """Give the language of this request; Vietnamese where the address has none."""
    language: str = g.get("language", "vi")
    return language


def prefix(blueprint: Blueprint) -> Blueprint:
    """Take the language out of the values that a blueprint's views are given: `current()` has it."""

    @blueprint.url_value_preprocessor
    def take(_endpoint: str | None, values: dict[str, Any] | None) -> None:
        if values:
            values.pop("language", None)

    return blueprint


def said(text: Text | str | None) -> Markup:
    """Give a text in the page's language, else in Vietnamese and marked as such."""
    if text is None:
        return Markup("")
    if isinstance(text, str):
        return Markup("{}").format(text) if current() == "vi" else _in_vietnamese(text)
    wanted = text.get(current())
    return Markup("{}").format(wanted) if wanted else _in_vietnamese(text["vi"])


def is_said(text: Text | None) -> bool:
    """Tell whether a text exists in the page's language."""
    return text is not None and bool(text.get(current()))


def other_language_path() -> str:
    """Give the address of this page in the other language."""
    other = "en" if current() == "vi" else "vi"
    first, _, rest = request.path.removeprefix("/").partition("/")
    return f"/{other}/{rest}" if first in LANGUAGES else f"/{other}/"


def set_up(app: Flask) -> None:
    """Let Babel and the templates follow the address."""
    Babel(app, locale_selector=current)

    @app.url_defaults
    def add(endpoint: str, values: dict[str, Any]) -> None:
        if app.url_map.is_endpoint_expecting(endpoint, "language"):
            values.setdefault("language", current())

    @app.before_request
    def from_address() -> None:
        """Error pages have no view; their language follows the address like that of any page."""
        first = request.path.removeprefix("/").partition("/")[0]
        g.language = first if first in LANGUAGES else "vi"
        # A command asks for pages of both languages in one application context, where Babel remembers.
        refresh()

    app.add_template_filter(said)
    app.jinja_env.globals.update(
        lang=current, said=said, is_said=is_said, other_language_path=other_language_path, languages=LANGUAGES
    )


def _in_vietnamese(text: str) -> Markup:
    if current() == "vi":
        return Markup("{}").format(text)
    return Markup('<span lang="vi">{}</span>').format(text)
