"""A form on the phone: its questions, the review before sending, the sheet for the national portal."""

from __future__ import annotations

import re
from typing import Any

from flask import redirect, request, url_for
from flask.typing import ResponseReturnValue
from werkzeug.datastructures import MultiDict

from backend.domain import forms, guides, packs, submissions
from backend.domain.communes import Found
from backend.domain.errors import Code, Refusal, missing
from backend.domain.forms import Form, PublishedForm
from backend.web import access, language, limits, plain_form
from backend.web.page import Page, render_page
from backend.web.pages import receipts
from backend.web.pages._blueprint import pages
from backend.web.plain_form import Sent, Typed, Wrong

VERSION = re.compile("[1-9][0-9]{0,3}")


@pages.get("/forms/<form_id>/<version>")
@access.anyone
def form(form_id: str, version: str) -> ResponseReturnValue:
    """Show all questions as one page that posts; scripts make of it one part at a time."""
    return _questions(_find(form_id, version), MultiDict(), Wrong())


@pages.post("/forms/<form_id>/<version>")
@access.anyone
@limits.limited("60 per hour")
def send_form(form_id: str, version: str) -> ResponseReturnValue:
    """Receive what a page without scripts sent; what is wrong is shown with all that was typed."""
    published, typed = _find(form_id, version), request.form
    found = published.form
    sent = plain_form.read(found, typed)
    wrong = plain_form.check(found, sent)
    if wrong:
        return _once_more(published, typed, wrong, sent)
    try:
        receipts.remember(_receive(found, sent))
    except Refusal as refusal:
        if refusal.code is not Code.FORM_WITHDRAWN:
            raise
        return _once_more(published, typed, wrong, sent)
    return redirect(url_for("pages.receipts"), 303)


def _receive(found: Form, sent: Sent) -> str:
    submission_id, _kept = submissions.receive_plain(
        found,
        answers=sent.answers,
        papers=sent.papers,
        consents=sent.consents,
        commune_code=sent.commune_code,
        applicant=plain_form.named(sent, found.applicant.name, found.applicant.phone),
        subject=plain_form.named(sent, found.subject.name, found.subject.phone),
        relation=plain_form.text_of(sent, found.relation),
        note=sent.note,
        incomplete=sent.incomplete,
    )
    return submission_id


def _once_more(published: PublishedForm, typed: Typed, wrong: Wrong, sent: Sent) -> Page:
    page = _questions(published, typed, wrong, sent.communes, status=422)
    page.headers["Cache-Control"] = "no-store"
    return page


@pages.get("/forms/<form_id>/<version>/review")
@access.anyone
def review(form_id: str, version: str) -> ResponseReturnValue:
    """Show what scripts fill with the answers of the draft in the fragment, and the way to send them."""
    return render_page("forms/review.html", **_shared(_find(form_id, version)))


@pages.get("/forms/<form_id>/<version>/portal")
@access.anyone
def portal(form_id: str, version: str) -> ResponseReturnValue:
    """Show the answers in the portal's order, for the submission in the fragment."""
    return render_page("forms/portal.html", **_shared(_find(form_id, version)))


def _find(form_id: str, version: str) -> PublishedForm:
    if not VERSION.fullmatch(version):
        raise missing(Code.FORM_VERSION_NOT_FOUND, form_id=form_id, version=version)
    return forms.find_published(form_id, int(version))


def _questions(
    published: PublishedForm,
    typed: Typed,
    wrong: Wrong,
    communes: tuple[Found, ...] = (),
    status: int = 200,
) -> Page:
    return render_page(
        "forms/form.html",
        status,
        typed=typed,
        wrong=wrong.fields,
        lacking=wrong.around,
        communes=communes,
        **_shared(published),
    )


def _shared(published: PublishedForm) -> dict[str, Any]:
    found = published.form
    return {
        "form": found,
        "withdrawn": published.withdrawn is not None,
        "newest": _newest(found) if published.withdrawn else None,
        "fields": {field.id: field for field in found.fields},
        "rules": forms.rules_of(found),
        "pack": _pack_of(found),
        "here": f"/{language.current()}/forms/{found.id}/{found.version}",
    }


def _pack_of(found: Form) -> str:
    """Give the pack that keeps this form: that of its first guide; empty where none is known."""
    try:
        return packs.group_of(guides.find(found.guides[0]).sector)
    except Refusal:
        return ""


def _newest(found: Form) -> Form | None:
    try:
        return forms.latest(found.id)
    except Refusal:
        return None
