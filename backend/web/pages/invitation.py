"""The one-time link of an invitation: opening it changes nothing, choosing a password uses it up."""

from __future__ import annotations

from flask import redirect, request, url_for
from flask.typing import ResponseReturnValue

from backend.domain import people
from backend.domain.errors import Kind, Refusal
from backend.storage.people import PersonRow
from backend.web import access, limits, role_names, signing_in
from backend.web.page import render_page
from backend.web.pages._blueprint import pages

LONGEST = 200


@pages.get("/invitation/<token>")
@access.anyone
def invitation(token: str) -> ResponseReturnValue:
    """Say who is invited to what, and ask for a password."""
    return _page(signing_in.invited(token))


@pages.post("/invitation/<token>")
@access.anyone
@limits.limited("10 per minute")
def accept_invitation(token: str) -> ResponseReturnValue:
    """Keep the password and sign in."""
    row = signing_in.invited(token)
    try:
        signing_in.choose_password(row, request.form.get("password", ""), request.form.get("name"))
    except Refusal as refusal:
        if refusal.kind is not Kind.INVALID:
            raise
        return _page(row, wrong=refusal.code.value, name=request.form.get("name"), status=422)
    signing_in.start_session(row)
    return redirect(url_for("pages.me"), 303)


def _page(
    row: PersonRow, *, wrong: str = "", name: str | None = None, status: int = 200
) -> ResponseReturnValue:
    person = people.find(row.id)
    page = render_page(
        "people/invitation.html",
        status,
        person=person,
        name=person.name if name is None else name[:LONGEST],
        roles=role_names.of_person(person),
        local_number=people.local_number(person.phone_number) if person.phone_number else None,
        shortest=people.SHORTEST,
        wrong=wrong,
    )
    page.cache_control.no_store = True
    return page
