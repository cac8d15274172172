"""One way to answer with a page: the release's layout around the blocks `title` and `main`."""

from __future__ import annotations

import json
from functools import lru_cache
from typing import Any

import brotli
from flask import Flask, Response, render_template

from backend.domain import releases
from backend.domain.errors import Refusal
from backend.logs import log
from backend.web import dates, headers, language

BETWEEN = "\x1e"
Layout = tuple[str, str, str]


class Page(Response):
    """A page that still knows its two blocks, so that a release can keep them."""

    def __init__(self, title: str, main: str, layout: Layout, status: int) -> None:
        super().__init__(compose(layout, title, main), status=status, headers=headers.PAGE)
        self.title = title
        self.main = main
        self.cache_control.no_cache = True


def compose(layout: Layout, title: str, main: str) -> str:
    """Join layout and blocks; the worker does exactly the same."""
    return layout[0] + title + layout[1] + main + layout[2]


def render_page(template: str, status: int = 200, **values: Any) -> Page:
    """Render a page template in the language of the request."""
    blocks = render_template(template, layout="blocks.html", **values)
    title, _, main = blocks.partition(BETWEEN)  # what people type may hold this character too
    return Page(title.strip("\n"), main.strip("\n"), layout_of(language.current()), status)


def layout_of(code: str) -> Layout:
    """Give the layout of the release that is served; before the first build, a fresh one.

    A layout that vanished from the store must not take every page with it: a fresh one stands in.
    """
    release = releases.current()
    if release is None:
        return fresh_layout("")
    address = next(
        file["sha256"]
        for file in release.manifest["files"]
        if file["kind"] == "pages" and file["language"] == code
    )
    try:
        return _kept_layout(address)
    except Refusal:
        log().error("layout_gone", release=release.id)
        return fresh_layout(release.id)


def fresh_layout(release_id: str) -> Layout:
    """Render the layout around two holes. It must not depend on who asks for which page."""
    whole = render_template("layout_with_holes.html", between=BETWEEN, release_id=release_id)
    first, second, third = whole.split(BETWEEN)
    return first, second, third


def set_up(app: Flask) -> None:
    """Give templates what all of them need, and keep their whitespace lean."""
    app.jinja_env.globals.update(between=BETWEEN, short_date=dates.short_date)
    app.jinja_env.trim_blocks = app.jinja_env.lstrip_blocks = True


@lru_cache(maxsize=8)
def _kept_layout(sha256: str) -> Layout:
    first, second, third = json.loads(brotli.decompress(releases.file(sha256)))["layout"]
    return first, second, third
