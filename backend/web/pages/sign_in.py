"""Sign in with a phone number or sign-in name, and sign out."""

from __future__ import annotations

import re
from typing import cast

from flask import redirect, request, session, url_for
from flask.typing import ResponseReturnValue
from flask_security import LoginForm
from flask_security.utils import lookup_identity
from wtforms import StringField

from backend.domain import people, phones
from backend.storage.people import PersonRow
from backend.web import access, freshness, limits, signing_in
from backend.web.page import render_page
from backend.web.pages._blueprint import pages

OUR_PAGE = re.compile(r"/(?:vi|en)/[\w\-./~%?=&]*", re.ASCII)
LONGEST = 200
WHO = limits.typed("identity", meaning=signing_in.looked_up_by)


class SignInForm(LoginForm):
    """The library's form, which takes as long for a stranger as for a wrong password."""

    email = None
    identity = StringField()
    hash_before: str | None = None

    def validate(self, **kwargs: object) -> bool:
        """Find the person by phone number or sign-in name, then let the library check the password."""
        self.ifield = self.identity
        self.user = lookup_identity((self.identity.data or "")[:LONGEST])
        self.hash_before = self.user.password if self.user else None
        checked: bool = super().validate(**kwargs)
        return checked


@pages.get("/sign-in")
@access.anyone
def sign_in() -> ResponseReturnValue:
    """Ask for number or name and password; who is signed in and typed the password lately goes on."""
    person, then = access.person(), _then()
    if person is not None and freshness.is_fresh():
        return redirect(then, 303)
    return _page(then, again=person is not None)


@pages.post("/sign-in")
@access.anyone
@limits.limited("5 per minute", by=limits.address_and(WHO))
@limits.limited("100 per hour", by=WHO)
@limits.limited("30 per minute")
def send_sign_in() -> ResponseReturnValue:
    """Sign in, or say that it did not work without saying which part was wrong."""
    form = SignInForm(request.form)  # the library would take JSON too
    if not form.validate():
        code = "person_ended" if form.user_authenticated else "sign_in_wrong"
        return _page(_then(), wrong=code, identity=(form.identity.data or "")[:LONGEST], status=422)
    row = cast(PersonRow, form.user)
    stronger = row.password if row.password != form.hash_before else None
    people.note_sign_in(row.id, password_hash=stronger)
    signing_in.start_session(row)
    return redirect(_then(), 303)


@pages.get("/sign-out")
@access.signed_in
def ask_to_sign_out() -> ResponseReturnValue:
    """Ask before signing out: a link alone must not do it."""
    return render_page("people/sign_out.html", person=access.here())


@pages.post("/sign-out")
@access.anyone
def sign_out() -> ResponseReturnValue:
    """Sign out on this browser; the phone belongs to nobody now, what it holds stays on it."""
    person, phone_id = access.person(), session.get("phone")
    signing_in.end_session()
    if person is not None and phone_id is not None:
        phones.release(phone_id, person.id)
    return redirect(url_for("pages.sign_in", signed_out="yes"), 303)


def _then() -> str:
    """Give where to go on: only to a page of ours, never to another site."""
    wanted = request.form.get("then") or request.args.get("next", "")
    return wanted if OUR_PAGE.fullmatch(wanted) and "//" not in wanted else url_for("pages.me")


def _page(
    then: str, *, again: bool = False, wrong: str = "", identity: str = "", status: int = 200
) -> ResponseReturnValue:
    page = render_page(
        "people/sign_in.html",
        status,
        then=then,
        again=again,
        wrong=wrong,
        identity=identity,
        signed_out=request.args.get("signed_out") == "yes",
    )
    page.cache_control.no_store = True
    return page
