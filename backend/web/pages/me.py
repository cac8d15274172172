"""The page of the person who is signed in: who I am, my phones, sign out."""

from __future__ import annotations

from flask import session
from flask.typing import ResponseReturnValue

from backend.domain import people, phones
from backend.domain.permissions import Act
from backend.web import access, role_names
from backend.web.page import render_page
from backend.web.pages._blueprint import pages


@pages.get("/me")
@access.signed_in
def me() -> ResponseReturnValue:
    """Show who is signed in, what they may do, and the phones that are theirs."""
    person = people.find(access.here().id)
    return render_page(
        "people/me.html",
        person=person,
        roles=role_names.of_person(person),
        phones=phones.of_person(person.id),
        here=session.get("phone"),
        local_number=people.local_number(person.phone_number) if person.phone_number else None,
        is_officer=person.may(Act.CHECK_DOSSIERS),
        is_administrator=person.may(Act.MANAGE_PEOPLE),
    )
