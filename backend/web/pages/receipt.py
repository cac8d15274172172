"""Own receipt of one submission; which one stands in the fragment, which is never sent."""

from __future__ import annotations

from flask.typing import ResponseReturnValue

from backend.web import access
from backend.web.known_forms import known_forms
from backend.web.page import render_page
from backend.web.pages._blueprint import pages


@pages.get("/receipt")
@access.anyone
def receipt() -> ResponseReturnValue:
    """Show the sheet that scripts fill from the receipt on this phone."""
    return render_page("receipt/receipt.html", forms=known_forms())
