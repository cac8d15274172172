"""One dossier: every answer and paper with its check pair, and what can be done with the whole."""

from __future__ import annotations

from flask import redirect, request, url_for
from flask.typing import ResponseReturnValue

from backend.domain import dossiers, review
from backend.domain.dossiers import Dossier, Marks, Source, State, Verb
from backend.domain.errors import Code, Kind, Refusal
from backend.domain.events import Event
from backend.domain.review import Review
from backend.web import access
from backend.web.errors import STATUS
from backend.web.page import Page
from backend.web.pages._blueprint import pages
from backend.web.pages.desk import _posted as posted
from backend.web.pages.desk._frame import ACT, desk_page, mine, names, served

CHECKED = (State.NEW, State.IN_CHECK)


@pages.get("/desk/dossiers/<code>")
@access.may(ACT)
def desk_dossier(code: str) -> ResponseReturnValue:
    """Show a dossier; that it was looked at is a fact that the resident can read."""
    asks_more = request.args.get("authority") == "asks"
    asks_close = request.args.get("close") == "asks"
    return _page(review.read(mine(code)), asks_more=asks_more, asks_close=asks_close)


@pages.post("/desk/dossiers/<code>")
@access.may(ACT)
def move_dossier(code: str) -> ResponseReturnValue:
    """Do what the pressed button says; on a refusal show the page again with all that was typed."""
    shown = review.read(mine(code))
    marks = posted.marks(shown.lines)
    try:
        _move(shown, posted.verb(), marks)
    except Refusal as refusal:
        if refusal.kind not in (Kind.CONFLICT, Kind.INVALID):
            raise
        asks_more = request.form.get("verb") == Verb.RETURNED_BY_AUTHORITY
        return _page(review.read(mine(code)), asks_more=asks_more, typed=marks, refusal=refusal)
    return redirect(url_for("pages.desk_dossier", code=code), 303)


def _move(shown: Review, verb: Verb, marks: Marks) -> Dossier:
    code, version, by = shown.dossier.code, posted.version(), access.here().id
    match verb:
        case Verb.START_CHECK:
            return dossiers.start_check(code, version=version, by=by)
        case Verb.KEEP_MARKS:
            return dossiers.keep_marks(code, marks, version=version, by=by)
        case Verb.RETURN_ITEMS:
            return dossiers.return_items(code, marks, version=version, by=by)
        case Verb.COMPLETE:
            return dossiers.complete(code, marks, needed=shown.needed, version=version, by=by)
        case Verb.REOPEN:
            return dossiers.reopen(code, version=version, by=by)
        case Verb.RETURNED_BY_AUTHORITY:
            source, on = posted.source_and_day()
            return dossiers.returned_by_authority(code, marks, source=source, on=on, version=version, by=by)
        case Verb.WITHDRAW:
            return dossiers.withdraw(code, version=version, by=by)
        case Verb.CLOSE:
            return dossiers.close(code, version=version, by=by)
        case Verb.FILE | Verb.CORRECT:
            raise Refusal(Kind.INVALID, Code.MOVE_NOT_ALLOWED)


def _page(
    shown: Review,
    *,
    asks_more: bool,
    asks_close: bool = False,
    typed: Marks | None = None,
    refusal: Refusal | None = None,
) -> Page:
    """Show a dossier as it is now. After a conflict typed marks stand before those of the other officer."""
    dossier = shown.dossier
    theirs = dossier.marks if refusal and refusal.code is Code.DOSSIER_CHANGED else {}
    dossiers.viewed(dossier, by=access.here().id)
    facts = dossiers.history(dossier.code)
    changed = [fact for fact in facts if fact.kind is not Event.DOSSIER_VIEWED]
    people = [dossier.author_id, dossier.officer_id, *(fact.by for fact in facts)]
    return desk_page(
        "desk/dossier.html",
        STATUS[refusal.kind] if refusal else 200,
        shown=shown if typed is None else shown.with_marks({**theirs, **typed}),
        theirs={item: mark for item, mark in theirs.items() if (typed or {}).get(item) != mark},
        typed=typed or {},
        row=review.summary(dossier),
        dossier=dossier,
        lacks_files=dossiers.lacks_files(dossier.code),
        is_checked=dossier.state in CHECKED or (asks_more and dossier.state is State.FILED),
        asks_more=asks_more and dossier.state is State.FILED,
        asks_close=asks_close and dossiers.is_allowed(dossier.state, Verb.CLOSE),
        waiting=dossiers.counts(served())[State.NEW],
        reasons=dossiers.reasons_for(dossier.author_id),
        sources=list(Source),
        is_allowed=dossiers.is_allowed,
        verbs=Verb,
        facts=facts,
        last=changed[-1] if changed else None,
        names=names(people),
        refusal=refusal,
        posted=request.form,
    )
