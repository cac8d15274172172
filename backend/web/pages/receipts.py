"""Receipts of residents, online: by code and secret, and those this browser just sent without scripts."""

from __future__ import annotations

from typing import Any

import segno
from flask import redirect, request, session, url_for
from flask.typing import ResponseReturnValue
from markupsafe import Markup

from backend.domain import dossiers, forms, submissions
from backend.domain.errors import Code, Refusal
from backend.domain.submissions import OwnReceipt
from backend.domain.text import Text
from backend.web import access, limits
from backend.web.known_forms import known_forms
from backend.web.moments import moment
from backend.web.page import Page, render_page
from backend.web.pages._blueprint import pages

SENT = "receipts"
"""Where the session keeps the ids of what this browser sent without scripts."""

MOST = 5
LONGEST = 60


@pages.get("/receipts")
@access.anyone
def receipts() -> ResponseReturnValue:
    """Show what this browser sent without scripts, and ask for code and secret."""
    return _page([own for own in map(_own, session.get(SENT, [])[:MOST]) if own is not None])


@pages.post("/receipts")
@access.anyone
@limits.limited("10 per minute")
@limits.limited("60 per hour", by=limits.typed("code", meaning=dossiers.plain_code))
def open_receipt() -> ResponseReturnValue:
    """Show the receipt of a code to who knows its secret; what is wrong is not said."""
    code, secret = request.form.get("code", "")[:LONGEST], request.form.get("secret", "")[:LONGEST]
    found = submissions.receipt_for(dossiers.plain_code(code) or "", secret.strip())
    return _page([found]) if found else _page([], typed=code, status=422)


@pages.post("/receipts/forget")
@access.anyone
def forget_receipts() -> ResponseReturnValue:
    """Let this browser forget what it sent: the next person on it sees nothing."""
    session.pop(SENT, None)
    return redirect(url_for("pages.receipts"), 303)


def remember(submission_id: str) -> None:
    """Note that this browser sent a submission, so that the page it is led to can show the receipt."""
    before = [other for other in session.get(SENT, []) if other != submission_id]
    session[SENT] = [submission_id, *before][:MOST]


def _own(submission_id: str) -> OwnReceipt | None:
    try:
        return submissions.own_receipt(submission_id)
    except Refusal as refusal:
        if refusal.code is Code.SUBMISSION_NOT_FOUND:
            return None
        raise


def _page(found: list[OwnReceipt], typed: str = "", status: int = 200) -> Page:
    shown = [_shown(own) for own in found]
    page = render_page(
        "receipt/receipts.html",
        status,
        found=shown,
        forms=known_forms(),
        moment=moment,
        typed=typed,
        is_wrong=status == 422,
        is_own=bool(found) and request.method == "GET",
    )
    page.headers["Cache-Control"] = "no-store"
    return page


def _shown(own: OwnReceipt) -> dict[str, Any]:
    return {
        "own": own,
        "code": dossiers.spoken_code(own.dossier.code),
        "labels": _labels(own),
        "form": f"{own.submission.clear.form_id}/{own.submission.clear.form_version}",
        "qr": _qr(f"{request.url_root}vi/check#{own.slip}"),
    }


def _labels(own: OwnReceipt) -> dict[str, Text]:
    """Give the label of each question, to name what the desk returned."""
    form = forms.find(own.submission.clear.form_id, own.submission.clear.form_version)
    return {field.id: field.label for field in form.fields}


def _qr(text: str) -> Markup:
    """Draw a QR code as SVG: dark on white in dark mode too, four modules of white around."""
    drawn = segno.make(text, error="l", micro=False, boost_error=False)
    look = {"dark": "#14212f", "light": "#fff", "svgclass": "qr", "lineclass": None}
    return Markup(drawn.svg_inline(border=4, omitsize=True, **look))
