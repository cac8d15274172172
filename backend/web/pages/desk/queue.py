"""The queue of the communes served: tabs by state, those that wait longest first."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from flask import redirect, request, url_for
from flask.typing import ResponseReturnValue

from backend.domain import dossiers, review
from backend.domain.clock import now
from backend.domain.dossiers import State
from backend.domain.errors import Code, Refusal
from backend.web import access
from backend.web.pages._blueprint import pages
from backend.web.pages.desk._frame import ACT, desk_page, names, served

ON_A_PAGE = 50
LONG = timedelta(days=1)
FILES = "waiting_for_files"


@dataclass(frozen=True)
class Tab:
    """One list of the queue and the states it holds; none for the list of those that still lack files."""

    slug: str
    states: tuple[State, ...]


TABS = (
    Tab("new", (State.NEW,)),
    Tab("in_check", (State.IN_CHECK,)),
    Tab("returned", (State.RETURNED,)),
    Tab("complete", (State.COMPLETE,)),
    Tab("filed", (State.FILED,)),
    Tab(FILES, ()),
    Tab("closed", (State.CLOSED, State.WITHDRAWN)),
)


@pages.get("/desk/")
@access.may(ACT)
def desk_queue() -> ResponseReturnValue:
    """Show one tab of the queue."""
    tab = next((one for one in TABS if one.slug == request.args.get("tab")), TABS[0])
    return _queue(tab)


@pages.post("/desk/next")
@access.may(ACT)
def next_dossier() -> ResponseReturnValue:
    """Take the dossier that waits longest into check; a colleague may be quicker, then the one behind."""
    for waiting in dossiers.queue(served(), [State.NEW], limit=5):
        try:
            dossiers.start_check(waiting.code, version=waiting.version, by=access.here().id)
        except Refusal as refusal:
            if refusal.code is not Code.DOSSIER_CHANGED:
                raise
            continue
        return redirect(url_for("pages.desk_dossier", code=waiting.code), 303)
    return redirect(url_for("pages.desk_queue"), 303)


@pages.post("/desk/find")
@access.may(ACT)
def find_dossier() -> ResponseReturnValue:
    """Open the dossier whose code was typed; it is posted, because people type names into such boxes."""
    typed = request.form.get("code", "")[:40]
    code = dossiers.plain_code(typed)
    try:
        found = dossiers.find(code or "", communes=served())
    except Refusal:
        return _queue(TABS[0], not_found=True)
    return redirect(url_for("pages.desk_dossier", code=found.code), 303)


def _queue(tab: Tab, *, not_found: bool = False) -> ResponseReturnValue:
    codes, moment_now = served(), now()
    late = dossiers.lacking_files(codes, before=moment_now - LONG)
    counted = dossiers.counts(codes)
    counts = {one.slug: sum(counted[state] for state in one.states) for one in TABS} | {FILES: len(late)}
    pages = -(-counts[tab.slug] // ON_A_PAGE)
    page = max(1, min(request.args.get("page", 1, type=int), pages))
    start = (page - 1) * ON_A_PAGE
    if tab.slug == FILES:
        listed = late[start : start + ON_A_PAGE]
    else:
        listed = dossiers.queue(codes, tab.states, limit=ON_A_PAGE, offset=start)
    return desk_page(
        "desk/queue.html",
        tab=tab.slug,
        tabs=[one.slug for one in TABS],
        counts=counts,
        rows=review.summaries(listed),
        overdue={one.code for one in listed if dossiers.waited(one.arrived_at, moment_now) >= LONG},
        names=names([*(one.author_id for one in listed), *(one.officer_id for one in listed)]),
        page=page,
        pages=pages,
        not_found=not_found,
    )
