"""Check a slip: any phone that has the app verifies it with the kept keys, without signal."""

from __future__ import annotations

from flask.typing import ResponseReturnValue

from backend.web import access
from backend.web.page import render_page
from backend.web.pages._blueprint import pages


@pages.get("/check")
@access.anyone
def check() -> ResponseReturnValue:
    """Show the page that judges the slip in its fragment."""
    return render_page("receipt/check.html")
