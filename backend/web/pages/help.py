"""What the team does and never does, and how to keep the app on a phone."""

from __future__ import annotations

from flask.typing import ResponseReturnValue

from backend.web import access
from backend.web.page import render_page
from backend.web.pages._blueprint import pages


@pages.get("/help")
@access.anyone
def help_page() -> ResponseReturnValue:
    """Show the help page."""
    return render_page("help.html")
