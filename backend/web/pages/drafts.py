"""Drafts: the list that scripts fill with what only this phone knows."""

from __future__ import annotations

from flask.typing import ResponseReturnValue

from backend.web import access
from backend.web.known_forms import known_forms
from backend.web.page import render_page
from backend.web.pages._blueprint import pages


@pages.get("/drafts")
@access.anyone
def drafts() -> ResponseReturnValue:
    """Show the list of drafts; without scripts it says where to begin."""
    return render_page("drafts/list.html", forms=known_forms())
