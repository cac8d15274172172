"""Guides by what happened in the family."""

from __future__ import annotations

from flask.typing import ResponseReturnValue

from backend.domain import guides
from backend.domain.errors import Code, missing
from backend.domain.life_events import LIFE_EVENTS, LifeEvent
from backend.web import access
from backend.web.page import render_page
from backend.web.pages._blueprint import pages


def with_guides() -> list[LifeEvent]:
    """Give the occasions for which there is a guide: an empty list would be a dead end."""
    present = {slug for summary in guides.listed() for slug in summary.life_events}
    return [event for event in LIFE_EVENTS if event.slug in present]


@pages.get("/life-events/")
@access.anyone
def life_events() -> ResponseReturnValue:
    """List the occasions."""
    return render_page("life_events/list.html", life_events=with_guides())


@pages.get("/life-events/<slug>")
@access.anyone
def life_event(slug: str) -> ResponseReturnValue:
    """List the guides for one occasion, those that we wrote first."""
    event = next((event for event in LIFE_EVENTS if event.slug == slug), None)
    if event is None:
        raise missing(Code.LIFE_EVENT_NOT_FOUND, life_event=slug)
    found = [summary for summary in guides.listed() if slug in summary.life_events]
    found.sort(key=lambda summary: summary.origin != "written")
    return render_page("life_events/life_event.html", event=event, found=found)
