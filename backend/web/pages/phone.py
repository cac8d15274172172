"""What this phone keeps: packs, storage, display, language. Scripts fill in what only the phone knows."""

from __future__ import annotations

from flask.typing import ResponseReturnValue

from backend.web import access
from backend.web.page import render_page
from backend.web.pages._blueprint import pages


@pages.get("/phone")
@access.anyone
def phone() -> ResponseReturnValue:
    """Show the page that scripts fill; without them it says what the phone could do."""
    return render_page("phone.html")
