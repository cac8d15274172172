"""Home: the question, the search and its answers without scripts."""

from __future__ import annotations

from flask import request
from flask.typing import ResponseReturnValue

from backend.domain import guides, packs
from backend.domain.search import Kind
from backend.web import access
from backend.web.known_forms import known_forms
from backend.web.page import render_page
from backend.web.pages._blueprint import pages
from backend.web.pages.life_events import with_guides

LONGEST = 200


@pages.get("/")
@access.anyone
def home() -> ResponseReturnValue:
    """Show the search; with `?q=` the server answers as well, for phones without scripts."""
    query = request.args.get("q", "").strip()[:LONGEST]
    answer = guides.search(query) if query else None
    present = {summary.pack for summary in guides.listed()}
    return render_page(
        "home.html",
        query=query,
        found=answer.guides if answer else (),
        unsure=answer is not None and answer.kind is Kind.ASK_BACK,
        life_events=with_guides(),
        groups=[group for group in packs.GROUPS if group.slug in present],
        forms=known_forms(),
        pack_names={group.slug: group.name for group in packs.GROUPS},
    )
