"""People for administrators: the list, a new invitation with its link, the end of an account."""

from __future__ import annotations

from flask import redirect, request, url_for
from flask.typing import ResponseReturnValue

from backend.domain import communes, people, phones
from backend.domain.communes import HOME_PROVINCE, Commune
from backend.domain.errors import Code, Kind, Refusal
from backend.domain.permissions import GIVES, PROVINCE_ROLES, Act, Role, RoleHeld
from backend.web import access, invitation_link, limits, role_names
from backend.web.page import render_page
from backend.web.pages._blueprint import pages

LONGEST = 200


@pages.get("/people")
@access.may(Act.MANAGE_PEOPLE, fresh=True)
def list_people() -> ResponseReturnValue:
    """List the people of the communes that who asks administers."""
    asks, found = access.here(), people.listed(access.communes_for(Act.MANAGE_PEOPLE))
    return render_page(
        "people/list.html",
        people=[person for person in found if person.ended_at is None],
        ended=[person for person in found if person.ended_at is not None],
        roles={person.id: role_names.of_person(person) for person in found},
        numbers={p.id: people.local_number(p.phone_number) for p in found if p.phone_number},
        changeable={person.id for person in found if asks.is_over(person) and person.id != asks.id},
        me=asks,
    )


@pages.get("/people/new")
@access.may(Act.MANAGE_PEOPLE, fresh=True)
def new_person() -> ResponseReturnValue:
    """Ask whom to invite as what."""
    return _form()


@pages.post("/people/new")
@access.may(Act.MANAGE_PEOPLE, fresh=True)
@limits.limited("30 per minute")
def invite_person() -> ResponseReturnValue:
    """Invite somebody and lead to the link to hand over."""
    typed = {name: request.form.get(name, "")[:LONGEST] for name in ("name", "phone", "role", "commune")}
    try:
        person = people.invite(
            typed["name"],
            roles=(_role(typed["role"], typed["commune"]),),
            phone_number=typed["phone"].strip() or None,
            by=access.here(),
        )
    except Refusal as refusal:
        if refusal.code not in (Code.NAME_WRONG, Code.PHONE_NUMBER_WRONG, Code.PHONE_NUMBER_TAKEN):
            raise
        return _form(typed, wrong=refusal.code.value, status=422)
    return redirect(url_for("pages.person_invitation", person_id=person.id), 303)


@pages.get("/people/<person_id>/invitation")
@access.may(Act.MANAGE_PEOPLE, fresh=True)
def person_invitation(person_id: str) -> ResponseReturnValue:
    """Show the one-time link of somebody who has not taken it up yet."""
    person = people.find(person_id)
    if not access.here().is_over(person):
        raise Refusal(Kind.FORBIDDEN, Code.NOT_ALLOWED)
    if not person.is_waiting:
        raise Refusal(Kind.GONE, Code.INVITATION_USED)
    link = invitation_link.for_person(person.id)
    return render_page("people/link.html", person=person, link=link, qr=invitation_link.picture(link))


@pages.post("/people/<person_id>/invitation")
@access.may(Act.MANAGE_PEOPLE, fresh=True)
@limits.limited("30 per minute")
def invite_person_again(person_id: str) -> ResponseReturnValue:
    """Give a new link, for a forgotten password or a link that was lost; older ones end."""
    people.invite_again(person_id, by=access.here())
    return redirect(url_for("pages.person_invitation", person_id=person_id), 303)


@pages.get("/people/<person_id>/end")
@access.may(Act.MANAGE_PEOPLE, fresh=True)
def ask_to_end_person(person_id: str) -> ResponseReturnValue:
    """Ask before an account ends."""
    person = people.find(person_id)
    if not access.here().is_over(person):
        raise Refusal(Kind.FORBIDDEN, Code.NOT_ALLOWED)
    return render_page("people/end.html", person=person, roles=role_names.of_person(person))


@pages.post("/people/<person_id>/end")
@access.may(Act.MANAGE_PEOPLE, fresh=True)
def end_person(person_id: str) -> ResponseReturnValue:
    """End an account: no more signing in, no more phones of theirs; what they sealed is still received."""
    people.end(person_id, by=access.here())
    phones.end_all(person_id)
    return redirect(url_for("pages.list_people"), 303)


def _role(role: str, commune_code: str) -> RoleHeld:
    """Give the role that was chosen. Raises role_wrong."""
    if role not in set(Role):
        raise Refusal(Kind.INVALID, Code.ROLE_WRONG)
    return RoleHeld(Role(role), None if role in PROVINCE_ROLES else commune_code)


def _form(typed: dict[str, str] | None = None, *, wrong: str = "", status: int = 200) -> ResponseReturnValue:
    held = access.here().roles
    giveable = {role for one in held for role in GIVES.get(one.role, ())}
    words = role_names.names()
    return render_page(
        "people/new.html",
        status,
        typed=typed or {},
        wrong=wrong,
        roles=[(role, words[role]) for role in Role if role in giveable],
        communes=_communes(),
    )


def _communes() -> tuple[Commune, ...]:
    codes = access.communes_for(Act.MANAGE_PEOPLE)
    listed = communes.of_province(HOME_PROVINCE)
    if codes is None:
        return tuple(listed)
    return tuple(communes.find(code) for code in sorted(codes))
