"""The page that stands in for one that is not on the phone while there is no signal."""

from __future__ import annotations

from flask.typing import ResponseReturnValue

from backend.web import access
from backend.web.page import render_page
from backend.web.pages._blueprint import pages


@pages.get("/not-kept")
@access.anyone
def not_kept() -> ResponseReturnValue:
    """Say that this page is not on the phone, and what to do."""
    return render_page("not_kept.html")
