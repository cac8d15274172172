"""Outbox: what waits, what the server has, and what can be done about each."""

from __future__ import annotations

from flask.typing import ResponseReturnValue

from backend.web import access
from backend.web.known_forms import known_forms
from backend.web.page import render_page
from backend.web.pages._blueprint import pages


@pages.get("/outbox")
@access.anyone
def outbox() -> ResponseReturnValue:
    """Show the outbox; scripts fill it with what only this phone knows."""
    return render_page("outbox/list.html", forms=known_forms())
