"""The phones of one person: the person and the administrators may see them and revoke a lost one."""

from __future__ import annotations

from flask import redirect, url_for
from flask.typing import ResponseReturnValue

from backend.domain import people, phones
from backend.domain.errors import Code, Kind, Refusal, missing
from backend.domain.people import PersonInFull
from backend.domain.phones import BoundPhone
from backend.web import access, signing_in
from backend.web.page import render_page
from backend.web.pages._blueprint import pages


@pages.get("/people/<person_id>/phones")
@access.signed_in
def person_phones(person_id: str) -> ResponseReturnValue:
    """List the phones that a person is bound to."""
    person = _person(person_id)
    mine = person.id == access.here().id
    return render_page("people/phones.html", person=person, mine=mine, phones=phones.of_person(person.id))


@pages.get("/people/<person_id>/phones/<phone_id>/revoke")
@access.signed_in
def ask_to_revoke_phone(person_id: str, phone_id: str) -> ResponseReturnValue:
    """Ask before a phone is refused for good."""
    person = _person(person_id)
    return render_page("people/revoke.html", person=person, phone=_phone(person, phone_id))


@pages.post("/people/<person_id>/phones/<phone_id>/revoke")
@access.signed_in
def revoke_phone(person_id: str, phone_id: str) -> ResponseReturnValue:
    """Never listen to a lost phone again, and sign its person out: whoever finds it holds the session."""
    person, by = _person(person_id), access.here().id
    phone = _phone(person, phone_id)
    signing_in.end_other_sessions(person.id)
    phones.revoke(phone.id, by=by)
    return redirect(url_for("pages.person_phones", person_id=person.id), 303)


def _phone(person: PersonInFull, phone_id: str) -> BoundPhone:
    """Give a phone of this person. Raises phone_not_found."""
    for phone in phones.of_person(person.id):
        if phone.id == phone_id:
            return phone
    raise missing(Code.PHONE_NOT_FOUND)


def _person(person_id: str) -> PersonInFull:
    """Give a person whose phones who asks may see. Raises person_not_found, not_allowed."""
    person, asks = people.find(person_id), access.here()
    if asks.id != person.id and not asks.is_over(person):
        raise Refusal(Kind.FORBIDDEN, Code.NOT_ALLOWED)
    return person
