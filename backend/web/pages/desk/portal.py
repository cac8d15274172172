"""The portal sheet at the desk: the answers in the template's order, and a box for the portal's code."""

from __future__ import annotations

from flask import redirect, request, url_for
from flask.typing import ResponseReturnValue

from backend.domain import dossiers, guides, review
from backend.domain.dossiers import Dossier, State
from backend.domain.errors import Kind, Refusal
from backend.web import access
from backend.web.errors import STATUS
from backend.web.pages._blueprint import pages
from backend.web.pages.desk import _posted as posted
from backend.web.pages.desk._frame import ACT, desk_page, mine, names

SHOWN = (State.COMPLETE, State.FILED)


@pages.get("/desk/dossiers/<code>/portal")
@access.may(ACT)
def desk_portal(code: str) -> ResponseReturnValue:
    """Show the sheet of a dossier that is ready to be filed, or was."""
    dossier = mine(code)
    if dossier.state not in SHOWN:
        return redirect(url_for("pages.desk_dossier", code=code), 303)
    return _sheet(dossier)


@pages.post("/desk/dossiers/<code>/portal")
@access.may(ACT)
def file_dossier(code: str) -> ResponseReturnValue:
    """Note the portal's code as typed; one of an unusual shape is asked about once, never refused."""
    dossier, typed = mine(code), request.form.get("portal_code", "").strip()
    is_sure = request.form.get("sure") == typed
    if typed and not dossiers.is_usual_portal_code(typed) and not is_sure:
        return _sheet(dossier, typed=typed, is_unusual=True)
    try:
        dossiers.file(code, typed, version=posted.version(), by=access.here().id)
    except Refusal as refusal:
        if refusal.kind not in (Kind.CONFLICT, Kind.INVALID):
            raise
        return _sheet(mine(code), typed=typed, refusal=refusal)
    return redirect(url_for("pages.desk_dossier", code=code), 303)


def _sheet(
    dossier: Dossier, *, typed: str = "", is_unusual: bool = False, refusal: Refusal | None = None
) -> ResponseReturnValue:
    shown = review.read(dossier)
    dossiers.viewed(dossier, by=access.here().id)
    return desk_page(
        "desk/portal.html",
        STATUS[refusal.kind] if refusal else 200,
        shown=shown,
        dossier=dossier,
        portal_address=shown.form.portal.url or _address_of(dossier.guide),
        typed=typed or dossier.portal_code or "",
        is_unusual=is_unusual,
        refusal=refusal,
        names=names([dossier.officer_id, refusal.details.get("by") if refusal else None]),
    )


def _address_of(code: str | None) -> str | None:
    """Give the page of the procedure that its guide was copied from, if there is one."""
    try:
        return guides.find(code).source.url if code else None
    except Refusal:
        return None
